"""Whether what a word tells has happened. Takes the status heads' scores and the grammar, gives a `Judgement`.

Grammar leaves some statuses open ("may": hypothetical; "will": planned, threatened, hypothetical); the heads choose,
and rarely another one. Where it leaves all open, they decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import cast

from dateline.extract.attributes.certainty import clause_certainty
from dateline.extract.attributes.tree import Tree
from dateline.extract.factuality.effects import EVERY, REAL
from dateline.extract.factuality.grammar import NEGATED, Signal, signals
from dateline.record.findings import FactValue, Status
from dateline.record.parsed import ParsedStory
from dateline.record.plover import STATUS_TAGS

# How much the head that was taught on predicates of all sorts counts beside that taught on events (macro-F1 of UDS dev,
# a third: 84.1 with 0, 85.7 with 2; of our own marked sentences 74.0 and 72.4).
ANY_PREDICATE = 2.0
LEAST = 0.01
# What grammar excludes is so much less probable, not impossible: trees err, and so do lists (macro-F1 of UDS dev, a
# third: 83.1 where it is impossible, 87.0 with this; of our own marked sentences 73.9 and 74.4).
EXCLUDED = 0.05
GRADE = {"certain": "CT", "probable": "PR", "possible": "PS", "underspecified": "CT"}
ALLEGED = frozenset({"alleged", "allegedly", "supposed", "purported", "reported", "reportedly", "claimed", "so-called"})
# What a refusal is made of: its own "not" does not say that it did not happen.
IGNORED = {"REJECT": frozenset({NEGATED})}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether what a predicate tells has happened, as its innermost source presents it.

    `status`: as of events in the record; `value`: FactBank's; `probability`: of the status among those that the grammar
    leaves open; `why`: what decided, in words.
    """

    status: Status
    value: FactValue
    probability: float
    why: str

    @property
    def happened(self) -> bool:
        """Whether it has happened or goes on, for certain or probably."""
        return self.status in REAL and self.value in {"CT+", "PR+"}


def judged(parsed: ParsedStory, tree: Tree, word: int, kind: str = "") -> Judgement:
    """The status of the predicate of a word. `kind`: the PLOVER type of the event that it tells, if it is one."""
    found = [s for s in signals(tree, word) if s.why not in IGNORED.get(kind, ())]
    allowed, why = narrowed(found)
    weight = 0.0 if kind else ANY_PREDICATE
    real = min(max(float(parsed.scores.happened[word]), LEAST), 1 - LEAST)
    odds = {
        s: score(float(parsed.scores.status[word][k]), s, real, weight) * (1.0 if s in allowed else EXCLUDED)
        for k, s in enumerate(STATUS_TAGS)
    }
    best = cast("Status", max(odds, key=lambda s: odds[s]))
    return Judgement(
        best, value(tree, word, best), round(odds[best] / sum(odds.values()), 4), ", ".join(why) or "status head"
    )


def score(share: float, status: str, real: float, weight: float) -> float:
    """How probable a status is by both heads."""
    return exp(log(share + LEAST / 100) + weight * log(real if status in REAL else 1 - real))


def narrowed(found: Sequence[Signal]) -> tuple[frozenset[Status], list[str]]:
    """The statuses that all signals leave open; an outer one that excludes all of these gives way to the inner ones."""
    allowed, why = EVERY, []
    for signal in found:
        if allowed & signal.statuses:
            if not allowed <= signal.statuses:
                why.append(signal.why)
            allowed &= signal.statuses
    return allowed, why


def value(tree: Tree, word: int, status: Status) -> FactValue:
    """The FactBank value that a status and the hedges around the predicate amount to."""
    hedge = GRADE[clause_certainty(tree, word)]
    if status == "negated":
        return f"{hedge}-"  # type: ignore[return-value]
    if status == "hypothetical":
        return "PS+" if hedge == "PS" else "Uu"
    if status == "threatened":
        return "Uu"
    if not ALLEGED.isdisjoint(tree.text[c] for c in tree.kids(word, "advmod", "amod")):
        return "Uu"
    return f"{hedge}+"  # type: ignore[return-value]
