"""Which candidate a pronoun most probably stands for. Takes clues, gives a probability for each, or that it is nobody.

A log-linear ranking (Denis and Baldridge 2007): a weight per clue, fitted by `training.coreference`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

from dateline.resolve.clues import Candidate, Clues, Place

@dataclass(frozen=True, slots=True)
class Best:
    """The candidate that won, its probability, and the clues that did most for it."""

    candidate: Candidate
    probability: float
    why: str


@cache
def weights() -> Mapping[str, float]:
    """The weight of each clue, by its name alone or with the sort of pronoun before it."""
    path = resources.files("dateline") / "data" / "coreference.json"
    loaded: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return loaded


def score(place: Place, row: Clues, w: Mapping[str, float]) -> float:
    sort, family = place.sort, place.family
    return sum((w.get(k, 0.0) + w.get(f"{family}|{k}", 0.0)+ w.get(f"{sort}|{k}", 0.0)) * v for k, v in row.items())


def nobody(place: Place, found: Sequence[Candidate]) -> Clues:
    return {"nobody": 1.0, f"nobody among {min(len(found), 4)}": 1.0, f"nobody before {min(sum(bool(c.before) for c in found),3)}":1.0}

HOOK=None
LEAST = {"he": 0.0, "they": 0.0, "it": 0.0}

def ranked(place: Place, found: Sequence[Candidate], rows: list[Clues]) -> Best | None:
    if not found:
        return None
    rows = [*rows, nobody(place, found)]
    if HOOK is not None:
        k = HOOK(place, found, rows)
        return None if k is None or k == len(found) else Best(found[k], 1.0, '')
    w = weights()
    scores = [score(place, r, w) for r in rows]
    top = max(scores)
    odds = [exp(s - top) for s in scores]
    k = max(range(len(odds)), key=odds.__getitem__)
    p = odds[k] / sum(odds)
    if k == len(found) or p < LEAST[place.family]:
        return None
    return Best(found[k], p, '')
