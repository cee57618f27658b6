"""Why an event is coded as it is: what its codes mean, what decided each, who commits to it, why it may be counted.

Takes a `Record` and one of its events, gives rows of a name and words.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import UnknownId
from dateline.record import Event, Factuality, Record
from dateline.record.cameo import codes
from dateline.record.captions import voice
from dateline.record.countable import COMMITTED, against, unnamed
from dateline.record.plover import MODES_OF, event_class, plover
from dateline.record.span import joined_text

APART, BY = "; ", " by "
# Characters of a statement that commits somebody.
WORDS = 80
Row = tuple[str, str]


def coding(record: Record, event: Event) -> Iterator[Row]:
    """All that can be said of how an event was coded, a row each."""
    yield from meanings(event)
    yield from decisions(event)
    names = {actor.id: actor.name for actor in record.actors}
    yield from (("committed", committed(record, row, names)) for row in event.factuality)
    yield "countable", counted(record, event)


def meanings(event: Event) -> Iterator[Row]:
    """What type, modes, contexts and code mean, with their values."""
    if event.type in MODES_OF:
        found = event_class(event.type)
        yield "type", f"{event.type} ({found.quad}, score {found.score:g}): {found.means}"
        for mode in event.mode:
            kind = event_class(event.type, mode)
            yield "mode", f"{mode} (score {kind.score:g}): {kind.means}"
    for name in event.context:
        yield "context", f"{name}: {plover().contexts.get(name, 'in no table')}"
    if code := codes().get(event.cameo or ""):
        yield "CAMEO", f"{code.code} (Goldstein {code.goldstein:g}): {code.name}"


def decisions(event: Event) -> Iterator[Row]:
    """What decided: the parts of `found_by`, which name what they are of."""
    first, *rest = event.found_by.split(APART)
    yield "type by", first
    for part in rest:
        what, by, how = part.partition(BY)
        yield (f"{what} by", how) if by else ("then", part)


def committed(record: Record, row: Factuality, names: dict[str, str]) -> str:
    """Who commits to what, and in which words."""
    said = f"{voice(row, names)} ({row.value})"
    if row.statement is None:
        return said
    try:
        words = joined_text(getattr(record.finding(row.statement), "content", ()))
    except UnknownId:
        words = ""
    return f"{said}, in “{words if len(words) <= WORDS else words[:WORDS] + '…'}” ({row.statement})"


def counted(record: Record, event: Event) -> str:
    """Why an event may be counted as having happened, or why it may not."""
    nameless = unnamed(record.statements, record.actors)
    reasons = list(against(event, nameless))
    if not event.countable:
        return f"no: {', '.join(reasons) or 'the reader did not count it'}"
    names = {actor.id: actor.name for actor in record.actors}
    sure = [row for row in event.factuality if row.value in COMMITTED and row.source not in nameless]
    return f"yes: its status is {event.status!r}, it has an actor, and {known(sure[:1], names)} commits to it"


def known(rows: list[Factuality], names: dict[str, str]) -> str:
    """The name of who commits."""
    return next((names.get(row.source, f"the {row.source}") for row in rows), "nobody")
