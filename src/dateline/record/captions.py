"""An event in words, as tables for people show it. Takes an event and the names behind its ids, gives short texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.record.countable import AUTHOR
from dateline.record.findings import Event, Factuality, FactValue
from dateline.record.plover import STATUS_TAGS

NOBODY: Final = "—"
# What a source makes of an event, behind its name. "CTu": it knows whether, and does not say.
MAKES_OF_IT: Final[Mapping[FactValue, str]] = {
    "CT+": "",
    "PR+": ": probably",
    "PS+": ": possibly",
    "CT-": ": not so",
    "PR-": ": probably not",
    "PS-": ": possibly not",
    "CTu": ": open",
    "Uu": ": open",
}


def what(event: Event) -> str:
    """Type and modes: "ASSAULT.aerial"."""
    return ".".join([event.type, *event.mode])


def whom(event: Event, names: Mapping[str, str]) -> str:
    """Who does it to whom: "Turkey → Syria"; all sides alike where nobody is acted upon."""
    sides = (", ".join(names.get(key, key) for key in keys) for keys in (event.actors, event.recipients))
    actors, recipients = sides
    return f"{actors or NOBODY} → {recipients}" if recipients else actors or NOBODY


def voices(event: Event, names: Mapping[str, str]) -> list[str]:
    """Who says so and how surely; those who leave it open only where nobody else says anything."""
    sure = [row for row in event.factuality if row.value not in {"Uu", "CTu"}]
    return [voice(row, names) for row in sure or event.factuality]


def voice(row: Factuality, names: Mapping[str, str]) -> str:
    """One source with what it makes of the event: "Turkey: not so"."""
    return f"{AUTHOR if row.source == AUTHOR else names.get(row.source, row.source)}{MAKES_OF_IT[row.value]}"


def counts(event: Event) -> str:
    """Whether it may be counted as having happened."""
    return "countable" if event.countable else "not countable"


def anchors(event: Event) -> str:
    """The words that name it, each once."""
    return " … ".join(dict.fromkeys(" ".join(span.text.split()) for span in event.anchor)) or NOBODY


def summary(events: Sequence[Event]) -> str:
    """All events in one line: "3 events, 1 countable: 1 occurred, 2 negated"."""
    if not events:
        return "No events."
    number = Counter[str](event.status for event in events)
    known = ", ".join(f"{number[status]} {status}" for status in STATUS_TAGS if status in number)
    noun = "event" if len(events) == 1 else "events"
    return f"{len(events)} {noun}, {sum(event.countable for event in events)} countable: {known}"
