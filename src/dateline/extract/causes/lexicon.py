"""The reviewed signals of data/signals.yaml and the valence of nouns. Takes nothing, gives `Signals`, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from dateline.extract.attributes.wordlists import entries, sections, words
from dateline.extract.causes.link import Does, Entry
from dateline.record.datafiles import check
from dateline.record.findings import Relation

FILE, VALENCE = "signals.yaml", "valence.yaml"
GROUPS = ("verbs", "controls", "inverse", "blames", "prepositions", "clauses", "purposes", "motives", "adverbs")
PLAIN = ("nouns", "failing", "aiming")
NOUNS: Mapping[str, tuple[Relation, Does]] = {
    "cause": ("cause", "make"),
    "effect": ("cause", "make"),
    "end": ("prevent", "stop"),
    "upon": ("cause", "touch"),
}
Index = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Signals:
    """Per group of the file, the entries by their first lemma, the longest first; nouns by what they say."""

    groups: Mapping[str, Index]
    nouns: Mapping[str, Index]
    failing: frozenset[str]
    aiming: frozenset[str]


@cache
def signals() -> Signals:
    """The signals, checked."""
    raw = sections(FILE, (*GROUPS, *PLAIN))
    groups = {name: indexed(e for row in raw[name] for e in group(name, row)) for name in GROUPS}
    nouns = {
        k: indexed(Entry(tuple(e.split()), relation, does, sure=True) for e in entries(raw["nouns"][k], FILE))
        for k, (relation, does) in NOUNS.items()
    }
    failing, aiming = (frozenset(entries(raw[k], FILE)) for k in ("failing", "aiming"))
    return Signals(groups, nouns, failing, aiming)


def group(name: str, row: Mapping[str, Any]) -> list[Entry]:
    """The entries of one row of a group."""
    check(set(row) == {"relation", "does", "sure", "words"}, FILE, name, "a row needs relation, does, sure, words")
    check(row["relation"] in get_args(Relation), FILE, name, f"no relation {row['relation']!r}")
    check(row["does"] in get_args(Does), FILE, name, f"no effect {row['does']!r}")
    check(isinstance(row["sure"], bool), FILE, name, "sure is true or false")
    return [
        Entry(tuple(e.split()), row["relation"], row["does"], row["sure"])
        for e in entries(row["words"], f"{FILE}: {name}")
    ]


def indexed(found: Iterable[Entry]) -> Index:
    """Entries by their first word; longer ones come first."""
    out: dict[str, list[Entry]] = {}
    for entry in found:
        out.setdefault(entry.words[0], []).append(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in out.items()}


@cache
def valence() -> Mapping[str, frozenset[str]]:
    """Nouns that are bad or good to have more of, and adjectives of bad and good effects."""
    raw = sections(VALENCE, ("bad", "good", "bad_effect", "good_effect"))
    return {k: words(v, f"{VALENCE}: {k}") for k, v in raw.items()}
