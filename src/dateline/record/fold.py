"""Events in the convention of the PLOVER manual, where what is still to come is an event of its own type.

Takes events with their status, gives events without planned and threatened ones: future cooperation is AGREE, future
conflict THREATEN. For who compares with data that knows no status.
"""

from __future__ import annotations

from collections.abc import Collection

from dateline.record.cameo import code_of
from dateline.record.countable import against, unnamed
from dateline.record.findings import Event
from dateline.record.plover import event_class, quad_of, score_of
from dateline.record.record import Record

TO_COME = frozenset({"planned", "threatened"})
FOLDED = "; folded into PLOVER's convention"


def folded(record: Record) -> Record:
    """The record with its events folded; ids stay, for the words are the same. What was announced may be counted."""
    nameless = unnamed(record.statements, record.actors)
    return record.with_findings(events=tuple(recounted(one, folded_event(one), nameless) for one in record.events))


def recounted(before: Event, after: Event, nameless: Collection[str]) -> Event:
    """An event as it was folded, counted by what it is now."""
    return after if after is before else after.model_copy(update={"countable": not [*against(after, nameless)]})


def folded_event(event: Event) -> Event:
    """A planned or threatened event as what it is an announcement of; any other as it is."""
    mode = event.mode[0] if event.mode else None
    announced = event_class(event.type, mode).announced
    if event.status not in TO_COME or announced is None:
        return event
    kind, shift = announced
    return event.model_copy(
        update={
            "type": kind,
            "mode": (shift,) if shift else (),
            "quad": quad_of(kind),
            "score": score_of(kind, shift),
            "cameo": code_of(event.type, mode, event.status),
            "status": "occurred",
            "found_by": event.found_by + FOLDED,
        }
    )
