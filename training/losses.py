"""The loss of each head, over what its corpus annotates only.

Takes the network's output and a batch, gives one scalar per head.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import ROLES
from training.corpora import SOMEWHERE
from training.model import Encoder, buckets
from training.told_losses import told_losses

# Heads that put each word into a class.
CLASSES = ("upos", "xpos", "feats", "lemma", "boundary", "mode", "status", "causal", "cause", "effect", "signal")
# Tried once each way is too dear here; set so that the heads' losses are of one size after a tenth of the training.
WEIGHTS = {
    "upos": 1.0,
    "xpos": 0.5,
    "feats": 0.5,
    "lemma": 0.5,
    "boundary": 0.7,
    "arc": 1.5,
    "deprel": 1.0,
    "names": 2.0,
    "source": 1.0,
    "cue": 2.0,
    "content": 1.5,
    "link": 2.0,
    "event": 2.0,
    "mode": 0.5,
    "status": 1.0,
    "happened": 1.0,
    "part": 1.5,
    "pair": 1.5,
    "quad": 0.3,
    "causal": 0.7,
    "cause": 1.0,
    "effect": 1.0,
    "signal": 0.7,
    "why": 0.3,
}
# Towards the end statements, the hardest head, weigh half as much again.
LATE_WEIGHTS = {**WEIGHTS, "source": 1.5, "cue": 3.0, "content": 2.0, "link": 2.5}  # fmt: skip


def tagging(scores: Tensor, gold: Tensor) -> Tensor | None:
    keep = gold >= 0
    return F.cross_entropy(scores[keep].float(), gold[keep]) if bool(keep.any()) else None


def roles(scores: Tensor, gold: Tensor) -> Tensor | None:
    """As `tagging`, but that a word labelled SOMEWHERE may begin a span or be inside it."""
    keep = gold >= 0
    if not bool(keep.any()):
        return None
    log, labels = torch.log_softmax(scores[keep].float(), -1), gold[keep]
    either = torch.logsumexp(log[:, 1:], -1)
    exact = log.gather(1, labels.clamp(max=SOMEWHERE - 1)[:, None])[:, 0]
    return -torch.where(labels == SOMEWHERE, either, exact).mean()


def naming(scores: Tensor, allowed: Tensor) -> Tensor | None:
    """Negative log of the probability of all allowed tags together (marginal likelihood over what is not known)."""
    keep = ~allowed.all(-1)
    if not bool(keep.any()):
        return None
    log = torch.log_softmax(scores[keep].float(), -1)
    return -torch.logsumexp(log.masked_fill(~allowed[keep], -1e4), -1).mean()


def arcs(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Heads among the words of the same gold sentence; relations at the gold heads."""
    keep = batch["head"] >= 0
    if not bool(keep.any()):
        return {}
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    scores = model.arcs(out).float().masked_fill(~same, -1e4)
    result = {"arc": F.cross_entropy(scores[keep], batch["head"][keep])}
    index = batch["head"].clamp(min=0)[..., None].expand(-1, -1, out["rel_head"].shape[-1])
    heads = out["rel_head"].gather(1, index)
    labels = batch["deprel"].masked_fill(~keep, -1)
    rel = tagging(model.labels(out["rel_dep"], heads), labels)
    return result if rel is None else result | {"deprel": rel}


def linking(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor | None:
    """For every gold cue, each word of the window: none, source or content of it."""
    total, count = torch.zeros(()), 0
    for i, links in enumerate(batch["links"]):
        if not links:
            continue
        gold = torch.stack([target for _, target in links])
        width = gold.shape[1]
        cues = torch.stack([out["link_cue"][i, words].mean(0) for words, _ in links])
        anchor = torch.tensor([words[0] for words, _ in links])
        distance = buckets(torch.arange(width)[None, :] - anchor[:, None])
        scores = model.links(cues, out["link_token"][i, :width], distance)
        keep = gold >= 0
        if bool(keep.any()):
            weight = torch.tensor([1.0, 1.5, 1.5])
            total = total + F.cross_entropy(scores[keep].float(), gold[keep], weight=weight, reduction="sum")
            count += int(keep.sum())
    return total / count if count else None


def losses(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Every head's loss that this batch has gold for."""
    found = {k: tagging(out[k], batch[k]) for k in CLASSES}
    found |= {k: roles(out[k], batch[k]) for k in ROLES}
    found["names"] = naming(out["names"], batch["names"])
    found["link"] = linking(model, out, batch)
    found |= told_losses(model, out, batch)
    return {k: v for k, v in (found | arcs(model, out, batch)).items() if v is not None}
