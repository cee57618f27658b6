"""A record as rows of tables, and back. Takes a `Record`, gives Arrow batches; takes rows, gives the same `Record`.

Made in the worker that read the story (0.8 ms a story), so that the one process that writes has little to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

import orjson
import pyarrow as pa

from dateline.record import Record, Story
from dateline.store.columns import Column
from dateline.store.schema import LISTS, RECORD_TABLES, STORIES, Table

METADATA: Final = ("title", "url", "outlet", "byline", "published", "language")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one story. `content`: hash of the story as it came in; `tables`: a batch for each list with rows."""

    story: str
    content: str
    url: str | None
    published: str | None
    tables: Mapping[str, pa.RecordBatch]


def content_hash(story: Story) -> str:
    """The same for the same text with the same things known about it, whatever its id."""
    parts = (story.text, *(getattr(story, name) for name in METADATA))
    whole = "".join("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()


def rows_of(record: Record) -> Rows:
    """The rows of a record."""
    data = orjson.loads(record.to_json())
    story, content = record.story, content_hash(record.story)
    read_by = {"version": record.reader.version, "encoder": record.reader.encoder}
    shared = {"story": story.id, "outlet": story.outlet, "day": story.day, **read_by}
    own = {"content": content, "day": story.day, "schema": record.schema_version, "run": None, **read_by}
    tables = {"stories": _batch(STORIES, [{**data["story"], **own, "read_at": datetime.now(UTC).replace(tzinfo=None)}])}
    _mark_again(data["actors"])
    known = {name: {row["id"]: row for row in data[name]} for name in RESOLVABLE}
    for name, table in LISTS.items():
        if data[name]:
            resolve = _resolvers(table, known)
            rows = [{"nr": nr, **shared, **row, **resolve(row)} for nr, row in enumerate(data[name])]
            tables[name] = _batch(table, rows)
    return Rows(story.id, content, story.url, story.published, tables)


def _mark_again(actors: list[Row]) -> None:
    seen: set[tuple[str, str | None]] = set()
    for row in actors:
        row["again"] = (row["name"], row["code"]) in seen
        seen.add((row["name"], row["code"]))


RESOLVABLE: Final = ("actors", "places", "times")


def _batch(table: Table, rows: list[Row]) -> pa.RecordBatch:
    return pa.RecordBatch.from_struct_array(pa.array(rows, type=pa.struct(list(table.arrow))))


def _resolvers(table: Table, known: Mapping[str, Mapping[str, Row]]) -> Callable[[Row], Row]:
    """What adds to a row the names and codes that its ids stand for."""
    fields = {column.name: column for column in table.columns if column.refers_to in RESOLVABLE}
    parts = [(column, fields[column.field or ""]) for column in table.columns if column.resolves]

    def resolve(row: Row) -> Row:
        return {
            column.name: _resolved(row[field.name], column, known[field.refers_to or ""]) for column, field in parts
        }

    return resolve


def _resolved(ids: Any, column: Column, known: Mapping[str, Row]) -> Any:
    part = column.resolves or ""
    if isinstance(ids, list):
        return [_part(known.get(one), part) for one in ids]
    return _part(known.get(ids), part)


def _part(row: Row | None, part: str) -> Any:
    if row is None:
        return None
    if part == "role":
        return "".join((row["code"] or "", *row["sectors"][:1])) or None
    return row[part]


def record_of(rows: Mapping[str, list[Row]]) -> Record:
    """The record that the rows of one story were made of; each list of rows in the order of `nr`."""
    (story,) = rows["stories"]
    data = {name: [_fields(table, row) for row in rows.get(name, ())] for name, table in LISTS.items()}
    reader = {"version": story["version"], "encoder": story["encoder"]}
    return Record.model_validate(
        {"schema": story["schema"], "reader": reader, "story": _fields(STORIES, story), **data}
    )


def _fields(table: Table, row: Row) -> Row:
    return {column.name: row[column.name] for column in table.columns if column.field and not column.resolves}


def together(rows: Iterable[Rows], name: str) -> pa.Table | None:
    """The rows of several stories for one table; None where there are none."""
    batches = [one.tables[name] for one in rows if name in one.tables]
    return pa.Table.from_batches(batches, RECORD_TABLES[name].arrow) if batches else None


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or datetime."""
    return None if published is None else datetime.fromisoformat(published).date()
