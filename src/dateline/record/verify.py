"""The invariants of the contract that one record can break. Takes a record, gives what is wrong with it.

The cost is linear in the length of the record. What takes two readings to see (the same bytes twice, text added behind)
is left to tests of the reader.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from dateline.errors import BadRecord
from dateline.record.cameo import codes
from dateline.record.countable import against, unnamed
from dateline.record.findings import Event, Mention, SentenceRow, Statement
from dateline.record.ids import HASHED, Kind, actor_id, finding_id, place_id, position_id
from dateline.record.plover import MODES_OF, plover
from dateline.record.record import FINDINGS, Record
from dateline.record.span import Span
from dateline.record.story import Zone

CODES: Final = {
    "shape": "no record of this schema: an unknown key, a wrong type, a value outside its list or range",
    "absent": "a key of the contract is missing",
    "span": "a span is not a slice of the story's text",
    "order": "zones or sentences overlap, run backwards or leave the text; a list is not in the order of the text",
    "zone": "a part of the text is in no zone, or a sentence is not of the kind of its zone",
    "head": "the head of a mention is not part of its span",
    "alias": "an alias of an actor is not in the text",
    "quotation": "a quotation holds none of the content; words that are direct have none and are no turn of talk",
    "duplicate": "two things have one id",
    "dangling": "an id is referred to and does not exist",
    "reference": "a mention refers to more than one of actor, place and time",
    "cycle": "statements hold, continue or echo each other, or times anchor each other, in a circle",
    "parent": "the cue of a statement does not lie in the content of the one around it",
    "continues": "a statement comes before the one that it goes on with",
    "id": "an id is not the hash of what it names",
    "countable": "an event is countable against the rule",
    "code": "a type, mode, context or CAMEO code of an event is in no table",
}
KINDS: Final[dict[str, Kind]] = {
    "mentions": "mention",
    "times": "time",
    "statements": "statement",
    "events": "event",
    "causal_claims": "causal_claim",
}
CHAINS: Final = (("statements", "parent"), ("statements", "continues"), ("statements", "echo_of"), ("times", "anchor"))
# What may stand in a line before the label of a turn, and how far back that is looked for.
_LINE_HEAD: Final = re.compile(r"(?:\A|\n)[^\w\n]*\Z")
MARGIN: Final = 20


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken invariant: its code (one of `CODES`), where in the record, and what is wrong there."""

    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.code} at {self.where}: {self.message}"


def violations(record: Record | Mapping[str, Any] | str | bytes) -> Iterator[Violation]:
    """All broken invariants of a record, of parsed JSON or of a line of JSON; none where it is sound."""
    if isinstance(record, Record):
        yield from _broken(record)
        return
    try:
        given = json.loads(record) if isinstance(record, (str, bytes)) else record
        typed = Record.from_dict(given)
    except BadRecord as error:
        yield from _misshapen(error)
    except (ValueError, RecursionError) as error:
        yield Violation("shape", "record", f"no JSON: {error}")
    else:
        yield from _differences(given, json.loads(typed.to_json()), "")
        yield from _broken(typed)


def _broken(record: Record) -> Iterator[Violation]:
    for check in CHECKS:
        yield from check(record)


def _misshapen(error: BadRecord) -> Iterator[Violation]:
    if not isinstance(error.__cause__, ValidationError):
        yield Violation("shape", "story", str(error))
        return
    for detail in error.__cause__.errors(include_url=False, include_input=False):
        # The one ValueError that a model raises itself is that of a span whose offsets and text do not fit.
        code = "span" if detail["type"] == "value_error" else "shape"
        yield Violation(code, _path(detail["loc"]), detail["msg"])


def _path(steps: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".") or "record"


