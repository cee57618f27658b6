"""Makes the zones of a story: caption, credit, headline, dateline, byline, body, boilerplate.

Takes text, and headline and byline where they came beside it, gives `Zone`s in order that cover all but white space.
In doubt a line is body: what is taken for something else loses its statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.parse.datelines import dateline_end
from dateline.parse.paragraphs import Range, paragraphs
from dateline.parse.setting import closing_credit, is_boilerplate, is_byline, is_caption, is_credit, is_date, is_section
from dateline.record.story import Zone, ZoneKind

# Bylines and dates stand above this many paragraphs of body, or among as many last lines.
TOP, BOTTOM = 2, 3
# A headline that no title names: so many characters at most, so many words at least.
LONGEST_HEADLINE, FEWEST_WORDS = 160, 3
# "Name (2)" above a caption.
MOST_LABEL_WORDS = 5
LONGEST_LISTED = 250
# Words in small letters of a credit: "Photo: Ana Ruiz, courtesy of the museum of the city".
MOST_SMALL_WORDS = 6
SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", ")", ":", ";", ",", "…")


# What opens a turn of talk: a name in capitals, or "Q" and "A", and a colon; a letter may have a period or wide space.
TURN = re.compile(
    r"(?:[A-Z][A-Z .,'’&-]{1,60}(?:\([^()\n]{1,40}\))?|Q|A|Question|Answer):\s|[QA]\.\s|[QA](?:\t|\s{2,})"
)
# Lines that are looked at for the next turn after the first.
NEXT_TURN = 4


class Line(NamedTuple):
    """A paragraph, its kind, and whether it stands directly below the one before."""

    start: int
    end: int
    kind: ZoneKind
    joined: bool


def zones(
    text: str, title: str | None = None, byline: str | None = None, blocks: Sequence[Range] | None = None
) -> tuple[Zone, ...]:
    """`blocks`: the paragraphs, where the caller has them."""
    blocks = paragraphs(text) if blocks is None else blocks
    joined = [i > 0 and text.count("\n", blocks[i - 1][1], start) == 1 for i, (start, _) in enumerate(blocks)]
    kinds = _kinds([text[start:end] for start, end in blocks], joined, title or "", byline or "")
    lines = [Line(*block, kind, below) for block, kind, below in zip(blocks, kinds, joined, strict=True)]
    return tuple(_merged(_parts(text, lines)))


def _kinds(lines: Sequence[str], joined: Sequence[bool], title: str, byline: str) -> list[ZoneKind]:
    kinds: list[ZoneKind] = []
    above = 0
    for i, line in enumerate(lines):
        kind = _kind(line, above < TOP or i >= len(lines) - BOTTOM, above < TOP, byline)
        above += kind == "body"
        kinds.append(kind)
    _mark_section(lines, kinds)
    _mark_captions(lines, joined, kinds)
    _mark_headline(lines, kinds, title)
    return kinds


def _kind(line: str, margin: bool, top: bool, byline: str) -> ZoneKind:
    """What a line is by itself; `margin`: it stands near the top or the bottom, `top`: near the top."""
    if margin and (is_byline(line) or (len(byline) > 3 and _plain(line) == _plain(byline))):
        return "byline"
    if top and is_date(line):
        return "dateline"
    if is_credit(line):
        return "caption" if closing_credit(line) or _tells(line) else "credit"
    if is_boilerplate(line):
        return "boilerplate"
    return "caption" if is_caption(line) else "body"


def _tells(line: str) -> bool:
    """Whether there is a sentence behind the label of a picture, and not only who took it."""
    return sum(word.islower() for word in line.split()) > MOST_SMALL_WORDS


def _mark_section(lines: Sequence[str], kinds: list[ZoneKind]) -> None:
    """Everything below a heading such as "Related news", if that is a list of short lines in the second half."""
    for i in range(len(lines) // 2, len(lines)):
        if is_section(lines[i]):
            if i and all(len(line) <= LONGEST_LISTED for line in lines[i:]):
                kinds[i:] = ["boilerplate"] * (len(lines) - i)
            return


def _mark_captions(lines: Sequence[str], joined: Sequence[bool], kinds: list[ZoneKind]) -> None:
    """Lines glued to the credit below them are its caption; a short label glued above a caption belongs to it."""
    for i in range(len(lines) - 1, 0, -1):
        if not joined[i] or kinds[i - 1] != "body":
            continue
        label = len(lines[i - 1].split()) <= MOST_LABEL_WORDS and not lines[i - 1].endswith(SENTENCE_ENDS[:5])
        if kinds[i] == "credit" or (kinds[i] == "caption" and label):
            kinds[i - 1] = "caption"


def _mark_headline(lines: Sequence[str], kinds: list[ZoneKind], title: str) -> None:
    """The lines that repeat the title; without a title, a first line that is set like one."""
    first = next((i for i, kind in enumerate(kinds) if kind == "body"), None)
    if first is None:
        return
    wanted = _plain(title)
    for i in range(first, len(lines)):
        plain = _plain(lines[i])
        if not plain or not wanted.startswith(plain):
            break
        kinds[i] = "headline"
        wanted = wanted[len(plain) :]
    # A title that no line repeats, as of another edition, says nothing of the lines.
    if "headline" not in kinds and kinds[first] == "body" and _is_headline(lines, kinds, first):
        kinds[first] = "headline"


def _is_headline(lines: Sequence[str], kinds: Sequence[ZoneKind], first: int) -> bool:
    line = lines[first]
    after = next((lines[i] for i in range(first + 1, len(lines)) if kinds[i] == "body"), "")
    signed = first + 1 < len(lines) and kinds[first + 1] == "byline"
    short = len(line) <= LONGEST_HEADLINE and (signed or len(line.split()) >= FEWEST_WORDS)
    running = after.endswith(SENTENCE_ENDS) and len(after) > len(line)
    if TURN.match(line) and any(TURN.match(other) for other in lines[first + 1 : first + 1 + NEXT_TURN]):
        return False
    if short and line.endswith(".") and not line.endswith("..") and _is_repeated(line, after):
        return True
    return short and running and not line.endswith((".", ":", ",", ";")) and line[0] not in "-*•"


def _is_repeated(line: str, lead: str) -> bool:
    """Whether the paragraph below a line of one sentence opens with a dateline, or says the same and more."""
    once = ". " not in line and len(lead) > len(line)
    return once and (dateline_end(lead, first=True) is not None or _plain(lead).startswith(_plain(line)))


def _plain(line: str) -> str:
    """Letters and digits only, for comparison."""
    return "".join(filter(str.isalnum, line[: 2 * LONGEST_LISTED])).casefold()


def _parts(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with the credit cut off a caption and the dateline off the text."""
    body_seen = False
    for line in lines:
        cut, kinds = None, (line.kind, line.kind)
        if line.kind == "caption":
            cut, kinds = closing_credit(text[line.start : line.end]), ("caption", "credit")
        elif line.kind == "body":
            cut, kinds = dateline_end(text[line.start : line.end], not body_seen), ("dateline", "body")
            body_seen = True
        if cut is None or not 0 < cut < line.end - line.start:
            yield line
            continue
        left, right = text[line.start : line.start + cut].rstrip(), text[line.start + cut : line.end].lstrip()
        yield Line(line.start, line.start + len(left), kinds[0], line.joined)
        yield Line(line.end - len(right), line.end, kinds[1], False)


def _merged(lines: Iterator[Line]) -> Iterator[Zone]:
    """Lines of a kind as one zone: all body that nothing interrupts, other kinds only without a blank line between."""
    last: Line | None = None
    for line in lines:
        if last is not None and line.kind == last.kind and (line.joined or line.kind == "body"):
            last = last._replace(end=line.end)
            continue
        if last is not None:
            yield Zone(last.kind, last.start, last.end)
        last = line
    if last is not None:
        yield Zone(last.kind, last.start, last.end)
