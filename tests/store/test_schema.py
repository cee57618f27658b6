"""The tables: their schema changes only by a migration, old stores are brought up to it, newer ones are left alone."""

import duckdb
import pytest

from dateline.errors import BadStore
from dateline.store import Store, migrations
from dateline.store.schema import LISTS, STORE_SCHEMA, TABLES, fingerprint
from dateline.store.views import VIEWS
from tests.record.examples import good_record

# The tables that each schema had. Where this fails, raise STORE_SCHEMA, write a migration where a column is more than
# added, and note the new fingerprint here.
FINGERPRINTS = {1: "e31294779fe171ec"}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "s.duckdb"
    with Store(path, write=True) as store:
        store.add(good_record())
    return path


def altered(path, *statements):
    with duckdb.connect(str(path)) as con:
        for statement in statements:
            con.execute(statement)


def test_the_schema_is_the_one_of_its_number():
    assert FINGERPRINTS[STORE_SCHEMA] == fingerprint()


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_have_names_of_their_own_and_say_what_they_are(table):
    names = [column.name.lower() for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.about or column.name in {"confidence", "found_by"} for column in table.columns)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_views_are_flat(path, view):
    with Store(path) as store:
        answer = store.sql(f'SELECT * FROM "{view.name}"')
    assert answer.columns == tuple(column.name for column in view.columns)
    assert not [one for one in answer.arrow.schema.types if "list" in str(one) or "struct" in str(one)]


def test_flat_rows_are_as_many_as_those_they_are_made_of(path):
    with Store(path) as store:
        for name in LISTS:
            (count,) = store.sql(f'SELECT (SELECT count(*) FROM "{name}") - (SELECT count(*) FROM flat_{name}) AS n')
            assert count == {"n": 0}


def test_an_old_store_gains_what_it_lacks(path, monkeypatch):
    altered(path, "DROP VIEW flat_events", "DROP VIEW flat_dyads", "ALTER TABLE events DROP COLUMN cameo",
            "ALTER TABLE events RENAME COLUMN quad TO class", "DROP TABLE superseded",
            "UPDATE store_info SET value = '0' WHERE name = 'schema'")  # fmt: skip
    with pytest.raises(BadStore, match="open it once for writing"):
        Store(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", {0: ("ALTER TABLE events RENAME COLUMN class TO quad",)})
    with Store(path, write=True) as store:
        assert store.record("harbour") == good_record()
        assert not list(store.verify(whole=True))
    with Store(path) as store:
        assert len(store.sql("SELECT * FROM flat_events")) == 1


def test_a_migration_that_fails_leaves_the_store_as_it_was(path, monkeypatch):
    altered(path, "UPDATE store_info SET value = '0' WHERE name = 'schema'")
    monkeypatch.setattr(migrations, "MIGRATIONS", {0: ("DROP TABLE warnings", "DROP TABLE no_such_table")})
    with pytest.raises(duckdb.Error, match="no_such_table"):
        Store(path, write=True)
    monkeypatch.setattr(migrations, "MIGRATIONS", {})
    with Store(path, write=True) as store:
        assert store.record("harbour") == good_record()


def test_a_newer_store_is_left_alone(path):
    altered(path, "UPDATE store_info SET value = '99' WHERE name = 'schema'")
    for write in (True, False):
        with pytest.raises(BadStore, match="use a newer one"):
            Store(path, write=write)


def test_files_are_in_the_format_of_duckdb_1_4(path):
    with Store(path) as store:
        (row,) = store.sql("SELECT tags['storage_version'] AS format FROM duckdb_databases() WHERE NOT internal")
    assert row["format"].startswith("v1.4.0")
