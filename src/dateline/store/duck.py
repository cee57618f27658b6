"""The store in one DuckDB file. Takes a path, gives a `Store` with a connection that lives as long as it is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from dateline.errors import BadQuery, UnknownId
from dateline.record import ReaderVersion, Record, Story, Violation
from dateline.record.failure import Failure
from dateline.store import questions, seen, writing
from dateline.store.answer import Answer
from dateline.store.asking import Asking
from dateline.store.opening import opened
from dateline.store.protocol import Known, Missed, State
from dateline.store.reading import all_ids, fetched, records
from dateline.store.rows import Rows, rows_of
from dateline.store.verify import violations


class Store(Asking):
    """Stories and what was read in them. Opened to be read, unless `write=True`, which makes it where it is missing.

    One program may write, or several may read, at one time. A store is closed by `close()` or at the end of a `with`.
    """

    def __init__(self, path: str | Path, *, write: bool = False) -> None:
        self.path = Path(path)
        self.writable = write
        self._con = opened(self.path, write=write)

    def known(self, stories: Sequence[Story], encoder: str | None, *, retry: bool = False) -> list[Known | None]:
        """For each story what is known of it; None where it is to be read. `retry`: so is what failed before."""
        return seen.known(self._con, stories, encoder, retry=retry)

    def begin(self, reader: ReaderVersion) -> int:
        """The number of a run that begins."""
        values = {"began": _now(), "version": reader.version, "encoder": reader.encoder}
        query = """INSERT INTO runs SELECT coalesce(max(run), 0) + 1, $began, NULL, 'running', 0, 0, 0, 0, $version,
        $encoder FROM runs RETURNING run"""
        (row,) = self._con.execute(query, values).fetchall()
        return int(row[0])

    def write(
        self,
        rows: Sequence[Rows],
        missed: Sequence[Missed] = (),
        *,
        run: int | None = None,
        tally: Mapping[str, int] | None = None,
        reader: ReaderVersion = ReaderVersion(),  # noqa: B008 - frozen
    ) -> None:
        """All of it or, when it is cut off, nothing; what the store has of these stories is replaced."""
        with writing.transaction(self._con):
            writing.write_rows(self._con, rows, run)
            if rows:
                writing.named(self._con, "DELETE FROM failures WHERE story IN (SELECT story FROM incoming)", rows)
            if missed:
                writing.write_missed(self._con, missed, run, reader)
            if run is not None and tally is not None:
                self._count(run, tally)

    def add(self, *found: Record) -> None:
        """Writes records that were read elsewhere."""
        self.write([rows_of(record) for record in found])

    def end(self, run: int, state: State, tally: Mapping[str, int]) -> None:
        """Notes how a run ended."""
        with writing.transaction(self._con):
            self._count(run, tally)
            query = "UPDATE runs SET ended = $ended, state = $state WHERE run = $run"
            self._con.execute(query, {"ended": _now(), "state": state, "run": run})

    def _count(self, run: int, tally: Mapping[str, int]) -> None:
        query = """UPDATE runs SET given = $given, read = $read, duplicate = $duplicate, skipped = $skipped
        WHERE run = $run"""
        self._con.execute(query, {**tally, "run": run})

    def ids(self) -> Iterator[str]:
        """The ids of all stories, in the order in which they were read."""
        return iter(all_ids(self._con))

    def records(self, ids: Sequence[str] | None = None) -> Iterator[Record]:
        """The records of these stories, or of all, in the order in which they were read."""
        return records(self._con, all_ids(self._con) if ids is None else list(ids))

    def outdated(self, reader: ReaderVersion | None) -> list[str]:
        """The ids of stories that another reader than this one has read; of all, if None."""
        if reader is None:
            return all_ids(self._con)
        query = """SELECT id FROM stories WHERE version IS DISTINCT FROM $version OR encoder IS DISTINCT FROM $encoder
        ORDER BY rowid"""
        found = self._con.execute(query, {"version": reader.version, "encoder": reader.encoder}).fetchall()
        return [story for (story,) in found]

    def record(self, story: str) -> Record:
        """The record of a story; raises `UnknownId`."""
        for record in self.records([story]):
            return record
        raise UnknownId(story, str(self.path), "story")

    def forget(self, story: str) -> bool:
        """Removes a story, its older versions and all that rests on it alone; whether it was there.

        Only its id and the hash of its content stay, so that the next run over the same input does not bring it back.
        """
        found = self._con.execute("SELECT content FROM stories WHERE id = $id", {"id": story}).fetchall()
        older = self._con.execute("SELECT count(*) FROM superseded WHERE story = $id", {"id": story}).fetchall()
        if not found and not older[0][0]:
            return False
        with writing.transaction(self._con):
            for name in self._tables_of_stories():
                self._con.execute(f'DELETE FROM "{name}" WHERE story = $id', {"id": story})
            self._con.execute("DELETE FROM superseded WHERE superseded_by = $id", {"id": story})
            writing.remove(self._con, [story])
            gone = Failure(f"story {story}", seen.FORGOTTEN, "it was taken out of the store")
            writing.write_missed(self._con, [Missed(gone, story)], None, ReaderVersion())
        self._con.execute("CHECKPOINT")
        return True

    def readmit(self, story: str) -> None:
        """Lets a forgotten story be read again."""
        query = "DELETE FROM failures WHERE story = $id AND error = $error"
        self._con.execute(query, {"id": story, "error": seen.FORGOTTEN})

    def _tables_of_stories(self) -> list[str]:
        """Every table with rows of single stories, those of other rooms (assemble) among them."""
        query = """SELECT table_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)
        WHERE column_name = 'story' ORDER BY ALL"""
        return [name for (name,) in self._con.execute(query).fetchall()]

    def verify(self, *, whole: bool = False) -> Iterator[Violation]:
        """What is wrong in the store: every span is sliced again, every id looked up.

        `whole` also rebuilds each record and checks all its invariants, which takes about 5 ms a story.
        """
        yield from violations(self._con, self.records() if whole else ())

    def tally(self) -> dict[str, int]:
        """How many stories the store has been given and what became of them: in = read + duplicate + skipped."""
        query = "SELECT sum(given), sum(read), sum(duplicate), sum(skipped) FROM runs"
        (row,) = self._con.execute(query).fetchall()
        return dict(zip(("given", "read", "duplicate", "skipped"), (int(one or 0) for one in row), strict=True))

    def ask(self, name: str, **filters: Any) -> Answer:
        """The answer to one of `QUESTIONS`; raises `BadQuery` where there is no such question or filter."""
        query, values = questions.asked(name, filters)
        return Answer(fetched(self._con, query, values))

    def sql(self, query: str) -> Answer:
        """The answer to a query, which can read the store and nothing else; raises `BadQuery`."""
        if self.writable:
            raise BadQuery("a store that is open for writing answers no query; open it with Store(path)")
        try:
            # DuckDB's types do not say that a statement without a result gives None.
            result: Any = self._con.sql(query)
            return Answer(pa.table({}) if result is None else result.to_arrow_table())
        except (duckdb.Error, RuntimeError, ValueError) as error:
            raise BadQuery(str(error)) from error

    def close(self) -> None:
        """Leaves the store."""
        self._con.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.path}>"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
