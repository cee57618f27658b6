"""Quick figures of the event, factuality and causal heads on sentences held out of training.

Takes the network's output and a batch, gives counts.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import torch
from torch import Tensor

from training.model import Encoder, buckets
from training.told_losses import pair_scores

SHARES = {
    "type": "anchors", "mode": "modes", "status": "anchors", "happened": "asked", "part": "parts",
    "pair": "pairs", "causal": "judged",
}  # fmt: skip
FOUND = ("event", "cause", "effect", "signal")


def told_hits(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Counter[str]:
    """Words that tell events found and typed, their status, mode and sides; pairs typed; causes found."""
    n: Counter[str] = Counter()
    for k in FOUND:
        known = batch[k] >= 0
        found, marked = (out[k].argmax(-1) > 0) & known, batch[k] > 0
        n.update({f"{k}.tp": int((found & marked).sum()), f"{k}.p": int(found.sum()), f"{k}.g": int(marked.sum())})
    anchors = batch["event"] > 0
    types = out["event"][..., 1:].argmax(-1) + 1
    n["anchors"] += int(anchors.sum())
    n["type"] += int((anchors & (types == batch["event"])).sum())
    n["status"] += int((anchors & (out["status"].argmax(-1) == batch["status"])).sum())
    n["modes"] += int((batch["mode"] >= 0).sum())
    n["mode"] += int(((batch["mode"] >= 0) & (out["mode"].argmax(-1) == batch["mode"])).sum())
    asked = (batch["happened"] == 0) | (batch["happened"] == 100)
    n["asked"] += int(asked.sum())
    n["happened"] += int((asked & ((out["happened"][..., 0] > 0) == (batch["happened"] == 100))).sum())
    sentences = batch["causal"][:, :1] >= 0
    n["judged"] += int(sentences.sum())
    n["causal"] += int(
        (sentences[:, 0] & (out["causal"].softmax(-1)[..., 1].mean(1) > 0.5).eq(batch["causal"][:, 0] == 1)).sum()
    )
    for row, anchor, target in batch["deeds"]:
        distance = buckets(torch.arange(len(target)) - anchor)[None]
        best = model.parts(out["act_event"][row, anchor][None], out["act_word"][row, : len(target)], distance)[
            0
        ].argmax(-1)
        n["parts"] += int((target > 0).sum())
        n["part"] += int(((best == target) & (target > 0)).sum())
    for pair in batch["pairs"]:
        at, kinds = pair_scores(model, out, pair)
        n["pairs"] += 1
        n["pair"] += int(torch.logsumexp(at[:, None] + kinds, 0).argmax()) in pair[-1]
    return n
