"""What holds for every format: any bytes give stories or failures, and nothing is raised."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.readers import READERS, guess, stories
from dateline.record import Story
from dateline.record.failure import Failure
from tests.readers.pages import ATOM, NITF, RSS, archive, page

MAIL = b"From: a@b.example\nSubject: x\nDate: Fri, 14 Mar 2031 18:05:00 +0100\n\nHi.\n"
GOOD = (page(), RSS.encode(), ATOM.encode(), NITF.encode(), archive(1), archive(1, packed=False), MAIL)
SEEDS = st.sampled_from(
    [*GOOD, b"PAR1", b"PK\x03\x04", b'{"articles": [{"url": 7}]}', b"text,url\na,b\n", b"\xff\xfea\x00"]
)


@st.composite
def damaged(draw):
    """A good file with noise somewhere."""
    data = bytearray(draw(SEEDS))
    at = draw(st.integers(0, len(data)))
    data[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=20))
    return bytes(data)


ANY = st.one_of(st.binary(max_size=200), damaged())


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40)
@given(data=ANY)
def test_no_bytes_make_a_reader_raise(name, data):
    for one in stories(io.BytesIO(data), name):
        assert isinstance(one, (Story, Failure))


@settings(max_examples=60)
@given(data=ANY, name=st.sampled_from(["", "a.json", "a.xml", "a.csv", "a.txt", "a.gz", "a.warc.gz"]))
def test_no_bytes_make_the_guess_raise(data, name):
    source = io.BytesIO(data)
    source.name = name
    assert guess(name, data) in {None, "gzip", "zip", *READERS}
    assert all(isinstance(one, (Story, Failure)) for one in stories(source))


@pytest.mark.parametrize("name", READERS)
def test_nothing_holds_no_story_or_an_empty_one(name):
    assert len(list(stories(io.BytesIO(b""), name))) <= 1


@pytest.mark.parametrize("name", READERS)
def test_each_says_what_it_reads(name):
    assert (READERS[name].__doc__ or "").endswith(".")
