"""How names of places are compared: without case, accents and marks. Takes a name, gives its key.

"St. John's" and "Saint Johns" have one key, "Zürich" and "Zurich" too. The words are in data/gazetteer/spellings.yaml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

# Letters that do not fall apart into a plain one and an accent.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`ʿʾʼ", ""))
WORD = re.compile(r"[^\W_]+")
INITIALS = re.compile(r"(?:\w\.){2,}")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words by which names of places differ from the names that a gazetteer has.

    `abbreviations`: "Calif." -> "California", as spelt. `words`: "st" -> "saint", in keys. `before` and `after`: what
    may stand around a name in its phrase and is no part of it. `apart`: words of bodies whose place tells nothing.
    `called_after`: what is called after a place and says nothing of where it is.
    """

    abbreviations: Mapping[str, str]
    words: Mapping[str, str]
    before: frozenset[str]
    after: frozenset[str]
    apart: frozenset[str]
    called_after: frozenset[str]


@cache
def spellings() -> Spellings:
    """The words of data/gazetteer/spellings.yaml."""
    text = files("dateline").joinpath("data", "gazetteer", "spellings.yaml").read_text(encoding="utf-8")
    lists = yaml.safe_load(text)
    return Spellings(
        MappingProxyType({short: full for full, forms in lists["abbreviations"].items() for short in forms}),
        MappingProxyType({short: full for full, forms in lists["words"].items() for short in forms}),
        frozenset(lists["before"]),
        frozenset(lists["after"]),
        frozenset(lists["apart"].split()),
        frozenset(lists["called_after"].split()),
    )


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What a name has in common with its other spellings; empty where it has no letter or digit."""
    text = plain(INITIALS.sub(lambda found: found.group().replace(".", "") + " ", name))
    return " ".join(spellings().words.get(word, word) for word in WORD.findall(text))


def plain(name: str) -> str:
    """A name in lower case, without accents and apostrophes."""
    lower = name.casefold().translate(LETTERS).translate(APOSTROPHES)
    if lower.isascii():
        return lower
    return "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))
