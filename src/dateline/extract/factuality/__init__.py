"""Whether what is told has happened, and who says so: status, the commitment of every source, what may be counted.

Takes a ParsedStory and a Record with statements and events, gives the Record with the events' factuality.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.attributes.tree import Tree, tree_of
from dateline.extract.factuality.judged import judged
from dateline.extract.factuality.voices import Voices, disputes, factuality, reporting
from dateline.record import Event, Record
from dateline.record.countable import against, unnamed
from dateline.record.parsed import ParsedStory


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with the factuality of its events."""
    if not record.events:
        return record
    tree, voices = tree_of(parsed), Voices(parsed, record.statements)
    nameless = unnamed(record.statements, record.actors)
    codes = {a.id: a.code for a in record.actors if a.code is not None}
    return record.with_findings(events=tuple(event(parsed, tree, voices, nameless, codes, e) for e in record.events))


def event(  # noqa: PLR0913, PLR0917 - what an event's sources are read from
    parsed: ParsedStory, tree: Tree, voices: Voices, nameless: frozenset[str], codes: Mapping[str, str], one: Event
) -> Event:
    """An event with who commits to it."""
    words = [parsed.tree.head_of(w.start, w.stop) for a in one.anchor if (w := parsed.words_in(a.start, a.end))]
    tellings = [voices.telling(word, judged(parsed, tree, word, one.type)) for word in words]
    disputed = disputes(parsed, voices, tellings, one.actors, codes)
    values = factuality(parsed, tree, tellings, disputed)
    told = one.model_copy(update={"factuality": values, "reported_by": reporting(tellings)})
    return told.model_copy(update={"countable": next(against(told, nameless), None) is None})
