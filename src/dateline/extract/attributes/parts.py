"""What a statement consists of, as ranges of words. Takes nothing, gives the type only."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.attributes.tree import Range

Ranges = tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Token ranges [first, last) of one statement; source and cue may be empty, content may be in several pieces."""

    source: Ranges
    cue: Ranges
    content: Ranges
