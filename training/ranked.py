"""Weights for ranking candidates by named clues. Takes examples, gives a weight for each clue.

Conditional logit (McFadden 1974) over the candidates of each question, several of which may be right, with a ridge;
minimised by L-BFGS (Nocedal 1980).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.chains import Bools, Example

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# Swept 2-20 over the folds of GAP: 10 is best; a clue must occur this often to have a weight (4 and 10 do as well).
RIDGE, LEAST = 10.0, 4
STEPS, MEMORY, SMALL = 200, 10, 1e-5


@dataclass(frozen=True)
class Table:
    """Examples as arrays: of each clue its row, its number and value; of each question its first row; right rows."""

    row: Ints
    clue: Ints
    value: Floats
    first: Ints
    question: Ints
    right: Bools
    weight: Floats


def clues_of(example: Example) -> Iterator[tuple[int, str, float]]:
    """Every clue of an example by itself and by the sorts of mention that ask."""
    for k, row in enumerate(example.rows):
        for clue, value in row.items():
            yield k, clue, value
            for sort in example.sorts:
                yield k, f"{sort}|{clue}", value


def names_of(examples: Sequence[Example]) -> dict[str, int]:
    """A number for each clue that occurs often enough."""
    count = Counter(name for example in examples for _, name, _ in clues_of(example))
    return {name: i for i, name in enumerate(sorted(name for name, n in count.items() if n >= LEAST))}


def table(examples: Sequence[Example], weights: Sequence[float], names: dict[str, int]) -> Table:
    """The arrays of examples."""
    rows: list[int] = []
    clues: list[int] = []
    values: list[float] = []
    first, n = [], 0
    for example in examples:
        first.append(n)
        for k, name, value in clues_of(example):
            if name in names:
                rows.append(n + k)
                clues.append(names[name])
                values.append(value)
        n += len(example.rows)
    sizes = np.diff([*first, n])
    return Table(
        np.array(rows), np.array(clues), np.array(values), np.array(first), np.repeat(np.arange(len(first)), sizes),
        np.concatenate([example.right for example in examples]), np.array(weights),
    )  # fmt: skip


def cost(data: Table, w: Floats) -> tuple[float, Floats]:
    """Minus the log probability of the right candidates, with the ridge, and its gradient."""
    scores = np.bincount(data.row, weights=w[data.clue] * data.value, minlength=len(data.right))
    kept = np.where(data.right, scores, -1e9)
    total, known = log_sums(data, scores), log_sums(data, kept)
    p = np.exp(scores - total[data.question])
    q = np.where(data.right, np.exp(kept - known[data.question]), 0.0)
    push = ((p - q) * data.weight[data.question])[data.row] * data.value
    gradient = np.bincount(data.clue, weights=push, minlength=len(w)) + RIDGE * w
    return float(((total - known) * data.weight).sum() + RIDGE * (w @ w) / 2), gradient


def log_sums(data: Table, scores: Floats) -> Floats:
    """Per question the logarithm of the sum of its candidates' odds."""
    top: Floats = np.maximum.reduceat(scores, data.first)
    found: Floats = top + np.log(np.add.reduceat(np.exp(scores - top[data.question]), data.first))
    return found


def fit(examples: Sequence[Example], weights: Sequence[float]) -> dict[str, float]:
    """The weight of each clue. `weights`: what each example counts for."""
    names = names_of(examples)
    data = table(examples, weights, names)
    w = minimised(lambda x: cost(data, x), np.zeros(len(names)))
    return {name: round(float(w[i]), 4) for name, i in names.items() if abs(w[i]) >= 0.0005}


def minimised(f: Callable[[Floats], tuple[float, Floats]], w: Floats) -> Floats:
    """The place of the least value of a convex function that gives its gradient too."""
    value, gradient = f(w)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(STEPS):
        way, size = direction(gradient, steps), 1.0
        while (found := f(w - size * way))[0] > value - 1e-4 * size * (gradient @ way) and size > SMALL:
            size /= 2
        steps = [*steps[1 - MEMORY :], (-size * way, found[1] - gradient)]
        w = w - size * way
        if value - found[0] < SMALL * value:
            break
        value, gradient = found
    return w


def direction(gradient: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Any:
    """The gradient times what the last steps tell of the inverse of the curvature."""
    way, shares = gradient.copy(), []
    for s, y in reversed(steps):
        shares.append((s @ way) / (y @ s))
        way -= shares[-1] * y
    last = steps[-1] if steps else None
    way *= 1 / max(1, np.abs(gradient).sum()) if last is None else (last[0] @ last[1]) / (last[1] @ last[1])
    for (s, y), share in zip(steps, reversed(shares), strict=True):
        way += s * (share - (y @ way) / (y @ s))
    return way
