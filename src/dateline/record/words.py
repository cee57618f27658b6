"""The reviewed word lists of data/ that more than one step reads. Takes a list's name, gives its words, read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

import yaml


def _text(name: str) -> str:
    return files("dateline").joinpath("data", name).read_text(encoding="utf-8")


@cache
def words(name: str) -> frozenset[str]:
    """The words of a plain list, `data/NAME.txt`: separated by spaces, comments after '#'."""
    lines = (line.partition("#")[0] for line in _text(f"{name}.txt").splitlines())
    return frozenset(word for line in lines for word in line.split())


@cache
def word_groups(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of `data/NAME.yaml` as sets of words; lists within lists are named "outer.inner"."""
    return MappingProxyType(dict(_flat(yaml.safe_load(_text(f"{name}.yaml")))))


def _flat(tree: Mapping[str, object], prefix: str = "") -> list[tuple[str, frozenset[str]]]:
    out: list[tuple[str, frozenset[str]]] = []
    for key, value in tree.items():
        if isinstance(value, Mapping):
            out += _flat(value, f"{prefix}{key}.")
        else:
            out.append((f"{prefix}{key}", frozenset(str(value).split())))
    return out


@dataclass(frozen=True, slots=True)
class Countries:
    """What names a country, as stories spell it: names, nationality words, seats of government, each -> ISO alpha-3.

    `official`: the name of the table for each code.
    """

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]
    codes: frozenset[str]
    official: Mapping[str, str]


@cache
def countries() -> Countries:
    """The countries of `data/countries.csv`."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    seats: dict[str, str] = {}
    official: dict[str, str] = {}
    for row in csv.DictReader(_text("countries.csv").splitlines()):
        code = row["iso3"]
        official[code] = row["name"]
        names.update(dict.fromkeys([row["name"], *_parts(row["other_names"])], code))
        for word in _parts(row["demonyms"]):
            demonyms.setdefault(word, code)
            demonyms.setdefault(_plural(word), code)
        for seat in _parts(row["seats"]):
            seats.setdefault(seat, code)
    views = (MappingProxyType(names), MappingProxyType(demonyms), MappingProxyType(seats))
    return Countries(*views, frozenset(names.values()), MappingProxyType(official))


# What halves of a divided country are called ("North Korea"), each with the other.
OPPOSITE = MappingProxyType({"North": "South", "South": "North", "East": "West", "West": "East"})


@cache
def divided() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """For the two words that name half of a country or its people, both halves: ("North", "Korea") -> North, South."""
    known = {**countries().demonyms, **countries().names}
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for name, code in known.items():
        half, _, rest = name.partition(" ")
        other = known.get(f"{OPPOSITE.get(half, '')} {rest}")
        if half in OPPOSITE and other is not None:
            found[half, rest] = MappingProxyType({half: code, OPPOSITE[half]: other})
    return MappingProxyType(found)


def halves(text: Sequence[str]) -> Mapping[str, str]:
    """What "the North" and "the South" stand for in a story of these words that names one of both in full."""
    known = divided()
    return next((known[pair] for pair in pairwise(text) if pair in known), {})


@cache
def states() -> Mapping[str, Mapping[str, str]]:
    """The rows of `data/states.csv` by ISO alpha-3: other codes, capital, ids, first and last day of a state."""
    return MappingProxyType({row["iso3"]: row for row in csv.DictReader(_text("states.csv").splitlines())})


@cache
def peoples() -> Mapping[str, str]:
    """Peoples and regions of `data/peoples.csv`, each -> ISO alpha-3 of the one state that it lies in."""
    lines = (line for line in _text("peoples.csv").splitlines() if not line.startswith("#"))
    found: dict[str, str] = {}
    for row in csv.DictReader(lines):
        found[row["word"]] = found[_plural(row["word"])] = row["code"]
    return MappingProxyType(found)


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(("ese", "ish", "ch", "s", "z")) else f"{demonym}s"
