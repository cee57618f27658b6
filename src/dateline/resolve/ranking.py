"""Which candidate a mention most probably stands for. Takes clues, gives a probability for each, and for none of them.

A log-linear ranking (Denis and Baldridge 2007): each clue has a weight, as such and for the sort of mention that asks.
The weights are in data/coreference.json, fitted by `training.coreference`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
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


@dataclass(frozen=True)
class Ranker:
    """The weights of the clues, by task: "pronoun", "description"."""

    weights: Mapping[str, Weights]

    def probabilities(self, asked: Question) -> list[float]:
        """One for each candidate, and last that it is none of them."""
        weights = self._of_sorts(asked.task, asked.sorts)
        return softmax([score(weights, row) for row in asked.rows])

    def _of_sorts(self, task: str, sorts: tuple[str, ...]) -> Weights:
        """What each clue counts for in this sort of question; summed up once."""
        if (task, sorts) not in self._summed:
            self._summed[task, sorts] = summed(self.weights.get(task, {}), sorts)
        return self._summed[task, sorts]

    @cached_property
    def _summed(self) -> dict[tuple[str, tuple[str, ...]], Weights]:
        return {}


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


def summed(weights: Weights, sorts: Sequence[str]) -> Weights:
    """The weights of clues as such, with those that they have for each of these sorts of mention."""
    found = {name: weight for name, weight in weights.items() if "|" not in name}
    for name, weight in weights.items():
        sort, bar, clue = name.partition("|")
        if bar and sort in sorts:
            found[clue] = found.get(clue, 0.0) + weight
    return found


def score(weights: Weights, row: Clues) -> float:
    """The sum of a row's clues, each by its weight."""
    get = weights.get
    return sum([value * get(clue, 0.0) for clue, value in row.items()])


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that add up to one."""
    top = max(scores)
    odds = [exp(s - top) for s in scores]
    return [one / sum(odds) for one in odds]
