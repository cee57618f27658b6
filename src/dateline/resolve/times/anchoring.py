"""When each expression of time is, counted from the day of the story or from a time beside it.

Takes `Expression`s and the day of the story, gives a `Resolved` for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.record.parsed import ParsedStory
from dateline.resolve.times import calendar
from dateline.resolve.times.calendar import CLOCKED, GRAINS, Value
from dateline.resolve.times.counting import Day, at, counted, hours_away, unanchored
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.shapes import Clock, Fixed, Shape, Shift, Weekday, Yearly, core
from dateline.resolve.times.tense import FUTURE, HIGHEST, OPEN, PAST, VERBAL, Direction, direction, predicate, rules_out

# How many sentences back, and how many times back, a time may lie that another one counts from.
SENTENCES, TIMES = 3, 6
# How many words may stand between a time of day and a day after it.
CLAUSE = 6
UNSAID = Direction(OPEN)
# What is ahead of the telling, not of the story.
FROM_THEN = frozenset({"would", "'d"})
# Whether the day of the story is the first day of a reference, and whether it is the last.
REFERENCES = {"PAST_REF": (False, True), "PRESENT_REF": (True, True), "FUTURE_REF": (True, False)}
MINUTE = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its value. `anchor`: "published", the index of the expression it counts from, or None."""

    expression: Expression
    value: Value | None
    anchor: str | int | None = None
    way: Direction = UNSAID


def resolved(
    parsed: ParsedStory, found: Sequence[Expression], of_story: Day | None, published: Day | None = None
) -> list[Resolved]:
    """All expressions of a story: first what stands by itself or counts from the story, then what counts from these.

    `published`: what the expression that gives the day of the story is itself counted from, where there is one.
    """
    own = of_story.anchor if of_story else None
    out = [_alone(parsed, one, published if k == own else of_story) for k, one in enumerate(found)]
    for k in range(1, len(out)):
        if found[k].joined:
            out[k - 1], out[k] = _in_order(out[k - 1], out[k])
    for k, one in enumerate(found):
        shape = one.said.shape
        if isinstance(shape, (Shift, Clock)) and _is_near(shape):
            out[k] = _near(parsed, out, k, of_story)
        elif of_story is not None and out[k].way.why in FROM_THEN and _needs_way(shape):
            out[k] = _from_telling(parsed, out, k, of_story)
    return [_bounded(row, of_story) for row in out]


def _bounded(row: Resolved, of_story: Day | None) -> Resolved:
    """With the days that an edge leaves, and those of "now", "recently" and "in the coming days"."""
    said, value = row.expression.said, row.value
    if value is None:
        return row
    if said.edge:
        return replace(row, value=calendar.edge_of(value, said.mod, of_story.day if of_story else None))
    if said.mod is not None and said.type == "DATE":
        return replace(row, value=calendar.third_of(value, said.mod))
    if of_story is None or value.timex not in REFERENCES:
        return row
    begins, ends = REFERENCES[value.timex]
    known = replace(value, begin=of_story.day if begins else None, end=of_story.day if ends else None)
    return replace(row, value=known, anchor=of_story.anchor)


def _is_near(shape: Shape) -> bool:
    if isinstance(shape, Clock):
        return shape.near or (shape.day is not None and _is_near(shape.day))
    return isinstance(shape, Shift) and shape.near


def _alone(parsed: ParsedStory, one: Expression, of_story: Day | None) -> Resolved:
    shape = one.said.shape
    if isinstance(shape, Fixed):
        return Resolved(one, shape.value)
    if _is_near(shape) or of_story is None:
        return Resolved(one, unanchored(shape))
    way = direction(parsed, *one.day) if _needs_way(shape) else UNSAID
    if isinstance(core(shape), Yearly) and way.way == PAST:
        way = rules_out(parsed, *one.day) or way
    value = counted(shape, of_story, way)
    known = getattr(shape, "known", None)
    alone = _stands_alone(shape) or (known is not None and value == calendar.on(known))
    return Resolved(one, value, of_story.anchor if value is not None and not alone else None, way)


def _stands_alone(shape: Shape) -> bool:
    return isinstance(core(shape), Fixed)


def _needs_way(shape: Shape) -> bool:
    inner = core(shape)
    return isinstance(inner, (Weekday, Yearly)) and inner.step is None and getattr(inner, "years", None) is None


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
        return (
            replace(row, value=calendar.recurring(shape.kind, shape.key, value.begin.year + count))
            if shape.step is None
            else row
        )
    found = calendar.moved(value.begin, 7 * count)
    return replace(row, value=None if found is None else calendar.around(found, value.grain))


