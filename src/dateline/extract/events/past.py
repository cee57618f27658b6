"""What is long past: background, not news. Takes the times of a story and its day, gives a status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from dateline.extract.events.deed import Deed
from dateline.record import Record
from dateline.record.findings import Status

# What ended so many days before publication is background.
LONG_AGO = timedelta(days=180)
REAL = frozenset({"occurred", "historical"})
FULL_DAY = len("2015-09-24")


@dataclass(frozen=True)
class Past:
    """The last day of every time that ended long before the story."""

    ended: frozenset[str]
    recent: frozenset[str]

    @classmethod
    def of(cls, record: Record) -> Past:
        """Nothing is known to be past where the story has no date."""
        published = record.story.published
        if published is None:
            return cls(frozenset(), frozenset())
        day = date.fromisoformat(str(published)[:FULL_DAY])
        ends = {t.id: t.end for t in record.times if t.end is not None and len(t.end) >= FULL_DAY}
        old = {k for k, end in ends.items() if date.fromisoformat(end[:FULL_DAY]) < day - LONG_AGO}
        return cls(frozenset(old), frozenset(ends) - frozenset(old))

    def aged(self, one: Deed, status: str) -> Status:
        """The status of a deed, seen from the day of the story."""
        if status in REAL and one.time in self.ended:
            return "historical"
        if status == "historical" and one.time in self.recent:
            return "occurred"
        return cast("Status", status)
