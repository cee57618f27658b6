"""Web archives: pages of their records, and a damaged record that costs itself alone."""

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import warc, warc_records
from dateline.record import Story
from tests.readers.pages import BODY, SENTENCES, archive, entry


def read(data):
    return list(warc.read(io.BytesIO(data)))


def titles(data):
    return [(one.title or "?")[-1] if isinstance(one, Story) else one.error for one in read(data)]


@pytest.mark.parametrize("packed", [True, False])
def test_every_page_is_a_story(packed):
    found = read(archive(3, packed=packed))
    assert [story.url for story in found] == [f"https://gull.example/{n}" for n in range(3)]
    assert found[1].text.endswith(BODY)
    assert found[1].published == "2031-03-14T18:05:00+01:00"


def test_an_archive_packed_as_one_piece_is_read():
    assert titles(gzip.compress(archive(3, packed=False))) == ["0", "1", "2"]


@pytest.mark.parametrize(
    "other",
    [{"kind": "image/png"}, {"status": "404 Not Found"}, {"kind": "application/json"}, {"status": "301 Moved"}],
)
def test_what_is_no_page_is_passed_over(other):
    assert read(archive(2, **other)) == []


def chunked(number):
    data = entry(number)
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (50, data[:50], len(data) - 50, data[50:])


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked, [("Transfer-Encoding", "chunked")]),
        (lambda n: gzip.compress(entry(n)), [("Content-Encoding", "gzip")]),
        (lambda n: zlib.compress(entry(n)), [("Content-Encoding", "deflate")]),
    ],
)
def test_bodies_are_unpacked(body, headers):
    assert titles(archive(2, body=body, headers=headers)) == ["0", "1"]


def test_a_body_that_is_not_packed_as_it_says_is_a_failure_or_a_story():
    assert len(titles(archive(1, headers=[("Content-Encoding", "gzip")]))) == 1


def starts(data):
    """Where each record of an archive starts that holds a page."""
    found = [(where, one) for where, one in warc_records.records(io.BytesIO(data))]
    return [
        int(where.rpartition(" ")[2])
        for where, one in found
        if isinstance(one, bytes) and b"WARC-Type: response" in one
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("at", [0, 3, 15, 60, 300, 500])
def test_a_damaged_record_costs_that_record(packed, at):
    data = bytearray(archive(4, packed=packed))
    begin = starts(bytes(data))[1] + at
    data[begin : begin + 12] = bytes(byte ^ 0xA5 for byte in data[begin : begin + 12])
    found = titles(bytes(data))
    # What is damaged may be the name of a field that nobody reads.
    assert [one for one in found if len(one) == 1 and one != "1"] == ["0", "2", "3"]
    assert set(found) - {"0", "1", "2", "3"} <= {"BadArchive"}


def test_a_length_that_is_wrong_costs_that_record():
    data = archive(4, packed=False)
    for wrong in (b"Content-Length: 12", b"Content-Length: 99999999999", b"Content-Length: -1", b"Content-Size: 5"):
        begin = starts(data)[1]
        head, _, rest = data[begin:].partition(b"Content-Length: ")
        broken = data[:begin] + head + wrong + rest[rest.index(b"\r\n") :]
        found = titles(broken)
        assert [one for one in found if len(one) == 1] == ["0", "2", "3"]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_ends_early_gives_what_it_has(packed):
    data = archive(3, packed=packed)
    assert titles(data[: starts(data)[2] + 200]) == ["0", "1", "BadArchive"]


def test_bytes_between_records_cost_nothing_else():
    one, two = archive(1), archive(2)
    assert titles(one + b"\x00garbage \x1f\x8b\x08 more" * 9 + two) == ["0", "BadArchive", "0", "1"]


def test_a_bomb_is_refused_and_the_next_record_read(monkeypatch):
    monkeypatch.setattr(warc_records, "LARGEST", 20_000)
    bomb = archive(1, body=lambda _: b"<p>" + b" " * 5_000_000)
    assert titles(bomb + archive(1)) == ["TooLarge", "0"]


def test_extracted_text_is_read():
    text = SENTENCES[0].encode()
    head = (
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://gull.example/1\r\nContent-Type: text/plain\r\n"
    )
    (story,) = read(head + b"Content-Length: %d\r\n\r\n" % len(text) + text + b"\r\n\r\n")
    assert (story.text, story.url) == (SENTENCES[0], "https://gull.example/1")


PARTS = st.sampled_from([b"WARC/1.0\r\n", b"Content-Length: 9\r\n", b"\r\n\r\n", b"\x1f\x8b\x08\x00", archive(1)[:400]])


@given(st.lists(st.one_of(PARTS, st.binary(max_size=30)), max_size=12).map(b"".join))
def test_no_bytes_stop_it(data):
    assert all(isinstance(one, Story) or one.error for one in read(data))


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=20))
def test_no_damage_stops_it(at, noise):
    data = bytearray(PACKED)
    at %= len(data)
    data[at : at + len(noise)] = noise
    found = titles(bytes(data))
    assert sum(len(one) == 1 for one in found) >= 1


PACKED = archive(2)
