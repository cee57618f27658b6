"""Rows of a gazetteer as people write them. Takes a file with the columns of regions.csv, gives `Row`s."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from dateline.record.findings import Precision

COLUMNS = (
    "geonameid", "name", "other_names", "lat", "lon", "country", "admin1", "admin2", "feature", "precision",
    "population",
)  # fmt: skip
PRECISIONS: tuple[Precision, ...] = get_args(Precision)


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a table has it. `country`: ISO alpha-3, or "" where it lies in none or in several.

    `admin1`, `admin2`: names of the divisions it lies in, as their own rows have them; "" where there is none.
    """

    name: str
    lat: float
    lon: float
    precision: Precision
    geonameid: int = 0
    other_names: tuple[str, ...] = ()
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    feature: str = ""
    population: int = 0


def read_rows(lines: Iterable[str], delimiter: str = "\t") -> Iterator[Row]:
    """The rows of a file; raises ValueError with the number of the line that is not one."""
    reader = csv.DictReader(
        lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
    )
    missing = set(COLUMNS[1:6]) - set(reader.fieldnames or ())
    if missing:
        raise ValueError(f"line 1 lacks the columns {sorted(missing)}; valid are {', '.join(COLUMNS)}")
    for cells in reader:
        try:
            yield row(cells)
        except (ValueError, TypeError) as error:
            raise ValueError(f"line {reader.line_num}: {error}") from error


def row(cells: Mapping[str, str | None]) -> Row:
    """One row of its cells; raises ValueError where a cell cannot be used."""
    text = {name: (cells.get(name) or "").strip() for name in COLUMNS}
    lat, lon = float(text["lat"]), float(text["lon"])
    precision = text["precision"] or "city"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is no point; valid are degrees of latitude and longitude")
    if not text["name"] or precision not in PRECISIONS:
        raise ValueError(f"{text['name']!r} of precision {precision!r}; valid is a name, and one of {PRECISIONS}")
    return Row(
        name=text["name"],
        lat=lat,
        lon=lon,
        precision=precision,
        geonameid=int(text["geonameid"] or 0),
        other_names=tuple(part for part in text["other_names"].split("|") if part),
        country=text["country"],
        admin1=text["admin1"],
        admin2=text["admin2"],
        feature=text["feature"],
        population=int(text["population"] or 0),
    )
