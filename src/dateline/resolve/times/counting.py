"""When something is that counts from the day of the story: "Thursday", "last year", "Sept. 24", "the past three weeks".

Takes what an expression says and the day, gives its `Value`.

A day of the week after a verb in the past is the last such day, the day of the story itself included; after a verb
that looks ahead the next one, the same day included; where no verb says, the last one. A month or a day of a month
without a year is, likewise, the last one or the next one; where no verb says, or one that governs it only through a
noun, the nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateline.resolve.times import calendar
from dateline.resolve.times.calendar import CLOCKED, Value
from dateline.resolve.times.shapes import COMING, Clock, Fixed, Portion, Shape, Shift, Stretch, Weekday, Yearly
from dateline.resolve.times.tense import FUTURE, OPEN, PAST, Direction

# A day or a month without a year that would lie further off than this is taken for the nearest one.
# Ahead the verb is surer: "lapses" is not of a day three weeks ago.
FARTHEST, FARTHEST_AHEAD = timedelta(days=330), timedelta(days=350)
# How long a day of the year is more likely the last one than one that all know.
JUST = timedelta(days=30)
# How many years around the story's are looked at: 29 February comes every four.
YEARS = 4


@dataclass(frozen=True, slots=True)
class Day:
    """The day that relative times are counted from, what it is known by, and the time of day if that is known.

    `anchor`: "published", or the index of the expression that gives the day.
    """

    day: date
    anchor: str | int
    moment: datetime | None = None


def unanchored(shape: Shape) -> Value | None:
    """The TIMEX3 value of what has no anchor, with X for what is not known."""
    match shape:
        case Yearly(known=date() as known_day):
            return calendar.day(known_day)
        case Yearly(kind="month"):
            return Value(f"XXXX-{shape.key[0]:02}")
        case Yearly(kind="day"):
            return Value(f"XXXX-{shape.key[0]:02}-{shape.key[1]:02}")
        case Yearly(kind="quarter" | "half" | "season"):
            letter = {"quarter": "Q", "half": "H"}.get(shape.kind, "")
            return Value(f"XXXX-{letter}{shape.key[0]}")
        case Weekday(number=number):
            return Value(f"XXXX-WXX-{number or 'WE'}")
        case Stretch():
            return Value(calendar.duration(shape.unit, str(shape.count)))
        case Clock(day=Fixed(value=Value() as known)):
            return at(shape, known)
        case Portion():
            of = shape.of.value if isinstance(shape.of, Fixed) else None
            return calendar.portion(of, shape.unit, shape.count, last=shape.last)
        case Clock():
            return Value(f"XXXX-XX-XX{shape.time}", grain="none")
    return None


def counted(shape: Shape, of_story: Day, way: Direction) -> Value | None:
    """The value of what counts from the day of the story."""
    match shape:
        case Yearly():
            return yearly(shape, of_story.day, way)
        case Weekday(number=0):
            return weekend(of_story.day, shape.step, way)
        case Weekday():
            return weekday(shape, of_story.day, way)
        case Shift():
            return shifted(shape, of_story)
        case Stretch():
            return stretched(shape, of_story.day)
        case Clock(day=Fixed(value=value)):
            return at(shape, value)
        case Clock() if shape.day is not None:
            value = counted(shape.day, of_story, way)
            return at(shape, value)
        case Portion():
            of = shape.of.value if isinstance(shape.of, Fixed) else counted(shape.of, of_story, way)
            return calendar.portion(of, shape.unit, shape.count, last=shape.last)
    return None


def weekday(shape: Weekday, today: date, way: Direction) -> Value | None:
    """A weekday: "last" the one before the story's day, "next" that of the week after, "this" that of its own week."""
    back = (today.isoweekday() - shape.number) % 7
    if shape.step == PAST:
        days = -(back or 7)
    elif shape.step == COMING:
        days = 7 - back
    elif shape.step is not None:
        days = 7 * shape.step + shape.number - today.isoweekday()
    else:
        days = -back if way.way != FUTURE else -back % 7
    return calendar.on(calendar.moved(today, days))


