"""Spans from begin-inside-outside probabilities: the best path of tags, so that no span starts in its middle.

Takes (n, 3) probabilities of outside, begins, inside, gives ranges of tokens. Viterbi (1967) with the one rule that an
inside follows a begin or an inside.
"""

from __future__ import annotations

import numpy as np

from dateline.record.parsed import Floats

Range = tuple[int, int]
OUTSIDE, BEGINS, INSIDE = range(3)
# A word as sure as this to be outside is so without a look at its neighbours: most of a story is.
SURELY_OUTSIDE = 0.98


def spans(probabilities: Floats) -> list[Range]:
    """The spans of the best path, in order."""
    found: list[Range] = []
    possible = np.concatenate(([False], probabilities[:, OUTSIDE] < SURELY_OUTSIDE, [False]))
    edges = np.flatnonzero(np.diff(possible.astype(np.int8))).tolist()
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        for i, tag in enumerate(best_path(probabilities[first:last]), start=first):
            if tag == BEGINS:
                found.append((i, i + 1))
            elif tag == INSIDE:
                found[-1] = (found[-1][0], i + 1)
    return found


def best_path(probabilities: Floats) -> list[int]:
    """The most probable sequence of tags. Plain Python on logarithms: three states are too few for arrays to pay."""
    rows = np.log(np.maximum(probabilities, 1e-6)).tolist()
    outside, begins, inside = 0.0, -1e9, -1e9
    back: list[tuple[int, int]] = []
    for o, b, i in rows:
        free, tag = max((outside, OUTSIDE), (begins, BEGINS), (inside, INSIDE))
        held, span = max((begins, BEGINS), (inside, INSIDE))
        outside, begins, inside = free + o, free + b, held + i
        back.append((tag, span))
    path = [max((outside, OUTSIDE), (begins, BEGINS), (inside, INSIDE))[1]] if back else []
    for tag, span in reversed(back[1:]):
        path.append(span if path[-1] == INSIDE else tag)
    return path[::-1]
