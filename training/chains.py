"""What the corpora say of the questions that coreference asks: which candidates are right.

Takes parsed stories with GUM's chains or GAP's names, gives `Example`s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.extract import mentions
from dateline.record import Record, Span
from dateline.record.parsed import ParsedStory
from dateline.resolve import towns
from dateline.resolve.coreference import clusters, with_lists
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Clues, Question, Ranker, Weights

Row = dict[str, Any]
Bools = NDArray[np.bool_]
PUNCTUATION = " \t\n\r.,;:!?\"“”‘’'()[]-–—"


@dataclass(frozen=True)
class Example:
    """A question with its right answers, of a story of GUM or of GAP."""

    story: str
    task: str
    sorts: tuple[str, ...]
    rows: Sequence[Clues]
    right: Bools


@dataclass(frozen=True)
class Teacher(Ranker):
    """A ranking that notes every question that the corpus answers. `chains`: the chain of each mention of a GUM story.

    In GUM the right answer is also given to the reader, so that one error is not learned from twice; in GAP, where one
    pronoun of a text is known, its own answers stand.
    """

    row: Row
    chains: Mapping[int, int]
    found: list[Example] = field(default_factory=list)

    def probabilities(self, asked: Question) -> list[float]:
        """The ranking's own, or in GUM those of the right answers."""
        own = Ranker.probabilities(self, asked)
        if "pronoun" in self.row:
            if asked.task == "pronoun" and touches(asked.item, self.row["pronoun"]):
                self._note(asked, of_gap(self.row, asked.candidates))
            return own
        right = of_chain(self.chains, asked)
        if asked.task == "pronoun" or asked.item.index in self.chains:
            self._note(asked, right)
        return [p if ok else p * 1e-6 for p, ok in zip(own, right, strict=True)]

    def _note(self, asked: Question, right: Bools) -> None:
        self.found.append(Example(self.row["id"], asked.task, asked.sorts, asked.rows, right))


def examples(row: Row, parsed: ParsedStory, weights: Mapping[str, Weights]) -> list[Example]:
    """What one story teaches, read with these weights."""
    scene = scene_of(parsed)
    teacher = Teacher(weights, row, {} if "pronoun" in row else chain_of_each(scene, row))
    clusters(scene, teacher)
    return teacher.found


def scene_of(parsed: ParsedStory) -> Scene:
    """A story as coreference sees it."""
    record = towns.find(parsed, mentions.find(parsed, Record.of(parsed.story, parsed.zones)))
    return with_lists(parsed, record.mentions)


def of_chain(chains: Mapping[int, int], asked: Question) -> Bools:
    """The candidates that are most of all of the mention's own chain; nobody where there is none."""
    own = chains.get(asked.item.index)
    right = [own is not None and own in usual(chains, entity) for entity in asked.candidates]
    return np.array([*right, not any(right)])


def usual(chains: Mapping[int, int], entity: Entity) -> set[int]:
    """The chain of most mentions of an entity; pronouns count where there is nothing else."""
    known = [item for item in entity.items if item.index in chains]
    named = [item for item in known if item.mention.form != "pronoun"]
    count = Counter(chains[item.index] for item in named or known)
    most = max(count.values(), default=0)
    return {chain for chain, n in count.items() if n == most}


def of_gap(row: Row, candidates: Sequence[Entity]) -> Bools:
    """The candidates that are the name; where neither name is right, or it is no candidate, all others and nobody."""
    holds = {k: np.array([*(any(touches(i, row[k]) for i in e.items) for e in candidates), False]) for k in "ab"}
    for k in "ab":
        if row[f"{k}_coref"] and holds[k].any():
            return holds[k]
    return ~(holds["a"] | holds["b"])


def touches(item: Item, place: Sequence[int]) -> bool:
    """Whether a mention's head shares a character with [start, end)."""
    return bool(item.mention.head.start < place[1] and place[0] < item.mention.head.end)


def chain_of_each(scene: Scene, row: Row) -> dict[int, int]:
    """The chain of each mention: heads touch, one phrase lies within the other, and of several the most alike."""
    at: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for k, chain in enumerate(row["chains"]):
        for start, end, first, last, *_ in chain["mentions"]:
            for i in range(first, last):
                at[i].append((*bare(row["text"], start, end), k))
    found: dict[int, int] = {}
    for item in scene.items:
        likeness = [
            (alike, chain) for alike, chain in likenesses(item.mention.span, item.mention.head, at, row["text"])
        ]
        if likeness:
            found[item.index] = max(likeness)[1]
    return found


def likenesses(
    span: Span, head: Span, at: Mapping[int, list[tuple[int, int, int]]], text: str
) -> Iterator[tuple[float, int]]:
    """How alike a phrase is to each of the corpus that it may stand for, with the chain of that one."""
    first, last = bare(text, span.start, span.end)
    for i in range(head.start, head.end):
        for start, end, chain in at.get(i, ()):
            if (first <= start and end <= last) or (start <= first and last <= end):
                yield 2 * (min(end, last) - max(start, first)) / (end - start + last - first), chain


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A phrase without marks and possessive endings, as the scorer compares them."""
    while start < end and text[start] in PUNCTUATION:
        start += 1
    for _ in range(2):
        while start < end and text[end - 1] in PUNCTUATION:
            end -= 1
        if end - start > 2 and text[end - 1] == "s" and text[end - 2] in "'’":
            end -= 2
    return start, end
