"""Makes `data/phoenix.csv` and `data/leaders.csv`: `python -m tables.actors CORPORA/actors`.

Takes the actors of Phoenix (openeventdata/petrarch2, MIT) and the leaders of REIGN, gives one row per name and term in
the columns of `data/bodies.csv`. Phoenix ends in 2017, REIGN in March 2021.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path("src/dateline/data")
COLUMNS = ("key", "name", "kind", "code", "sectors", "aliases", "office", "from", "to")
# CAMEO's sectors as PLOVER's; what is on neither list says something else (a religion, a region) and is dropped.
SECTORS = {
    "HLH": "MED", "MED": "JRN", "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU",
    "ELI": "ELI", "GOV": "GOV", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG", "MIL": "MIL", "OPP": "OPP", "PTY": "PTY",
    "REB": "REB", "REF": "REF", "REL": "REL", "SPY": "SPY", "UAF": "UAF", "MNC": "BUS", "INS": "REB", "SEP": "REB",
    "RAD": "REB", "ENV": "CVL", "HRI": "CVL", "NGO": "CVL",
    "MUS": "REL", "CHR": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL",
}  # fmt: skip
# Heads of a code that are no country: PLOVER's own, and regions, which PLOVER has no code for.
BODIES = {"IGO": "IGO", "IMG": "IMG", "NGO": "NGO", "NGM": "NGO", "MNC": "MNC", "UIS": "", "ISM": "ISM"}
SHORTEST = 2


def main(folder: Path) -> None:
    """Writes both tables."""
    countries = {row["iso3"] for row in read_csv(folder / "countries.csv")} | {"KOS"}
    with gzip.open(folder / "phoenix_actors.jsonl.gz", "rt", encoding="utf-8") as lines:
        write("phoenix.csv", sorted(phoenix(map(json.loads, lines), countries)))
    write("leaders.csv", sorted(reign(read_csv(folder / "leaders_reign.csv"))))


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: list[tuple[str, ...]]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def phoenix(entries: Iterator[dict[str, Any]], countries: set[str]) -> Iterator[tuple[str, ...]]:
    """A row per name and term. Single words are left out where they are people's: they would be found everywhere."""
    for entry in entries:
        single = entry["file"] == "Countries"
        names = [n for n in (entry["name"], *entry["aliases"]) if not single or is_name_of(n, entry["name"])]
        for term in entry["codes"] if names else ():
            code, sectors = split(term["code"], countries)
            # That someone is of the elite says when he holds no office, which the dates of the others say as well.
            if code and sectors not in {"", "ELI"}:
                aliases = "|".join(dict.fromkeys(names[1:]))
                yield ("", names[0], "", code, sectors, aliases, "", term["from"] or "", term["to"] or "")


def is_name_of(alias: str, name: str) -> bool:
    """Whether an alias is of two words and has a word of the name; others are of who once worked there."""
    words = set(alias.lower().split())
    return len(words) >= SHORTEST and not words.isdisjoint(name.lower().split())


def split(cameo: str, countries: set[str]) -> tuple[str, str]:
    """A CAMEO code as PLOVER's: the country, or body, and the sectors, primary first; "" where there is none."""
    parts = [cameo[i : i + 3] for i in range(0, len(cameo), 3)]
    head = BODIES.get(parts[0], parts[0] if parts[0] in countries else "")
    if parts[0] in BODIES and len(parts) > 1:
        # "MNCUSA" is a company of a country, "IGOUNO" a body of the United Nations.
        head = parts[1] if parts[1] in countries | {"UNO", "EUR"} else head
    sectors = dict.fromkeys(SECTORS[p] for p in parts if p in SECTORS)
    if parts[0] == "IGO":
        sectors = dict.fromkeys([*sectors, "-"])
    return head, "|".join(sectors)


def reign(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """A row per effective leader and term."""
    for row in rows:
        yield ("", row["leader"], "person", row["country"], "GOV", "", "leader", row["from"], row["to"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
