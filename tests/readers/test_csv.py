"""Tables in text: maps, separators, encodings, and rows that are none."""

import codecs
import io

import pytest

from dateline.errors import BadMap
from dateline.readers import csv
from dateline.readers.given import Given
from dateline.record import Story


def read(data, **names):
    data = data if isinstance(data, bytes) else data.encode()
    return list(csv.read(io.BytesIO(data), Given(names or None)))


def test_a_map_names_the_columns():
    found = read(
        "headline,body,date,site\nTalks,They failed.,14 March 2031,The Gull\n",
        text="body",
        published="date",
        outlet="site",
    )
    (story,) = found
    assert (story.text, story.published, story.outlet, story.title) == ("They failed.", "2031-03-14", "The Gull", None)


def test_columns_of_the_right_names_need_no_map():
    (story,) = read("id,text,title\n7,They failed.,Talks\n")
    assert (story.id, story.text, story.title) == ("7", "They failed.", "Talks")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_told_from_the_first_row(separator):
    (story,) = read(separator.join(["text", "outlet", "x"]) + "\n" + separator.join(["a b", "The Gull", "1"]))
    assert (story.text, story.outlet) == ("a b", "The Gull")


def test_a_cell_may_hold_lines_and_much_text():
    long = "word " * 100_000
    (story,) = read(f'text,title\n"one ""two""\nthree\r\n{long}",T\n')
    assert story.text == f'one "two"\nthree\r\n{long}'


def test_a_table_without_the_column_says_which_it_has():
    (failure,) = read("headline,body\nTalks,They failed.\n")
    assert failure.error == "ColumnMissing"
    assert "'headline', 'body'" in failure.message
    assert "text=COLUMN" in failure.message


def test_a_row_that_is_none_is_named_and_the_next_one_read():
    first, extra, empty, bad, last = read("text,published\na,\nb,,c,d\n,2031-03-14\nc,soon\nd,2031-03-14\n")
    assert (first.text, last.text) == ("a", "d")
    assert [(one.where, one.error) for one in (extra, empty, bad)] == [
        ("row 2", "BadEntry"),
        ("row 3", "TextMissing"),
        ("row 4", "BadPublished"),
    ]


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (b"", "utf-8")]
)
def test_byte_order_marks_are_heeded(mark, encoding):
    (story,) = read(mark + "text,title\nÅ,“T”\n".encode(encoding))
    assert (story.text, story.title, story.notes) == ("Å", "“T”", ())


def test_another_encoding_is_noted():
    found = read("text\n“The café in the old town of Córdoba was closed” said the señora.\nplain\n".encode("cp1252"))
    assert "café" in found[0].text
    assert [code for code, _ in found[0].notes] == ["charset"]


def test_a_row_in_another_encoding_is_noted(monkeypatch):
    monkeypatch.setattr(csv, "HEAD", 16)
    good, other = read(b"text,a\n" + "é,1\n".encode() + b"caf\xe9 \x93x\x94,2\n")
    assert (good.text, good.notes) == ("é", ())
    assert other.text == "café “x”"
    assert [code for code, _ in other.notes] == ["charset"]


def test_a_map_of_what_no_story_has_stops_the_run():
    with pytest.raises(BadMap, match="a story has id, text"):
        read("a\nb\n", body="a")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"text", b"\x00\n\x00", b'"text\n', b'text\n"a'])
def test_odd_tables_do_not_stop(data):
    assert all(isinstance(one, Story) or one.error for one in read(data))


def test_the_source_stays_open():
    source = io.BytesIO(b"text\na\n")
    assert len(list(csv.read(source))) == 1
    assert not source.closed
