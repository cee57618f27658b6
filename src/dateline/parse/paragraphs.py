"""Makes the paragraphs of a text: what line breaks part, the lines of a hard-wrapped paragraph joined.

Takes text, gives (start, end) per paragraph, trimmed of white space; blank lines give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
# An item of a list opens a line of its own, however the text is wrapped.
ITEM = re.compile(r"(?:[-*•·–—]|\(?\w{1,2}[.)])\s")
# Widths at which mail programs and terminals wrap.
NARROWEST, WIDEST = 50, 100


def paragraphs(text: str) -> list[Range]:
    lines = [_trim(text, *match.span()) for match in LINE.finditer(text)]
    return [part for block in _blocks(text, [line for line in lines if line[0] < line[1]]) for part in block]


def _trim(text: str, start: int, end: int) -> Range:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())


def _blocks(text: str, lines: list[Range]) -> Iterator[list[Range]]:
    """Runs of lines without a blank line between, each joined into one where it is wrapped."""
    run: list[Range] = []
    for line in lines:
        if run and not _is_below(text, run[-1], line):
            yield _joined(text, run)
            run = []
        run.append(line)
    yield _joined(text, run)


def _is_below(text: str, before: Range, line: Range) -> bool:
    between = text[before[1] : line[0]]
    return between.count("\n") == 1 and not ITEM.match(text, *line)


def _joined(text: str, run: list[Range]) -> list[Range]:
    """One paragraph where long lines all keep below a width and one breaks inside a sentence; else the lines."""
    breaks_inside = any(text[b[0]].islower() and text[a[1] - 1] not in ".!?" for a, b in pairwise(run))
    fits = all(end - start <= WIDEST for start, end in run) and all(b - a >= NARROWEST for a, b in run[:-1])
    return [(run[0][0], run[-1][1])] if breaks_inside and fits else run
