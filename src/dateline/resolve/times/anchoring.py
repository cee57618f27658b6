"""When an expression of time is, counted from the day of the story or from a time beside it.

Takes `Expression`s and the day of the story, gives a `Resolved` for each.

A day of the week after a verb in the past is the last such day, the day of the story itself included; after a verb
that looks ahead the next one, the same day included; where no verb says, the last one. A month or a day of a month
without a year is, likewise, the last one or the next one; where no verb says, or one that governs it only through a
noun, the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dateline.record.parsed import ParsedStory
from dateline.resolve.times import calendar
from dateline.resolve.times.calendar import CLOCKED, GRAINS, Value
from dateline.resolve.times.expressions import Expression, in_year
from dateline.resolve.times.shapes import COMING, Clock, Fixed, Shape, Shift, Stretch, Weekday, Yearly
from dateline.resolve.times.tense import FUTURE, OPEN, PAST, VERBAL, Direction, direction

# How many sentences back, and how many times back, a time may lie that another one counts from.
SENTENCES, TIMES = 3, 6
# How many words may stand between a time of day and a day after it.
CLAUSE = 6
# A day or a month without a year that would lie further off than this is taken for the nearest one.
FARTHEST = timedelta(days=330)
UNSAID = Direction(OPEN)
MINUTE = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its value. `anchor`: "published", the index of the expression it counts from, or None."""

    expression: Expression
    value: Value | None
    anchor: str | int | None = None
    way: Direction = UNSAID


@dataclass(frozen=True, slots=True)
class Day:
    """The day that relative times are counted from, what it is known by, and the time of day if that is known."""

    day: date | None
    anchor: str | int | None
    moment: datetime | None = None


def resolved(parsed: ParsedStory, found: Sequence[Expression], of_story: Day) -> list[Resolved]:
    """All expressions of a story: first what stands by itself or counts from the story, then what counts from these."""
    out = [_alone(parsed, one, of_story) for one in found]
    for k in range(1, len(out)):
        if found[k].joined:
            out[k - 1], out[k] = _in_order(out[k - 1], out[k])
    for k, one in enumerate(found):
        shape = one.said.shape
        if isinstance(shape, (Shift, Clock)) and _is_near(shape):
            out[k] = _near(parsed, out, k, of_story)
    return out


def _is_near(shape: Shape) -> bool:
    if isinstance(shape, Clock):
        return shape.near or (shape.day is not None and _is_near(shape.day))
    return isinstance(shape, Shift) and shape.near


def _alone(parsed: ParsedStory, one: Expression, of_story: Day) -> Resolved:
    shape = one.said.shape
    if isinstance(shape, Fixed):
        return Resolved(one, shape.value)
    if _is_near(shape) or of_story.day is None:
        return Resolved(one, _unanchored(shape))
    way = direction(parsed, *one.day) if _needs_way(shape) else UNSAID
    value = _counted(shape, of_story, way)
    anchor = of_story.anchor if value is not None and not _stands_alone(shape) else None
    return Resolved(one, value, anchor, way)


def _stands_alone(shape: Shape) -> bool:
    inner = shape.day if isinstance(shape, Clock) else shape
    return isinstance(inner, Fixed)


def _needs_way(shape: Shape) -> bool:
    inner = shape.day if isinstance(shape, Clock) else shape
    return isinstance(inner, (Weekday, Yearly)) and inner.step is None and getattr(inner, "years", None) is None


def _unanchored(shape: Shape) -> Value | None:
    """The TIMEX3 value of what has no anchor, with X for what is not known."""
    match shape:
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
            return _at(shape, known)
        case Clock():
            return Value(f"XXXX-XX-XX{shape.time}", grain="none")
    return None


def _counted(shape: Shape, of_story: Day, way: Direction) -> Value | None:
    """The value of what counts from the day of the story."""
    assert of_story.day is not None
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
            return value and _at(shape, value)
        case Clock() if shape.day is not None:
            value = _counted(shape.day, of_story, way)
            return value and _at(shape, value)
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
    found = calendar.moved(today, days)
    return found and calendar.day(found)


