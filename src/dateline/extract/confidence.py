"""How probable it is that a finding was read correctly, from the scores of the heads that found it.

Takes a kind of finding and its features, gives a probability. The weights are fitted on dev stories by logistic
regression (Platt 1999) in `training/calibrate.py` and lie beside the encoder they belong to.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Literal

Calibrated = Literal["statement", "name"]


@cache
def weights(kind: Calibrated) -> tuple[float, ...]:
    """The intercept and one weight per feature."""
    path = files("dateline") / "data" / "encoder" / "calibration.json"
    return tuple(json.loads(path.read_text(encoding="utf-8"))[kind]["weights"])


def logit(p: float) -> float:
    """Log odds, bounded."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))


def confidence(kind: Calibrated, features: Sequence[float]) -> float:
    """Probability in [0, 1], to four digits: more would only be noise between processors."""
    first, *rest = weights(kind)
    z = first + sum(w * x for w, x in zip(rest, features, strict=True))
    return round(1 / (1 + exp(-max(min(z, 30.0), -30.0))), 4)
