"""Words that take a side, of data/stances.yaml, and the user's own issues. Takes nothing, gives values read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.errors import BadTable
from dateline.extract.attributes.wordlists import entries, sections
from dateline.settings import settings

FILE = "stances.yaml"
SIDES = ("support", "oppose")
LISTS = ("must", "stopping", "conditions", "hypothetical", "light", "pointing", "empty")
COLUMNS = ("issue", "phrases")


@dataclass(frozen=True, slots=True)
class Stances:
    """`words`, `nouns`: by first lemma, the rest of each entry and whether it is for (True) or against."""

    words: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    lists: Mapping[str, frozenset[str]]


@cache
def stances() -> Stances:
    """The words, checked."""
    names = (*SIDES, *(f"{side}_nouns" for side in SIDES), *LISTS)
    raw = {name: entries_of(text) for name, text in sections(FILE, names).items()}
    words, nouns = (by_first({side: raw[f"{side}{kind}"] for side in SIDES}) for kind in ("", "_nouns"))
    return Stances(words, nouns, {name: frozenset(raw[name]) for name in LISTS})


def entries_of(text: str) -> tuple[str, ...]:
    """The entries, each once."""
    return tuple(dict.fromkeys(entries(", ".join(dict.fromkeys(part.strip() for part in text.split(","))), FILE)))


def by_first(raw: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Entries by their first lemma, longer ones first."""
    out: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for side, found in raw.items():
        for entry in found:
            first, *rest = entry.split()
            out.setdefault(first, []).append((tuple(rest), side == "support"))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in out.items()}


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the user's: its name, and phrases in lower case of which one must stand in what is at issue."""

    name: str
    phrases: tuple[str, ...]


@cache
def own_issues() -> tuple[Issue, ...]:
    """The issues of the CSV file that the settings name."""
    return read_issues(Path(given)) if (given := settings().issues) else ()


def read_issues(path: Path) -> tuple[Issue, ...]:
    """Issues of a table with the columns issue and phrases (parted by `|`); raises `BadTable` where it is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTable(f"{path} cannot be read: {error}") from error
    reader = csv.DictReader((line for line in text.splitlines() if line and line[0] != "#"), restval="")
    if set(reader.fieldnames or ()) != set(COLUMNS):
        raise BadTable(f"{path} is no table of issues; valid are the columns {', '.join(COLUMNS)}")
    found = []
    for number, row in enumerate(reader, start=2):
        name = row["issue"].strip()
        phrases = tuple(p.strip().lower() for p in (row["phrases"] or "").split("|") if p.strip())
        if not name:
            raise BadTable(f"{path}, row {number}: no issue")
        found.append(Issue(name, phrases or (name.lower(),)))
    return tuple(found)
