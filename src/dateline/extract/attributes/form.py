"""Whether the words are quoted, which quotations hold them, and the exact characters of the content.

Takes a parsed story and the parts of a statement, gives the form, the quotations with their marks as `Span`s, and the
content as `Span`s without outer marks. Forms as in PolNeAR: direct is at least 95 % of the letters between marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range
from dateline.record.findings import StatementForm
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.span import Span, cut

DIRECT = 0.95
# Quoted capitals of up to so many words are a name or a title: the "Northern Star".
LONGEST_NAME = 5
MARKS = "\"“”„«»‟''‘’`‚‹›"


def form_of(parsed: ParsedStory, parts: Parts) -> StatementForm:
    """How much of the content stands in quotation marks: all, a part or none."""
    quoted = quotations_of(parsed, parts)
    letters = inside = 0
    for start, end in pieces(parsed, parts):
        letters += letters_in(parsed, start, end)
        for q in quoted:
            inside += letters_in(parsed, max(start, q.inner_start), min(end, q.inner_end))
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT * letters else "mixed"


def quotation_spans(parsed: ParsedStory, parts: Parts) -> tuple[Span, ...]:
    """The quotations that hold content, with their marks, each once."""
    text = parsed.story.text
    return tuple(cut(text, q.start, q.end) for q in quotations_of(parsed, parts))


def content_spans(parsed: ParsedStory, parts: Parts) -> tuple[Span, ...]:
    """The content's characters: no outer quotation marks, no white space at the ends, no empty piece."""
    text = parsed.story.text
    trimmed = (trim(parsed, start, end) for start, end in pieces(parsed, parts))
    return tuple(cut(text, start, end) for start, end in trimmed if start < end)


def quotations_of(parsed: ParsedStory, parts: Parts) -> list[Quotation]:
    """Quotations that share letters with the content; not one that holds the cue too, nor a mere name in marks."""
    found: list[Quotation] = []
    for start, end in pieces(parsed, parts):
        for q in overlapping(parsed.quotations, start, end):
            shared = letters_in(parsed, max(start, q.inner_start), min(end, q.inner_end))
            if shared and q not in found and not holds(q, parts.cue) and not is_name(parsed, q, start, end):
                found.append(q)
    return found


def overlapping(quotations: Sequence[Quotation], start: int, end: int) -> Iterator[Quotation]:
    """The quotations that share a character with [start, end); they are in order and do not overlap."""
    k = max(0, bisect_right(quotations, start, key=lambda q: q.start) - 1)
    while k < len(quotations) and quotations[k].start < end:
        if quotations[k].end > start:
            yield quotations[k]
        k += 1


def holds(q: Quotation, ranges: Sequence[Range]) -> bool:
    return any(q.first <= first and last <= q.last for first, last in ranges)


def is_name(parsed: ParsedStory, q: Quotation, start: int, end: int) -> bool:
    """Whether the marks only set off a name or title amid other words."""
    words = [w for w in parsed.story.text[q.inner_start : q.inner_end].split() if w[0].isalpha()]
    if not 0 < len(words) <= LONGEST_NAME or letters_in(parsed, q.start, q.end) * 2 > letters_in(parsed, start, end):
        return False
    return all(w[0].isupper() for w in words if len(w) > 3) and words[0][0].isupper()


def pieces(parsed: ParsedStory, parts: Parts) -> list[Range]:
    """The content as ranges of characters."""
    tokens = parsed.tokens
    return [(tokens.start[first], tokens.end[last - 1]) for first, last in parts.content if first < last]


def letters_in(parsed: ParsedStory, start: int, end: int) -> int:
    return sum(map(str.isalnum, parsed.story.text[start:end])) if start < end else 0


def trim(parsed: ParsedStory, start: int, end: int) -> Range:
    """[start, end) without the outer marks of the quotation, or of the run of paragraphs, that it lies in."""
    found = list(overlapping(parsed.quotations, start, end))
    if found and one_run(found) and found[0].inner_start >= start > found[0].start - 1 and end <= found[-1].end:
        start = max(start, found[0].inner_start)
    if found and one_run(found) and start >= found[0].start and found[-1].inner_end < end <= found[-1].end:
        end = found[-1].inner_end
    return stripped(parsed.story.text, start, end)


def one_run(found: Sequence[Quotation]) -> bool:
    """Whether quotations are one that runs over paragraphs."""
    return all(q.continues for q in found[1:])


def stripped(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
