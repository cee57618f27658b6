"""The gazetteer of this process: what places a name may stand for. Takes a name, gives `Candidate`s.

It consists of the shipped towns and divisions, the regions of our own writing, and the file that a user names; of two
rows with one GeoNames id the later stands, and is found by the names of both.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from dateline.errors import BadTable
from dateline.resolve.places.keys import key
from dateline.resolve.places.rows import Row, read_rows
from dateline.resolve.places.table import Table
from dateline.settings import settings

# Rows looked at for one name; the 40th most populous San Antonio is not what a story means.
MOST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for.

    `other`: by another name than its first; `cut`: by a part of the words only; `reviewed`: from regions.csv or from a
    user's file, which have what news names and not all there is.
    """

    row: Row
    other: bool
    cut: bool = False
    reviewed: bool = False

    @property
    def id(self) -> str:
        """The place's id: that of GeoNames, else its name and country."""
        row = self.row
        if row.geonameid:
            return f"geonames:{row.geonameid}"
        plain = f"place:{key(row.name).replace(' ', '-')}"
        return f"{plain}-{row.country.lower()}" if row.country else plain


class Gazetteer:
    """Tables, the later ones standing before the earlier ones."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        # Where each GeoNames id of the later tables stands; the first table is too large for such an index.
        self._later = {int(n): (t, i) for t in tables[1:] for i, n in enumerate(t.geonameid.tolist()) if n}
        self._states = {row.country: row for row in map(tables[0].row, tables[0].all("country"))}
        self.find = lru_cache(maxsize=8192)(self._find)

    def country(self, code: str) -> Row | None:
        """The country of an ISO alpha-3 code."""
        return self._states.get(code)

    def _find(self, wanted: str) -> tuple[Candidate, ...]:
        """The places that have a name of this key, the most populous first."""
        found: dict[object, Candidate] = {}
        for table in reversed(self._tables):
            for number, other in table.find(wanted):
                own = int(table.geonameid[number])
                at = self._later.get(own, (table, number))
                known = found.get(own or at)
                if known is None or (known.other and not other):
                    found[own or at] = Candidate(at[0].row(at[1]), other, reviewed=at[0] is not self._tables[0])
        return tuple(sorted(found.values(), key=lambda c: (-c.row.population, c.id))[:MOST])


_IN_USE: ContextVar[Gazetteer | None] = ContextVar("gazetteer", default=None)


def gazetteer() -> Gazetteer:
    """The gazetteer in use: that of the reader at work, else the shipped one with what DATELINE_GAZETTEER names."""
    return _IN_USE.get() or _standing()


@contextmanager
def using(one: Gazetteer | None) -> Iterator[None]:
    """Within it, `gazetteer` is this one; None stands for the standing one."""
    before = _IN_USE.set(one)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def load(own: Path | None) -> Gazetteer:
    """The shipped tables and the user's; raises `BadTable` where that cannot be used."""
    return Gazetteer([*_shipped(), Table.of(user_rows(own))] if own else _shipped())


@cache
def _standing() -> Gazetteer:
    given = settings().gazetteer
    return load(Path(given) if given else None)


@cache
def _shipped() -> list[Table]:
    """Read at the first story that names a place, in about 0.15 s."""
    folder = files("dateline").joinpath("data", "gazetteer")
    with folder.joinpath("places.npz").open("rb") as file:
        places = Table.load(file)
    own = list(read_rows(folder.joinpath("regions.csv").read_text(encoding="utf-8").splitlines(), ","))
    return [places, Table.of(own)]


def user_rows(path: Path) -> list[Row]:
    """The rows of a user's file, tab-separated, or with commas where its name ends in .csv."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(read_rows(file, "," if path.suffix.lower() == ".csv" else "\t"))
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadTable(f"{path} cannot be read: it is no UTF-8 ({error.reason})") from error
    except (ValueError, csv.Error) as error:
        raise BadTable(f"{path}, {error}") from error


def kilometres(a: Row, b: Row) -> float:
    """The distance of two points along the ground (haversine)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    across = math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    inner = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * across
    return 12742.0 * math.asin(math.sqrt(min(1.0, inner)))


def within(inner: Row, outer: Row) -> bool:
    """Whether the one place lies in the other, as far as the tables say."""
    if inner == outer or not outer.country or inner.country != outer.country:
        return False
    if outer.precision == "country":
        return True
    if outer.precision == "admin1":
        return inner.precision != "country" and inner.admin1 == outer.admin1 != ""
    return outer.precision == "admin2" and inner.admin2 == outer.admin2 != "" and inner.admin1 == outer.admin1


def best(candidates: Iterable[Candidate]) -> Candidate | None:
    """The most populous of some candidates."""
    return max(candidates, key=lambda c: c.row.population, default=None)
