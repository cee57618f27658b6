"""Words that tell what a number counts and how exact it is. Takes words, gives who is counted; low, best and high."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.record.datafiles import check, data_text, listed, yaml_tree
from dateline.record.deeds import key

FILE = "sizes.yaml"
COUNTED = ("dead", "injured", "arrested", "displaced")
# How the counted stand to a word: its object or passive subject, its subject, the word itself, what it is said of.
WAYS = ("verbs", "of", "nouns", "adjectives", "taken")
BOUNDS = ("least", "more", "most", "less", "about")


@dataclass(frozen=True, slots=True)
class Number:
    """What a text says of a count; None where it says nothing of it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Sizes:
    """`counted`: who is counted, by (way, word); `vague`: words of quantity; `bounds`: kind of bound by phrase."""

    counted: Mapping[tuple[str, str], str]
    vague: Mapping[str, Number]
    bounds: Mapping[str, str]


@cache
def sizes() -> Sizes:
    """The words of `data/sizes.yaml`, read once."""
    return read_sizes(data_text(FILE))


def read_sizes(text: str) -> Sizes:
    """The words of a text; raises `BadTable`."""
    tree = yaml_tree(text)
    check({*tree} == {*COUNTED, "vague", "bounds"}, FILE, "groups", f"valid are {[*COUNTED, 'vague', 'bounds']}")
    counted: dict[tuple[str, str], str] = {}
    for who in COUNTED:
        for way, words in tree[who].items():
            check(way in WAYS, FILE, who, f"{way!a} is no way to count; valid are {', '.join(WAYS)}")
            for word in map(key, listed(words)):
                check(counted.setdefault((way, word), who) == who, FILE, who, f"{word!a} counts others too")
    vague = {key(word): _number(word, cells) for word, cells in tree["vague"].items()}
    check({*tree["bounds"]} == {*BOUNDS}, FILE, "bounds", f"valid are {', '.join(BOUNDS)}")
    bounds = {key(word): kind for kind, words in tree["bounds"].items() for word in listed(words)}
    return Sizes(*(MappingProxyType(part) for part in (counted, vague, bounds)))


def _number(word: str, cells: Mapping[str, Any]) -> Number:
    number = Number(**cells)
    known = [n for n in (number.low, number.best, number.high) if n is not None]
    check(known and known == sorted(known), FILE, word, "low, best and high are not in order")
    return number


def bounded(number: int, bound: str | None = None) -> Number:
    """What a number says with a phrase of bounds beside it ("at least", "more than"); alone, it is exact."""
    match sizes().bounds.get(key(bound)) if bound else None:
        case "least":
            return Number(low=number, best=number)
        case "more":
            return Number(low=number + 1)
        case "most":
            return Number(best=number, high=number)
        case "less":
            return Number(high=number - 1)
        case "about":
            return Number(best=number)
    return Number(number, number, number)
