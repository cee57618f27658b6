"""The words of a sentence as their classes. Takes a ParsedStory and a sentence, gives a `Row`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dateline.record.parsed import ParsedStory, Sentence
from dateline.resolve.times.vocabulary import OTHER, Value, vocabulary

# "mid-2011" is one word of syntax and two of these.
PREFIXES = ("mid-", "early-", "late-", "mid–")


# A tuple, since a story has a thousand of them: it is made in a third of the time of a frozen dataclass.
class Unit(NamedTuple):
    """One or more words, or a part of one, that stand for one thing: words [first, last), offsets [start, end)."""

    first: int
    last: int
    start: int
    end: int
    text: str
    name: str = ""
    value: Value = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The units of a sentence, and their classes as one letter each."""

    units: tuple[Unit, ...]
    letters: str

    def text(self, i: int) -> str:
        """Unit i in lower case; nothing beyond the ends."""
        return self.units[i].text if 0 <= i < len(self.units) else ""

    def name(self, i: int) -> str:
        """The class of unit i; nothing beyond the ends."""
        return self.units[i].name if 0 <= i < len(self.units) else ""


def row(parsed: ParsedStory, sentence: Sentence) -> Row | None:
    """The units of a sentence, in order; None where no word of it tells of time, as in half of all sentences."""
    plain = [text.lower().replace("’", "'") for text in parsed.tokens.text[sentence.first : sentence.last]]
    if not vocabulary().tells(plain):
        return None
    units = tuple(_units(parsed, sentence, plain))
    letters = vocabulary().letters
    return Row(units, "".join([letters.get(unit.name, OTHER) for unit in units]))


def _units(parsed: ParsedStory, sentence: Sentence, plain: list[str]) -> Iterator[Unit]:
    known, base, i = vocabulary(), sentence.first, 0
    while i < len(plain):
        width, (name, value) = 1, known.of_word(plain[i]) or ("", 0)
        for words, entry in known.phrases.get(plain[i], ()):
            if tuple(plain[i : i + len(words)]) == words:
                width, (name, value) = len(words), entry
                break
        if name == "tens" and plain[i + 1 : i + 2] == ["-"] and len(plain) > i + 2:
            after = known.of_word(plain[i + 2])
            if after is not None and after[0] in {"number", "ordinal"}:
                width, name, value = 3, after[0], int(value) + int(after[1])
        if not name and plain[i].startswith(PREFIXES):
            yield from _parts(parsed, base + i, plain[i])
        else:
            yield _unit(parsed, base + i, base + i + width, name, value)
        i += width


def _unit(parsed: ParsedStory, first: int, last: int, name: str, value: Value) -> Unit:
    start, end = parsed.tokens.start[first], parsed.tokens.end[last - 1]
    return Unit(first, last, start, end, parsed.tokens.text[first].lower(), name, value)


def _parts(parsed: ParsedStory, i: int, word: str) -> Iterator[Unit]:
    """Both sides of the hyphen of "mid-2011"."""
    start, end = parsed.tokens.start[i], parsed.tokens.end[i]
    left, _, right = word.replace("–", "-").partition("-")
    cut = start + len(left)
    for text, a, b in ((left, start, cut), (right, cut + 1, end)):
        name, value = vocabulary().of_word(text) or ("", 0)
        if a < b:
            yield Unit(i, i + 1, a, b, text, name, value)
