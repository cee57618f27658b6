"""Why a record holds a finding: its words in their place, how it was found, and whom it was resolved to.

Takes a `Record` and one of its findings, gives text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.errors import AmbiguousId, UnknownId
from dateline.export.coded import coding
from dateline.export.view import View, extent, plain, safe, when
from dateline.record import Actor, Event, Finding, Place, Record, SentenceRow, Size, Span, Story, Time
from dateline.record.record import FINDINGS
from dateline.record.span import joined_text

# Characters shown on either side of a span, of the words of another finding, and of mentions of an actor or a place.
CONTEXT = 60
WORDS = 80
MENTIONS = 20
APART = frozenset({"id", "confidence", "found_by"})

Explained = Finding | SentenceRow | Story


def wanted(record: Record, beginning: str) -> Explained | None:
    """What has an id that begins so, if it is one; raises `AmbiguousId` where several do and none is the whole."""
    rows = [record.story, *(one for name in (*FINDINGS, "sentences") for one in getattr(record, name))]
    found = {one.id: one for one in rows if one.id.startswith(beginning)}
    if len(found) > 1 and beginning not in found:
        raise AmbiguousId(beginning, record.story.id, len(found))
    return found.get(beginning) or next(iter(found.values()), None)


def explained(record: Record, finding: Explained, view: View) -> str:
    """What it is and what each of its fields says, with words in their place and ids as names."""
    return view.rendered(*_parts(record, finding))


def _parts(record: Record, finding: Explained) -> Iterator[RenderableType]:
    if isinstance(finding, Story):
        yield plain(f"Story {finding.id}", "bold")
        known = ((name, value) for name, value in finding if name not in {"id", "text", "zones"} and value is not None)
        counts = ((name.replace("_", " "), len(getattr(record, name))) for name in ("sentences", *FINDINGS))
        yield _grid((name, plain(str(value))) for name, value in (*known, *counts))
        return
    if isinstance(finding, SentenceRow):
        yield plain(f"Sentence {finding.id} in story {record.story.id}", "bold")
        words = _in_context(record.story.text, record.story.span(finding.start, finding.end))
        yield _grid(iter((("zone", plain(finding.zone)), ("words", words))))
        return
    yield plain(f"{type(finding).__name__} {finding.id} in story {record.story.id}", "bold")
    yield _found(finding)
    yield _grid(_rows(record, finding))
    if isinstance(finding, Event):
        yield plain("How it was coded", "bold")
        yield _grid((name, plain(words)) for name, words in coding(record, finding))
    for other in _referred_to(record, finding):
        yield plain(f"{type(other).__name__} {other.id}", "bold")
        yield _found(other)
        yield _grid(_rows(record, other))
    if isinstance(finding, Actor | Place):
        yield plain("Mentions", "bold")
        yield _grid(_mentions(record, finding))


def _found(finding: Finding) -> Text:
    return plain(f"Found by {finding.found_by}. Probability that it was read right: {finding.confidence:.0%}.")


def _grid(rows: Iterator[tuple[str, Text]]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, value)
    return table


def _rows(record: Record, finding: BaseModel) -> Iterator[tuple[str, Text]]:
    """The fields that are known, a row for each value."""
    for name, value in finding:
        if name not in APART:
            known = [one for one in (value if isinstance(value, tuple) else (value,)) if one not in (None, Size())]
            for index, one in enumerate(known):
                yield "" if index else name, _value(record, one, is_id=_is_id(finding, name))


def _value(record: Record, value: Any, *, is_id: bool) -> Text:
    if isinstance(value, Span):
        return _in_context(record.story.text, value)
    if isinstance(value, BaseModel):
        known = [f"{name} {_value(record, one, is_id=_is_id(value, name))}" for name, one in value if one is not None]
        return plain(", ".join(known))
    if isinstance(value, bool):
        return plain("yes" if value else "no")
    return plain(_named(record, value) if is_id else str(value))


def _is_id(model: BaseModel, name: str) -> bool:
    extra = type(model).model_fields[name].json_schema_extra
    return isinstance(extra, dict) and "refers_to" in extra


def _named(record: Record, key: str) -> str:
    """An id with what it stands for: a name, or the words of the finding."""
    try:
        finding = record.finding(key)
    except UnknownId:
        # "author" and "published" stand in the place of an id.
        return f"{key} ({record.story.published})" if key == "published" else key
    if isinstance(finding, Time):
        return f"{when(record, key)} ({key})"
    name = getattr(finding, "name", None) or joined_text(getattr(finding, "spans", ()))
    return f"{name if len(name) <= WORDS else name[:WORDS] + '…'} ({key})"


def _in_context(text: str, span: Span) -> Text:
    """The words of a span between brackets, with what stands before and after it, in one line, and its offsets."""
    first, last = max(0, span.start - CONTEXT), span.end + CONTEXT
    before = ("…" if first > 0 else "") + text[first : span.start]
    after = text[span.end : last] + ("…" if last < len(text) else "")
    shown = Text.assemble((_one_line(before), "dim"), (f"[{_one_line(span.text)}]", "bold"), (_one_line(after), "dim"))
    return shown.append(f"  {extent((span,))}", "dim")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", safe(text))


def _referred_to(record: Record, finding: Finding) -> Iterator[Actor | Place]:
    """The actors and places that the fields of a finding name, each once, in their order."""
    values = [getattr(finding, name) for name in type(finding).model_fields if _is_id(finding, name)]
    keys = dict.fromkeys(key for value in values for key in (value if isinstance(value, tuple) else (value,)))
    yield from (actor for actor in record.actors if actor.id in keys)
    yield from (place for place in record.places if place.id in keys)


def _mentions(record: Record, one: Actor | Place) -> Iterator[tuple[str, Text]]:
    found = [mention for mention in record.mentions if one.id in {mention.actor, mention.place}]
    for mention in found[:MENTIONS]:
        yield mention.form, _in_context(record.story.text, mention.span)
    if len(found) > MENTIONS:
        yield "", plain(f"and {len(found) - MENTIONS} more")
