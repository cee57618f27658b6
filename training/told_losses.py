"""The losses of the event, factuality and causal heads.

Takes the network's output and a batch, gives one scalar per head. Where a corpus says only that there is an event
between two sides, or one of a class in a sentence, the word that tells it is a hidden variable that is summed over.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import Encoder, buckets

# Words that tell no event are many; those that do weigh so much more.
TOLD = 2.0
PART = (1.0, 2.0, 2.0)
# How much a side of an event "between" counts as its recipient.
MUTUAL = 0.3


def telling(scores: Tensor, gold: Tensor) -> Tensor | None:
    """Cross entropy over the words whose label is known, those that tell an event weighing TOLD."""
    keep = gold >= 0
    if not bool(keep.any()):
        return None
    weight = torch.full((scores.shape[-1],), TOLD)
    weight[0] = 1.0
    return F.cross_entropy(scores[keep].float(), gold[keep], weight=weight)


def chance(scores: Tensor, gold: Tensor) -> Tensor | None:
    """Binary cross entropy against a degree between 0 and 100."""
    keep = gold >= 0
    if not bool(keep.any()):
        return None
    return F.binary_cross_entropy_with_logits(scores[..., 0][keep].float(), gold[keep].float() / 100)


def part_loss(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor | None:
    """For every event, each word of the window: no part in it, actor or recipient."""
    total, count = torch.zeros(()), 0
    for row, anchor, target in batch["deeds"]:
        width = len(target)
        distance = buckets(torch.arange(width) - anchor)[None]
        scores = model.parts(out["act_event"][row, anchor][None], out["act_word"][row, :width], distance)[0]
        total = total + F.cross_entropy(scores.float(), target, weight=torch.tensor(PART), reduction="sum")
        count += width
    return total / count if count else None


def pair_scores(model: Encoder, out: dict[str, Tensor], pair: tuple[Any, ...]) -> tuple[Tensor, Tensor]:
    """Log probabilities over the words of a sentence that they tell the event between two sides; of types at each."""
    row, lo, hi, actors, recipients, _ = pair
    told = out["event"][row, lo:hi].float().log_softmax(-1)
    # A pair says which word tells its own event, not that the others of the sentence tell none.
    score = torch.logsumexp(told[:, 1:], -1).detach()
    for words, role in ((actors, 1), (recipients, 2)):
        if words:
            at = torch.tensor(words)
            distance = buckets(at[None] - torch.arange(lo, hi)[:, None])
            logits = model.parts(out["act_event"][row, lo:hi], out["act_word"][row, at], distance).float()
            log = logits.log_softmax(-1)
            found = log[..., 1] if role == 1 else torch.logaddexp(log[..., 2], log[..., 1] + torch.tensor(MUTUAL).log())
            score = score + found.mean(-1)
    return score.log_softmax(-1), told[:, 1:].log_softmax(-1)


def pair_loss(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor | None:
    """Negative log probability of the type between two sides, whichever word tells it."""
    found = []
    for pair in batch["pairs"]:
        at, types = pair_scores(model, out, pair)
        found.append(-torch.logsumexp(at[:, None] + types[:, pair[-1]], (0, 1)))
    return torch.stack(found).mean() if found else None


def quad_loss(out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor | None:
    """Negative log probability that a word tells an event of the class; or, where there is none, that none does."""
    found = []
    for row, lo, hi, types in batch["quads"]:
        p = out["event"][row, lo:hi].float().softmax(-1)
        if types:
            none = torch.log1p(-p[:, [t + 1 for t in types]].sum(-1).clamp(max=1 - 1e-5)).sum()
            found.append(-torch.log1p(-none.exp().clamp(max=1 - 1e-5)))
        else:
            found.append(-p[:, 0].clamp(min=1e-5).log().sum())
    return torch.stack(found).mean() if found else None


def why_loss(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Tensor | None:
    """Of the causes and effects of a window, which belong together."""
    rows: dict[int, list[tuple[list[int], list[int]]]] = {}
    for row, cause, effect in batch["effects"]:
        rows.setdefault(row, []).append((cause, effect))
    found = []
    for row, pairs in rows.items():
        if len(pairs) < 2:
            continue
        causes = torch.stack([out["why_cause"][row, c].mean(0) for c, _ in pairs])
        effects = torch.stack([out["why_effect"][row, e].mean(0) for _, e in pairs])
        distance = buckets(torch.tensor([[e[0] - c[0] for _, e in pairs] for c, _ in pairs]))
        gold = torch.tensor(
            [
                [float(a == i or (pairs[i][0] == pairs[a][0] or pairs[i][1] == pairs[a][1])) for a in range(len(pairs))]
                for i in range(len(pairs))
            ]
        )
        found.append(F.binary_cross_entropy_with_logits(model.whys(causes, effects, distance).float(), gold))
    return torch.stack(found).mean() if found else None


def told_losses(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor | None]:
    """The losses of these heads that are not mere classes of words; None where the batch has no gold for it."""
    return {
        "event": telling(out["event"], batch["event"]),
        "happened": chance(out["happened"], batch["happened"]),
        "part": part_loss(model, out, batch),
        "pair": pair_loss(model, out, batch),
        "quad": quad_loss(out, batch),
        "why": why_loss(model, out, batch),
    }
