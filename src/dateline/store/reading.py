"""Records out of a store. Takes a connection and ids of stories, gives the records as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from dateline.record import Record
from dateline.store.rows import record_of
from dateline.store.schema import RECORD_TABLES, Table, story_key

# Stories fetched at once: each fetch looks through whole tables, and 256 records take about 20 MB.
AT_ONCE: Final = 256


def records(con: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[Record]:
    """The records of these stories, in this order; ids that the store does not have are left out."""
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        found = {name: _by_story(con, table, part) for name, table in RECORD_TABLES.items()}
        for story in part:
            if story in found["stories"]:
                yield record_of({name: rows.get(story, []) for name, rows in found.items()})


def _by_story(con: duckdb.DuckDBPyConnection, table: Table, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The rows of a table by story, those of a story in their order."""
    key = story_key(table)
    names = ", ".join(f'"{column.name}"' for column in table.columns if not column.resolves)
    order = "" if key == "id" else " ORDER BY nr"
    query = f'SELECT {names} FROM "{table.name}" WHERE "{key}" IN (SELECT unnest($ids)){order}'
    found: dict[str, list[dict[str, Any]]] = {}
    for row in fetched(con, query, {"ids": list(ids)}).to_pylist():
        found.setdefault(row[key], []).append(row)
    return found


def fetched(con: duckdb.DuckDBPyConnection, query: str, values: dict[str, Any] | None = None) -> pa.Table:
    """What a query gives, as Arrow."""
    return con.sql(query, params=values or {}).to_arrow_table()


def all_ids(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The ids of all stories in the order in which they were read."""
    return [story for (story,) in con.execute("SELECT id FROM stories ORDER BY rowid").fetchall()]
