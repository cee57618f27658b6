"""Makes `data/phoenix.csv`, `data/leaders.csv` and `data/states.csv`: `python -m tables.actors CORPORA/actors`.

Takes the actors of Phoenix (openeventdata/petrarch2, MIT) and the leaders of REIGN, gives one row per name and term in
the columns of `data/bodies.csv`, and the codes of states. Phoenix ends in 2017, REIGN in March 2021.
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
# First days of states that became independent since 1990, and last days of those that ceased to exist.
SINCE = {
    "NAM": "1990-03-21", "LTU": "1990-03-11", "GEO": "1991-04-09", "HRV": "1991-06-25", "SVN": "1991-06-25",
    "EST": "1991-08-20", "LVA": "1991-08-21", "UKR": "1991-08-24", "BLR": "1991-08-25", "MDA": "1991-08-27",
    "UZB": "1991-08-31", "KGZ": "1991-08-31", "MKD": "1991-09-08", "TJK": "1991-09-09", "ARM": "1991-09-21",
    "AZE": "1991-10-18", "TKM": "1991-10-27", "KAZ": "1991-12-16", "RUS": "1991-12-25", "BIH": "1992-03-03",
    "CZE": "1993-01-01", "SVK": "1993-01-01", "ERI": "1993-05-24", "PLW": "1994-10-01", "TLS": "2002-05-20",
    "MNE": "2006-06-03", "SRB": "2006-06-05", "KOS": "2008-02-17", "SSD": "2011-07-09",
}  # fmt: skip
ENDED = (
    ("SUN", "Soviet Union", "RUS", "365", "365", "1922-12-30", "1991-12-25"),
    ("YUG", "Yugoslavia", "YUG", "345", "345", "1945-11-29", "2003-02-04"),
    ("SCG", "Serbia and Montenegro", "YUG", "345", "345", "2003-02-04", "2006-06-05"),
    ("CSK", "Czechoslovakia", "CZE", "315", "315", "1945-05-10", "1992-12-31"),
    ("DDR", "East Germany", "GDR", "265", "265", "1949-10-07", "1990-10-02"),
    ("YMD", "South Yemen", "YPR", "680", "680", "1967-11-30", "1990-05-21"),
)
# Where Gleditsch and Ward number a state otherwise than the Correlates of War.
WARD = {"DEU": "260", "YEM": "678", "KIR": "970", "NRU": "971", "TON": "972", "TUV": "973", "SRB": "340"}
# Codes of REIGN that are those of another state, or of none; to it, Serbia is Yugoslavia to this day.
MISFILED = {"IL": "ISR", "JON": "JPN", "KSV": "KOS", "GLP": "GTM"}
# Those that REIGN files under another name.
COW = {
    "TWN": ("TAW", "713"), "SRB": ("YUG", "345"), "AND": ("AND", "232"), "LIE": ("LIE", "223"), "MCO": ("MNC", "221"),
    "SMR": ("SNM", "331"), "KNA": ("SKN", "60"), "VCT": ("SVG", "57"), "ATG": ("AAB", "58"), "DMA": ("DMA", "54"),
    "GRD": ("GRN", "55"), "LCA": ("SLU", "56"), "KIR": ("KIR", "946"), "NRU": ("NAU", "970"), "TUV": ("TUV", "947"),
    "TON": ("TON", "955"), "PLW": ("PAL", "986"), "MHL": ("MSI", "983"), "FSM": ("FSM", "987"), "STP": ("STP", "403"),
    "SYC": ("SEY", "591"), "WSM": ("WSM", "990"), "VUT": ("VAN", "935"),
    "JPN": ("JPN", "740"), "ISR": ("ISR", "666"), "MMR": ("MYA", "775"), "GTM": ("GUA", "90"),
}  # fmt: skip
STATES = ("iso3", "iso2", "name", "capital", "cow", "cow_number", "gw_number", "geonameid", "wikidata", "from", "to")


def main(folder: Path) -> None:
    """Writes both tables."""
    countries = {row["iso3"] for row in read_csv(folder / "countries.csv")} | {"KOS"}
    with gzip.open(folder / "phoenix_actors.jsonl.gz", "rt", encoding="utf-8") as lines:
        write("phoenix.csv", sorted(phoenix(map(json.loads, lines), countries)))
    leaders = read_csv(folder / "leaders_reign.csv")
    write("leaders.csv", sorted(reign(leaders)))
    write("states.csv", list(states(read_csv(folder / "countries.csv"), leaders)), STATES)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: list[tuple[str, ...]], columns: tuple[str, ...] = COLUMNS) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
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


def states(countries: list[dict[str, str]], leaders: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """A row per country, with its codes; those of the Correlates of War where it has had a leader since 1945."""
    cow = {row["country"]: (row["cow"], row["cow_number"]) for row in leaders} | COW
    for row in sorted(countries, key=lambda row: row["iso3"]):
        code = row["iso3"]
        letters, number = cow.get(code, ("", ""))
        codes = (letters, number, WARD.get(code, number))
        ids = (row["geonameid"], row["wikidata"])
        yield (code, row["iso2"], row["name"], row["capital"], *codes, *ids, SINCE.get(code, ""), "")
    if "KOS" not in {row["iso3"] for row in countries}:
        yield ("KOS", "XK", "Kosovo", "Pristina", *cow.get("KOS", ("KOS", "347")), "347", "", "", SINCE["KOS"], "")
    for code, name, letters, number, ward, begin, end in ENDED:
        yield (code, "", name, "", letters, number, ward, "", "", begin, end)


def reign(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """A row per effective leader and term."""
    for row in rows:
        code = MISFILED.get(row["country"], row["country"])
        if code == "YUG":
            code = "SRB" if row["from"] >= "2006-06-04" else "SCG" if row["from"] >= "2003-02-04" else code
        yield ("", row["leader"], "person", code, "GOV", "", "leader", row["from"], row["to"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