def weekend(today: date, step: int | None, way: Direction) -> Value | None:
    """The weekend of the story's week, of another one, or the one that the words around mean."""
    weeks = step if step is not None else 0
    if step is None and way.way != FUTURE and today.isoweekday() < 6:
        weeks = -1
    found = calendar.moved(today, 7 * weeks)
    return found and calendar.weekend(found)


def yearly(shape: Yearly, today: date, way: Direction) -> Value | None:
    """Of the years around, the one that the words mean."""
    if shape.years is not None:
        return in_year(shape, today.year + shape.years)
    around = (in_year(shape, year) for year in range(max(1, today.year - 4), min(9999, today.year + 5)))
    known = [value for value in around if value is not None and value.begin is not None]
    return _stepped(known, today, shape.step) if shape.step is not None else _meant(known, today, way)


def _stepped(known: Sequence[Value], today: date, step: int) -> Value | None:
    """Last: the latest that is over. Next: the first that has not begun. This: that of the year, or of the season."""
    if step == PAST:
        return next((v for v in reversed(known) if v.end and v.end < today), None)
    if step == FUTURE:
        return next((v for v in known if v.begin and v.begin > today), None)
    return next((v for v in known if _holds(v, today)), None) or next((v for v in known if v.begin and v.begin.year == today.year), None)


def _holds(value: Value, today: date) -> bool:
    return value.begin is not None and value.end is not None and value.begin <= today <= value.end


def _meant(known: Sequence[Value], today: date, way: Direction) -> Value | None:
    nearest = min(known, key=lambda v: (_distance(v, today), v.begin), default=None)
    if way.way == OPEN or not way.direct:
        return nearest
    last = next((v for v in reversed(known) if v.begin and v.begin <= today), None)
    coming = next((v for v in known if v.end and v.end >= today), None)
    found = last if way.way == PAST else coming
    return found if found is not None and _distance(found, today) <= FARTHEST else nearest


def _distance(value: Value, today: date) -> timedelta:
    """How far a value lies from a day; nothing where the day lies in it."""
    assert value.begin is not None
    assert value.end is not None
    return max(value.begin - today, today - value.end, timedelta(0))


def shifted(shape: Shift, of_story: Day) -> Value | None:
    """So many units from the story's day, as fine as the unit: "two weeks ago" is a week, "two days ago" a day."""
    assert of_story.day is not None
    if shape.unit in CLOCKED:
        return _hours_away(of_story.moment, shape) if of_story.moment else None
    found = calendar.away(of_story.day, shape.unit, shape.count)
    return found and calendar.around(found, shape.unit)


def _hours_away(moment: datetime, shape: Shift) -> Value | None:
    try:
        found = moment + timedelta(**{f"{shape.unit}s": shape.count})
    except OverflowError:
        return None
    return Value(found.strftime("%Y-%m-%dT%H:%M"), found.date(), found.date(), "time")


def stretched(shape: Stretch, today: date) -> Value:
    """A length of time with the days it reaches over, up to the story's day or from it."""
    timex = calendar.duration(shape.unit, str(shape.count))
    other = None if shape.unit in CLOCKED else calendar.away(today, shape.unit, shape.towards * shape.count)
    if other is None:
        return Value(timex)
    return Value(timex, min(today, other), max(today, other))


def _at(clock: Clock, on: Value) -> Value | None:
    """A time of day on a day."""
    return Value(f"{on.timex}{clock.time}", on.begin, on.end, "time") if on.grain == "day" else None


def _in_order(one: Resolved, other: Resolved) -> tuple[Resolved, Resolved]:
    """Both ends of a range in their order: "from Monday to Friday" of one week, "December to March"."""
    kinds = {type(r.expression.said.shape) for r in (one, other)}
    if one.value is None or other.value is None or kinds not in ({Weekday}, {Yearly}):
        return one, other
    if one.value.begin is None or other.value.begin is None or other.value.begin >= one.value.begin:
        return one, other
    if FUTURE in {one.way.way, other.way.way}:
        return one, _cycles_later(other, 1)
    return _cycles_later(one, -1), other


