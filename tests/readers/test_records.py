"""Records as they were written: JSON Lines, or one JSON value over many lines."""

import io
import json

from dateline.readers import records

ONE, TWO = {"a": 1}, {"b": [2]}


def found(text):
    return list(records.read(io.BytesIO(text.encode())))


def test_json_lines_come_with_the_number_of_their_line():
    assert found('\n{"a": 1}\n\n{"b": [2]}\n') == [(2, b'{"a": 1}\n'), (4, b'{"b": [2]}\n')]


def test_an_indented_object_is_one_record():
    assert found(json.dumps(ONE, indent=2)) == [(1, ONE)]


def test_a_list_holds_records():
    assert found(json.dumps([ONE, TWO], indent=2)) == [(1, ONE), (2, TWO)]
    assert found(json.dumps([ONE, TWO])) == [(1, ONE), (2, TWO)]


def test_what_is_no_json_is_given_as_it_is():
    assert found('{\n"a": ') == [(1, b'{\n"a": ')]


def test_nothing_is_no_record():
    assert found("") == found("\n\n") == []


def test_indented_records_may_follow_each_other():
    one, two = json.dumps({"a": 1}, indent=2), json.dumps({"a": 2}, indent=2)
    assert list(records.read(io.BytesIO(f"{one}\n{two}\n".encode()))) == [(1, {"a": 1}), (2, {"a": 2})]
    found = list(records.read(io.BytesIO(f"{one}\nno JSON".encode())))
    assert found == [(1, {"a": 1}), (2, b"no JSON")]
