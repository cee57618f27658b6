"""What an expression of time says, before it is known when that is. Takes nothing, gives types only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.record.findings import TimeType
from dateline.resolve.times.calendar import Value

# The step of "this coming Friday": the next such day, whatever the week.
COMING = 2


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that stands by itself: a full date, a year, a duration, "now"."""

    value: Value | None


@dataclass(frozen=True, slots=True)
class Yearly:
    """What every year has: a month, a day of a month, a quarter, a half, a season, a holiday.

    `years`: how many years from the story's. `step`: -1 the last one, 0 this one, 1 the next one; where it is None, the
    words around decide. `known`: the day that these words stand for in a story of later years ("the Sept. 11 attacks").
    """

    kind: str
    key: tuple[int | str, ...]
    step: int | None = None
    years: int | None = None
    known: date | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `step` as in `Yearly`, counted in weeks."""

    number: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from the day of the story, or (`near`) from a time beside it in the text."""

    unit: str
    count: int
    near: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends or begins on the day of the story: "the past three weeks"."""

    unit: str
    count: int
    towards: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day ("T15:00", "TNI"), on a day that is said or not; `near`: the day is that of a time beside it."""

    time: str
    day: Shape | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """So many units at the beginning, or (`last`) at the end, of something longer: "the first six months of 2015"."""

    unit: str
    count: int
    last: bool
    of: Shape


Shape = Fixed | Yearly | Weekday | Shift | Stretch | Clock | Portion


def core(shape: Shape) -> Shape | None:
    """The day of a time of day, and what something is a part of; else the shape itself."""
    return shape.day if isinstance(shape, Clock) else shape.of if isinstance(shape, Portion) else shape


@dataclass(frozen=True, slots=True)
class Said:
    """An expression's type and what it says; `mod`: TIMEX3 modifier ("START"), `rule`: which rule read it.

    `edge`: it names an end of what it says ("the end of March", "the rest of the year"), not a third of it ("late").
    """

    type: TimeType
    shape: Shape
    rule: str = ""
    mod: str | None = None
    edge: bool = False
