from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import BadTable
from dateline.record.own_table import COLUMNS, read_table
from dateline.record.plover import SECTORS, SUPRANATIONAL
from dateline.record.table import ActorTable, actor_table, name_key, slug, using
from dateline.record.words import countries, states

BERG = {"name": "Ida Berg", "code": "NOR", "office": "president", "from": "2010-05-01", "to": "2014-05-01"}
DAHL = {"name": "Per Dahl", "code": "NOR", "office": "president", "from": "2014-05-01", "to": "", "aliases": "Dahl"}


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2010-04-30", None), ("2012-01-01", "Ida Berg"), ("2014-05-02", "Per Dahl"), ("2040-01-01", "Per Dahl")],
)
def test_an_office_is_held_for_a_term(day: str, holder: str | None) -> None:
    row = ActorTable([("offices", [BERG, DAHL])]).holder("NOR", "president", day)
    assert (row and row.name) == holder


def test_on_the_day_of_the_change_two_hold_it_and_nobody_is_named() -> None:
    assert ActorTable([("offices", [BERG, DAHL])]).holder("NOR", "president", "2014-05-01") is None


def test_the_first_table_that_has_a_name_decides() -> None:
    table = ActorTable([("user", [{"name": "Dahl", "code": "SWE"}]), ("offices", [DAHL])])
    assert [row.code for row in table.named("Dahl")] == ["SWE"]
    assert [row.code for row in table.named("Per Dahl")] == ["NOR"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Houthis", "Houthis"),
        ("al-Qaeda", "Al Qaeda"),
        ("Sinn Féin", "Sinn Fein"),
        ("Kurdistan Workers’ Party", "Kurdistan Workers' Party"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_capitals_tell_an_acronym_from_a_word() -> None:
    assert name_key("WHO") != name_key("Who")
    assert name_key("IS") != name_key("is")


def test_a_row_without_a_key_gets_one_of_its_name_and_code() -> None:
    assert slug("Abdullah Öcalan", "TUR") == "abdullah-ocalan.tur"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nme\nx\n", "no column `name`"),
        ("name,colour\nx,red\n", "colour"),
        ("", "line 1: .* no column `name`"),
        ("name,from\n,2015\n", "mine.csv, line 2: no name"),
        ("# ours\n\nname,code\nA,NOR\n\nB,NRW\n", "mine.csv, line 6: `code` is 'NRW'; valid is ISO 3166"),
        ("name,code\nA,nor\n", "in capitals"),
        ("name,sectors\nA,GOV|XXX\n", "`sectors` has 'XXX'; valid, .* GOV"),
        ("name,sectors\nA,GOV;MIL\n", "separated by |"),
        ("name,kind\nA,ship\n", "`kind` is 'ship'; valid is one of person"),
        ("name,code\nA,NOR,GOV\n", "line 2: more cells than columns"),
        ('name,code\n"A,NOR\n', "quotation marks in pairs"),
        ("name,from,to\nA,2015-03,2014\n", "`to` .* comes before `from`"),
        ("name,from\nx,24.9.2015\n", "'24.9.2015'"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadTable, match=says):
        read_table(path)


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(BadTable, match="cannot be read"):
        read_table(Path("no-such-table.csv"))


def test_a_users_table_may_have_comments_and_few_columns(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("# ours\nname,sectors\nNorthern League,AGR|LAB\n", encoding="utf-8")
    assert read_table(path) == [{"name": "Northern League", "sectors": "AGR|LAB"}]


def test_a_table_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(b"name\nB\xf8rge\n")
    with pytest.raises(BadTable, match="byte 6 is no UTF-8"):
        read_table(path)


def test_a_term_of_one_year_is_in_order(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,from,to\nx,2015-03-01,2015\n", encoding="utf-8")
    assert len(read_table(path)) == 1


@pytest.mark.parametrize("alias", ["the Reds", "The Reds", "Reds"])
def test_an_article_in_a_users_name_is_no_part_of_what_is_looked_for(alias: str) -> None:
    table = ActorTable([("user", [{"name": "Red Front", "aliases": alias}])])
    assert table.spotted() == ["Red Front", "Reds"]
    assert [row.name for row in (*table.named("Reds"), *table.named("the Reds"))] == ["Red Front"] * 2


def test_a_table_in_use_stands_before_the_standing_one() -> None:
    own = ActorTable([])
    with using(own):
        assert actor_table() is own
    assert actor_table() is not own


def test_shipped_rows_have_the_codes_and_sectors_that_a_user_may_give() -> None:
    rows = {row for rows in actor_table()._by_name.values() for row in rows}
    assert {row.code for row in rows} <= {*states(), *SUPRANATIONAL, ""}
    assert {sector for row in rows for sector in row.sectors} <= set(SECTORS)


CODES = {"UNO", "IGO", "EUR", "NGO", "IMG", "MNC", "ISM", ""}


def test_every_shipped_row_has_a_code_of_plover_and_days_in_order() -> None:
    table = actor_table()
    rows = {row for rows in table._by_name.values() for row in rows if row.table in {"bodies", "offices"}}
    assert len(rows) > 500
    assert {row.code for row in rows} - countries().codes <= CODES
    assert [row for row in rows if row.begin and row.end and row.begin > row.end] == []


def test_the_columns_of_a_users_table_are_those_of_the_shipped_ones() -> None:
    assert set(COLUMNS) >= {"key", "name", "kind", "code", "sectors", "aliases", "office", "from", "to"}


def test_a_surname_is_enough_for_one_in_office_whom_few_share_it_with() -> None:
    table = actor_table()
    merkel = table.well_known("Merkel", "2015-09-24")
    assert merkel is not None
    assert merkel.name == "Angela Merkel"
    assert table.well_known("Merkel", "2023-01-01") is None
    assert table.well_known("Johnson", "2020-01-01") is None
    assert table.well_known("Angela Merkel", "2015-09-24") is None


def test_a_body_is_found_by_its_key() -> None:
    row = actor_table().keyed("nato")
    assert row is not None
    assert row.name == "NATO"
    assert actor_table().keyed("no-such-key") is None
