"""Whom a name that several bear means in one story: "Congo", "Brussels", "the RSF". Takes a scene, gives table keys.

The names, and the words beside which each means whom, are in data/shared_names.csv.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.resolve.items import Item, Scene

CREDITS = frozenset({"credit", "byline"})


@dataclass(frozen=True, slots=True)
class Sense:
    """One bearer of a name: its key, what must stand in the story, and whether the name must stand in a credit."""

    key: str
    beside: re.Pattern[str] | None
    credited: bool


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """The bearers of each name of data/shared_names.csv, in order."""
    text = files("dateline").joinpath("data", "shared_names.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[Sense, ...]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        words = "|".join(map(re.escape, filter(None, row["beside"].split("|"))))
        beside = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
        found[row["name"]] = (*found.get(row["name"], ()), Sense(row["key"], beside, row["where"] == "credit"))
    return found


def shared_names(scene: Scene) -> dict[str, str]:
    """The key of whom each shared name of a story means, where its words tell."""
    named: dict[str, list[Item]] = {}
    for item in scene.items:
        if item.mention.head.text in senses() and item.mention.form in {"name", "metonym"}:
            named.setdefault(item.mention.head.text, []).append(item)
    return {name: key for name, items in named.items() for key in list(meant(scene, name, items))[:1]}


def meant(scene: Scene, name: str, items: list[Item]) -> Iterator[str]:
    """The keys that the story speaks for, in order."""
    for sense in senses().get(name, ()):
        told = sense.beside is not None and sense.beside.search(scene.parsed.story.text)
        if told or (sense.credited and items and all(credited(scene, item) for item in items)):
            yield sense.key


def credited(scene: Scene, item: Item) -> bool:
    """Whether a name stands where a story says who made it or its pictures, or behind a slash ("Ida Berg/EPA")."""
    start = item.mention.head.start
    slash = scene.parsed.story.text[max(start - 1, 0) : start] == "/"
    return slash or scene.parsed.sentences[item.sentence].zone in CREDITS
