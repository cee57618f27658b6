"""Old stores brought to today's schema. Takes a connection and the schema that was found, gives nothing: it alters.

A migration is a list of statements by the schema that it starts from. Columns that a model has gained since need none:
they are added, empty, whenever a store is migrated. Views are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import duckdb

from dateline.store.schema import STORE_SCHEMA, TABLES
from dateline.store.views import VIEWS

# {schema: statements that lead to the next one}. Schema 1 is the first.
MIGRATIONS: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType({})


def migrate(con: duckdb.DuckDBPyConnection, found: int) -> None:
    """Alters the store in one transaction; an old store that cannot be altered stays as it was."""
    con.execute("BEGIN")
    try:
        for statement in _statements(con, found):
            con.execute(statement)
        con.execute("UPDATE store_info SET value = $schema WHERE name = 'schema'", {"schema": str(STORE_SCHEMA)})
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def _statements(con: duckdb.DuckDBPyConnection, found: int) -> Iterator[str]:
    yield from (f'DROP VIEW IF EXISTS "{name}"' for name in VIEWS)
    for schema in range(found, STORE_SCHEMA):
        yield from MIGRATIONS.get(schema, ())
    yield from missing(con)
    yield from (view.ddl for view in VIEWS.values())


def missing(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Statements that add the tables and columns that a store lacks."""
    rows = con.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    for table in TABLES.values():
        known = {column for name, column in rows if name == table.name}
        if not known:
            yield table.ddl
            continue
        for column in table.columns:
            if column.name not in known:
                yield f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {column.sql}'
