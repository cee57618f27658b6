"""Makes the syntactic words of a text, in the convention of UD English (EWT and GUM).

Takes text, gives (start, end, multiword) per word: `multiword` is the index of the first word of the surface token that
the word is a part of ("don't" = "do" + "n't"), or -1. Every character that is not white space belongs to one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from dateline.parse.spelling import APOSTROPHE, spelling

Word = tuple[int, int, int]
Cut = tuple[int, int]

CHUNK = re.compile(r"\S+")
CLITIC = re.compile(rf"(?i)(?<=.)(?:n{APOSTROPHE}t|{APOSTROPHE}(?:s|m|d|re|ve|ll))$")
# "shouldn't've" has two; a bound keeps "x's's's..." linear.
MOST_CLITICS = 3
DECADE = re.compile(rf"(?i)\d*\d0{APOSTROPHE}s$")
# Longer chunks are rare (addresses, noise): not worth a place in the cache.
LONGEST_CACHED = 32
# What follows a period, as far as the reading of the period depends on it.
DIGIT, CAPITAL, LOWER, MARK, NOTHING = "digit", "capital", "lower", "mark", ""
# The chunk opens a line, so that "2." in it numbers an item.
ITEM = "item"


def words(text: str) -> list[Word]:
    """The words of `text`, in order."""
    closing = _closing_marks(text) if "s'" in text or "s’" in text else frozenset()
    out: list[Word] = []
    for match in CHUNK.finditer(text):
        chunk, (at, end) = match.group(), match.span()
        follow = _follow(text, at, end) if chunk[-1] == "." else NOTHING
        split = _pieces if end - at <= LONGEST_CACHED else _split
        found = split(chunk, follow, bool(closing) and not closing.isdisjoint(range(at, end)))
        if len(found) == 1:
            out.append((at, end, -1))
        else:
            base = len(out)
            out.extend([(at + a, at + b, base + m if m >= 0 else -1) for a, b, m in found])
    return out


def _closing_marks(text: str) -> frozenset[int]:
    """Offsets of apostrophes after an s that close a single quotation ('the boys') and so make no possessive."""
    out: list[int] = []
    opened, last = False, -1
    for match in spelling().apostrophe.finditer(text):
        if match.lastgroup == "close":
            last = match.start() if opened else -1
        else:
            if opened and last >= 0:
                out.append(last)
            opened, last = match.lastgroup == "open", -1
    return frozenset([*out, last] if opened and last >= 0 else out)


def _follow(text: str, start: int, end: int) -> str:
    """What stands after the chunk [start, end) and a space, on the same line; ITEM where the chunk opens that line."""
    if text[end : end + 1] != " " or end + 1 == len(text):
        return NOTHING
    return ITEM if start == 0 or text[start - 1] == "\n" else _kind(text[end + 1])


def _kind(char: str) -> str:
    if char.isdigit():
        return DIGIT
    return CAPITAL if char.isupper() else LOWER if char.isalpha() else MARK


def _split(chunk: str, follow: str, closes: bool) -> tuple[Word, ...]:
    """The words of a chunk without white space, relative to it. `closes`: an apostrophe after s closes a quotation."""
    if chunk.isalpha() and chunk.lower() not in spelling().contractions:
        return ((0, len(chunk), -1),)
    cuts = list(_with_periods(chunk, [match.span() for match in spelling().token.finditer(chunk)], follow))
    out: list[Word] = []
    for parts in _surface_tokens(chunk, cuts, closes):
        first = len(out) if len(parts) > 1 else -1
        out.extend((a, b, first) for a, b in parts)
    return tuple(out)


_pieces = lru_cache(maxsize=50_000)(_split)


def _with_periods(chunk: str, cuts: list[Cut], follow: str) -> Iterator[Cut]:
    """The cuts, with the period of an abbreviation joined to it."""
    i = 0
    while i < len(cuts):
        start, end = cuts[i]
        if chunk[end : end + 1] == "." and cuts[i + 1] == (end, end + 1):
            after = _kind(chunk[end + 1]) if end + 1 < len(chunk) else follow
            if _keeps_period(chunk[start:end], after):
                end, i = end + 1, i + 1
        yield start, end
        i += 1


def _keeps_period(word: str, after: str) -> bool:
    known = spelling()
    if word in known.abbreviations:
        return True
    if after == ITEM:
        return word.isdigit() or word in known.before_capital or (len(word) == 1 and word.isupper())
    if word in known.not_at_the_end:
        return after not in (CAPITAL, NOTHING)
    if word in known.states:
        return after in (CAPITAL, MARK)
    if after == DIGIT:
        return word in known.before_number or word in known.before_capital
    if after == CAPITAL:
        return word in known.before_capital or (len(word) == 1 and word.isupper() and word != "I")
    return False


def _surface_tokens(chunk: str, cuts: list[Cut], closes: bool) -> Iterator[list[Cut]]:
    """Each token as its words, the possessive apostrophe of "boys'" with its noun."""
    i = 0
    while i < len(cuts):
        start, end = cuts[i]
        after = cuts[i + 1] if i + 1 < len(cuts) else None
        if not closes and chunk[end - 1] in "sS" and after == (end, end + 1) and chunk[end] in "'’":
            yield [(start, end), (end, end + 1)]
            i += 1
        else:
            yield _with_clitics(chunk, start, end)
        i += 1


def _with_clitics(chunk: str, start: int, end: int) -> list[Cut]:
    word = chunk[start:end]
    if (edges := spelling().contractions.get(word.lower())) is not None:
        return [(start + a, start + b) for a, b in pairwise(edges)]
    parts: list[Cut] = []
    for _ in range(MOST_CLITICS):
        if (clitic := CLITIC.search(word)) is None or DECADE.match(word):
            break
        parts.append((start + clitic.start(), start + len(word)))
        word = word[: clitic.start()]
    return [(start, start + len(word)), *reversed(parts)]
