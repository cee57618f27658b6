"""The store as flat tables, without lists or structures, for R, pandas and spreadsheets. Takes tables, gives SQL.

`flat_X` is made from table X: a span becomes its words and the offsets of their begin and end, a list becomes one text,
a structure becomes a column per part. `flat_dyads` has a row for each event, actor and recipient.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pyarrow as pa

from dateline.store.columns import SPAN, Column
from dateline.store.schema import LISTS, Table

GAP: Final = " … "
COMMA: Final = "; "


@dataclass(frozen=True, slots=True)
class Flat:
    """A column of a view: its name, the expression that makes it, and what it is."""

    name: str
    sql: str
    about: str


@dataclass(frozen=True, slots=True)
class View:
    """A view: its columns, the tables that it is made from, and what a row is."""

    name: str
    columns: tuple[Flat, ...]
    source: str
    about: str

    @property
    def ddl(self) -> str:
        """The statement that makes it."""
        columns = ", ".join(f'{column.sql} AS "{column.name}"' for column in self.columns)
        return f'CREATE VIEW "{self.name}" AS SELECT {columns} FROM {self.source}'


def flattened(name: str, sql: str, kind: pa.DataType, about: str) -> Iterator[Flat]:
    """The columns that a column becomes when it may be neither list nor structure."""
    if kind == SPAN:
        yield Flat(name, f'{sql}."text"', about)
        yield Flat(f"{name}_start", f'{sql}."start"', f"offset of the first code point of `{name}`")
        yield Flat(f"{name}_end", f'{sql}."end"', f"offset after its last code point of `{name}`")
    elif kind == pa.list_(SPAN):
        words = f"array_to_string(list_transform({sql}, lambda one: one.\"text\"), '{GAP}')"
        yield Flat(name, f"CASE WHEN len({sql}) > 0 THEN {words} END", about)
        yield Flat(f"{name}_start", f'{sql}[1]."start"', f"offset of the first code point of `{name}`")
        yield Flat(f"{name}_end", f'{sql}[-1]."end"', f"offset after the last code point of `{name}`")
    elif pa.types.is_struct(kind):
        for part in kind:
            yield from flattened(f"{name}_{part.name}", f'{sql}."{part.name}"', part.type, f"`{part.name}` of: {about}")
    elif pa.types.is_list(kind):
        yield Flat(name, f"CASE WHEN len({sql}) > 0 THEN {_joined(sql, kind)} END", about)
    else:
        yield Flat(name, sql, about)


def _joined(sql: str, kind: pa.DataType) -> str:
    if not pa.types.is_struct(kind.value_type):
        return f"array_to_string({sql}, '{COMMA}')"
    parts = " || ' ' || ".join(f"coalesce(one.\"{part.name}\", '-')" for part in kind.value_type)
    return f"array_to_string(list_transform({sql}, lambda one: {parts}), '{COMMA}')"


def _flat(table: Table) -> View:
    columns = (flattened(one.name, f'"{one.name}"', one.type, one.about) for one in table.columns)
    return View(f"flat_{table.name}", tuple(_all(columns)), f'"{table.name}"', f"`{table.name}`, without lists")


def _all(columns: Iterator[Iterator[Flat]]) -> Iterator[Flat]:
    for some in columns:
        yield from some


def _side(letter: str, field: str, role: str) -> Iterator[Flat]:
    for part in ("", "name", "code", "role"):
        whole = f"{field}_{part}" if part else field
        name = f"{role}_{part}" if part else role
        about = f"the {role}'s {part or 'id'}; null where the story names none"
        yield Flat(name, f'e."{whole}"[{letter}.i]', about)


# All that an event has one of.
ONCE: Final = (
    "story", "outlet", "day", "id", "type", "quad", "score", "status", "countable", "place_name", "place_country",
    "time_begin", "time_end", "confidence", "version", "encoder",
)  # fmt: skip
# An event without a recipient is a row, too.
NUMBERED: Final = "LATERAL (SELECT unnest(range(1, greatest(len(e.{0}), 1) + 1)) AS i) AS {1}"


def _dyads() -> View:
    known: dict[str, Column] = {column.name: column for column in LISTS["events"].columns}
    once = (Flat("event" if name == "id" else name, f'e."{name}"', known[name].about) for name in ONCE)
    columns = (*once, *_side("a", "actors", "actor"), *_side("r", "recipients", "recipient"))
    source = f'"events" AS e, {NUMBERED.format("actors", "a")}, {NUMBERED.format("recipients", "r")}'
    return View("flat_dyads", columns, source, "a row for each event, each of its actors and each of its recipients")


VIEWS: Final = MappingProxyType({view.name: view for view in (*map(_flat, LISTS.values()), _dyads())})
