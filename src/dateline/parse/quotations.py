"""Makes the quotations of a story from its quotation marks, paragraph by paragraph.

Takes text and its words, gives outermost `Quotation`s in order. Unbalanced marks do no harm beyond their paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from dateline.parse.dialogue import dialogue
from dateline.parse.marks import Mark, marks
from dateline.parse.paragraphs import Range, paragraphs
from dateline.parse.tokens import Word
from dateline.record.parsed import Quotation

ENDS = frozenset({".", "!", "?"})
WHO = frozenset({"He", "She", "They"})
SAYS = frozenset({"said", "says", "say", "added", "adds", "told", "tells", "asked", "asks", "wrote", "writes"})


class Quoted(NamedTuple):
    """Words [first, last), and whether the first and the last of them are marks."""

    first: int
    last: int
    opened: bool
    closed: bool


def quotations(text: str, words: Sequence[Word], blocks: Sequence[Range] | None = None) -> tuple[Quotation, ...]:
    """`blocks`: the paragraphs, where the caller has them."""
    out: list[Quotation] = []
    pending = False
    blocks = paragraphs(text) if blocks is None else blocks
    rows = list(_by_paragraph(words, blocks, marks(text, words)))
    for ((first, last), found), after in zip_longest(rows, rows[1:]):
        if not found and (spoken := dialogue(text, words, first, last)):
            out += spoken
            pending = False
            continue
        pairs = list(_pairs(found, first, last, pending))
        if pairs and not pairs[-1].closed and not (after and _opens(text, words, pairs[-1], *after)):
            pairs[-1] = pairs[-1]._replace(last=_end_of_open(text, words, pairs[-1]))
        for k, pair in enumerate(pairs):
            continues = pending and k == 0 and pair.first == first
            out.append(_quotation(words, pair, continues))
        pending = bool(pairs) and pairs[-1].last == last and not pairs[-1].closed
    return tuple(out)


def _opens(text: str, words: Sequence[Word], pair: Quoted, block: Range, found: list[Mark]) -> bool:
    """Whether a paragraph begins with the mark that opened a quotation, as one does that goes on with it."""
    if not found or found[0].word != block[0] or found[0].shape == "close":
        return False
    (a, b, _), (c, d, _) = words[pair.first], words[block[0]]
    return text[a:b] == text[c:d]


def _end_of_open(text: str, words: Sequence[Word], pair: Quoted) -> int:
    """Where a quotation that nobody closes ends at the latest.

    One that begins inside a sentence ends with it; another one where a sentence says who goes on speaking.
    """
    inside = pair.first + 1 < pair.last and text[words[pair.first + 1][0]].islower()
    for i in range(pair.first + 1, pair.last - 2):
        start, end, _ = words[i]
        if text[start:end] in ENDS:
            following = [text[a:b] for a, b, _ in words[i + 1 : i + 3]]
            if (inside and following[0][0].isupper()) or (following[0] in WHO and following[1] in SAYS):
                return i + 1
    return pair.last


def _by_paragraph(
    words: Sequence[Word], blocks: Sequence[Range], found: Iterator[Mark]
) -> Iterator[tuple[Range, list[Mark]]]:
    """The words [first, last) of each paragraph, and its marks."""
    last, mark = 0, next(found, None)
    for _, end in blocks:
        first = last
        while last < len(words) and words[last][0] < end:
            last += 1
        inside: list[Mark] = []
        while mark is not None and mark.word < last:
            inside.append(mark)
            mark = next(found, None)
        if first < last:
            yield (first, last), inside


def _pairs(found: list[Mark], first: int, last: int, pending: bool) -> Iterator[Quoted]:
    """The outermost quotations of the paragraph [first, last); `pending`: one is open from the paragraph before."""
    partner = _single_partners(found)
    opened: int | None = None
    k = 0
    while k < len(found):
        mark = found[k]
        if mark.single:
            if opened is None and k in partner:
                k = partner[k]
                yield Quoted(mark.word, found[k].word + 1, True, True)
        elif opened is not None and mark.shape != "open":
            yield Quoted(opened, mark.word + 1, True, True)
            opened = None
        elif opened is not None and (inner := _nested(found, k)):
            k = inner
        elif opened is not None:
            yield Quoted(opened, mark.word, True, False)
            opened = mark.word
        elif mark.shape != "close":
            opened = mark.word
        elif pending:
            yield Quoted(first, mark.word + 1, False, True)
        pending = pending and mark.single
        k += 1
    if opened is not None:
        yield Quoted(opened, last, True, False)


def _nested(found: list[Mark], k: int) -> int | None:
    """Where a quotation that opens at `k` inside another closes, if both do; else the outer one was never closed."""
    following = [i for i in range(k + 1, min(k + 7, len(found))) if not found[i].single][:2]
    if len(following) == 2 and all(found[i].shape == "close" for i in following):
        return following[0]
    return None


def _single_partners(found: list[Mark]) -> dict[int, int]:
    """From each opening single mark to the next closing one, if the double marks between them come in pairs."""
    partner: dict[int, int] = {}
    close, doubles, at_close = -1, 0, 0
    for k in range(len(found) - 1, -1, -1):
        mark = found[k]
        if not mark.single:
            doubles += 1
        elif mark.shape == "close":
            close, at_close = k, doubles
        elif close >= 0 and (doubles - at_close) % 2 == 0:
            partner[k] = close
    return partner


def _quotation(words: Sequence[Word], pair: Quoted, continues: bool) -> Quotation:
    first, last, opened, closed = pair
    start, end = words[first][0], words[last - 1][1]
    inner_start = words[first][1] if opened else start
    inner_end = words[last - 1][0] if closed else end
    return Quotation(start, end, inner_start, max(inner_start, inner_end), first, last, opened, closed, continues)
