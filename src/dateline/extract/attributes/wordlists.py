"""Reads the word lists of dateline/data. Takes the name of a YAML file, gives its sections, or says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def sections_of(name: str) -> dict[str, Any]:
    """The sections of a data file, read once; nobody may change them."""
    text = (files("dateline") / "data" / name).read_text(encoding="utf-8")
    raw = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe; C is 8 times faster
    return checked_keys(raw, set(raw) if isinstance(raw, dict) else set(), name)


def sections(name: str, wanted: Iterable[str]) -> dict[str, Any]:
    """The sections of a data file; all of those wanted and no others are there."""
    return checked_keys(sections_of(name), set(wanted), name)


def checked_keys(raw: Any, wanted: set[str], where: str) -> dict[str, Any]:
    """A mapping with exactly the keys wanted."""
    if not isinstance(raw, dict) or set(raw) != wanted:
        found = sorted(map(str, raw)) if isinstance(raw, dict) else type(raw).__name__
        raise ValueError(f"data/{where}: found {found}; valid is a mapping with the keys {sorted(wanted)}")
    return raw


def words(raw: Any, where: str) -> frozenset[str]:
    """A list of words parted by blanks."""
    if not isinstance(raw, str):
        raise TypeError(f"data/{where}: a list of words is one string, not {type(raw).__name__}")
    if "," in raw:
        raise ValueError(f"data/{where}: has a comma; valid is words parted by blanks")
    return frozenset(raw.split())


def word_sets(raw: Mapping[str, Any], names: Iterable[str], where: str) -> dict[str, frozenset[str]]:
    """Several lists of words by name."""
    return {name: words(raw[name], f"{where}: {name}") for name in names}


def entries(raw: Any, where: str) -> tuple[str, ...]:
    """A list of words and phrases parted by commas, each once."""
    if not isinstance(raw, str):
        raise TypeError(f"data/{where}: a list of phrases is one string, not {type(raw).__name__}")
    found = tuple(" ".join(entry.split()) for entry in raw.split(","))
    repeated = sorted(entry for entry, times in Counter(found).items() if times > 1 or not entry)
    if repeated:
        raise ValueError(f"data/{where}: given twice or empty: {repeated}; valid is each entry once")
    return found
