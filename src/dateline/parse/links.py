"""Possible cues of attributions and, for each, which words around it are its source and its content.

Takes the outputs of the attribution heads, gives `CueLinks` in text order.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.parse.encoder import Outputs
from dateline.record.parsed import CueLinks, Floats

# A cue is kept as possible from here on; which are statements is for the extractor to decide.
LEAST = 0.2
KEPT = 0.8
# Words around a cue in which its source and content are looked for: 99.9 % of attributions span fewer (PolNeAR train).
REACH = 220
BEGINS, INSIDE = 4, 5


def buckets(offset: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Signed distance in words to a bucket, as in training: exact to 4, then half octaves."""
    far = np.abs(offset)
    step = 4 + np.floor(2 * np.log2(np.maximum(far, 4) / 4)).astype(np.int64)
    near = np.minimum(np.where(far < 4, far, step), count // 2 - 1)
    return np.where(offset < 0, near, near + count // 2)


def cues(roles: Floats) -> Iterator[tuple[int, int, float]]:
    """Runs of words that may be a cue, cut where a new one begins, with their mean probability.

    Words at its ends that are less than KEPT as probable as its best are left out: they would draw a strong cue out.
    """
    begins, inside = roles[:, BEGINS], roles[:, INSIDE]
    score = begins + inside
    at = np.flatnonzero(score >= LEAST).tolist()
    k = 0
    while k < len(at):
        j = k + 1
        while j < len(at) and at[j] == at[j - 1] + 1 and inside[at[j]] >= begins[at[j]]:
            j += 1
        run = score[at[k] : at[j - 1] + 1]
        strong = np.flatnonzero(run >= KEPT * run.max())
        first, last = at[k] + int(strong[0]), at[k] + int(strong[-1]) + 1
        yield first, last, float(score[first:last].mean())
        k = j


def links(out: Outputs, weights: dict[str, Floats]) -> tuple[CueLinks, ...]:
    """Every possible cue with the probabilities of the words within REACH."""
    found, n = [], len(out["roles"])
    table, bias = weights["link_weight"].T, weights["link_bias"]
    for first, last, probability in cues(out["roles"]):
        lo, hi = max(0, first - REACH), min(n, last + REACH)
        distance = weights["distance"][buckets(np.arange(lo, hi) - first, len(weights["distance"]))]
        hidden = np.maximum(out["link_cue"][first:last].mean(0) + out["link_token"][lo:hi] + distance, 0.0)
        scores = hidden @ table + bias
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        found.append(CueLinks(first, last, probability, lo, odds[:, 1], odds[:, 2]))
    return tuple(found)
