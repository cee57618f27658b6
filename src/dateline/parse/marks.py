"""Makes the quotation marks of a story: which words are marks, and whether each opens or closes.

Takes text and its words, gives `Mark`s in order; apostrophes, inches and the values of HTML are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.parse.tokens import Word

Shape = Literal["open", "close", "either"]

DOUBLE = frozenset(['"', "“", "”", "„", "«", "»", "``", "''", "’’", "‘‘", "‘’"])
SINGLE = frozenset(["'", "‘", "’", "`", "‚", "‹", "›"])
OPENING = frozenset(["“", "„", "«", "``", "‘‘", "‘’", "‘", "`", "‚", "‹"])
# Which marks close what these open, whatever they do elsewhere: „so“, »so«, ‚so‘, ›so‹, « so ».
CLOSED_BY = {
    "„": frozenset("“”\""), "‚": frozenset("‘’'"), "»": frozenset("«"), "›": frozenset("‹"), "«": frozenset("»"),
    "‹": frozenset("›"),
}  # fmt: skip
CLOSING = frozenset(["”", "»", "’", "›"])
BEFORE_OPENING = frozenset("([{—–-/…:;\"“„«'‘`")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…'’\"”»")


class Mark(NamedTuple):
    """`word` is its index; `single` is ' or ‘ or ’."""

    word: int
    shape: Shape
    single: bool


def marks(text: str, words: Sequence[Word]) -> Iterator[Mark]:
    opened: dict[bool, tuple[str, int]] = {}
    for i, (start, end, multiword) in enumerate(words):
        if end - start > 2 or multiword >= 0 or text[start].isalnum():
            continue
        form = text[start:end]
        before, after = _around(text, words, i)
        if before == "=" or after == ">":
            continue  # a value in HTML
        single = form in SINGLE
        if closes(text, opened.get(single), form, start, after):
            del opened[single]
            yield Mark(i, "close", single)
        elif form in DOUBLE and not _is_inches(text, words, i):
            mark = Mark(i, _shape(form, before, after), False)
            _note(opened, form, mark.shape, end)
            yield mark
        elif single and (shape := _single_shape(form, before, after)) is not None:
            _note(opened, form, shape, end)
            yield Mark(i, shape, True)


def closes(text: str, opened: tuple[str, int] | None, form: str, start: int, after: str) -> bool:
    """Whether a mark closes what another one of its pair has opened in the same line."""
    if opened is None or form not in CLOSED_BY[opened[0]] or (form in SINGLE and after.isalnum()):
        return False
    return "\n" not in text[opened[1] : start]


def _note(opened: dict[bool, tuple[str, int]], form: str, shape: Shape, end: int) -> None:
    """Keeps in mind a mark that has opened and that only its own partner closes."""
    if form in CLOSED_BY and shape == "open":
        opened[form in SINGLE] = (form, end)


def _around(text: str, words: Sequence[Word], i: int) -> tuple[str, str]:
    """The characters glued to word i before and after it; a space where there is none."""
    start, end, _ = words[i]
    before = text[start - 1] if i and words[i - 1][1] == start else " "
    after = text[end] if i + 1 < len(words) and words[i + 1][0] == end else " "
    return before, after


def _shape(form: str, before: str, after: str) -> Shape:
    """Glyph and spacing; where they flatly disagree („so“, ”so”) the spacing decides."""
    spaced: Shape = "either"
    if (before == " ") != (after == " "):
        spaced = "open" if before == " " else "close"
    if form in OPENING:
        return "close" if spaced == "close" and before not in BEFORE_OPENING else "open"
    if form in CLOSING:
        return "open" if spaced == "open" else "close"
    if spaced != "either" or before == " ":
        return spaced
    if before in BEFORE_OPENING:
        return "open"
    return "close" if after in AFTER_CLOSING or not before.isalnum() else "either"


def _single_shape(form: str, before: str, after: str) -> Shape | None:
    if form in "‹›" and before == after == " ":
        return "open" if form == "‹" else "close"
    if before == " " or (before in BEFORE_OPENING and after.isalnum()):
        return "open" if after != " " else None
    return None if after.isalnum() or form in OPENING else "close"


def _is_inches(text: str, words: Sequence[Word], i: int) -> bool:
    """5'11": numbers before the mark and before the apostrophe before it."""
    if i < 3 or words[i - 1][1] != words[i][0]:
        return False
    number, apostrophe, inches = (text[start:end] for start, end, _ in words[i - 3 : i])
    return inches.isdigit() and apostrophe in ("'", "’") and number.isdigit()
