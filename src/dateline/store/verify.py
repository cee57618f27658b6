"""What is wrong in a store. Takes a connection, gives violations: spans that are no slices, ids that lead nowhere.

The spans are sliced by the database; `records` are checked for every invariant of the contract beside that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import duckdb
import pyarrow as pa

from dateline.record import Record, Violation
from dateline.record import violations as broken
from dateline.store.columns import SPAN, Column
from dateline.store.schema import LISTS, RECORD_TABLES, STORIES, Table, story_key

# Shown of each kind and table; a store that is broken in one place is mostly broken in many.
SHOWN = 20


def violations(con: duckdb.DuckDBPyConnection, records: Iterable[Record] = ()) -> Iterator[Violation]:
    """All broken invariants, at most `SHOWN` of one kind in one place."""
    for table in RECORD_TABLES.values():
        yield from _repeated(con, table)
    for table in LISTS.values():
        yield from _orphans(con, table)
        yield from _loose(con, table)
        for column in table.columns:
            if column.refers_to and not column.resolves:
                yield from _dangling(con, table, column)
    for table in RECORD_TABLES.values():
        for path, source in _spans(table):
            yield from _not_slices(con, table, path, source)
    for record in records:
        yield from broken(record)


def _repeated(con: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Violation]:
    keys = "id" if table is STORIES else "story, nr"
    query = f'SELECT {keys}, count(*) FROM "{table.name}" GROUP BY {keys} HAVING count(*) > 1 LIMIT {SHOWN}'
    for *key, count in con.execute(query).fetchall():
        yield Violation("duplicate", _where(table, key), f"{count} rows stand for it")


def _orphans(con: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Violation]:
    query = f"""SELECT DISTINCT t.story FROM "{table.name}" AS t ANTI JOIN stories AS s ON s.id = t.story
    LIMIT {SHOWN}"""
    for (story,) in con.execute(query).fetchall():
        yield Violation("dangling", table.name, f"there is no story {story!r}")


def _loose(con: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Violation]:
    """Lists with a place that is empty: `nr` runs from 0 without gaps."""
    query = f"""SELECT story, max(nr) + 1, count(*) FROM "{table.name}" GROUP BY story
    HAVING max(nr) + 1 <> count(*) LIMIT {SHOWN}"""
    for story, wanted, count in con.execute(query).fetchall():
        yield Violation("order", f"{table.name} of {story}", f"{count} rows where there should be {wanted}")


def _dangling(con: duckdb.DuckDBPyConnection, table: Table, column: Column) -> Iterator[Violation]:
    target = LISTS[column.refers_to or ""].name
    several = pa.types.is_list(column.type)
    one = f'unnest("{column.name}")' if several else f'"{column.name}"'
    query = f"""SELECT t.story, t.nr, t.wanted FROM (SELECT story, nr, {one} AS wanted FROM "{table.name}") AS t
    ANTI JOIN "{target}" AS o ON o.story = t.story AND o.id = t.wanted
    WHERE t.wanted IS NOT NULL AND t.wanted IS DISTINCT FROM $word LIMIT {SHOWN}"""
    for story, nr, wanted in con.execute(query, {"word": column.or_word}).fetchall():
        yield Violation("dangling", _where(table, (story, nr), column.name), f"{wanted!r} is not among the {target}")


def _spans(table: Table) -> Iterator[tuple[str, str]]:
    """Each place where a table has spans: its name, and a query of story, nr and span."""
    key = f'"{story_key(table)}" AS story, ' + ("0 AS nr" if table is STORIES else "nr")
    for column in table.columns:
        for path, sql in _paths(column.name, f'"{column.name}"', column.type):
            yield path, f'SELECT {key}, {sql} AS span FROM "{table.name}"'
    if table.name == "sentences":
        # A sentence has its offsets and no words of its own; it must lie within the text.
        yield "sentences", f'SELECT {key}, {{"start": "start", "end": "end", "text": NULL}} AS span FROM "{table.name}"'


def _paths(name: str, sql: str, kind: pa.DataType) -> Iterator[tuple[str, str]]:
    if kind == SPAN:
        yield name, sql
    elif kind == pa.list_(SPAN):
        yield name, f"unnest({sql})"
    elif pa.types.is_struct(kind):
        for part in kind:
            yield from _paths(f"{name}.{part.name}", f'{sql}."{part.name}"', part.type)


def _not_slices(con: duckdb.DuckDBPyConnection, table: Table, path: str, source: str) -> Iterator[Violation]:
    query = f"""SELECT t.story, t.nr, t.span."start", t.span."end", t.span."text" FROM ({source}) AS t
    JOIN stories AS s ON s.id = t.story
    WHERE t.span IS NOT NULL AND (t.span."start" < 0 OR t.span."end" <= t.span."start" OR t.span."end" > length(s.text)
      OR substring(s.text, t.span."start" + 1, t.span."end" - t.span."start") <> t.span."text") LIMIT {SHOWN}"""
    for story, nr, start, end, text in con.execute(query).fetchall():
        yield Violation("span", _where(table, (story, nr), path), f"{text!r} is not the text at [{start}, {end})")


def _where(table: Table, key: Iterable[object], field: str = "") -> str:
    story, *nr = key
    place = f"{table.name}{list(nr) if nr else ''} of {story}"
    return f"{place}: {field}" if field else place
