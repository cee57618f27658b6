"""Coded pairs and the codebook as text."""

import csv
import io
import json

import pytest

from dateline.export.codebook import HEAD, TABLES, lines
from dateline.export.codings import CODINGS, COLUMNS, cells
from dateline.record.cameo import codes
from dateline.record.plover import MODES_OF, TYPES
from tests.record.examples import STRIKE_ENDS

ROW = cells("a", STRIKE_ENDS.model_copy(update={"cameo": "0871", "mode": ("ceasefire",)}))


def test_a_row_holds_the_codes_and_their_values():
    assert tuple(ROW) == COLUMNS
    assert (ROW["id"], ROW["type"], ROW["mode"], ROW["cameo"], ROW["status"]) == (
        "a",
        "RETREAT",
        "ceasefire",
        "0871",
        "occurred",
    )
    assert ROW["goldstein"] == codes()["0871"].goldstein
    assert ROW["anchor"] == "ended their strike"
    assert cells("a", STRIKE_ENDS)["goldstein"] is None


def test_csv_and_json_lines_hold_the_same():
    table = CODINGS["csv"](None) + CODINGS["csv"](ROW)
    (row,) = csv.DictReader(io.StringIO(table))
    assert row == {name: "" if value is None else str(value) for name, value in ROW.items()}
    assert CODINGS["jsonl"](None) == ""
    assert json.loads(CODINGS["jsonl"](ROW)) == ROW


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_the_codebook_has_all_columns(name):
    head, *rows = lines(name)
    assert head.rstrip("\n").split("\t") == list(HEAD)
    assert all(len(row.rstrip("\n").split("\t")) == len(HEAD) for row in rows)


def test_the_codebook_holds_every_class():
    assert len(list(lines("types"))) == 1 + len(TYPES) + sum(map(len, MODES_OF.values()))
    assert len(list(lines("contexts"))) == 1 + 37
    assert len(list(lines("cameo"))) == 1 + len(codes())
    assert len(list(lines())) == sum(len(list(lines(name))) - 1 for name in TABLES) + 1