def _differences(given: Any, whole: Any, where: str) -> Iterator[Violation]:
    """Keys that the record as it is written has and the given one has not, and values that had to be converted."""
    if isinstance(whole, dict):
        for key, value in whole.items():
            if key in given:
                yield from _differences(given[key], value, f"{where}.{key}".lstrip("."))
            else:
                yield Violation("absent", where or "record", f"the key {key!r} is missing; what is not known is null")
    elif isinstance(whole, list):
        for index, (one, other) in enumerate(zip(given, whole, strict=True)):
            yield from _differences(one, other, f"{where}[{index}]")
    elif given != whole or isinstance(given, bool) is not isinstance(whole, bool) or _rounded(given, whole):
        yield Violation("shape", where, f"{given!r} should be {whole!r}")


def _rounded(given: Any, whole: Any) -> bool:
    """Whether a number is no offset: 3.0 for 3. The reverse is how some programs write numbers."""
    return isinstance(given, float) and isinstance(whole, int)


def _parts(value: Any, where: str) -> Iterator[tuple[str, Span | BaseModel]]:
    """Every span and every model within a value, with the path to it."""
    if isinstance(value, Span):
        yield where, value
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _parts(one, f"{where}[{index}]")
    elif isinstance(value, BaseModel):
        yield where, value
        for name, one in value:
            if isinstance(one, (Span, tuple, BaseModel)):
                yield from _parts(one, f"{where}.{name}")


def _all_parts(record: Record) -> Iterator[tuple[str, Span | BaseModel]]:
    for name in FINDINGS:
        yield from _parts(getattr(record, name), name)


def not_slices(record: Record) -> Iterator[Violation]:
    """Spans whose text is not the story's text at their offsets."""
    text = record.story.text
    for where, part in _all_parts(record):
        if isinstance(part, Span) and text[part.start : part.end] != part.text:
            yield Violation("span", where, f"{part.text!r} is not the text at [{part.start}, {part.end})")


def out_of_order(record: Record) -> Iterator[Violation]:
    """Zones and sentences that are empty, overlap the one before, or leave the text; findings that run backwards."""
    length = len(record.story.text)
    yield from _disorder("story.zones", record.story.zones, length)
    yield from _disorder("sentences", record.sentences, length)
    yield from _backwards("mentions", [row.span.start for row in record.mentions])
    yield from _backwards("statements", [_begin(row) for row in record.statements])
    yield from _backwards("events", [_begin(row) for row in record.events])
    yield from _backwards("times", [row.span.start for row in record.times])
    first: dict[str | None, int] = {}
    for number, mention in enumerate(record.mentions):
        first.setdefault(mention.actor or mention.place, number)
    for name, rows in (("actors", record.actors), ("places", record.places)):
        # What is mentioned nowhere by an id comes where the reader puts it.
        yield from _backwards(name, [first[row.id] for row in rows if row.id in first])


def _backwards(name: str, starts: Sequence[int]) -> Iterator[Violation]:
    for index, (before, start) in enumerate(pairwise(starts), start=1):
        if start < before:
            yield Violation("order", f"{name}[{index}]", "it stands in the text before the one that it follows here")


def _disorder(name: str, rows: Iterable[Zone | SentenceRow], length: int) -> Iterator[Violation]:
    last = 0
    for index, row in enumerate(rows):
        if not last <= row.start < row.end <= length:
            message = f"[{row.start}, {row.end}) must begin at {last} or later, end after its start and within {length}"
            yield Violation("order", f"{name}[{index}]", message)
        last = max(last, row.end)


def wrong_zones(record: Record) -> Iterator[Violation]:
    """Text outside all zones of a story that was read, and sentences that say they are of another zone."""
    zones, text = record.story.zones, record.story.text
    if not zones and not record.sentences:
        return
    ends = [0, *(zone.end for zone in zones)]
    for end, start in zip(ends, [*(zone.start for zone in zones), len(text)], strict=True):
        if text[end:start].strip():
            yield Violation("zone", "story.zones", f"the text at [{end}, {start}) is in no zone")
    starts = [zone.start for zone in zones]
    for index, row in enumerate(record.sentences):
        at = bisect_right(starts, row.start) - 1
        if at >= 0 and zones[at].kind != row.zone:
            yield Violation("zone", f"sentences[{index}]", f"it is {row.zone!r} in a zone that is {zones[at].kind!r}")


