"""Times: every expression of time with its TIMEX3 value, and the days that bound it.

Takes a ParsedStory and a Record with mentions, gives the Record with times; mentions of dates are those of the times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dateline.record import Record, Time
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory
from dateline.resolve.times.anchoring import Resolved, resolved
from dateline.resolve.times.contradictions import contradictions
from dateline.resolve.times.counting import Day, counted
from dateline.resolve.times.expressions import Expression, expressions, is_day
from dateline.resolve.times.mentions import with_times
from dateline.resolve.times.shapes import Fixed
from dateline.resolve.times.tense import FUTURE, PAST, Direction
from dateline.resolve.times.trust import confidence

# A story comes out at most so long after it was filed.
LATEST = timedelta(days=7)
WAYS = {PAST: "past", FUTURE: "to come"}


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its times, in text order, and a mention for each."""
    found = list(expressions(parsed))
    if not found and not any(m.kind == "date" for m in record.mentions):
        return record
    published = published_day(parsed)
    rows = resolved(parsed, found, day_of(parsed, found, published), published)
    ids = [time_id(parsed, one) for one in found]
    times = tuple(time(parsed, row, ids) for row in rows)
    warnings = (*record.warnings, *contradictions(parsed, rows, published))
    return record.with_findings(times=times, mentions=with_times(record, times), warnings=warnings)


def published_day(parsed: ParsedStory) -> Day | None:
    """The day of publication, with its time of day if that is known."""
    published = parsed.story.published
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    return Day(moment.date(), "published", moment if len(published) > len("2015-09-24") else None)


def day_of(parsed: ParsedStory, found: Sequence[Expression], published: Day | None) -> Day | None:
    """The day of the story's own dateline, where that was shortly before it came out; else that on which it did."""
    for index, one in enumerate(found):
        own = own_date(parsed, one, published)
        if own is not None and (published is None or timedelta(0) < published.day - own <= LATEST):
            return Day(own, index)
    return published


def own_date(parsed: ParsedStory, one: Expression, published: Day | None) -> date | None:
    """The day that an expression in the dateline gives; without a day of publication only a full date does."""
    shape = one.said.shape
    if parsed.sentences[one.sentence].zone != "dateline" or not is_day(shape):
        return None
    if isinstance(shape, Fixed):
        value = shape.value
    else:
        value = counted(shape, published, Direction(PAST)) if published is not None else None
    return value.begin if value is not None and value.grain == "day" else None


def time_id(parsed: ParsedStory, one: Expression) -> str:
    """The id of an expression's time."""
    return finding_id(parsed.story.id, "time", (parsed.story.span(one.start, one.end),))


def time(parsed: ParsedStory, row: Resolved, ids: Sequence[str]) -> Time:
    """One row of the record."""
    one, value = row.expression, row.value
    anchor = ids[row.anchor] if isinstance(row.anchor, int) else row.anchor
    return Time(
        id=time_id(parsed, one),
        span=parsed.story.span(one.start, one.end),
        type=one.said.type,
        value=value.timex if value else None,
        begin=value.begin.isoformat() if value and value.begin else None,
        end=value.end.isoformat() if value and value.end else None,
        anchor=anchor,
        confidence=confidence(row),
        found_by=reason(row),
    )


def reason(row: Resolved) -> str:
    """What decided, in words: the rule, its modifier, and which word put it behind or ahead."""
    said = row.expression.said
    parts = [f"time rule: {said.rule}"]
    if said.mod:
        parts.append(said.mod)
    if row.way.way in WAYS:
        parts.append(f"{WAYS[row.way.way]} by {row.way.why!r}")
    return ", ".join(parts)
