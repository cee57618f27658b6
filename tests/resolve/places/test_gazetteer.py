"""The gazetteer: names and their spellings, rows by name, arrays written and read again, a file of one's own."""

import io

import pytest

from dateline.errors import BadTable
from dateline.resolve.places.gazetteer import Gazetteer, gazetteer, kilometres, user_rows, using, within
from dateline.resolve.places.keys import key
from dateline.resolve.places.rows import Row, read_rows
from dateline.resolve.places.table import Table

ROWS = [
    Row("Berg", 60.5, 10.25, "city", 1, ("Bergen Town", "Bërg"), "NOR", "Nordland", "", "PPL", 12_000),
    Row("Nordland", 60.0, 11.0, "admin1", 2, (), "NOR", "Nordland", "", "ADM1", 90_000),
    Row("Berg", -33.0, 18.0, "city", 3, (), "ZAF", "Cape", "", "PPL", 40_000),
    Row("Norway", 62.0, 10.0, "country", 4, (), "NOR", "", "", "PCLI", 5_000_000),
]
HEADER = "geonameid\tname\tother_names\tlat\tlon\tcountry\tadmin1\tadmin2\tfeature\tprecision\tpopulation\n"


@pytest.mark.parametrize(
    ("name", "other"),
    [("Zürich", "Zurich"), ("St. John's", "Saint Johns"), ("Port-au-Prince", "port au prince"), ("U.A.E.", "UAE")],
)
def test_spellings_of_one_name_have_one_key(name, other):
    assert key(name) == key(other) != ""


def test_rows_by_any_of_their_names():
    table = Table.of(ROWS)
    assert list(table.find("berg")) == [(0, False), (2, False)]
    assert list(table.find("bergen town")) == [(0, True)]
    assert list(table.find("oslo")) == []
    assert table.row(0) == Row("Berg", 60.5, 10.25, "city", 1, (), "NOR", "Nordland", "", "PPL", 12_000)


def test_a_table_is_the_same_when_it_was_written_and_read():
    file = io.BytesIO()
    Table.of(ROWS).save(file)
    again = Table.load(io.BytesIO(file.getvalue()))
    assert [again.row(k) for k in range(len(again))] == [Table.of(ROWS).row(k) for k in range(len(ROWS))]
    assert list(again.find("berg")) == [(0, False), (2, False)]


def test_a_later_row_of_one_id_stands_and_is_found_by_both_names():
    later = Table.of([Row("Burgh", 60.5, 10.25, "city", 1, (), "NOR", "Nordland", "", "PPL", 13_000)])
    found = Gazetteer([Table.of(ROWS), later])
    assert [c.row.name for c in found.find("berg")] == ["Berg", "Burgh"]
    assert [(c.row.name, c.other, c.reviewed) for c in found.find("burgh")] == [("Burgh", False, True)]


def test_ids_are_those_of_geonames_or_say_the_name():
    found = Gazetteer([Table.of([*ROWS, Row("Tora Bora", 34, 70, "point", country="AFG")])])
    assert [c.id for c in found.find("berg")] == ["geonames:3", "geonames:1"]
    assert [c.id for c in found.find("tora bora")] == ["place:tora-bora-afg"]


def test_what_lies_in_what():
    town, division, far, country = ROWS
    assert within(town, division)
    assert within(town, country)
    assert within(division, country)
    assert not within(far, country)
    assert not within(country, division)


def test_kilometres():
    london, paris = Row("London", 51.5074, -0.1278, "city"), Row("Paris", 48.8566, 2.3522, "city")
    assert kilometres(london, paris) == pytest.approx(343.5, abs=1)


def test_rows_of_a_file():
    rows = list(read_rows([HEADER, "7\tBerg\tBergen|Byen\t60.5\t10.25\tNOR\tNordland\t\tPPL\tcity\t900\n"]))
    assert rows == [Row("Berg", 60.5, 10.25, "city", 7, ("Bergen", "Byen"), "NOR", "Nordland", "", "PPL", 900)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("7\tBerg\t\t160.5\t10.25\tNOR\n", "is no point"),
        ("7\t\t\t60.5\t10.25\tNOR\n", "valid is a name"),
        ("x\tBerg\t\t60.5\t10.25\tNOR\n", "`geonameid` is 'x'; valid is a whole number"),
        ("99999999999\tBerg\t\t60.5\t10.25\tNOR\n", "`geonameid` is '99999999999'; valid is a whole number"),
        ("7\tBerg\t\t\t10.25\tNOR\n", "`lat` is ''; valid are degrees"),
        ("7\tBerg\t\tnan\t10.25\tNOR\n", "is no point"),
        ("7\tBerg\t\t60.5\t10.25\tNorway\n", "`country` is 'Norway'; valid is ISO 3166"),
    ],
)
def test_a_row_that_cannot_be_used_says_where_and_why(line, why):
    with pytest.raises(ValueError, match=f"line 2: .*{why}"):
        list(read_rows([HEADER, line]))


def test_a_users_file_that_is_missing_or_has_other_columns(tmp_path):
    with pytest.raises(BadTable, match=r"none\.tsv cannot be read: No such file"):
        user_rows(tmp_path / "none.tsv")
    path = tmp_path / "bad.csv"
    for columns, why in (("name,x", "lacks the columns"), ("name,lat,lon,country,x", "has the columns")):
        path.write_text(f"{columns}\nBerg,1\n", encoding="utf-8")
        with pytest.raises(BadTable, match=rf"bad\.csv, line 1 {why}"):
            user_rows(path)
    path.write_bytes(b"name,lat,lon,country\nB\xf8,60,10,NOR\n")
    with pytest.raises(BadTable, match="no UTF-8"):
        user_rows(path)


def test_a_gazetteer_in_use_stands_before_the_standing_one():
    own = Gazetteer([Table.of(ROWS)])
    with using(own):
        assert gazetteer() is own
    assert gazetteer() is not own


def test_the_shipped_gazetteer_has_what_news_needs():
    found = {name: gazetteer().find(key(name)) for name in ("Aleppo", "Texas", "Granville County", "Crimea", "Syria")}
    assert {
        name: {c.row.precision for c in rows} & {"city", "admin1", "admin2", "country"} != set()
        for name, rows in found.items()
    } == dict.fromkeys(found, True)
    assert any(c.row.name == "Aleppo" for c in gazetteer().find(key("Halab")))


def test_our_own_list_has_one_row_for_a_place():
    from importlib.resources import files

    text = files("dateline").joinpath("data", "gazetteer", "regions.csv").read_text(encoding="utf-8")
    rows = list(read_rows(text.splitlines(), ","))
    names = [(row.name, row.country) for row in rows]
    assert len(rows) > 500
    assert sorted(set(names)) == sorted(names)
