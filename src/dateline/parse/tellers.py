"""Words that may tell an event and, for each, who in its sentence has a part in it.

Takes the outputs of the event heads, gives `Teller`s in text order, and the type of the event between two sides.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.parse.encoder import Outputs
from dateline.parse.links import buckets
from dateline.record.parsed import Floats, Sentence, Teller

# A word is kept as one that may tell an event from here on; which do is for the extractor to decide.
LEAST = 0.01
# Words around one in which its sides are looked for: a line without full stops is one sentence of any length.
REACH = 120
# Words that are looked at together; more would only take memory.
TOGETHER = 64
# How much an actor of an event "between" two counts as its recipient, as in training.
MUTUAL = 0.3


def tellers(out: Outputs, weights: dict[str, Floats], sentences: Sequence[Sentence]) -> tuple[Teller, ...]:
    """Every word that may tell an event, with the probabilities of the words of its sentence within REACH."""
    likely = np.flatnonzero(1 - np.exp(out["event"][:, 0].astype(np.float32)) >= LEAST)
    types, modes = (np.exp(out[k][likely].astype(np.float32)) for k in ("event", "mode"))
    found, at = [], 0
    for sentence in sentences:
        last = int(np.searchsorted(likely, sentence.last))
        for first in range(at, last, TOGETHER):
            here = likely[first : min(first + TOGETHER, last)]
            around = range(max(sentence.first, int(here[0]) - REACH), min(sentence.last, int(here[-1]) + 1 + REACH))
            for k, shares in enumerate(parts(out, weights, here, around), start=first):
                word = int(likely[k])
                lo, hi = max(around.start, word - REACH), min(around.stop, word + 1 + REACH)
                own = shares[lo - around.start : hi - around.start]
                found.append(Teller(word, types[k], modes[k], lo, own[:, 1], own[:, 2]))
        at = last
    return tuple(found)


def parts(out: Outputs, weights: dict[str, Floats], told: NDArray[np.int64], around: range) -> Floats:
    """(told, around, 3) probabilities of no part, actor, recipient of the event that a word tells."""
    table = weights["part_distance"]
    near = table[buckets(np.arange(around.start, around.stop) - told[:, None], len(table))]
    near += out["act_event"][told].astype(np.float32)[:, None]
    near += out["act_word"][around.start : around.stop].astype(np.float32)
    scores = np.maximum(near, 0.0, out=near) @ weights["part_weight"].T + weights["part_bias"]
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(odds / odds.sum(-1, keepdims=True), dtype=np.float32)


def between(
    out: Outputs, weights: dict[str, Floats], around: range, actors: Sequence[int], recipients: Sequence[int]
) -> Floats:
    """(words, types) probabilities that a word tells the event between two sides, and of which type; they sum to one.

    `actors`, `recipients`: the words of either side, empty where one is not given.
    """
    told = out["event"][around.start : around.stop].astype(np.float32)
    score = np.logaddexp.reduce(told[:, 1:], -1)
    for words, role in ((actors, 1), (recipients, 2)):
        if words:
            at = np.array(words) - around.start
            log = np.log(parts(out, weights, np.array(around), around)[:, at] + 1e-9)
            found = log[..., 1] if role == 1 else np.logaddexp(log[..., 2], log[..., 1] + np.log(MUTUAL))
            score = score + found.mean(-1)
    types = told[:, 1:] - np.logaddexp.reduce(told[:, 1:], -1, keepdims=True)
    joint = np.exp(score[:, None] - np.logaddexp.reduce(score) + types)
    return np.asarray(joint, dtype=np.float32)
