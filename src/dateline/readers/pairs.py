"""Pairs to be coded, as CSV or JSON Lines: a sentence, who acts in it and who is acted upon, by offsets or by words.

Takes bytes in UTF-8, gives a `Pair` per row. A row that holds none gives a `Failure` that names its line.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from dateline.errors import BadPair, BadTable
from dateline.record.failure import Failure

COLUMNS = ("text", "actor", "recipient", "published", "id")
OFFSETS = ("actor_start", "actor_end", "recipient_start", "recipient_end")
# Characters of a cell; csv has a limit of its own, below that of a text.
LONGEST = 10_000_000
# How a row says that it does not say. A tuple: what is compared with it may be a list.
ABSENT = (None, "")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and two of its spans, in code points; one of them may be None. `where`: its line in the input."""

    where: str
    id: str
    text: str
    actor: Span | None
    recipient: Span | None
    published: str | None = None


def read(source: BinaryIO) -> Iterator[Pair | Failure]:
    """A pair per row; JSON Lines where the first line begins with a brace, else CSV with a head. Raises `BadTable`."""
    first = source.readline().removeprefix(codecs.BOM_UTF8)
    lines = chain((first,), source)
    rows = _objects(lines) if first.lstrip().startswith(b"{") else _cells(lines)
    for number, row in rows:
        where = f"line {number}"
        try:
            yield row if isinstance(row, Failure) else pair(where, row)
        except BadPair as error:
            yield Failure.of(where, error)


def pair(where: str, row: Mapping[str, Any]) -> Pair:
    """The pair of one row; raises `BadPair`."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadPair("it has no `text`")
    actor, recipient = side(row, "actor", text), side(row, "recipient", text)
    if actor is None and recipient is None:
        raise BadPair("it names neither an actor nor a recipient")
    published, key = row.get("published") or None, row.get("id")
    return Pair(where, where if key in ABSENT else str(key), text, actor, recipient, published)


def side(row: Mapping[str, Any], name: str, text: str) -> Span | None:
    """The span of one side: by its offsets, or where its words stand; None where the row names none."""
    ends = [row.get(f"{name}_{end}") for end in ("start", "end")]
    if any(end not in ABSENT for end in ends):
        return offsets(name, ends)
    words = row.get(name)
    if words in ABSENT:
        return None
    if not isinstance(words, str):
        raise BadPair(f"`{name}` is no text")
    start = text.find(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        raise BadPair(f"`{name}` {ascii(words)[:60]} stands {'nowhere' if start < 0 else 'twice or more'} in the text")
    return start, start + len(words)


def offsets(name: str, ends: list[Any]) -> Span:
    """Two offsets as numbers."""
    try:
        start, end = (int(str(one)) for one in ends)
    except ValueError:
        shown = ", ".join(ascii(one)[:20] for one in ends)
        raise BadPair(f"`{name}_start`, `{name}_end` are {shown}; both are whole numbers") from None
    return start, end


def _objects(lines: Iterator[bytes]) -> Iterator[tuple[int, Mapping[str, Any] | Failure]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            row = Failure.of(f"line {number}", BadPair(f"it is no JSON: {error}"))
        if not isinstance(row, (dict, Failure)):
            row = Failure.of(f"line {number}", BadPair("it is no JSON object"))
        yield number, row


def _cells(lines: Iterator[bytes]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a table with the number of the line that each ends in."""
    csv.field_size_limit(LONGEST)
    # Bytes that are no UTF-8 become lone surrogates, with which the story of that row is refused by name.
    table = csv.DictReader((line.decode(errors="surrogateescape") for line in lines), restval="")
    try:
        if "text" not in (table.fieldnames or ()):
            raise BadTable(f"pairs have no column `text`; valid are {', '.join((*COLUMNS, *OFFSETS))}")
        for row in table:
            yield table.line_num, row
    except csv.Error as error:
        raise BadTable(f"pairs, line {table.line_num}: {error}") from error
