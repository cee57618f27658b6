"""The actor table: who is known by name, with country, sectors and dated offices. Takes the CSV files, gives rows.

`data/bodies.csv` and `data/offices.csv` are reviewed by hand, `data/leaders.csv` and `data/phoenix.csv` are made by
`tables/actors.py`. A table of the user (DATELINE_ACTORS) has the same columns and comes before them all.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.errors import BadTable
from dateline.record.words import countries, words
from dateline.settings import settings

# Whose names are looked for in text, not only among the names that the encoder finds.
SPOTTED = frozenset({"user", "bodies"})
# In order of trust: the first table that has a name decides.
SHIPPED = ("bodies", "offices", "phoenix", "leaders")
COLUMNS = ("key", "name", "kind", "code", "sectors", "aliases", "office", "from", "to", "description")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
OFFICIAL = "GOV"


@dataclass(frozen=True, slots=True)
class Row:
    """One name and term. `begin`, `end`: ISO days or months, empty where open or not known; `table`: its table."""

    key: str
    name: str
    kind: str
    code: str
    sectors: tuple[str, ...]
    office: str
    begin: str
    end: str
    description: str
    table: str

    def covers(self, day: str) -> bool:
        """Whether a day lies in the term; an open end is one that was not known when the table was made."""
        return self.begin <= day and (not self.end or day[: len(self.end)] <= self.end)


class ActorTable:
    """Rows by name and by office."""

    def __init__(self, tables: Iterable[tuple[str, Iterable[Mapping[str, str]]]]) -> None:
        self._by_name: dict[str, list[Row]] = defaultdict(list)
        self._offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self._by_key: dict[str, Row] = {}
        self._spotted: dict[str, None] = {}
        for table, rows in tables:
            for cells in rows:
                self._add(table, cells)

    def _add(self, table: str, cells: Mapping[str, str]) -> None:
        row = _row(table, cells)
        for name in dict.fromkeys([row.name, *_parts(cells.get("aliases", ""))]):
            self._by_name[name_key(name)].append(row)
            if row.table in SPOTTED:
                self._by_key.setdefault(row.key, row)
            if row.table in SPOTTED and (row.kind != "person" or " " in name):
                self._spotted[name] = None
        if row.office and row.table != "leaders":
            self._offices[row.code, row.office].append(row)

    def spotted(self) -> list[str]:
        """The names that are looked for in text."""
        return list(self._spotted)

    def named(self, name: str) -> tuple[Row, ...]:
        """The rows of a name, of the first table that has it."""
        rows = self._by_name.get(name_key(name), [])
        first = next((row.table for row in rows), None)
        return tuple(row for row in rows if row.table == first)

    def keyed(self, key: str) -> Row | None:
        """The body or the user's actor of a key."""
        return self._by_key.get(key)

    def well_known(self, surname: str, day: str) -> Row | None:
        """The one in office on a day whose surname alone is enough; None where many others bear it."""
        rows = [row for row in self.named(surname) if row.table == "offices" and row.covers(day)]
        alone = len({row.name for row in rows}) == 1 and surname not in words("common_surnames")
        return rows[0] if alone and " " not in surname else None

    def holder(self, code: str, office: str, day: str) -> Row | None:
        """Who held an office of a country on a day; None where nobody or more than one is known to."""
        rows = [row for row in self._offices.get((code, office), ()) if row.covers(day)]
        return rows[0] if len({row.name for row in rows}) == 1 else None


def name_key(name: str) -> str:
    """A name without accents, article, hyphens and letter case; a single word in capitals keeps them ("IS", "WHO")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c))
    words = plain.replace("-", " ").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return words[0] if len(words) == 1 and words[0].isupper() else " ".join(words).lower()


@cache
def actor_table() -> ActorTable:
    """The user's table and the shipped ones, read once."""
    given = settings().actors
    own = [("user", read_table(Path(given)))] if given else []
    return ActorTable([*own, *((name, _shipped(name)) for name in SHIPPED)])


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a user's table; raises `BadTable` where it cannot be read, lacks names, or has a bad day."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTable(f"{path} cannot be read: {error}") from error
    reader = csv.DictReader(_without_comments(text), restval="")
    columns = reader.fieldnames or ()
    if "name" not in columns or (unknown := [c for c in columns if c not in COLUMNS]):
        wrong = f"it has {', '.join(unknown)}" if "name" in columns else "it has no column `name`"
        raise BadTable(f"{path} is no table of actors: {wrong}; valid are {', '.join(COLUMNS)}")
    rows = [{key: (value or "").strip() for key, value in row.items() if key in COLUMNS} for row in reader]
    for number, row in enumerate(rows, start=2):
        _check(path, number, row)
    return rows


def _check(path: Path, number: int, row: Mapping[str, str]) -> None:
    if not row["name"]:
        raise BadTable(f"{path}, row {number}: no name")
    for column in ("from", "to"):
        if row.get(column) and not DAY.fullmatch(row[column]):
            raise BadTable(f"{path}, row {number}: `{column}` is {row[column]!a}; valid is 2015, 2015-09 or 2015-09-24")


def _shipped(name: str) -> Iterator[dict[str, str]]:
    text = files("dateline").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(_without_comments(text), restval="")


def _without_comments(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _row(table: str, cells: Mapping[str, str]) -> Row:
    office = cells.get("office", "")
    state = cells.get("code", "") in countries().codes
    sectors = _parts(cells.get("sectors", "")) or ([OFFICIAL] if office and state else [])
    return Row(
        key=cells.get("key") or slug(cells["name"], cells.get("code", "")),
        name=cells["name"],
        kind=cells.get("kind") or ("person" if office else ""),
        code=cells.get("code", ""),
        sectors=tuple(s for s in sectors if s != "-"),
        office=office,
        begin=cells.get("from", ""),
        end=cells.get("to", ""),
        description=cells.get("description", ""),
        table=table,
    )


def slug(name: str, code: str) -> str:
    """The key of a row that has none: its name in plain letters, and its code."""
    plain = re.sub(r"[^a-z0-9]+", "-", name_key(name).lower()).strip("-")
    return f"{plain}.{code.lower()}" if code else plain


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
