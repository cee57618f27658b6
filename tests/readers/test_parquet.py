"""Tables in Parquet: types of cells, nested columns, damage."""

import datetime as dt
import io

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.readers import parquet
from dateline.readers.given import Given


def table(**columns):
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def read(data, **names):
    return list(parquet.read(io.BytesIO(data), Given(names or None)))


def test_cells_become_fields():
    when = dt.datetime(2031, 3, 14, 18, 5, tzinfo=dt.UTC)
    data = table(
        body=["They failed.", "Others did not.", None],
        date=pa.array([when] * 3, pa.timestamp("ns", "UTC")),
        number=[7, 8, 9],
        score=[1.0, 2.0, 3.0],
    )
    one, two, none = read(data, text="body", published="date", id="number")
    assert (one.text, one.published, one.id) == ("They failed.", "2031-03-14T18:05:00+00:00", "7")
    assert two.text == "Others did not."
    assert (none.where, none.error) == ("row 3", "TextMissing")


def test_days_bytes_and_nested_columns():
    data = table(
        text=[b"caf\xe9 closed on a long and sunny afternoon"],
        published=[dt.date(2031, 3, 14)],
        meta=[{"site": {"name": "The Gull"}}],
    )
    (story,) = read(data, outlet="meta.site.name")
    assert story.text.startswith("café")
    assert (story.published, story.outlet) == ("2031-03-14", "The Gull")
    assert [code for code, _ in story.notes] == ["charset"]


def test_a_number_that_is_none_is_null():
    (story,) = read(table(text=["a"], outlet=[float("nan")]))
    assert story.outlet is None


def test_many_rows_come_in_order():
    assert [s.text for s in read(table(text=[str(i) for i in range(1000)]))] == [str(i) for i in range(1000)]


def test_a_missing_column_is_named():
    (failure,) = read(table(body=["a"]))
    assert failure.error == "ColumnMissing"


def test_damage_is_named():
    data = table(text=["a" * 1000] * 50)
    for broken in (b"PAR1", data[:-20], data[:20] + b"\xff" * 30 + data[50:], b""):
        assert read(broken)[-1].error in {"BadArchive", "TextMissing"}