def loose_heads(record: Record) -> Iterator[Violation]:
    """Heads outside their mention."""
    for index, row in enumerate(record.mentions):
        if not row.span.start <= row.head.start < row.head.end <= row.span.end:
            yield Violation("head", f"mentions[{index}]", f"{row.head.text!r} is not part of {row.span.text!r}")


def strange_names(record: Record) -> Iterator[Violation]:
    """Aliases that the story does not use."""
    for index, row in enumerate(record.actors):
        for alias in row.aliases:
            if alias not in record.story.text:
                yield Violation("alias", f"actors[{index}]", f"{alias!r} is not in the text")


def strange_quotations(record: Record) -> Iterator[Violation]:
    """Quotations that share nothing with the content, and forms that do not fit them.

    Words in a turn of talk are direct without marks, as transcripts set them.
    """
    for index, row in enumerate(record.statements):
        where = f"statements[{index}]"
        for span in row.quotation:
            if not any(span.start < part.end and part.start < span.end for part in row.content):
                yield Violation("quotation", where, f"{span.text[:40]!r} holds none of the content")
        verbatim = row.form == "direct" and _is_turn(record.story.text, row)
        if bool(row.quotation) is not (row.form != "indirect") and not verbatim:
            yield Violation("quotation", where, f"its form is {row.form!r}, with {len(row.quotation)} quotations")


def _is_turn(text: str, row: Statement) -> bool:
    """Whether words follow a colon, or a label at the head of their line ("Q. Why?")."""
    if any(span.text.endswith(":") for span in row.cue):
        return True
    labels = [span for span in row.source if span.end <= _begin_of(row.content)]
    return not row.cue and any(_LINE_HEAD.search(text[max(0, one.start - MARGIN) : one.start]) for one in labels)


def duplicates(record: Record) -> Iterator[Violation]:
    """Ids that two things have."""
    counts = Counter(row.id for name in ("sentences", *FINDINGS) for row in getattr(record, name))
    for shared, count in counts.items():
        if count > 1:
            yield Violation("duplicate", shared, f"{count} things have this id")


def dangling(record: Record) -> Iterator[Violation]:
    """Ids that are referred to and are not in the list where they should be."""
    known = {name: {finding.id for finding in getattr(record, name)} for name in FINDINGS}
    for where, part in _all_parts(record):
        for name, table, word in () if isinstance(part, Span) else _pointers(type(part)):
            value = getattr(part, name)
            for wanted in value if isinstance(value, tuple) else (value,):
                if wanted not in (None, word) and wanted not in known[table]:
                    yield Violation("dangling", f"{where}.{name}", f"{wanted!r} is not among the {table}")


@cache
def _pointers(model: type[BaseModel]) -> tuple[tuple[str, str, str | None], ...]:
    """The fields of a model that hold ids: name, list of the record, and the word allowed in place of an id."""
    extras = ((name, field.json_schema_extra) for name, field in model.model_fields.items())
    return tuple(
        (name, str(extra["refers_to"]), str(extra["or_word"]) if "or_word" in extra else None)
        for name, extra in extras
        if isinstance(extra, dict) and "refers_to" in extra
    )


def double_references(record: Record) -> Iterator[Violation]:
    """Mentions that refer to two sorts of things at once."""
    for index, mention in enumerate(record.mentions):
        if (count := _references(mention)) > 1:
            yield Violation("reference", f"mentions[{index}]", f"{count} of actor, place and time are set")


def _references(mention: Mention) -> int:
    return sum(wanted is not None for wanted in (mention.actor, mention.place, mention.time))


def cycles(record: Record) -> Iterator[Violation]:
    """Chains of one kind of link that come back to where they began."""
    for table, link in CHAINS:
        following = {row.id: getattr(row, link) for row in getattr(record, table)}
        for met in _in_circles(following):
            yield Violation("cycle", f"{table} {met}", f"following `{link}` leads back to it")


