"""The turns of a transcript or an interview: who is said to speak at the head of each paragraph, and the words spoken.

Takes the text, words and sentences of a story, gives `Turn`s in text order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from dateline.record.labels import CLOSES, OPENS, Label, Range, label_at, lists
from dateline.record.tokens import Tokens

# Labels that a story has at least where they are in small letters, and where a paragraph without one belongs to the
# turn before it.
FEWEST = 3
# How the mention that a label makes says that it was found.
LABEL = "label of a turn"


class Sentence(Protocol):
    """What is looked at of a sentence."""

    @property
    def start(self) -> int: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def zone(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """A label and the pieces of what is said under it, as words."""

    label: Label
    said: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words [first, last), and the label that opens them, if one does."""

    first: int
    last: int
    label: Label | None = None


def turns_of(text: str, tokens: Tokens, sentences: Sequence[Sentence]) -> tuple[Turn, ...]:
    """The turns of a story, in order; each goes on over paragraphs without a label where most have one."""
    found = labelled(tokens, list(paragraphs(text, tokens, sentences)))
    dense = sum(p.label is not None for p in found) >= max(FEWEST, len(found) / 2)
    latest = max((k for k, p in enumerate(found) if p.label is not None), default=-1)
    turns: list[tuple[Label, list[Range]]] = []
    goes_on = False
    for k, paragraph in enumerate(found[: latest + 1]):
        if breaks_off(tokens, paragraph):
            goes_on = False
        elif paragraph.label is not None:
            turns.append((paragraph.label, spoken(tokens, paragraph)))
            goes_on = dense
        elif goes_on and k < latest:
            turns[-1][1].extend(spoken(tokens, paragraph))
    return tuple(Turn(label, tuple(said)) for label, said in turns if said)


def paragraphs(text: str, tokens: Tokens, sentences: Sequence[Sentence]) -> Iterator[Paragraph]:
    """The paragraphs of the body, with the label that each may open with."""
    body = [s for s in sentences if s.zone == "body"]
    starts = [s.first for s in body if s.first == 0 or "\n" in text[tokens.end[s.first - 1] : s.start]]
    ends = {s.first: s.last for s in body}
    for first, after in pairwise([*starts, len(tokens)]):
        last = first
        while last in ends and last < after:
            last = ends[last]
        if last > first:
            yield Paragraph(first, last, label_at(text, tokens, first, last))


def labelled(tokens: Tokens, found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with the labels that are such in this story."""
    labels = [p.label for p in found if p.label is not None]
    sure = sum(label.sure for label in labels)
    kept = [*letters(tokens, found, sure), *(label for label in labels if label.sure)]
    small = [label for label in labels if not label.sure and not label.is_letter]
    names = Counter(tokens.text[label.first : label.last] for label in small)
    returns = len(small) >= FEWEST and max(names.values()) > 1
    if returns or (sure >= FEWEST and len(labels) * 2 >= len(found)):
        kept += small
    known = {label.first for label in kept}
    return [p if p.first in known else replace(p, label=None) for p in found]


def letters(tokens: Tokens, found: Iterable[Paragraph], sure: int) -> list[Label]:
    """The "Q" and "A" that are labels: a question and then an answer, a question among names, one that asks."""
    both = [(p, p.label) for p in found if p.label is not None and p.label.is_letter]
    sorts = [label.sort for _, label in both]
    if "question" in sorts and "answer" in sorts[sorts.index("question") :]:
        return [label for _, label in both]
    asking = [(p, label) for p, label in both if label.sort == "question"]
    return [label for p, label in asking if sure or (label.mark is not None and tokens.text[p.last - 1] == "?")]


def breaks_off(tokens: Tokens, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a stage direction after which someone else speaks: "(END VIDEO CLIP)"."""
    said = tokens.text[paragraph.first : paragraph.last]
    if said[0] not in OPENS or said[-1] not in CLOSES:
        return False
    plain = [word for word in said if word[0].isalpha()]
    return all(map(str.isupper, plain)) and not lists()["breaks"].isdisjoint(word.lower() for word in plain)


def spoken(tokens: Tokens, paragraph: Paragraph) -> list[Range]:
    """What is said in a paragraph: its words but for brackets around it and the label; nothing in stage directions."""
    text = tokens.text
    first = paragraph.first if paragraph.label is None else paragraph.label.start
    last = paragraph.last
    while first < last and text[first] in OPENS:
        first = next((i + 1 for i in range(first, last) if text[i] in CLOSES), last)
    while first < last and text[last - 1] in CLOSES:
        last = next((i for i in range(last - 1, first - 1, -1) if text[i] in OPENS), first)
    words = any(any(map(str.isalnum, text[i])) for i in range(first, last))
    return [(first, last)] if words else []
