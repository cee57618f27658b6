"""Ranges of words [first, last): what is left of one without others, several joined. Takes ranges, gives ranges."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.boundaries import near
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range


def less(span: Range, others: Sequence[Range]) -> list[Range]:
    """A range without the words of others that stand in it."""
    parts = [span]
    for first, last in others:
        parts = [p for a, b in parts for p in ((a, min(b, first)), (max(a, last), b)) if p[0] < p[1]]
    return parts


def merged(ranges: list[Range]) -> list[Range]:
    """Ranges in order, those that touch joined."""
    out: list[Range] = []
    for a, b in sorted(ranges):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def in_quotation(parsed: ParsedStory, i: int) -> bool:
    """Whether a word stands between quotation marks."""
    return any(q.first <= i < q.last for q in near(parsed.quotations, i, i))
