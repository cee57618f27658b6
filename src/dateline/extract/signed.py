"""Quotations given to a speaker by a mark alone: those signed after a dash.

Takes words and quotations, gives `Attribution`s whose cue is the dash.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tags import Range
from dateline.record.tokens import Tokens

DASHES = frozenset({"—", "–", "―", "--", "---", "-", "~"})
# A signature is a name and perhaps an office; a longer line is a sentence that goes on after a dash.
LONGEST_SIGNATURE = 16
# After a name and a comma these begin what was spoken of, or when: "- Berg, on what the talks cost".
OCCASIONS = frozenset({"about", "after", "at", "before", "during", "in", "on", "speaking", "when"})


def signed(parsed: ParsedStory, taken: Sequence[Range]) -> list[Attribution]:
    """Signed quotations whose words no other statement has. `taken`: ranges of content."""
    covered = bytearray(len(parsed.tokens))
    for a, b in taken:
        covered[a:b] = b"\1" * (b - a)
    return [one for one in signatures(parsed) if not any(covered[a:b].count(1) * 2 > b - a for a, b in one.content)]


def signatures(parsed: ParsedStory) -> Iterator[Attribution]:
    """Quotations followed by a dash and a name that ends its line."""
    for q in parsed.quotations:
        if q.closed and q.last + 1 < len(parsed.tokens) and parsed.tokens.text[q.last] in DASHES:
            source = signature(parsed, q)
            if source is not None:
                yield Attribution(
                    (q.last, q.last + 1), (source,), ((q.first, q.last),), (1.0, 1.0, 1.0), rule="signed quotation"
                )


def signature(parsed: ParsedStory, q: Quotation) -> Range | None:
    """The name after the dash behind a quotation, where nothing but an office follows it on the line."""
    tokens, first = parsed.tokens, q.last + 1
    end = line_end(parsed, first)
    last = name_end(tokens, first, end)
    if last + 1 < end and tokens.text[last] == "," and tokens.text[last + 1].lower() in OCCASIONS:
        return (first, last) if last > first else None
    if end - first > LONGEST_SIGNATURE or any(tokens.upos[i] in {"VERB", "AUX"} for i in range(first, end)):
        return None
    follows = last == end or tokens.text[last] in {",", "(", "|", "."}
    return (first, last) if last > first and follows else None


def name_end(tokens: Tokens, first: int, end: int) -> int:
    """Where the run of capitalised words and initials that begins at `first` ends."""
    last = first
    while last < end and (
        tokens.text[last][0].isupper()
        or (last > first and tokens.text[last] in {".", "&", "-", "al", "de", "bin", "von"})
    ):
        last += 1
    return last


def line_end(parsed: ParsedStory, first: int) -> int:
    """The first word after the line that word `first` stands in."""
    return parsed.lines[bisect_right(parsed.lines, first, key=lambda line: line[0]) - 1][1]
