from itertools import pairwise

import pytest

from dateline.errors import BadTable
from dateline.record.cameo import as_appeal, code_of, codes, goldstein, name, read_codes, root
from dateline.record.plover import MODES_OF, STATUS_TAGS, TYPES

HEAD = "code,goldstein,type,mode,also,name\n"
# 20 roots, and what the codebook lists under each of them.
CODES = 316


def test_all_codes_are_there_in_order():
    assert len(codes()) == CODES
    assert {root(code) for code in codes()} == {f"{n:02}" for n in range(1, 21)}
    assert all(one < other for one, other in pairwise(codes()))


@pytest.mark.parametrize(
    ("kind", "mode", "status", "code"),
    [
        ("ASSAULT", "aerial", "occurred", "195"),
        ("ASSAULT", "drone", "negated", "1952"),
        ("ASSAULT", "destroy", "occurred", "1712"),
        ("COERCE", "arrest", "occurred", "173"),
        ("SANCTION", "convict", "occurred", "116"),
        ("SANCTION", "discontinue", "threatened", "131"),
        ("AGREE", None, "occurred", "030"),
        ("AID", None, "planned", "033"),
        ("CONSULT", "visit", "occurred", "042"),
        ("CONSULT", "phone", "historical", "041"),
        ("CONSULT", "multilateral", "occurred", "046"),
        ("CONSULT", None, "planned", "036"),
        ("RETREAT", "ceasefire", "ongoing", "0871"),
        ("REQUEST", "assist", "planned", "103"),
    ],
)
def test_the_code_of_an_event(kind, mode, status, code):
    assert code_of(kind, mode, status) == code


def test_violence_of_soldiers_is_fighting():
    assert code_of("ASSAULT", None, "occurred", ["GOV", "MIL"]) == "190"
    assert code_of("ASSAULT", None, "occurred", ["REB"]) == "180"
    assert code_of("ASSAULT", "aerial", "occurred", ["REB"]) == "195"


def test_every_event_has_a_code_of_its_type():
    for kind in TYPES:
        for mode in (None, *MODES_OF[kind]):
            for status in STATUS_TAGS:
                assert codes()[code_of(kind, mode, status)].type in {kind, "AGREE", "THREATEN", "CONCEDE", "SANCTION"}


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("03", 4),
        ("0334", 6),
        ("046", 7),
        ("072", 8.3),
        ("0874", 10),
        ("111", -2),
        ("163", -8),
        ("172", -5),
        ("1951", -10),
    ],
)
def test_goldstein_values(code, value):
    assert goldstein(code) == value


def test_a_code_without_a_value_has_that_of_its_parent():
    assert (goldstein("176"), goldstein("17")) == (-7, -7)


@pytest.mark.parametrize(
    ("code", "kind"), [("1712", "ASSAULT"), ("191", "COERCE"), ("0813", "RETREAT"), ("055", "CONCEDE")]
)
def test_codes_that_leave_their_root(code, kind):
    assert codes()[code].type == kind


def test_statements_and_appeals_are_no_events():
    assert {row.type for code, row in codes().items() if root(code) in {"01", "02"}} == {""}


def test_a_soft_demand_is_an_appeal():
    assert as_appeal("1033") == "0233"
    assert as_appeal("195") == "195"
    assert all(as_appeal(code) in codes() for code in codes())


def test_a_name_is_short():
    assert name("0871") == "truce"
    assert max(len(row.name) for row in codes().values()) <= 64


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("21,1.0,AID,,,aid\n", "no code"),
        ("07,7.0,AID,,,aid\n07,7.0,AID,,,aid\n", "already"),
        ("071,7.0,AID,,,aid\n", "before 07"),
        ("07,-7.0,AID,,,aid\n", "sign"),
        ("19,7.0,ASSAULT,,,fight\n", "sign"),
        ("07,7.0,HELP,,,aid\n", "no PLOVER type"),
        ("07,7.0,AID,aerial,,aid\n", "no mode"),
        ("07,7.0,AID,,HELP,aid\n", "no PLOVER type"),
        ("07,7.0,AID,,,\n", "no name"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(rows, told):
    with pytest.raises(BadTable, match=rf"cameo\.csv, line [23]: .*{told}"):
        read_codes(HEAD + rows)
