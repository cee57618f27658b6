"""JSON Lines: a story per line, and a named failure for a line that holds none."""

import codecs
import io
import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import jsonl
from dateline.record import Story
from dateline.record.failure import Failure


def stories(data):
    return list(jsonl.read(io.BytesIO(data if isinstance(data, bytes) else data.encode())))


def test_all_fields_are_kept():
    fields = {
        "id": "7",
        "text": "Talks failed.",
        "published": "2031-03-14",
        "title": "Talks",
        "url": "https://gull.example/7",
        "outlet": "The Gull",
        "byline": "By Ada Moor",
        "language": "en",
    }
    (story,) = stories(json.dumps(fields))
    assert story.model_dump() == fields


def test_only_a_line_end_ends_a_line():
    words = "one\u2028two\u0085three\r\nfour"
    (story,) = stories(json.dumps({"text": words}, ensure_ascii=False) + "\r\n")
    assert story.text == words


def test_a_byte_order_mark_and_empty_lines_are_passed_over():
    found = stories(codecs.BOM_UTF8 + b'{"text": "a"}\n\n  \n{"text": "b"}')
    assert [story.text for story in found] == ["a", "b"]


BAD = {
    "no JSON": (b'{"text": "a"', "BadLine"),
    "no object": (b'["a"]', "BadLine"),
    "null": (b"null", "BadLine"),
    "no UTF-8": (b'{"text": "caf\xe9"}', "BadLine"),
    "too deep": (b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "BadLine"),
    "a number too long": (b'{"text": "a", "x": ' + b"9" * 5000 + b"}", "BadLine"),
    "no text": (b'{"title": "a"}', "TextMissing"),
    "a text that is none": (b'{"text": 7}', "TextMissing"),
    "a lone surrogate": (b'{"text": "a \\ud83d b"}', "LoneSurrogate"),
    "a lone surrogate elsewhere": (b'{"text": "a", "title": "\\udc00"}', "LoneSurrogate"),
    "no date": (b'{"text": "a", "published": "soon"}', "BadPublished"),
    "an id that is none": (b'{"text": "a", "id": 7}', "BadField"),
}


@pytest.mark.parametrize(("line", "error"), BAD.values(), ids=BAD)
def test_a_bad_line_is_named_and_the_run_goes_on(line, error):
    first, failure, last = stories(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    assert (first.text, last.text) == ("a", "b")
    assert isinstance(failure, Failure)
    assert (failure.where, failure.error) == ("line 2", error)


def test_a_whole_surrogate_pair_is_one_character():
    (story,) = stories(rb'{"text": "\ud83d\ude00"}')
    assert story.text == "\U0001f600"


@given(st.lists(st.binary().filter(lambda line: b"\n" not in line)))
def test_no_bytes_make_it_raise(lines):
    assert all(isinstance(one, (Story, Failure)) for one in stories(b"\n".join(lines)))


def test_a_key_that_no_story_has_is_named_once(caplog):
    with caplog.at_level(logging.WARNING):
        found = stories(b'{"text": "a", "date": 1}\n{"text": "b", "date": 2}\n')
    assert [story.text for story in found] == ["a", "b"]
    assert [("line 1" in r.getMessage(), "'date'" in r.getMessage()) for r in caplog.records] == [(True, True)]
