"""The tables of a store: one per list of the record, made from its models, and its own. Takes models, gives DDL.

Every row of a record's list carries its story, its place in the list, the outlet and day of the story, and the version
of the code and of the encoder that read it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, get_args

import pyarrow as pa
from pydantic import BaseModel

from dateline.record import Record, ZonedStory
from dateline.store.columns import Column, columns_of

# Raised whenever `fingerprint()` changes; a test holds the two together.
STORE_SCHEMA: Final = 1

READ_BY: Final = (
    Column("version", pa.string(), "version of the code that read the story"),
    Column("encoder", pa.string(), "digest of the encoder that read the story"),
)
OF_STORY: Final = (
    Column("outlet", pa.string(), "outlet of the story"),
    Column("day", pa.date32(), "day on which the story was published"),
)
ROW: Final = (
    Column("story", pa.string(), "id of the story"),
    Column("nr", pa.int64(), "place in the record's list, from 0"),
    *OF_STORY,
    *READ_BY,
)
STORY: Final = (
    Column("content", pa.string(), "hash of the text and all that was known about it: what a second run compares"),
    OF_STORY[1],
    Column("schema", pa.string(), "version of the record's contract"),
    *READ_BY,
    Column("run", pa.int64(), "the run that read it"),
    Column("read_at", pa.timestamp("us"), "when it was read, UTC"),
)
FAILURE: Final = (
    Column("id", pa.string(), "hash of what failed and how"),
    Column("run", pa.int64(), "the run in which it failed last"),
    Column("location", pa.string(), "which story, as its input names it"),
    Column("story", pa.string(), "id of the story, where it had one"),
    Column("content", pa.string(), "hash of the story, as in `stories`"),
    Column("error", pa.string(), "name of the error: the reason"),
    Column("message", pa.string(), "what is wrong and what would be valid"),
    *READ_BY,
)
SUPERSEDED: Final = (
    Column("story", pa.string(), "id of the older version"),
    Column("content", pa.string(), "hash of the older version"),
    Column("url", pa.string(), "where it was published"),
    Column("day", pa.date32(), "day on which it was published"),
    Column("superseded_by", pa.string(), "id of the story that stands in its place (the same id, or another)"),
    Column("superseded_at", pa.timestamp("us"), "when, UTC"),
    Column("record", pa.string(), "the older version's record, whole, as JSON"),
    *READ_BY,
)
RUN: Final = (
    Column("run", pa.int64(), "number of the run, from 1"),
    Column("began", pa.timestamp("us"), "UTC"),
    Column("ended", pa.timestamp("us"), "UTC; null where the run was cut off"),
    Column("state", pa.string(), "running, finished or interrupted; one that still says running was cut off"),
    Column("given", pa.int64(), "stories that came in: read + duplicate + skipped"),
    Column("read", pa.int64(), "stories read and written"),
    Column("duplicate", pa.int64(), "stories that the store had already"),
    Column("skipped", pa.int64(), "stories that were not read; `failures` says why"),
    *READ_BY,
)
INFO: Final = (
    Column("name", pa.string(), "what is said"),
    Column("value", pa.string(), "what it is"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, what a row is, and the model that a row is made of (None: a table of the store's own)."""

    name: str
    columns: tuple[Column, ...]
    about: str
    model: type[BaseModel] | None = None

    @property
    def arrow(self) -> pa.Schema:
        """Its columns as Arrow has them."""
        return pa.schema([(column.name, column.type) for column in self.columns])

    @property
    def ddl(self) -> str:
        """The statement that makes it."""
        columns = ", ".join(f'"{column.name}" {column.sql}' for column in self.columns)
        return f'CREATE TABLE "{self.name}" ({columns})'


# Two unnamed officials in one story are two actors of one name: without this, counting stories by name takes ten times
# as long (0.8 s of 100,000 stories).
AGAIN: Final = Column("again", pa.bool_(), "whether an actor before it in the story has the same name and code")
ADDED: Final = MappingProxyType({"actors": (AGAIN,)})


def _lists() -> Iterator[Table]:
    """A table for each list of the record."""
    for name, field in Record.model_fields.items():
        model = next(iter(get_args(field.annotation)), None)
        if isinstance(model, type) and issubclass(model, BaseModel):
            yield Table(name, (*ROW, *columns_of(model), *ADDED.get(name, ())), field.description or "", model)


def _stories() -> Table:
    columns = (*columns_of(ZonedStory), *STORY)
    return Table("stories", columns, "stories as they came in, each once", ZonedStory)


LISTS: Final = MappingProxyType({table.name: table for table in _lists()})
STORIES: Final = _stories()
# What is replaced when a story is read again.
RECORD_TABLES: Final = MappingProxyType({"stories": STORIES, **LISTS})
OWN_TABLES: Final = MappingProxyType(
    {
        "failures": Table("failures", FAILURE, "stories that were not read, and why"),
        "superseded": Table("superseded", SUPERSEDED, "older versions of stories that were corrected or retracted"),
        "runs": Table("runs", RUN, "what each run was given and what became of it"),
        "store_info": Table("store_info", INFO, "the schema of the store and what made it"),
    }
)
TABLES: Final = MappingProxyType({**RECORD_TABLES, **OWN_TABLES})


def fingerprint() -> str:
    """A digest of all tables: changes whenever a store made today differs from one made before."""
    return hashlib.blake2b("\n".join(table.ddl for table in TABLES.values()).encode(), digest_size=8).hexdigest()


def column_docs(table: Table) -> Iterator[tuple[str, str, str]]:
    """Name, type and meaning of each column, for the docs."""
    for column in table.columns:
        yield column.name, column.sql, column.about


def story_key(table: Table) -> str:
    """The column that holds the story's id."""
    return "id" if table is STORIES else "story"


__all__: list[Any] = [
    "LISTS",
    "OWN_TABLES",
    "RECORD_TABLES",
    "STORE_SCHEMA",
    "STORIES",
    "TABLES",
    "Table",
    "column_docs",
    "fingerprint",
    "story_key",
]
