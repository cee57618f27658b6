"""Makes of a story, without any model: its zones, words, sentences by rule, and quotations.

Takes a Story, gives `Segments`; `tokens` and `sentences` serve again when the encoder has found where sentences start.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.parse.paragraphs import Range, paragraphs
from dateline.parse.quotations import quotations
from dateline.parse.sentences import sentence_starts
from dateline.parse.tokens import Word, words
from dateline.parse.zones import zones
from dateline.record.parsed import Quotation, Sentence
from dateline.record.story import Story, Zone
from dateline.record.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Segments:
    """`tokens` have no syntax yet; `sentences` are a default, but every zone and every paragraph starts one."""

    zones: tuple[Zone, ...]
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


def segment(story: Story) -> Segments:
    text = story.text
    blocks = paragraphs(text)
    parts = zones(text, story.title, story.byline, blocks)
    blocks = list(_cut(blocks, [zone.start for zone in parts]))
    found = words(text)
    starts = sentence_starts(text, found, blocks)
    return Segments(
        parts, tokens(text, found, starts), sentences(found, starts, parts), quotations(text, found, blocks)
    )


def _cut(blocks: Sequence[Range], at: Sequence[int]) -> Iterator[Range]:
    """The paragraphs, parted where a zone starts inside one ("PARIS (AP) — | The ...")."""
    for start, end in blocks:
        inside = at[bisect_right(at, start) : bisect_right(at, end - 1)]
        yield from pairwise([start, *inside, end])


def tokens(text: str, found: Sequence[Word], starts: Sequence[int]) -> Tokens:
    """The words as `Tokens` without syntax; `starts` are the words that start a sentence."""
    sentence = [0] * len(found)
    for number, (first, last) in enumerate(pairwise([*starts, len(found)])):
        sentence[first:last] = [number] * (last - first)
    return Tokens(
        start=tuple([start for start, _, _ in found]),
        end=tuple([end for _, end, _ in found]),
        text=tuple([text[start:end] for start, end, _ in found]),
        sentence=tuple(sentence),
        multiword=tuple([multiword for _, _, multiword in found]),
    )


def sentences(found: Sequence[Word], starts: Sequence[int], parts: Sequence[Zone]) -> tuple[Sentence, ...]:
    """The sentences from word to word, each with the kind of the zone it begins in."""
    zone_starts = [zone.start for zone in parts]
    out = []
    for first, last in pairwise([*starts, len(found)]):
        start = found[first][0]
        zone = parts[bisect_right(zone_starts, start) - 1].kind
        out.append(Sentence(start, found[last - 1][1], first, last, zone))
    return tuple(out)
