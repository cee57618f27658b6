"""Stories as rows of a Parquet file. Takes bytes, gives a `Story` per row, read batch by batch."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import BadArchive, SkipStory
from dateline.readers import charset
from dateline.readers.csv import lacking
from dateline.readers.fields import FIELDS, checked_map, made, mapped
from dateline.readers.given import NOTHING, Given, whole
from dateline.record.failure import Failure
from dateline.record.story import Story

# Rows in memory at once: of long stories, some 5 MB.
BATCH = 256
# Bytes of a file that cannot be read from where it lies (from a pipe, an archive) and so is held in memory.
LARGEST = 1024 * 1024 * 1024


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """A Parquet table: a story per row."""
    names = checked_map(given.map)
    try:
        yield from _rows(source, names)
    except SkipStory as error:
        yield Failure.of("the table", error)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        yield Failure.of("the table", BadArchive("the Parquet file", reason))


def _rows(source: BinaryIO, names: Mapping[str, str]) -> Iterator[Story | Failure]:
    seekable = source.seekable()
    table = pq.ParquetFile(source if seekable else io.BytesIO(whole(source, "the Parquet file", LARGEST)))
    columns = table.schema_arrow.names
    if missing := lacking(columns, names):
        raise missing
    wanted = {*FIELDS, *names.values(), *(column.partition(".")[0] for column in names.values())}
    number = 0
    for batch in table.iter_batches(BATCH, columns=[column for column in columns if column in wanted]):
        for row in _coarser(batch).to_pylist():
            number += 1
            yield _story(f"row {number}", mapped(row, names))


def _coarser(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Times in microseconds: Python has none that are finer."""
    for i, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            times = batch.column(i).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(i, field.name, times)
    return batch


def _story(where: str, row: dict[str, Any]) -> Story | Failure:
    fields = {name: _value(value) for name, value in row.items()}
    doubt = ""
    if isinstance(data := fields.get("text"), bytes):
        fields["text"], doubt = charset.decoded(data)
    return made(where, fields, [(charset.NOTE, doubt)])


def _value(value: Any) -> Any:
    """A cell as a story takes it: ids are often numbers, dates often dates; NaN is nothing."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value != value:  # noqa: PLR0124 - only NaN is not itself
        return None if value != value else value  # noqa: PLR0124
    return str(value) if isinstance(value, int) else value
