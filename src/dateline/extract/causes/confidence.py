"""How probable it is that a link is a claim with these two sides, by what the heads say of their words.

Takes a link and the scores of its sentence, gives a probability. Logistic regression on the held-out tenth of the
Causal News Corpus, both sides overlapping those of the gold by half (602 links, 185 right).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from dateline.extract.causes.link import Link
from dateline.record.parsed import Reasons
from dateline.record.tags import Range

# Intercept; then of: no signal of the lexicon, a sure signal, log odds that the sentence holds a claim, the heads'
# score of the sides as they are, turned around, and of the signal. To be fitted anew with each encoder.
WEIGHTS = (-1.64, -0.81, 0.03, 0.16, 1.89, -2.33, 1.44)
# What a signal that is sure says where the encoder has no scores for its sentence.
UNSEEN = 0.3


def features(link: Link, heads: Reasons) -> tuple[float, ...]:
    """What the probability is computed from."""
    p = min(max(heads.probability, 0.01), 0.99)
    straight = (mean(heads, 0, link.cause) + mean(heads, 1, link.effect)) / 2
    turned = (mean(heads, 1, link.cause) + mean(heads, 0, link.effect)) / 2
    signal = max((mean(heads, 2, words) for words in link.signal), default=0.0)
    sure = link.entry is not None and link.entry.sure
    return float(link.entry is None), float(sure), log(p / (1 - p)), straight, turned, signal


def mean(heads: Reasons, role: int, words: Range) -> float:
    """The mean score of some words as cause (0), effect (1) or signal (2)."""
    return float(heads.score[words[0] - heads.first : words[1] - heads.first, role].mean())


def probability(link: Link, heads: Reasons | None, weights: Sequence[float] = WEIGHTS) -> float:
    """That there is such a claim."""
    if heads is None:
        return UNSEEN
    z = weights[0] + sum(w * x for w, x in zip(weights[1:], features(link, heads), strict=True))
    return 1 / (1 + exp(-z))
