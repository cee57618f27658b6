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


def told_hits(model: Encoder, out: dict[str, Tensor], batch: dict[str, Any]) -> Counter[str]:
    """Words that tell events typed, their status, mode and sides; pairs typed; sentences with causes told."""
    n: Counter[str] = Counter()
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
    known = batch["causal"] >= 0
    rows = known.any(1)
    chance = (out["causal"].softmax(-1)[..., 1] * known).sum(1) / known.sum(1).clamp(min=1)
    n["judged"] += int(rows.sum())
    n["causal"] += int((rows & ((chance > 0.5) == (batch["causal"] == 1).any(1))).sum())
    for row, anchor, target in batch["deeds"]:
        distance = buckets(torch.arange(len(target)) - anchor)[None]
        event, word = out["act_event"][row, anchor][None], out["act_word"][row, : len(target)]
        best = model.parts(event, word, distance)[0].argmax(-1)
        n["parts"] += int((target > 0).sum())
        n["part"] += int(((best == target) & (target > 0)).sum())
    for pair in batch["pairs"]:
        at, kinds = pair_scores(model, out, pair)
        n["pairs"] += 1
        n["pair"] += int(torch.logsumexp(at[:, None] + kinds, 0).argmax()) in pair[-1]
    return n
