"""Words that may tell an event and, for each, who in its sentence has a part in it.

Takes the outputs of the event heads, gives `Teller`s in text order, and the type of the event between two sides.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.parse.encoder import Outputs
from dateline.parse.links import buckets
from dateline.record.parsed import Floats, Sentence, Teller

# A word is kept as one that may tell an event from here on; which do is for the extractor to decide.
LEAST = 0.01
# How much an actor of an event "between" two counts as its recipient, as in training.
MUTUAL = 0.3
PARTS = ("none", "actor", "recipient")


def tellers(out: Outputs, weights: dict[str, Floats], sentences: Sequence[Sentence]) -> tuple[Teller, ...]:
    """Every word that may tell an event, with the probabilities of all words of its sentence."""
    likely = 1 - np.exp(out["event"][:, 0].astype(np.float32))
    found = []
    for sentence in sentences:
        here = range(sentence.first, sentence.last)
        for word in sentence.first + np.flatnonzero(likely[here.start : here.stop] >= LEAST):
            shares = parts(out, weights, int(word), here)
            types, modes = (np.exp(out[k][word].astype(np.float32)) for k in ("event", "mode"))
            found.append(Teller(int(word), types, modes, here.start, shares[:, 1], shares[:, 2]))
    return tuple(found)


def parts(out: Outputs, weights: dict[str, Floats], word: int, around: range) -> Floats:
    """(words, 3) probabilities of no part, actor, recipient of the event that a word tells."""
    near = weights["part_distance"][
        buckets(np.arange(around.start - word, around.stop - word), len(weights["part_distance"]))
    ]
    event = out["act_event"][word].astype(np.float32)
    hidden = np.maximum(near + event + out["act_word"][around.start : around.stop], 0.0)
    scores = hidden @ weights["part_weight"].T + weights["part_bias"]
    odds = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(odds / odds.sum(1, keepdims=True), dtype=np.float32)


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
            log = np.log(np.array([parts(out, weights, word, around)[at] for word in around]) + 1e-9)
            found = log[..., 1] if role == 1 else np.logaddexp(log[..., 2], log[..., 1] + np.log(MUTUAL))
            score = score + found.mean(-1)
    types = told[:, 1:] - np.logaddexp.reduce(told[:, 1:], -1, keepdims=True)
    joint = np.exp(score[:, None] - np.logaddexp.reduce(score) + types)
    return np.asarray(joint, dtype=np.float32)
