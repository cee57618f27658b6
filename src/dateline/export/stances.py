"""Who stands where, over many stories. Takes records, gives rows in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.record import Record
from dateline.record.findings import Stance

FULL_DAY = len("2015-09-24")


@dataclass(frozen=True, slots=True)
class Row:
    """A position in a story, with the words that show it."""

    day: str
    story: str
    actor: str
    issue: str
    stance: Stance
    condition: str
    evidence: tuple[str, ...]
    confidence: float
    id: str


def positions(records: Iterable[Record], actor: str = "", issue: str = "") -> list[Row]:
    """Positions of actors whose name, alias or code has `actor` in it, on issues that have `issue` in them."""
    found = []
    for record in records:
        people = {one.id: one for one in record.actors}
        words = {s.id: " … ".join(x.text for x in s.content) for s in record.statements}
        words |= {e.id: " … ".join(x.text for x in e.anchor) for e in record.events}
        for one in record.positions:
            who = people.get(one.actor or "")
            names = () if who is None else (who.name, *who.aliases, who.code or "")
            if (
                who is not None
                and any(actor.lower() in n.lower() for n in names)
                and issue.lower() in one.issue.lower()
            ):
                found.append(
                    Row(
                        day=str(record.story.published or "")[:FULL_DAY],
                        story=record.story.id,
                        actor=who.name,
                        issue=one.issue,
                        stance=one.stance,
                        condition=one.condition.text if one.condition else "",
                        evidence=tuple(words[k] for k in (*one.statement, *one.event) if k in words),
                        confidence=one.confidence,
                        id=one.id,
                    )
                )
    return sorted(found, key=lambda row: (row.day, row.story))