def _in_circles(following: Mapping[str, str | None]) -> Iterator[str]:
    """One id of each circle; every id is visited once, whatever the number of chains that lead to it."""
    walk_of: dict[str, str] = {}
    for first in following:
        at: str | None = first
        while at is not None and at in following and at not in walk_of:
            walk_of[at] = first
            at = following[at]
        # The walk ended where a walk has been; if that walk is this one, it went in a circle.
        if at is not None and walk_of.get(at) == first:
            yield at


def misplaced(record: Record) -> Iterator[Violation]:
    """Statements that do not stand where their relation to another one says: within it, or after it."""
    by_id = {row.id: row for row in record.statements}
    place = {row.id: index for index, row in enumerate(record.statements)}
    for index, row in enumerate(record.statements):
        parent, before = by_id.get(row.parent or ""), by_id.get(row.continues or "")
        if parent is not None and not _within(row, parent):
            yield Violation("parent", f"statements[{index}]", f"it does not stand in the content of {parent.id!r}")
        if before is not None and place[before.id] > index:
            yield Violation(
                "continues", f"statements[{index}]", f"it comes before {before.id!r}, which is where it began"
            )


def _within(inner: Statement, outer: Statement) -> bool:
    """Whether the cue of a statement, or where it has none its content, lies within the content of another one."""
    return all(any(piece.covers(part) for piece in outer.content) for part in inner.cue or inner.content)


def _begin(row: Statement | Event) -> int:
    return _begin_of(row.spans)


def _begin_of(spans: Iterable[Span]) -> int:
    return min((span.start for span in spans), default=0)


def wrong_ids(record: Record) -> Iterator[Violation]:
    """Ids that are not the hash of what they name; an actor or a place may have the key of a table instead."""
    story = record.story.id
    for name, kind in KINDS.items():
        for index, finding in enumerate(getattr(record, name)):
            yield from _compared(f"{name}[{index}]", finding.id, finding_id(story, kind, finding.spans))
    for index, position in enumerate(record.positions):
        right = position_id(story, position.actor or "", position.issue)
        yield from _compared(f"positions[{index}]", position.id, right)
    for name, named_id in (("actors", actor_id), ("places", place_id)):
        for index, row in enumerate(getattr(record, name)):
            if HASHED.fullmatch(row.id):
                yield from _compared(f"{name}[{index}]", row.id, named_id(story, row.name))


def _compared(where: str, found: str, right: str) -> Iterator[Violation]:
    if found != right:
        yield Violation("id", where, f"{found!r} is not the hash of what it names, {right!r}")


def wrongly_countable(record: Record) -> Iterator[Violation]:
    """Events that are countable although they did not happen, nobody acts, or nobody named commits to them."""
    nameless = unnamed(record.statements, record.actors)
    for index, event in enumerate(record.events):
        for reason in against(event, nameless) if event.countable else ():
            yield Violation("countable", f"events[{index}]", f"it may not be counted: {reason}")


def strange_codes(record: Record) -> Iterator[Violation]:
    """Types, modes, contexts and CAMEO codes of events that are in no table."""
    for index, event in enumerate(record.events):
        modes = MODES_OF.get(event.type)
        if modes is None:
            yield Violation("code", f"events[{index}].type", f"{event.type!r} is no PLOVER type")
            continue
        strange = [mode for mode in event.mode if mode not in modes]
        strange += [name for name in event.context if name not in plover().contexts]
        strange += [code for code in (event.cameo,) if code is not None and code not in codes()]
        for found in strange:
            yield Violation("code", f"events[{index}]", f"{found!r} is no mode of {event.type}, no context and no code")


CHECKS: Final[tuple[Callable[[Record], Iterator[Violation]], ...]] = (
    not_slices,
    out_of_order,
    wrong_zones,
    loose_heads,
    strange_names,
    strange_quotations,
    duplicates,
    dangling,
    double_references,
    cycles,
    misplaced,
    wrong_ids,
    wrongly_countable,
    strange_codes,
)
