"""The actor table: who is known by name, with country, sectors and dated offices. Takes the CSV files, gives rows.

`data/bodies.csv` and `data/offices.csv` are reviewed by hand, `data/leaders.csv` and `data/phoenix.csv` are made by
`tables/actors.py`. A table of the user (own_table.py) has the same columns and comes before them all.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.record.own_table import read_table
from dateline.record.words import countries, words
from dateline.settings import settings

# Whose names are looked for in text, not only among the names that the encoder finds.
SPOTTED = frozenset({"user", "bodies"})
# In order of trust: the first table that has a name decides.
SHIPPED = ("bodies", "offices", "phoenix", "leaders")
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
                self._spotted[_bare(name) if table == "user" else name] = None
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


def _bare(name: str) -> str:
    """A name without its article: "the Reds" stands for "Reds", "The Reds" and "the Reds"."""
    first, _, rest = name.partition(" ")
    return rest.strip() if first.lower() == "the" and rest.strip() else name


def name_key(name: str) -> str:
    """A name without accents, article, hyphens and letter case; a single word in capitals keeps them ("IS", "WHO")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c))
    words = plain.replace("-", " ").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return words[0] if len(words) == 1 and words[0].isupper() else " ".join(words).lower()


_IN_USE: ContextVar[ActorTable | None] = ContextVar("actor table", default=None)


def actor_table() -> ActorTable:
    """The table in use: that of the reader at work, else the shipped one with what DATELINE_ACTORS names."""
    return _IN_USE.get() or _standing()


@contextmanager
def using(table: ActorTable | None) -> Iterator[None]:
    """Within it, `actor_table` is this one; None stands for the standing one."""
    before = _IN_USE.set(table)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def load(own: Path | None) -> ActorTable:
    """The shipped tables and before them the user's; raises `BadTable` where that cannot be used."""
    tables = [("user", read_table(own))] if own else []
    return ActorTable([*tables, *((name, _shipped(name)) for name in SHIPPED)])


@cache
def _standing() -> ActorTable:
    given = settings().actors
    return load(Path(given) if given else None)


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
    return [part.strip() for part in cell.split("|") if part.strip()]