def weekend(today: date, step: int | None, way: Direction) -> Value | None:
    """The weekend of the story's week, of another one, or the one that the words around mean."""
    weeks = step if step is not None else 0
    if step is None and way.way != FUTURE and today.isoweekday() < 6:
        weeks = -1
    found = calendar.moved(today, 7 * weeks)
    return None if found is None else calendar.weekend(found)


def yearly(shape: Yearly, today: date, way: Direction) -> Value | None:
    """Of the years around, the one that the words mean."""
    if shape.known is not None and shape.known <= today and not _lately(shape, today):
        return calendar.day(shape.known)
    if shape.years is not None:
        return calendar.recurring(shape.kind, shape.key, today.year + shape.years)
    around = (
        calendar.recurring(shape.kind, shape.key, year)
        for year in range(max(1, today.year - YEARS), min(9999, today.year + YEARS) + 1)
    )
    known = [value for value in around if value is not None]
    return _stepped(known, today, shape.step) if shape.step is not None else _meant(known, today, way)


def _lately(shape: Yearly, today: date) -> bool:
    """Whether the day has just been again, so that the words may mean that."""
    last = calendar.recurring(shape.kind, shape.key, today.year)
    return last is not None and last.begin is not None and timedelta(0) <= today - last.begin <= JUST


def _stepped(known: Sequence[Value], today: date, step: int) -> Value | None:
    """Last: the latest that is over. Next: the first that has not begun. This: that of the year, or of the season."""
    if step == PAST:
        return next((v for v in reversed(known) if v.end and v.end < today), None)
    if step == FUTURE:
        return next((v for v in known if v.begin and v.begin > today), None)
    now = (v for v in known if not _distance(v, today))
    return next(now, None) or next((v for v in known if v.begin and v.begin.year == today.year), None)


def _meant(known: Sequence[Value], today: date, way: Direction) -> Value | None:
    nearest = min(known, key=lambda v: _distance(v, today), default=None)
    if way.way == OPEN or not way.direct:
        return nearest
    last = next((v for v in reversed(known) if v.begin and v.begin <= today), None)
    coming = next((v for v in known if v.end and v.end >= today), None)
    found = last if way.way == PAST else coming
    farthest = FARTHEST if way.way == PAST else FARTHEST_AHEAD
    return found if found is not None and _distance(found, today) <= farthest else nearest


def _distance(value: Value, today: date) -> timedelta:
    """How far a value lies from a day; nothing where the day lies in it."""
    if value.begin is None or value.end is None:
        return timedelta.max
    return max(value.begin - today, today - value.end, timedelta(0))


def shifted(shape: Shift, of_story: Day) -> Value | None:
    """So many units from the story's day, as fine as the unit: "two weeks ago" is a week, "two days ago" a day."""
    if shape.unit in CLOCKED:
        return hours_away(of_story.moment, shape) if of_story.moment else None
    found = calendar.away(of_story.day, shape.unit, shape.count)
    return None if found is None else calendar.around(found, shape.unit)


def hours_away(moment: datetime, shape: Shift) -> Value | None:
    """So many hours or minutes from a moment."""
    try:
        found = moment + timedelta(**{f"{shape.unit}s": shape.count})
    except OverflowError:
        return None
    clock = found.replace(tzinfo=None).isoformat(timespec="minutes")
    utc = "Z" if found.tzinfo is not None and not found.utcoffset() else ""
    return Value(f"{clock}{utc}", found.date(), found.date(), "time")


def stretched(shape: Stretch, today: date) -> Value:
    """A length of time with the days it reaches over, up to the story's day or from it."""
    timex = calendar.duration(shape.unit, str(shape.count))
    other = None if shape.unit in CLOCKED else calendar.away(today, shape.unit, shape.towards * shape.count)
    if other is None:
        return Value(timex)
    return Value(timex, min(today, other), max(today, other))


def at(clock: Clock, on: Value | None) -> Value | None:
    """A time of day on a day."""
    if on is None or on.grain != "day":
        return None
    return Value(f"{on.timex}{clock.time}", on.begin, on.end, "time")
