"""Rows of a gazetteer as people write them. Takes a file with the columns of regions.csv, gives `Row`s."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from dateline.record.findings import Precision
from dateline.record.words import states

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "geonameid": "GeoNames id; a place of the shipped gazetteer that has it is replaced, and keeps its names",
        "name": "required; the name, as records are to have it",
        "other_names": "other names, separated by `|`",
        "lat": "required; latitude in degrees, WGS 84",
        "lon": "required; longitude in degrees, WGS 84",
        "country": "required, but may be empty; ISO 3166 alpha-3 (or KOS)",
        "admin1": "name of the first-order division (state, province) that it lies in",
        "admin2": "name of the second-order division (county, district) that it lies in",
        "feature": "GeoNames feature code (PPL, ADM1, MT, ...)",
        "precision": "what the point stands for: country, region, admin1, admin2, city (default), facility or point",
        "population": "people who live there: of places with one name, more people make it likelier",
    }
)
REQUIRED = ("name", "lat", "lon", "country")
# The tables hold them in 32 bits.
MOST = 2**31 - 1
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
    columns = reader.fieldnames or ()
    for wrong, names in (("lacks", set(REQUIRED) - set(columns)), ("has", set(columns) - COLUMNS.keys())):
        if names:
            raise ValueError(f"line 1 {wrong} the columns {sorted(names)}; valid are {', '.join(COLUMNS)}")
    for cells in reader:
        try:
            yield row(cells)
        except (ValueError, TypeError) as error:
            raise ValueError(f"line {reader.line_num}: {error}") from error


def row(cells: Mapping[str, str | None]) -> Row:
    """One row of its cells; raises ValueError where a cell cannot be used."""
    text = {name: (cells.get(name) or "").strip() for name in COLUMNS}
    lat, lon = _degrees("lat", text), _degrees("lon", text)
    precision = text["precision"] or "city"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is no point; valid are degrees of latitude and longitude")
    if not text["name"] or precision not in PRECISIONS:
        raise ValueError(f"{text['name']!r} of precision {precision!r}; valid is a name, and one of {PRECISIONS}")
    if text["country"] and text["country"] not in states():
        raise ValueError(
            f"`country` is {text['country']!a}; valid is ISO 3166 alpha-3 in capitals (NOR, USA), or nothing"
        )
    return Row(
        name=text["name"],
        lat=lat,
        lon=lon,
        precision=precision,
        geonameid=_whole("geonameid", text),
        other_names=tuple(part for part in text["other_names"].split("|") if part),
        country=text["country"],
        admin1=text["admin1"],
        admin2=text["admin2"],
        feature=text["feature"],
        population=_whole("population", text),
    )


def _degrees(column: str, text: Mapping[str, str]) -> float:
    try:
        return float(text[column])
    except ValueError:
        raise ValueError(f"`{column}` is {text[column]!a}; valid are degrees: 59.91") from None


def _whole(column: str, text: Mapping[str, str]) -> int:
    """The whole number in a cell; 0 where there is none."""
    cell = text[column] or "0"
    if not (cell.isascii() and cell.isdigit() and int(cell) <= MOST):
        raise ValueError(f"`{column}` is {cell!a}; valid is a whole number, 0 to {MOST}")
    return int(cell)
