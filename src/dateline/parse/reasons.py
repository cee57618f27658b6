"""Sentences that may hold a causal claim and, for each, which words are causes, effects and signals of which others.

Takes the outputs of the causal heads, gives `Reasons` in text order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.parse.encoder import Outputs
from dateline.parse.links import buckets
from dateline.record.parsed import Floats, Reasons, Sentence
from dateline.record.tags import Range, spans

# A sentence is kept as one that may hold a claim from here on; which do is for the extractor to decide.
LEAST = 0.2
# Where the best path of tags sees no span, the words at least so probable as the best of them, by this share, are one.
KEPT = 0.5
WIDTH = 3
# Causes, and effects, that are paired in a sentence: more stand in none that is one.
MOST = 40


def reasons(out: Outputs, weights: dict[str, Floats], sentences: Sequence[Sentence]) -> tuple[Reasons, ...]:
    """Every sentence whose words say on average that it may hold a claim."""
    found = []
    for one in sentences:
        probability = float(out["causal"][one.first : one.last].mean()) if one.last > one.first else 0.0
        if probability >= LEAST:
            found.append(of_sentence(out, weights, one, probability))
    return tuple(found)


def of_sentence(out: Outputs, weights: dict[str, Floats], one: Sentence, probability: float) -> Reasons:
    """The spans of a sentence, and how probably each cause is that of each effect."""
    tags = out["reasons"][one.first : one.last]
    causes, effects = (best_spans(tags[:, k : k + WIDTH], one.first)[:MOST] for k in (0, WIDTH))
    signals = tuple((a + one.first, b + one.first) for a, b in spans(tags[:, 2 * WIDTH :]))
    score = tags[:, 1::WIDTH] + tags[:, 2::WIDTH]
    pairs = pairing(out, weights, causes, effects)
    return Reasons(one.first, one.last, probability, causes, effects, signals, pairs, score.astype(np.float16))


def best_spans(tags: Floats, first: int) -> tuple[Range, ...]:
    """The spans of the best path; where there is none, the run of words around the most probable one."""
    if found := spans(tags):
        return tuple((a + first, b + first) for a, b in found)
    score = tags[:, 1] + tags[:, 2]
    best = int(score.argmax())
    likely = score >= KEPT * score[best]
    low = high = best
    while low > 0 and likely[low - 1]:
        low -= 1
    while high + 1 < len(score) and likely[high + 1]:
        high += 1
    return ((first + low, first + high + 1),)


def pairing(out: Outputs, weights: dict[str, Floats], causes: Sequence[Range], effects: Sequence[Range]) -> Floats:
    """(causes, effects) probabilities that the one brings about the other."""
    cause, effect = (
        np.array([out[k][a:b].mean(0, dtype=np.float32) for a, b in ranges])
        for k, ranges in (("why_cause", causes), ("why_effect", effects))
    )
    offset = np.array([[e[0] - c[0] for e in effects] for c in causes])
    near = weights["why_distance"][buckets(offset, len(weights["why_distance"]))]
    hidden = np.maximum(cause[:, None] + effect[None] + near, 0.0)
    score = hidden @ weights["why_weight"][0] + weights["why_bias"][0]
    return np.asarray(1 / (1 + np.exp(-score)), dtype=np.float32)
