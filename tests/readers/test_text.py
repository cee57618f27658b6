"""Plain text: what the bytes say, and nothing changed."""

import codecs
import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import text
from dateline.record import Story
from dateline.record.failure import Failure

WORDS = "“Nobody was beaten,” she said — in Å\r\n\tand \x0b left.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_every_unicode_encoding_gives_the_same_text(mark, encoding, caplog):
    assert text.decoded(mark + WORDS.encode(encoding)) == (WORDS, "")
    assert not caplog.records


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda words: not words.startswith("\ufeff")))
def test_decoding_alters_nothing(words):
    assert text.decoded(words.encode()) == (words, "")


def test_what_is_not_utf_8_is_windows_1252_with_a_warning(caplog):
    with caplog.at_level(logging.WARNING):
        (story,) = text.read(io.BytesIO("“caf\xe9”".encode("cp1252")))
    assert isinstance(story, Story)
    assert story.text == "“café”"
    ((code, message),) = story.notes
    assert code == "not-utf-8"
    assert message.startswith("byte 0 is no UTF-8")
    assert message.endswith("it was read as Windows-1252")
    assert message in caplog.text


@pytest.mark.parametrize("data", [b"caf\xe9 \x81", codecs.BOM_UTF16_LE + b"a\x00b", codecs.BOM_UTF8 + b"a\xff\x81"])
def test_what_no_encoding_fits_becomes_replacement_characters(data):
    found, doubt = text.decoded(data)
    assert "\ufffd" in found
    assert "U+FFFD" in doubt


@given(st.binary())
def test_any_bytes_can_be_read(data):
    (story,) = text.read(io.BytesIO(data))
    assert isinstance(story, Story) or story.error == "NotText"


def test_bytes_that_are_no_text_are_a_failure_that_says_so():
    (failure,) = text.read(io.BytesIO(bytes(range(256)) * 10))
    assert isinstance(failure, Failure)
    assert failure.error == "NotText"
    assert "UTF-8" in failure.message


def test_metadata_goes_into_the_story():
    (story,) = text.read(io.BytesIO(b"Talks failed."), published="2031-03-14", outlet="The Gull")
    assert isinstance(story, Story)
    assert (story.text, story.published, story.outlet) == ("Talks failed.", "2031-03-14", "The Gull")


def test_a_bad_date_is_a_failure_that_says_what_is_valid():
    (failure,) = text.read(io.BytesIO(b"Talks failed."), published="last week")
    assert isinstance(failure, Failure)
    assert failure.error == "BadPublished"
    assert "2015-09-24" in failure.message
