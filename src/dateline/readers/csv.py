"""Stories as rows of a table in text: CSV, TSV. Takes bytes, gives a `Story` per row; the first one names columns."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from dateline.errors import BadEntry, ColumnMissing
from dateline.readers import charset
from dateline.readers.fields import Note, checked_map, made, mapped
from dateline.readers.given import LARGEST, NOTHING, Given
from dateline.readers.text import FALLBACK, MARKS
from dateline.record.failure import Failure
from dateline.record.story import Story

SEPARATORS = ",;\t|"
# Bytes by which the encoding of a file is told; what comes later and does not fit is looked at row by row.
HEAD = 1 << 16
VALID = "a row with a cell for each column"

Row = tuple[str, dict[str, Any] | Failure, Note]


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """A table in text: a story per row, the first row names the columns."""
    names = checked_map(given.map)
    for number, (where, row, note) in enumerate(rows(source, given)):
        if number == 0 and isinstance(row, dict) and (missing := lacking(row, names)):
            yield Failure.of("the table", missing)
            return
        if isinstance(row, Failure):
            yield row
        else:
            yield made(where, mapped(row, names), [note])


def lacking(columns: Mapping[str, Any] | Iterable[str], names: Mapping[str, str]) -> ColumnMissing | None:
    """What is wrong with a table that has no text, or not what the map says it has."""
    wanted = {"text": "text", **names}
    there = list(columns)
    missing = [(column, field) for field, column in wanted.items() if column.partition(".")[0] not in there]
    missing = [(column, field) for column, field in missing if column not in there]
    return ColumnMissing(*missing[0], there) if missing else None


def rows(source: BinaryIO, given: Given = NOTHING) -> Iterator[Row]:
    """Each row as where it is, its cells by column (None where empty), and a note on its encoding."""
    text, doubt = _text(source, given.charset)
    try:
        yield from _rows(text, doubt)
    finally:
        # Else the source would be closed with what was laid around it; ValueError: it is closed already.
        with suppress(ValueError):
            if (laid := text.detach()) is not source and isinstance(laid, io.BufferedReader):
                laid.detach()


def _rows(text: io.TextIOWrapper, doubt: str) -> Iterator[Row]:
    # The module's own limit, 128 KB, is shorter than a long story; it holds for the process.
    csv.field_size_limit(LARGEST)
    first = text.readline(1 << 20).removeprefix("\ufeff")
    separator = max(SEPARATORS, key=first.count)
    table = csv.reader(_chained(first, text), delimiter=separator)
    columns: list[str] | None = None
    number = 0
    while True:
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield _bad(number, str(error))
            continue
        if columns is None:
            columns = [cell.strip() for cell in cells]
        elif cells:
            number += 1
            yield _row(number, columns, cells, doubt)


def _chained(first: str, text: Iterable[str]) -> Iterator[str]:
    yield first
    yield from text


def _row(number: int, columns: list[str], cells: list[str], doubt: str) -> Row:
    if any(cells[len(columns) :]):
        return _bad(number, f"it has {len(cells)} cells, and there are {len(columns)} columns")
    whole, strange = zip(*map(_repaired, cells), strict=True)
    row = dict.fromkeys(columns) | {column: cell or None for column, cell in zip(columns, whole, strict=False)}
    return f"row {number}", row, (charset.NOTE, doubt or next(filter(None, strange), ""))


def _bad(number: int, reason: str) -> Row:
    return f"row {number}", Failure.of(f"row {number}", BadEntry(f"row {number}", reason, VALID)), ("", "")


def _repaired(cell: str) -> tuple[str, str]:
    """A cell whose bytes are not all UTF-8, read as Windows-1252."""
    if not any("\udc80" <= character <= "\udcff" for character in cell):
        return cell, ""
    data = cell.encode("utf-8", "surrogateescape")
    return data.decode(FALLBACK, "replace"), "a cell is no UTF-8: read as Windows-1252"


def _text(source: BinaryIO, said: str | None) -> tuple[io.TextIOWrapper, str]:
    buffered = source if isinstance(source, io.BufferedReader) else io.BufferedReader(source, HEAD)  # type: ignore[type-var]
    head = buffered.peek(HEAD)[:HEAD]
    name, doubt = _encoding(head, said)
    errors = "surrogateescape" if name == "utf-8" else "replace"
    return io.TextIOWrapper(buffered, encoding=name, errors=errors, newline=""), doubt


def _encoding(head: bytes, said: str | None) -> tuple[str, str]:
    if marked := next((name for mark, name in MARKS if head.startswith(mark)), None):
        return ("utf-8" if marked == "utf-8-sig" else marked), ""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        name = charset.known(said) or charset.found(head)
        return name, "" if charset.known(said) else f"byte {error.start} is no UTF-8: the table was read as {name}"
    return "utf-8", ""
