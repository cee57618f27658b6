"""A causal claim as words, before it is a row of the record. Takes nothing, gives the types only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.record.findings import Relation
from dateline.record.tags import Range

Does = Literal["make", "raise", "lower", "stop", "worsen", "better", "touch"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A signal of the lexicon: its lemmas, what it says and whether it says so without the encoder's consent."""

    words: tuple[str, ...]
    relation: Relation
    does: Does
    sure: bool

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Link:
    """Ranges of words: the cause, the effect and what says so.

    `anchor`: the word that the claim hangs on, which may be negated or hedged; `object`: the word that heads the
    effect; `blamer`: the word of the one who is said to claim it ("the mayor blamed ..."); `agent`: the word that heads
    the cause of a verb. `entry`: the signal of the lexicon; None where the heads alone found it. `probability`: that
    there is such a claim.
    """

    cause: Range
    effect: Range
    signal: tuple[Range, ...]
    anchor: int
    object: int
    entry: Entry | None
    found_by: str
    probability: float = 0.0
    blamer: int | None = None
    agent: int | None = None
