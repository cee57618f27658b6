"""Quick figures on dev documents during training: not the floors, which are measured from raw text by the scorers.

Takes the network and prepared dev documents, gives a dict of per cent figures.
"""

from __future__ import annotations

import random

import numpy as np
import torch

from dateline.parse.labels import NAME_TAGS
from training.batches import Piece, Prepared, collate, cuts
from training.model import Encoder, buckets


def figures(model: Encoder, dev: list[Prepared]) -> dict[str, float]:
    """Gold-segmented UPOS, UAS and LAS; F1 of cue words; accuracy of links at gold cues; sentence starts F1."""
    model.eval()
    n: dict[str, int] = {}

    def add(key: str, value: object) -> None:
        n[key] = n.get(key, 0) + int(value)  # type: ignore[call-overload]

    rng = random.Random(0)
    pieces = [Piece(d, a, b) for d in dev for a, b in cuts(d, 256, rng)]
    pieces.sort(key=Piece.size)
    with torch.no_grad():
        for i in range(0, len(pieces), 16):
            batch = collate(pieces[i : i + 16], len(NAME_TAGS), 0.0, np.random.default_rng(0))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(batch["pieces"], batch["features"], batch["first"], batch["last"])
                scores = model.arcs(out).float()
            count(model, {k: v.float() for k, v in out.items()}, scores, batch, add)
    ratio = {
        k: 100 * n.get(k, 0) / max(n.get(d, 0), 1)
        for k, d in (
            ("upos", "words"),
            ("feats", "words"),
            ("lemma", "words"),
            ("uas", "words"),
            ("las", "words"),
            ("link", "linked"),
        )
    }
    f1 = {
        k: 200 * n.get(f"{k}.tp", 0) / max(n.get(f"{k}.p", 0) + n.get(f"{k}.g", 0), 1)
        for k in ("source", "cue", "content", "boundary")
    }
    return {k: round(v, 2) for k, v in {**ratio, **f1}.items()}


def count(
    model: Encoder, out: dict[str, torch.Tensor], arcs: torch.Tensor, batch: dict[str, object], add: object
) -> None:
    """Adds one batch's hits to the counters."""
    b: dict[str, torch.Tensor] = batch  # type: ignore[assignment]
    put = add  # type: ignore[assignment]
    keep = b["head"] >= 0
    if bool(keep.any()):
        same = b["sentence"][:, :, None] == b["sentence"][:, None, :]
        heads = arcs.masked_fill(~same, -1e4).argmax(-1)
        index = heads[..., None].expand(-1, -1, out["rel_head"].shape[-1])
        rel = model.labels(out["rel_dep"], out["rel_head"].gather(1, index)).argmax(-1)
        right = (heads == b["head"]) & keep
        put("words", keep.sum()), put("uas", right.sum()), put("las", (right & (rel == b["deprel"])).sum())  # type: ignore[operator]
        for k in ("upos", "feats", "lemma"):
            put(k, ((out[k].argmax(-1) == b[k]) & keep).sum())  # type: ignore[operator]
    for k in ("source", "cue", "content", "boundary"):
        known = b[k] >= 0
        p, g = (out[k].argmax(-1) > 0) & known, (b[k] > 0) & known
        put(f"{k}.tp", (p & g).sum()), put(f"{k}.p", p.sum()), put(f"{k}.g", g.sum())  # type: ignore[operator]
    for i, links in enumerate(batch["links"]):  # type: ignore[arg-type,var-annotated]
        for words, target in links:
            distance = buckets(torch.arange(len(target))[None] - words[0])
            scores = model.links(
                out["link_cue"][i, words].mean(0)[None], out["link_token"][i, : len(target)], distance
            )[0]
            marked = target > 0
            put("linked", marked.sum()), put("link", ((scores.argmax(-1) == target) & marked).sum())  # type: ignore[operator]
