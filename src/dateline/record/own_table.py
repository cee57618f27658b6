"""A user's table of actors, checked cell by cell. Takes the path of a CSV file, gives its rows, or `BadTable`.

The columns are those of the shipped tables; only `name` must be there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, get_args

from dateline.errors import BadTable
from dateline.record.findings import ActorKind
from dateline.record.plover import SECTORS, SUPRANATIONAL
from dateline.record.words import states

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "required; the fullest name, as the record is to have it",
        "aliases": "other names, separated by `|`; an article in front may be there or not, here and in the story",
        "key": "id of the actor in records; default: made of the name and the code",
        "kind": "one of person, organization, state, group, crowd",
        "code": "country, ISO 3166 alpha-3 (or KOS); for those of no one country a code of PLOVER: UNO, IGO, NGO, ...",
        "sectors": "sectors of PLOVER, primary first, separated by `|`; `-` alone says that there is none",
        "office": "office that a person holds: `president`, `prime minister`, `foreign minister`, ...",
        "from": "first day of that office: 2015, 2015-09 or 2015-09-24; empty where it is not known",
        "to": "its last day, likewise; empty where the office is still held",
        "description": "a few words on who it is",
    }
)
KINDS = get_args(ActorKind)
NONE = "-"
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a user's table; raises `BadTable` with the line and what is valid where one cannot be used."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadTable(f"{path} cannot be read: its byte {error.start} is no UTF-8; valid is CSV in UTF-8") from error
    try:
        return list(_rows(path, text))
    except csv.Error as error:
        raise BadTable(f"{path} is no table of actors: {error}; valid is CSV, with quotation marks in pairs") from error


def _rows(path: Path, text: str) -> Iterator[dict[str, str]]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if _holds_cells(line)]
    reader = csv.DictReader((line for _, line in lines), restval="", strict=True)
    _check_columns(path, reader.fieldnames or ())
    for cells in reader:
        # The reader counts lines without those that were left out.
        where = f"{path}, line {lines[reader.line_num - 1][0]}"
        if None in cells:
            raise BadTable(f"{where}: more cells than columns; a cell with a comma in it stands in quotation marks")
        row = {key: value.strip() for key, value in cells.items()}
        for wrong in _faults(row):
            raise BadTable(f"{where}: {wrong}")
        yield row


def _holds_cells(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    if "name" in columns and not unknown:
        return
    wrong = f"it has {', '.join(map(ascii, unknown))}" if "name" in columns else "it has no column `name`"
    raise BadTable(f"{path}, line 1: this is no table of actors: {wrong}; valid columns are {', '.join(COLUMNS)}")


def _faults(row: Mapping[str, str]) -> Iterator[str]:
    """What is wrong in the cells of a row, and what would be valid."""
    if not row["name"]:
        yield "no name"
    if (kind := row.get("kind")) and kind not in KINDS:
        yield f"`kind` is {kind!a}; valid is one of {', '.join(KINDS)}"
    code = row.get("code")
    if code and code not in states() and code not in SUPRANATIONAL:
        valid = f"ISO 3166 alpha-3 in capitals (NOR, USA), or one of {', '.join(SUPRANATIONAL)}"
        yield f"`code` is {code!a}; valid is {valid}"
    for sector in filter(None, map(str.strip, row.get("sectors", "").split("|"))):
        if sector not in SECTORS and sector != NONE:
            yield f"`sectors` has {sector!a}; valid, separated by |, are {', '.join(SECTORS)}, or - for none"
    for column in ("from", "to"):
        if row.get(column) and not DAY.fullmatch(row[column]):
            yield f"`{column}` is {row[column]!a}; valid is 2015, 2015-09 or 2015-09-24"
    if row.get("to") and row.get("from", "")[: len(row["to"])] > row["to"]:
        yield f"`to` ({row['to']}) comes before `from` ({row['from']})"
