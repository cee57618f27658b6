"""Times: every expression of time with its TIMEX3 value, and the days that bound it.

Takes a ParsedStory and a Record with mentions, gives the Record with times; mentions of dates are those of the times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from dateline.record import Record, Time
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory
from dateline.resolve.times.anchoring import Resolved, resolved
from dateline.resolve.times.counting import Day
from dateline.resolve.times.expressions import Expression, expressions
from dateline.resolve.times.mentions import with_times
from dateline.resolve.times.shapes import Fixed
from dateline.resolve.times.tense import FUTURE, PAST
from dateline.resolve.times.trust import confidence

WAYS = {PAST: "past", FUTURE: "to come"}


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its times, in text order, and a mention for each."""
    found = list(expressions(parsed))
    if not found and not any(m.kind == "date" for m in record.mentions):
        return record
    rows = resolved(parsed, found, day_of(parsed, found))
    ids = [time_id(parsed, one) for one in found]
    times = tuple(time(parsed, row, ids) for row in rows)
    return record.with_findings(times=times, mentions=with_times(record, times))


def day_of(parsed: ParsedStory, found: Sequence[Expression]) -> Day | None:
    """The day of publication; without it, the full date in the story's own dateline."""
    published = parsed.story.published
    if published is not None:
        moment = datetime.fromisoformat(published)
        return Day(moment.date(), "published", moment if len(published) > len("2015-09-24") else None)
    for index, one in enumerate(found):
        own = own_date(parsed, one)
        if own is not None:
            return Day(own, index)
    return None


def own_date(parsed: ParsedStory, one: Expression) -> date | None:
    """The day that an expression in the dateline gives, if it is a full date."""
    shape = one.said.shape
    if parsed.sentences[one.sentence].zone != "dateline" or not isinstance(shape, Fixed) or shape.value is None:
        return None
    return shape.value.begin if shape.value.grain == "day" else None


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
