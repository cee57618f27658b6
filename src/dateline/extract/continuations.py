"""Quotations that go on with a statement without a new cue.

Takes the quotations and the statements with a cue, gives for each quotation that no statement has taken the statement
whose speaker goes on in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.extract.attributes import Parts
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tags import Range

# Shorter ones are names, titles and words in scare quotes, not speech that goes on.
SHORTEST = 5


def continuations(parsed: ParsedStory, found: Sequence[Parts]) -> Iterator[tuple[int, Range]]:
    """(index of the statement, words of the quotation), in text order.

    Each takes up where a quotation of that statement, or of one that goes on with it, ended just before.
    """
    owner = owners(parsed, found)
    for k, quotation in enumerate(parsed.quotations):
        if owner[k] is None and k and owner[k - 1] is not None and goes_on(parsed, parsed.quotations[k - 1], quotation):
            owner[k] = owner[k - 1]
            yield owner[k - 1] or 0, (quotation.first, quotation.last)


def owners(parsed: ParsedStory, found: Sequence[Parts]) -> list[int | None]:
    """For each quotation the statement whose content covers any of it."""
    pieces = sorted((a, b, k) for k, parts in enumerate(found) for a, b in parts.content)
    ends, top = [], 0
    for _, b, _ in pieces:
        top = max(top, b)
        ends.append(top)
    out: list[int | None] = []
    for q in parsed.quotations:
        at = bisect_right(ends, q.first)
        out.append(pieces[at][2] if at < len(pieces) and pieces[at][0] < q.last else None)
    return out


def goes_on(parsed: ParsedStory, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation opens a paragraph of its own right after the paragraph that the one before it is in."""
    text, tokens = parsed.story.text, parsed.tokens
    if quotation.last - quotation.first < SHORTEST:
        return False
    opens = quotation.first == 0 or "\n" in text[tokens.end[quotation.first - 1] : quotation.start]
    between = text[before.end : quotation.start]
    closes_paragraph = quotation.last == len(tokens) or "\n" in text[quotation.end : tokens.start[quotation.last]]
    return opens and closes_paragraph and len(between.strip().split("\n")) == 1 and between.count("\n\n") <= 1
