"""Possible cues of attributions and, for each, which words around it are its source and its content.

Takes the outputs of the attribution heads, gives `CueLinks` in text order.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.parse.encoder import Outputs
from dateline.record.parsed import CueLinks, Floats
from dateline.record.tags import spans

# A cue is kept as possible from here on; which are statements is for the extractor to decide.
LEAST, KEPT_CUE = 0.2, 0.25
KEPT = 0.8
# Words around a cue in which its source and content are looked for: 99.9 % of attributions span fewer (PolNeAR train).
REACH = 220
# Words above which a second copy of their vectors would take too much memory.
MANY = 20_000
OUTSIDE, BEGINS, INSIDE = 3, 4, 5
CONTENT = [7, 8]


def buckets(offset: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Signed distance in words to a bucket, as in training: exact to 4, then half octaves."""
    far = np.abs(offset)
    step = 4 + np.floor(2 * np.log2(np.maximum(far, 4) / 4)).astype(np.int64)
    near = np.minimum(np.where(far < 4, far, step), count // 2 - 1)
    return np.where(offset < 0, near, near + count // 2)


def cues(roles: Floats) -> Iterator[tuple[int, int, float]]:
    """Possible cues in order, with their mean probability.

    The spans of the best path of tags outside of content; and where that sees none, runs of words that may be a cue, of
    which the most probable are kept. Inside content the head was never told where a cue ends (see training/corpora.py).
    """
    score = roles[:, BEGINS] + roles[:, INSIDE]
    outside = roles[:, OUTSIDE : INSIDE + 1].copy()
    outside[roles[:, CONTENT].sum(1) > 0.5] = (1, 0, 0)
    sure = spans(outside)
    taken = np.zeros(len(score), dtype=bool)
    for a, b in sure:
        taken[max(a - 1, 0) : b + 1] = True
    found = [*sure, *weak_cues(np.where(taken, 0.0, score))]
    for first, last in sorted(found):
        yield first, last, float(score[first:last].mean())


def weak_cues(score: Floats) -> Iterator[tuple[int, int]]:
    """Runs of words of probability LEAST, narrowed to those nearly as probable as the best of them."""
    at = np.flatnonzero(score >= LEAST)
    for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(at) else []:
        strong = run[score[run] >= KEPT * score[run].max()]
        yield int(strong[0]), int(strong[-1]) + 1


def links(out: Outputs, weights: dict[str, Floats]) -> tuple[CueLinks, ...]:
    """Every possible cue with the probabilities of the words within REACH."""
    found, n = [], len(out["roles"])
    table, bias = weights["link_weight"].T, weights["link_bias"]
    near = weights["distance"][buckets(np.arange(-REACH, 2 * REACH), len(weights["distance"]))]
    token = out["link_token"] if n > MANY else out["link_token"].astype(np.float32)
    for first, last, probability in cues(out["roles"]):
        if probability < KEPT_CUE:
            continue
        lo, hi = max(0, first - REACH), min(n, last + REACH)
        # A cue of more than REACH words is none; its far end has no bucket of its own.
        hi = min(hi, first + 2 * REACH)
        cue = out["link_cue"][first:last].mean(0, dtype=np.float32)
        hidden = np.maximum(near[lo - first + REACH : hi - first + REACH] + cue + token[lo:hi], 0.0)
        scores = hidden @ table + bias
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        found.append(CueLinks(first, last, probability, lo, odds[:, 1], odds[:, 2]))
    return tuple(found)
