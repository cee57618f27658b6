"""Where and when an event takes place. Takes the word that tells it, gives the ids of a place and a time, or None.

What hangs on the word itself comes first ("talks | in Geneva | next week"), then what hangs on the verb that governs it
("hold talks in Geneva"); what belongs to another event, or to the cue of a statement around it, does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from dateline.record import Record
from dateline.record.parsed import ParsedStory

# How circumstances hang on what they are of.
HANGS = ("obl", "nmod", "advmod", "compound", "amod", "nummod")
# How an event hangs on the verb that lends it its circumstances.
LENT = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "obl", "nmod", "compound", "conj"})
DEEPEST = 4
CLIMBS = 2
# Prepositions before where something happens, and no side of it.
WHERE = frozenset([
    "in", "at", "on", "near", "across", "outside", "inside", "around", "over", "off", "throughout", "within", "along",
    "into",
])  # fmt: skip


@dataclass(frozen=True)
class Circumstances:
    """The words that are parts of the places and times of a story."""

    places: Mapping[int, str]
    times: Mapping[int, str]

    @classmethod
    def of(cls, parsed: ParsedStory, record: Record) -> Circumstances:
        """By word: the id of the place or time that it is the head of."""
        places = {
            i: m.place
            for m in record.mentions
            if m.place is not None
            for i in parsed.words_in(m.head.start, m.head.end)
        }
        times = {i: t.id for t in record.times for i in parsed.words_in(t.span.start, t.span.end)}
        return cls(places, times)


def circumstances(
    parsed: ParsedStory, known: Circumstances, words: Sequence[int], taken: Set[int]
) -> tuple[str | None, str | None]:
    """The place and time of the event that some words tell, the first above all.

    `taken`: words of events and of cues; what hangs on those of others is not looked at.
    """
    place = time = None
    for at in lenders(parsed, words, taken):
        for i in beneath(parsed, at, words, taken):
            if place is None and i in known.places and WHERE.intersection(parsed.tree.cases(i)):
                place = known.places[i]
            if time is None and i in known.times:
                time = known.times[i]
    return place, time


def lenders(parsed: ParsedStory, words: Sequence[int], taken: Set[int]) -> Iterator[int]:
    """The first word, then the verbs above it whose circumstances are its own too."""
    at = words[0]
    yield at
    for _ in range(CLIMBS):
        above = parsed.tokens.head[at]
        if above == at or parsed.tokens.deprel[at] not in LENT or (above in taken and above not in words):
            return
        yield above
        at = above


def beneath(parsed: ParsedStory, at: int, words: Sequence[int], taken: Set[int], depth: int = 0) -> Iterator[int]:
    """The words of the circumstances of a word, nearest first."""
    for child in parsed.tree.children[at]:
        if (child in words or child not in taken) and parsed.tokens.deprel[child].startswith(HANGS):
            yield child
            if depth < DEEPEST:
                yield from beneath(parsed, child, words, taken, depth + 1)
