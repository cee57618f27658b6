"""Mentions of dates: those of the times, in place of what the names head took for dates.

Takes a Record and its times, gives mentions in text order, longer ones first, each stretch of words once.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Mention, Record, Time
from dateline.record.ids import finding_id


def with_times(record: Record, times: Sequence[Time]) -> tuple[Mention, ...]:
    """A mention for every time; one of another kind with the same words stays, since it may have an actor."""
    kept = [mention for mention in record.mentions if mention.kind != "date"]
    taken = {(m.span.start, m.span.end) for m in kept}
    added = [mention(record.story.id, time) for time in times if (time.span.start, time.span.end) not in taken]
    return tuple(sorted([*kept, *added], key=lambda m: (m.span.start, -m.span.end)))


def mention(story: str, time: Time) -> Mention:
    """The time as a mention."""
    return Mention(
        id=finding_id(story, "mention", (time.span,)),
        span=time.span,
        head=time.span,
        kind="date",
        form="name",
        time=time.id,
        confidence=time.confidence,
        found_by=time.found_by,
    )
