"""95 % intervals where a scorer gives none.

Takes counts, one row per document, or a share and its count; gives [low, high] in per cent.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

RESAMPLES = 1000
Z = 1.96

Counts = tuple[int, int, int]  # right, predicted, gold


def f1(rows: Sequence[Counts]) -> float | None:
    """F1 in per cent of the sums of right, predicted and gold; None where nothing is to find or found."""
    right, predicted, gold = (sum(column) for column in zip(*rows, strict=True))
    return 200 * right / (predicted + gold) if predicted + gold else None


def bootstrap(rows: Sequence[Counts]) -> list[float] | None:
    """The interval of `f1` over resampled documents: 1,000 resamples, seed 0, as the scorers do it."""
    rng = random.Random(0)
    drawn = (f1(rng.choices(rows, k=len(rows))) for _ in range(RESAMPLES if rows else 0))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    return [round(values[int(share * (len(values) - 1))], 2) for share in (0.025, 0.975)]


def wilson(share: float, n: int) -> list[float] | None:
    """The binomial interval of a share in per cent (Wilson 1927), which holds near 0 and 100 too."""
    if not n:
        return None
    p = share / 100
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return [round(100 * max(0.0, middle - half), 2), round(100 * min(1.0, middle + half), 2)]
