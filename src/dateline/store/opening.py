"""A store's file, opened. Takes a path, gives a connection to a store of this version's schema; errors by name."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from dateline.errors import BadStore, StoreBusy
from dateline.store.migrations import migrate
from dateline.store.schema import STORE_SCHEMA, TABLES
from dateline.store.views import VIEWS

# Files written so are read by DuckDB 1.4 and later: R, Python and the shell need not be as new as we are.
FORMAT: Final = "v1.4.0"
# Nothing in a store may reach another file or the network, and no query may change that.
SAFE: Final = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
}
# The cores are for the workers, and memory must not grow with the store.
WRITER: Final = {"storage_compatibility_version": FORMAT, "threads": "1", "memory_limit": "400MB"}


def opened(path: Path, *, write: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the store at the path; with `write`, a new one where there is none, migrated where it is old."""
    if not write and not path.exists():
        raise BadStore(f"{path} does not exist; `dateline read ... --store {path.name}` makes a store")
    con = _connected(path, write=write)
    try:
        _ready(con, path, write=write)
    except BaseException:
        con.close()
        raise
    return con


def _connected(path: Path, *, write: bool) -> duckdb.DuckDBPyConnection:
    config = SAFE | WRITER if write else SAFE
    try:
        return duckdb.connect(str(path), read_only=not write, config=config)  # type: ignore[arg-type]
    except duckdb.Error as error:
        if "lock" in str(error) or "different configuration" in str(error):
            raise StoreBusy(f"{path} is open in another program, which must end first") from error
        raise BadStore(f"{path} is no store: {str(error).partition(chr(10))[0]}") from error


def _ready(con: duckdb.DuckDBPyConnection, path: Path, *, write: bool) -> None:
    found = schema_of(con, path)
    if found is None:
        if not write:
            raise BadStore(f"{path} holds no tables: nothing was read into it")
        create(con)
    elif found > STORE_SCHEMA:
        raise BadStore(f"{path} has schema {found}; this version knows schemas up to {STORE_SCHEMA}: use a newer one")
    elif found < STORE_SCHEMA:
        if not write:
            raise BadStore(f"{path} has schema {found} and must be brought to {STORE_SCHEMA}: open it once for writing")
        migrate(con, found)


def schema_of(con: duckdb.DuckDBPyConnection, path: Path) -> int | None:
    """The schema of the store that is open; None where the file is empty; raises where it is something else."""
    tables = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return None
    if "store_info" not in tables:
        raise BadStore(f"{path} is a DuckDB file, but no store: it has tables of something else")
    rows = con.execute("SELECT value FROM store_info WHERE name = 'schema'").fetchall()
    if not rows:
        raise BadStore(f"{path} does not say its schema: its table store_info is damaged")
    return int(rows[0][0])


def create(con: duckdb.DuckDBPyConnection) -> None:
    """All tables and views, in one transaction."""
    con.execute("BEGIN")
    for table in TABLES.values():
        con.execute(table.ddl)
    for view in VIEWS.values():
        con.execute(view.ddl)
    info = {"schema": str(STORE_SCHEMA), "made_by": f"dateline {version('dateline')}"}
    con.register("incoming", pa.table({"name": list(info), "value": list(info.values())}))
    con.execute("INSERT INTO store_info SELECT * FROM incoming")
    con.unregister("incoming")
    con.execute("COMMIT")