def _cycles_later(row: Resolved, count: int) -> Resolved:
    """The same weekday of another week, or the same day or month of another year."""
    shape, value = row.expression.said.shape, row.value
    if value is None or value.begin is None:
        return row
    if isinstance(shape, Yearly):
        return replace(row, value=in_year(shape, value.begin.year + count)) if shape.step is None else row
    found = calendar.moved(value.begin, 7 * count)
    return replace(row, value=found and calendar.around(found, value.grain))


def _near(parsed: ParsedStory, out: Sequence[Resolved], k: int, of_story: Day) -> Resolved:
    """A time that counts from one beside it."""
    one = out[k].expression
    shape = one.said.shape
    if isinstance(shape, Clock):
        return _clock(parsed, out, k, shape, of_story)
    assert isinstance(shape, Shift)
    for index in _before(out, k):
        value = _from(shape, out[index].value)
        if value is not None:
            return Resolved(one, value, index)
    return out[k]


def _from(shape: Shift, other: Value | None) -> Value | None:
    """So many units from another time, where that is fine enough."""
    if other is None or other.begin is None or other.grain not in GRAINS:
        return None
    if shape.unit in CLOCKED:
        exact = MINUTE.match(other.timex)
        return _hours_away(datetime.fromisoformat(exact[0]), shape) if exact else None
    grain = "day" if other.grain == "time" else other.grain
    if GRAINS.index(grain) > GRAINS.index("week" if shape.unit == "fortnight" else shape.unit):
        return None
    found = calendar.away(other.begin, shape.unit, shape.count)
    exact = grain == "day" and shape.unit in {"week", "fortnight"} and shape.count != 0
    return found and calendar.around(found, "day" if exact else shape.unit)


def _before(out: Sequence[Resolved], k: int) -> Iterator[int]:
    """The times before, nearest first, that are not too far off."""
    sentence = out[k].expression.sentence
    for index in range(k - 1, max(-1, k - 1 - TIMES), -1):
        if sentence - out[index].expression.sentence > SENTENCES:
            return
        if out[index].expression.said.type in {"DATE", "TIME"}:
            yield index


def _clock(parsed: ParsedStory, out: Sequence[Resolved], k: int, clock: Clock, of_story: Day) -> Resolved:
    """A time of day without a day: on that of a time in its sentence or just before, else on the day of the story."""
    one = out[k].expression
    if clock.day is not None:
        day = _near_day(out, k, clock.day)
        return Resolved(one, _at(clock, day[0]), day[1]) if day else out[k]
    for index in (*_before(out, k), *_after(parsed, out, k)):
        other = out[index]
        value, far = other.value, one.sentence - other.expression.sentence
        if value is not None and value.begin is not None and far <= 1 and value.grain in {"day", "time"}:
            found = _at(clock, calendar.day(value.begin))
            return Resolved(one, found, index)
    if of_story.day is None or clock.time[1:2].isalpha():
        return Resolved(one, out[k].value)
    return Resolved(one, _at(clock, calendar.day(of_story.day)), of_story.anchor)


def _near_day(out: Sequence[Resolved], k: int, shape: Shape) -> tuple[Value, int] | None:
    for index in _before(out, k):
        value = _from(shape, out[index].value) if isinstance(shape, Shift) else None
        if value is not None:
            return value, index
    return None


def _after(parsed: ParsedStory, out: Sequence[Resolved], k: int) -> Iterator[int]:
    """The next time of the same clause: at most a few words further on, no verb between."""
    if k + 1 < len(out) and out[k + 1].expression.sentence == out[k].expression.sentence:
        between = range(out[k].expression.last, out[k + 1].expression.first)
        if len(between) <= CLAUSE and not any(parsed.tokens.upos[i] in VERBAL for i in between if parsed.tokens.upos):
            yield k + 1
