"""Rows into a store, all or none. Takes the rows of stories and what failed, gives nothing: it writes.

There is no index: one on 15 million rows costs more memory than the rest of the store's work together. What a story
had before is deleted first, and only where it had something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

import duckdb
import pyarrow as pa

from dateline.record import ReaderVersion
from dateline.store.protocol import Missed
from dateline.store.reading import records
from dateline.store.rows import Rows, day_of, together
from dateline.store.schema import RECORD_TABLES, TABLES, story_key
from dateline.store.seen import HASHED_STORY

# Pairs of what is in the store and what comes in its place: the same id, or the same address under ids of our making.
BEFORE: Final = f"""
SELECT s.id, s.content, i.story, i.content, s.id <> i.story AND s.day > i.day AS later
FROM stories AS s JOIN incoming AS i ON s.id = i.story
UNION SELECT s.id, s.content, i.story, i.content, s.id <> i.story AND s.day > i.day
FROM stories AS s JOIN incoming AS i ON s.url = i.url
WHERE s.id <> i.story AND regexp_full_match(s.id, '{HASHED_STORY}') AND regexp_full_match(i.story, '{HASHED_STORY}')
"""


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that is done in here, or nothing of it."""
    con.execute("BEGIN")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        _undo(con)
        raise


def _undo(con: duckdb.DuckDBPyConnection) -> None:
    try:
        con.execute("ROLLBACK")
    except duckdb.Error:
        # The transaction ended by itself: the error that brought us here says why.
        return


@contextmanager
def incoming(con: duckdb.DuckDBPyConnection, table: pa.Table) -> Iterator[None]:
    """A table that queries know as `incoming`."""
    con.register("incoming", table)
    try:
        yield
    finally:
        con.unregister("incoming")


def write_rows(con: duckdb.DuckDBPyConnection, rows: Sequence[Rows], run: int | None) -> None:
    """Writes stories in their order, within a transaction of the caller; a later version replaces one before."""
    for part in _each_once(rows):
        kept = _replaced(con, part)
        for name in RECORD_TABLES:
            insert(con, name, together(kept, name))
        if run is not None and kept:
            named(con, "UPDATE stories SET run = $run WHERE id IN (SELECT story FROM incoming)", kept, run=run)


def _each_once(rows: Sequence[Rows]) -> Iterator[list[Rows]]:
    """The rows in parts in which no story and no address comes twice."""
    part: list[Rows] = []
    keys: set[str] = set()
    for one in rows:
        own = {one.story, one.url or one.story}
        if own & keys:
            yield part
            part, keys = [], set()
        part.append(one)
        keys |= own
    yield part


def _replaced(con: duckdb.DuckDBPyConnection, rows: list[Rows]) -> list[Rows]:
    """Takes out what these stories had before; gives those of them that are to be written."""
    if not rows:
        return []
    table = pa.table(
        {
            "story": pa.array([one.story for one in rows], pa.string()),
            "content": pa.array([one.content for one in rows], pa.string()),
            "url": pa.array([one.url for one in rows], pa.string()),
            "day": pa.array([day_of(one.published) for one in rows], pa.date32()),
        }
    )
    with incoming(con, table):
        pairs = con.execute(BEFORE).fetchall()
    late = {new: old for old, _, new, _, later in pairs if later}
    gone = {old: new for old, _, new, _, later in pairs if not later}
    corrected = {old: new for old, was, new, now, later in pairs if not later and was != now}
    file_older(con, {old: by for old, by in corrected.items() if by not in late})
    remove(con, [old for old, by in gone.items() if by not in late])
    return [one for one in rows if one.story not in late]


def file_older(con: duckdb.DuckDBPyConnection, by: Mapping[str, str]) -> None:
    """Keeps the records of stories that others supersede."""
    now = datetime.now(UTC).replace(tzinfo=None)
    kept = [
        {
            "story": record.story.id,
            "content": con.execute("SELECT content FROM stories WHERE id = $id", {"id": record.story.id}).fetchall()[0][
                0
            ],
            "url": record.story.url,
            "day": record.story.day,
            "superseded_by": by[record.story.id],
            "superseded_at": now,
            "record": record.to_json(),
            "version": record.reader.version,
            "encoder": record.reader.encoder,
        }
        for record in records(con, list(by))
    ]
    insert(con, "superseded", pa.Table.from_pylist(kept, TABLES["superseded"].arrow) if kept else None)


def remove(con: duckdb.DuckDBPyConnection, stories: Sequence[str]) -> None:
    """Deletes the rows of stories from every table of the record."""
    if not stories:
        return
    with incoming(con, pa.table({"story": pa.array(stories, pa.string())})):
        for table in RECORD_TABLES.values():
            con.execute(f'DELETE FROM "{table.name}" WHERE "{story_key(table)}" IN (SELECT story FROM incoming)')


def insert(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table | None) -> None:
    """Adds rows to a table of the schema."""
    if table is not None:
        with incoming(con, table):
            con.execute(f'INSERT INTO "{TABLES[name].name}" BY NAME SELECT * FROM incoming')


def named(con: duckdb.DuckDBPyConnection, query: str, rows: Sequence[Rows], **values: Any) -> None:
    """Runs a query in which `incoming` holds the ids of the stories."""
    with incoming(con, pa.table({"story": pa.array([one.story for one in rows], pa.string())})):
        con.execute(query, values)


def write_missed(
    con: duckdb.DuckDBPyConnection, missed: Sequence[Missed], run: int | None, reader: ReaderVersion
) -> None:
    """Notes stories that were not read; the same failure twice is one row."""
    rows = {_failure_id(one): one for one in missed}
    table = pa.Table.from_pylist(
        [
            {
                "id": key,
                "run": run,
                "location": one.failure.where,
                "story": one.story,
                "content": one.content,
                "error": one.failure.error,
                "message": one.failure.message,
                "version": reader.version,
                "encoder": reader.encoder,
            }
            for key, one in rows.items()
        ],
        TABLES["failures"].arrow,
    )
    with incoming(con, table):
        con.execute("DELETE FROM failures WHERE id IN (SELECT id FROM incoming)")
    insert(con, "failures", table)


def _failure_id(one: Missed) -> str:
    parts = (one.story or one.failure.where, one.content or one.failure.message, one.failure.error)
    return "f" + hashlib.blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=8).hexdigest()