def _from_telling(parsed: ParsedStory, out: Sequence[Resolved], k: int, of_story: Day) -> Resolved:
    """What was still to come when it was told, counted from then: "said on Dec. 30 that it would close in January"."""
    row = out[k]
    above = _above(parsed, row.expression)
    for index in range(max(0, k - TIMES), min(len(out), k + TIMES)):
        other = out[index].value
        if index == k or out[index].expression.sentence != row.expression.sentence or other is None:
            continue
        head = parsed.tree.head_of(*out[index].expression.day)
        told = other.grain in {"day", "month"} and other.begin is not None and other.begin < of_story.day
        if told and other.begin is not None and parsed.tokens.head[head] in above:
            value = counted(row.expression.said.shape, Day(other.begin, index), row.way)
            return replace(row, value=value, anchor=index)
    return row


def _above(parsed: ParsedStory, one: Expression) -> set[int]:
    """The predicates above that which governs an expression."""
    heads, i = parsed.tokens.head, parsed.tree.head_of(*one.day)
    chain = []
    for _ in range(HIGHEST):
        if heads[i] == i:
            break
        i = heads[i]
        chain.append(i)
    return set([i for i in chain if predicate(parsed, i)][1:])


def _near(parsed: ParsedStory, out: Sequence[Resolved], k: int, of_story: Day | None) -> Resolved:
    """A time that counts from one beside it."""
    one = out[k].expression
    shape = one.said.shape
    if isinstance(shape, Clock):
        return _clock(parsed, out, k, shape, of_story)
    found = _from_before(parsed, out, k, shape, of_story)
    return Resolved(one, *found) if found else out[k]


def _from_before(
    parsed: ParsedStory, out: Sequence[Resolved], k: int, shape: Shape, of_story: Day | None
) -> tuple[Value, int] | None:
    """So many units from the nearest time before from which they can be counted, and the index of that one.

    What is told in the past does not count from a time that is still to come.
    """
    if not isinstance(shape, Shift):
        return None
    one = out[k].expression
    past = of_story is not None and direction(parsed, *one.day).way == PAST
    for index in _before(out, k):
        other = out[index]
        ahead = past and of_story and other.value and other.value.begin and other.value.begin > of_story.day
        value = None if ahead else _from(shape, other.value, beside=other.expression.sentence == one.sentence)
        if value is not None:
            return value, index
    return None


def _from(shape: Shift, other: Value | None, *, beside: bool = False) -> Value | None:
    """So many units from another time, where that is fine enough.

    `beside`: in its sentence, where "in March, from a year earlier" means March.
    """
    if other is None or other.begin is None or other.grain not in GRAINS:
        return None
    if shape.unit in CLOCKED:
        minute = MINUTE.match(other.timex)
        utc = "+00:00" if other.timex.endswith("Z") else ""
        return hours_away(datetime.fromisoformat(f"{minute[0]}{utc}"), shape) if minute else None
    grain = "day" if other.grain == "time" else other.grain
    if GRAINS.index(grain) > GRAINS.index("week" if shape.unit == "fortnight" else shape.unit):
        return None
    found = calendar.away(other.begin, shape.unit, shape.count)
    exact = grain == "day" and shape.unit in {"week", "fortnight"} and shape.count != 0
    compared = shape.unit == "year" and shape.count < 0 and grain in {"month", "quarter"}
    as_fine = "day" if exact else grain if compared and beside else shape.unit
    return None if found is None else calendar.around(found, as_fine)


def _before(out: Sequence[Resolved], k: int) -> Iterator[int]:
    """The times before, nearest first, that are not too far off."""
    sentence = out[k].expression.sentence
    for index in range(k - 1, max(-1, k - 1 - TIMES), -1):
        if sentence - out[index].expression.sentence > SENTENCES:
            return
        if out[index].expression.said.type in {"DATE", "TIME"}:
            yield index


def _clock(parsed: ParsedStory, out: Sequence[Resolved], k: int, clock: Clock, of_story: Day | None) -> Resolved:
    """A time of day without a day: on that of a time in its sentence or just before, else on the day of the story."""
    one = out[k].expression
    if clock.day is not None:
        day = _from_before(parsed, out, k, clock.day, of_story)
        return Resolved(one, at(clock, day[0]), day[1]) if day else out[k]
    for index in (*_before(out, k), *_after(parsed, out, k)):
        other = out[index]
        value, far = other.value, one.sentence - other.expression.sentence
        if value is not None and value.begin is not None and far <= 1 and value.grain in {"day", "time"}:
            found = at(clock, calendar.day(value.begin))
            return Resolved(one, found, index)
    if of_story is None or clock.time[1:2].isalpha():
        return Resolved(one, out[k].value)
    return Resolved(one, at(clock, calendar.day(of_story.day)), of_story.anchor)


def _after(parsed: ParsedStory, out: Sequence[Resolved], k: int) -> Iterator[int]:
    """The next time of the same clause: at most a few words further on, no verb between."""
    if k + 1 < len(out) and out[k + 1].expression.sentence == out[k].expression.sentence:
        between = range(out[k].expression.last, out[k + 1].expression.first)
        if len(between) <= CLAUSE and not any(parsed.tokens.upos[i] in VERBAL for i in between if parsed.tokens.upos):
            yield k + 1
