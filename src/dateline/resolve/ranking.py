"""Which candidate a mention most probably stands for. Takes clues, gives a probability for each, and for none of them.

A log-linear ranking (Denis and Baldridge 2007): each clue has a weight, as such and for the sort of mention that asks.
The weights are in data/coreference.json, fitted by `training.coreference`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

from dateline.resolve.entities import Entity
from dateline.resolve.items import Item

Clues = dict[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """Whom `item` stands for: one of the candidates, by their clues in `rows`, or nobody, by the last row.

    `sorts`: what sort of mention asks, the widest first ("he", "he.subject"); a clue counts for each in its own way.
    """

    task: str
    item: Item
    sorts: tuple[str, ...]
    candidates: Sequence[Entity]
    rows: Sequence[Clues]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of the clues, by task: "pronoun", "description"."""

    weights: Mapping[str, Weights]

    def probabilities(self, asked: Question) -> list[float]:
        """One for each candidate, and last that it is none of them."""
        weights = self.weights.get(asked.task, {})
        return softmax([score(weights, asked.sorts, row) for row in asked.rows])


@cache
def shipped() -> Ranker:
    """The ranking with the weights that come with the package."""
    path = resources.files("dateline") / "data" / "coreference.json"
    return Ranker(json.loads(path.read_text(encoding="utf-8"))["weights"])


def best(ranker: Ranker, asked: Question, nobody: float = 1.0) -> tuple[Entity, float] | None:
    """The most probable candidate with its probability; None where `nobody` times that of none of them is higher."""
    odds = ranker.probabilities(asked)
    top = max(range(len(odds) - 1), key=odds.__getitem__)
    return (asked.candidates[top], odds[top]) if odds[top] >= nobody * odds[-1] else None


def score(weights: Weights, sorts: Sequence[str], row: Clues) -> float:
    """The sum of a row's clues, each by its weights."""
    get = weights.get
    total = 0.0
    for clue, value in row.items():
        total += value * (get(clue, 0.0) + sum(get(f"{sort}|{clue}", 0.0) for sort in sorts))
    return total


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that add up to one."""
    top = max(scores)
    odds = [exp(s - top) for s in scores]
    return [one / sum(odds) for one in odds]
