"""Dates, charsets and markup, which all formats share."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import charset
from dateline.readers.dates import iso
from dateline.readers.markup import plain


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03-14T18:05:00.000Z", "2031-03-14T18:05:00.000Z"),
        ("20310314", "2031-03-14"),
        ("20310314T180500Z", "2031-03-14T18:05:00Z"),
        ("20310314T1805+0100", "2031-03-14T18:05:00+01:00"),
        ("20310314180500", "2031-03-14T18:05:00"),
        ("Fri, 14 Mar 2031 18:05:00 +0100", "2031-03-14T18:05:00+01:00"),
        ("14 March 2031", "2031-03-14"),
        ("March 14, 2031 Friday", "2031-03-14"),
        ("Friday 14th of March 2031", "2031-03-14"),
        ("2031/3/14", "2031-03-14"),
        ("03/04/2031", None),
        ("31 February 2031", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("x" * 1000, None),
    ],
)
def test_dates(written, wanted):
    assert iso(written) == wanted


@given(st.text())
def test_no_date_stops_it(text):
    assert iso(text) is None or isinstance(iso(text), str)


WORDS = "“Nobody was beaten,” she said in Åre — and left."


@pytest.mark.parametrize(
    ("data", "said", "noted"),
    [
        (WORDS.encode(), None, False),
        (WORDS.encode(), "UTF-8", False),
        (WORDS.encode(), "no-such-thing", False),
        (WORDS.encode("cp1252"), "iso-8859-1", False),
        (WORDS.encode("cp1252"), "windows-1252", False),
        (WORDS.encode("cp1252"), None, True),
        (WORDS.encode("cp1252"), "utf-8", True),
        (WORDS.encode(), "iso-8859-1", True),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-8", False),
        (WORDS.encode("cp1252"), "rot13", True),
    ],
)
def test_charsets(data, said, noted):
    text, doubt = charset.decoded(data, said)
    assert text == WORDS
    assert bool(doubt) is noted


def test_another_alphabet_is_found():
    words = "Совет города собрался в третий раз, и мэр сказала, что переговоры не удались. " * 5
    text, doubt = charset.decoded(words.encode("cp1251"))
    assert text == words
    assert "cp1251" in doubt


@given(st.binary(), st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-7", "idna", "hex", "utf-16"])))
def test_any_bytes_are_characters(data, said):
    assert isinstance(charset.decoded(data, said)[0], str)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One  two</p><p>three<br>four</p>", "One two\n\nthree\n\nfour"),
        ("one\ntwo", "one\n\ntwo"),
        ("<p>one\n two <b>three</b>\nfour</p>", "one two three four"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<style>p {}</style>x<script>y</script>", "x"),
        ("<div><ul><li>a<li>b</ul></div>", "a\n\nb"),
        ("5 < 6", "5 < 6"),
    ],
)
def test_plain(markup, text):
    assert plain(markup) == text


@given(st.text(st.sampled_from("<>/!?[]-&;#x ap\n")))
def test_no_markup_stops_it(markup):
    assert isinstance(plain(markup), str)
