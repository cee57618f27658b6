"""Pairs from CSV and JSON Lines; a row that is none is named, and the others are read."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadTable
from dateline.readers.pairs import Pair, pair, read
from dateline.record.failure import Failure

TEXT = "Ostra met Karsk."


def rows(data):
    return list(read(io.BytesIO(data if isinstance(data, bytes) else data.encode())))


def test_csv_with_offsets_or_words():
    found = rows(
        "id,text,actor,recipient,actor_start,actor_end,published\n"
        f"a,{TEXT},Ostra,Karsk,,,2031-03-14\n"
        f'b,"{TEXT}",,Karsk,0,5,\n'
        f"c,{TEXT},Ostra,,,,\n"
    )
    assert [(one.id, one.actor, one.recipient, one.published) for one in found] == [
        ("a", (0, 5), (10, 15), "2031-03-14"),
        ("b", (0, 5), (10, 15), None),
        ("c", (0, 5), None, None),
    ]


def test_json_lines_and_rows_without_an_id():
    line = json.dumps({"text": TEXT, "actor_start": 0, "actor_end": 5, "recipient": "Karsk"})
    (found,) = rows("\ufeff" + line + "\n\n")
    assert (found.id, found.where, found.actor, found.recipient) == ("line 1", "line 1", (0, 5), (10, 15))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "no `text`"),
        ({"text": " "}, "no `text`"),
        ({"text": 3}, "no `text`"),
        ({"text": TEXT}, "neither an actor nor a recipient"),
        ({"text": TEXT, "actor": "Velmar"}, "stands nowhere"),
        ({"text": "aXaXa", "actor": "aXa"}, "twice"),
        ({"text": TEXT, "actor": 3}, "no text"),
        ({"text": TEXT, "actor_start": 0}, "whole numbers"),
        ({"text": TEXT, "actor_start": 0, "actor_end": "five"}, "whole numbers"),
        ({"text": TEXT, "recipient_start": [0], "recipient_end": 1}, "whole numbers"),
    ],
)
def test_a_row_that_is_no_pair_says_why(row, reason):
    good = json.dumps({"text": TEXT, "actor": "Ostra"})
    first, second, third = rows("\n".join([good, json.dumps(row), good]))
    assert isinstance(second, Failure)
    assert (second.where, second.error) == ("line 2", "BadPair")
    assert reason in second.message
    assert isinstance(first, Pair)
    assert isinstance(third, Pair)


@pytest.mark.parametrize("line", ["{", "[1]", "3", '{"text": "\\ud800"', "{" * 50_000])
def test_a_line_that_is_no_object_is_named(line):
    good = json.dumps({"text": TEXT, "actor": "Ostra"})
    assert [type(one) for one in rows(f"{good}\n{line}\n{good}")] == [Pair, Failure, Pair]


@pytest.mark.parametrize("data", ["", "a,b\n1,2\n", "nothing"])
def test_a_table_without_text_is_refused(data):
    with pytest.raises(BadTable, match="text"):
        rows(data)


def test_bytes_that_are_no_utf_8_cost_their_row_only():
    found = rows(b"text,actor\nOstra \xff met Karsk.,Ostra\n" + TEXT.encode() + b",Ostra\n")
    assert len(found) == 2
    assert found[1].text == TEXT


@given(
    st.dictionaries(
        st.sampled_from(["text", "actor", "recipient", "actor_start", "actor_end", "recipient_start", "id"]),
        st.none() | st.booleans() | st.integers() | st.text("aXb ") | st.lists(st.integers()),
    )
)
def test_no_row_makes_it_raise_another_error(row):
    (found,) = rows(json.dumps(row))
    assert isinstance(found, (Pair, Failure))


def test_offsets_come_before_words():
    assert pair("line 1", {"text": "a a", "actor": "a", "actor_start": 2, "actor_end": 3}).actor == (2, 3)
