"""Quick figures on dev documents during training: not the floors, which are measured from raw text by the scorers.

Takes the network and prepared dev documents, gives a dict of per cent figures.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dateline.parse.labels import NAME_TAGS
from training.batches import ROLES, Piece, Prepared, collate, cuts
from training.model import Encoder, buckets
from training.told import WHY
from training.told_dev import SHARES as TOLD_SHARES
from training.told_dev import told_hits

# What is counted as right, and out of how many.
SHARES = {"upos": "words", "feats": "words", "lemma": "words", "uas": "words", "las": "words", "link": "linked"}
# What is counted as found, as marked, and as both.
FOUND = (*ROLES, "boundary", "event", *WHY)
WINDOW, BATCH = 256, 16


def figures(model: Encoder, dev: list[Prepared]) -> dict[str, float]:
    """Gold-segmented UPOS, UAS and LAS; F1 of cue words; accuracy of links at gold cues; sentence starts F1."""
    model.eval()
    n: Counter[str] = Counter()
    with torch.no_grad():
        for batch in batches(dev):
            n.update(hits(model, batch))
    shares = {k: 100 * n[k] / max(n[whole], 1) for k, whole in (SHARES | TOLD_SHARES).items()}
    f1 = {k: 200 * n[f"{k}.tp"] / max(n[f"{k}.p"] + n[f"{k}.g"], 1) for k in FOUND}
    return {k: round(v, 2) for k, v in (shares | f1).items()}


def batches(dev: list[Prepared]) -> Iterator[dict[str, Any]]:
    """The windows of the documents, each word once, the same every time."""
    rng = random.Random(0)
    pieces = sorted((Piece(d, a, b) for d in dev for a, b in cuts(d, WINDOW, rng)), key=Piece.size)
    for i in range(0, len(pieces), BATCH):
        yield collate(pieces[i : i + BATCH], len(NAME_TAGS), 0.0, np.random.default_rng(0))


def hits(model: Encoder, batch: dict[str, Any]) -> Counter[str]:
    """One batch's counts, of all heads."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(batch["pieces"], batch["features"], batch["first"], batch["last"])
        arcs = model.arcs(out).float()
    out = {k: v.float() for k, v in out.items()}
    return (
        syntax_hits(model, out, arcs, batch)
        + found_hits(out, batch)
        + link_hits(model, out, batch)
        + told_hits(model, out, batch)
    )


def syntax_hits(model: Encoder, out: dict[str, Tensor], arcs: Tensor, batch: dict[str, Any]) -> Counter[str]:
    """Heads are the best of the gold sentence, relations those at the heads that were chosen."""
    keep = batch["head"] >= 0
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    heads = arcs.masked_fill(~same, -1e4).argmax(-1)
    index = heads[..., None].expand(-1, -1, out["rel_head"].shape[-1])
    relations = model.labels(out["rel_dep"], out["rel_head"].gather(1, index)).argmax(-1)
    right = {k: out[k].argmax(-1) == batch[k] for k in ("upos", "feats", "lemma")}
    right["uas"] = heads == batch["head"]
    right["las"] = right["uas"] & (relations == batch["deprel"])
    return Counter({"words": int(keep.sum())} | {k: int((v & keep).sum()) for k, v in right.items()})


def found_hits(out: dict[str, Tensor], batch: dict[str, Any]) -> Counter[str]:
    """Words found (p), marked (g) and both (tp), where it is known whether they are marked."""
    n: Counter[str] = Counter()
    for k in FOUND:
        known = batch[k] >= 0
        found, marked = (out[k].argmax(-1) > 0) & known, batch[k] > 0
        n.update({f"{k}.tp": int((found & marked).sum()), f"{k}.p": int(found.sum()), f"{k}.g": int(marked.sum())})
    return n


def link_hits(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Counter[str]:
    """Words of sources and contents, and how many of them are linked to their gold cue as what they are."""
    n: Counter[str] = Counter()
    for i, links in enumerate(batch["links"]):
        for words, target in links:
            cue, token = out["link_cue"][i, words].mean(0)[None], out["link_token"][i, : len(target)]
            distance = buckets(torch.arange(len(target))[None] - words[0])
            best = model.links(cue, token, distance)[0].argmax(-1)
            marked = target > 0
            n.update({"linked": int(marked.sum()), "link": int(((best == target) & marked).sum())})
    return n
