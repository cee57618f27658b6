"""Expressions of time in a story: where they stand and what they say.

Takes a ParsedStory, gives `Expression`s in text order that do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.record.parsed import ParsedStory, Sentence
from dateline.resolve.times import calendar
from dateline.resolve.times.match import Match
from dateline.resolve.times.rules import any_rule, compiled
from dateline.resolve.times.shapes import Clock, Fixed, Said, Shape, Shift, Weekday, Yearly
from dateline.resolve.times.words import Row, row

# What may stand between a time of day and its day, and between a day and its time of day.
TO_DAY = frozenset([(), ("on",), (",", "on"), (",",), ("of",), ("the",), ("on", "the"), ("of", "the")])
TO_CLOCK = frozenset([(), ("at",), (",", "at"), (",",), ("around",), ("by",), ("about",)])
# Words that join two ends of a range, which share a year where only the second names it.
JOINS = frozenset(["and", "to", "or", "until", "till", "through", "-", "–", "—", "/"])
BORDERS = JOINS - {"and", "or"}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of the story from offset `start` to `end`, words [first, last), and what they say.

    `day`: the words of it that name a day, which say whether that is past. `joined`: the word between it and the
    expression before, where that begins a range that ends here.
    """

    start: int
    end: int
    first: int
    last: int
    sentence: int
    said: Said
    day: tuple[int, int]
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression as it is being put together: units [first, last) of a sentence; `day`: those that name a day."""

    first: int
    last: int
    said: Said
    day: tuple[int, int] | None = None


def expressions(parsed: ParsedStory) -> Iterator[Expression]:
    """All of them. A sentence is read at most once per word that some rule begins with."""
    for number, sentence in enumerate(parsed.sentences):
        yield from _in_sentence(parsed, number, sentence)


def _in_sentence(parsed: ParsedStory, number: int, sentence: Sentence) -> Iterator[Expression]:
    units = row(parsed, sentence)
    if units is None:
        return
    pieces = _with_years(units, _merged(units, list(_pieces(parsed, units))))
    for before, piece in pairwise([None, *pieces]):
        if piece is not None:
            first, last = units.units[piece.first], units.units[piece.last - 1]
            joined = _between(units, before, piece) if before is not None else ()
            border = joined[0] if len(joined) == 1 and joined[0] in BORDERS else ""
            day = _words(units, *(piece.day or (piece.first, piece.last)))
            yield Expression(first.start, last.end, first.first, last.last, number, piece.said, day, border)


def _words(units: Row, first: int, last: int) -> tuple[int, int]:
    return units.units[first].first, units.units[last - 1].last


def _pieces(parsed: ParsedStory, units: Row) -> Iterator[Piece]:
    at = 0
    while (found := any_rule().search(units.letters, at)) is not None:
        piece = _longest(parsed, units, found.start())
        if piece is None:
            at = found.start() + 1
            continue
        yield piece
        yield from (more := _rest_of_range(units, piece))
        at = (more[-1] if more else piece).last


def _longest(parsed: ParsedStory, units: Row, at: int) -> Piece | None:
    """The longest match at a unit that its rule reads as a time."""
    found = [(rule, match) for rule, pattern in compiled() if (match := pattern.match(units.letters, at))]
    for rule, match in sorted(found, key=lambda pair: -pair[1].end()):
        said = rule.read(Match(parsed, units, match)) if match.end() > at else None
        if said is not None:
            return Piece(at, match.end(), replace(said, rule=rule.name))
    return None


def _rest_of_range(units: Row, piece: Piece) -> list[Piece]:
    """The second day of "June 29-30"; the second year of "2006-07"."""
    i, shape = piece.last, piece.said.shape
    if units.name(i) != "dash" or units.name(i + 1) != "digits" or units.name(i + 2) == "dash":
        return []
    number = int(units.units[i + 1].value)
    second: Shape | None = None
    if (day := _day_of(shape)) is not None and units.name(piece.last - 1) != "year":
        later = number > day[1] and calendar.full(2000, day[0], number) is not None
        second = Yearly("day", (day[0], number)) if later else None
    elif (
        isinstance(shape, Fixed) and shape.value is not None and shape.value.grain == "year" and piece.said.mod is None
    ):
        first = int(shape.value.timex)
        later = len(units.text(i + 1)) == 2 and number == (first + 1) % 100
        second = Fixed(calendar.year(first + 1)) if later else None
    return [] if second is None else [Piece(i + 1, i + 2, replace(piece.said, shape=second))]


def _day_of(shape: Shape) -> tuple[int, int] | None:
    if isinstance(shape, Yearly) and shape.kind == "day" and shape.years is None:
        return int(shape.key[0]), int(shape.key[1])
    return None


def _between(units: Row, before: Piece, after: Piece) -> tuple[str, ...]:
    return tuple(unit.text for unit in units.units[before.last : after.first])


def _merged(units: Row, pieces: Sequence[Piece]) -> list[Piece]:
    """A time of day and its day are one expression: "3 p.m. on Friday", "Friday at noon", "the morning of May 3"."""
    out: list[Piece] = []
    for piece in pieces:
        first, said = _with_part_before(units, piece)
        joined = _joined(units, out[-1], piece) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(Piece(first, piece.last, said))
    return out


def _joined(units: Row, one: Piece, other: Piece) -> Piece | None:
    between = _between(units, one, other) if other.first - one.last <= 2 else ("far",)
    for clock, day, words in ((one, other, TO_DAY), (other, one, TO_CLOCK)):
        shape = clock.said.shape
        if (
            isinstance(shape, Clock)
            and shape.near
            and shape.day is None
            and is_day(day.said.shape)
            and between in words
        ):
            inner = day.said.shape
            dated = replace(shape, day=inner.day if isinstance(inner, Clock) else inner, near=False)
            return Piece(
                one.first, other.last, Said("TIME", dated, clock.said.rule, clock.said.mod), (day.first, day.last)
            )
    return None


def _with_part_before(units: Row, piece: Piece) -> tuple[int, Said]:
    """Before a day, "the morning of" is part of its expression."""
    i = piece.first
    if units.name(i - 1) != "of" or units.name(i - 2) != "part" or not is_day(piece.said.shape):
        return i, piece.said
    first = i - 3 if units.name(i - 3) == "the" else i - 2
    time = f"T{units.units[i - 2].value}"
    return first, replace(piece.said, type="TIME", shape=Clock(time, piece.said.shape))


def is_day(shape: Shape) -> bool:
    """Whether it is some day, or a time on a day that is said: "Friday night"."""
    if isinstance(shape, Fixed):
        return shape.value is not None and shape.value.grain == "day"
    if isinstance(shape, Yearly):
        return shape.kind in {"day", "holiday"}
    if isinstance(shape, Clock):
        return shape.day is not None and not shape.near and not shape.time[1:2].isdigit()
    return (isinstance(shape, Weekday) and shape.number > 0) or (isinstance(shape, Shift) and shape.unit == "day")


def _with_years(units: Row, pieces: list[Piece]) -> list[Piece]:
    """The first end of a range in the year that only its second end names: "between March and June 1997"."""
    out = list(pieces)
    for k in range(len(out) - 2, -1, -1):
        between, shape, year = _between(units, out[k], out[k + 1]), out[k].said.shape, _year_of(out[k + 1].said.shape)
        if len(between) != 1 or between[0] not in JOINS or year is None or not isinstance(shape, Yearly):
            continue
        if shape.kind in {"day", "month"} and shape.step is None and shape.years is None:
            out[k] = replace(
                out[k], said=replace(out[k].said, shape=Fixed(calendar.recurring(shape.kind, shape.key, year)))
            )
    return out


def _year_of(shape: Shape) -> int | None:
    """The year of a full date or of a month with a year."""
    value = shape.value if isinstance(shape, Fixed) else None
    known = value is not None and value.begin is not None and value.grain in {"day", "month"}
    return value.begin.year if known and value and value.begin else None
