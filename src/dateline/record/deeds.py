"""The lexicon of events: which words tell which. Takes a lemma or phrase with its part of speech, gives its senses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.record.cameo import codes
from dateline.record.datafiles import check, csv_rows, data_text, listed, yaml_tree
from dateline.record.plover import MODES_OF, TYPES

FILE, OBJECTS = "deeds.csv", "deed_objects.yaml"
PARTS = frozenset({"VERB", "NOUN", "ADJ"})
# In order of trust.
SURE = ("object", "alone", "weak")


@dataclass(frozen=True, slots=True)
class Deed:
    """One sense of a word. `objects`: what it must be done to or with, empty where anything will do.

    `sure`: "alone" (the word is enough), "object" (sure with one of `objects`), "weak" (one of its senses).
    """

    lemma: str
    pos: str
    objects: frozenset[str]
    type: str
    mode: str
    cameo: str
    sure: str


@dataclass(frozen=True, slots=True)
class Deeds:
    """The senses by (lemma, part of speech), the surest first. `phrases`: by first word and part, the longest first."""

    senses: Mapping[tuple[str, str], tuple[Deed, ...]]
    phrases: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]

    def of(self, lemma: str, pos: str) -> tuple[Deed, ...]:
        """All senses of a word or phrase."""
        return self.senses.get((key(lemma), pos), ())

    def sense(self, lemma: str, pos: str, objects: Collection[str] = ()) -> Deed | None:
        """The sense that its objects decide, else the one that the word has alone; None where neither does."""
        keys = {key(word) for word in objects}
        sure = (deed for deed in self.of(lemma, pos) if deed.sure != "weak")
        return next((deed for deed in sure if not deed.objects or deed.objects & keys), None)

    def beginning(self, lemma: str, pos: str) -> tuple[tuple[str, ...], ...]:
        """The phrases that begin with a word, longest first: "lay" gives ("lay", "down", "arm"), ("lay", "down")."""
        return self.phrases.get((lemma.lower(), pos), ())


def key(words: str) -> str:
    """How a word or phrase is looked up: lower case, hyphens as blanks."""
    return " ".join(words.lower().replace("-", " ").split())


@cache
def deeds() -> Deeds:
    """The lexicon of `data/deeds.csv`, read once."""
    return read_deeds(data_text(FILE), read_objects(data_text(OBJECTS)))


@cache
def objects() -> Mapping[str, frozenset[str]]:
    """The classes of `data/deed_objects.yaml`."""
    return read_objects(data_text(OBJECTS))


def read_objects(text: str) -> Mapping[str, frozenset[str]]:
    """The classes of a text, by name."""
    classes = {name: frozenset(key(word) for word in listed(words)) for name, words in yaml_tree(text).items()}
    for name, words in classes.items():
        check(words, OBJECTS, name, "no words")
    return MappingProxyType(classes)


def read_deeds(text: str, classes: Mapping[str, frozenset[str]]) -> Deeds:
    """The lexicon of a text; raises `BadTable`."""
    senses: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    phrases: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    sets: dict[str, frozenset[str]] = {"": frozenset()}
    for line, cells in csv_rows(text):
        cell = cells["object"]
        if cell not in sets:
            sets[cell] = _objects(cell, classes, line)
        deed = _deed(cells, sets[cell], line)
        check(deed not in senses[deed.lemma, deed.pos], FILE, f"line {line}", f"{deed.lemma} has this row already")
        senses[deed.lemma, deed.pos].append(deed)
        first, *more = deed.lemma.split()
        if more:
            phrases[first, deed.pos].add((first, *more))
    by_trust = {word: tuple(sorted(found, key=_trust)) for word, found in senses.items()}
    longest = {word: tuple(sorted(found, key=lambda p: (-len(p), p))) for word, found in phrases.items()}
    return Deeds(MappingProxyType(by_trust), MappingProxyType(longest))


def _trust(deed: Deed) -> tuple[int, int]:
    """The surest senses first; of two that hang on their objects the one that fits fewer."""
    return SURE.index(deed.sure), len(deed.objects)


def _objects(cell: str, classes: Mapping[str, frozenset[str]], line: int) -> frozenset[str]:
    found: set[str] = set()
    for part in cell.split("|"):
        check(part[:1] != "@" or part[1:] in classes, FILE, f"line {line}", f"{part!a} is no class of {OBJECTS}")
        found |= classes[part[1:]] if part[:1] == "@" else {key(part)}
    return frozenset(found)


def _deed(cells: Mapping[str, str], found: frozenset[str], line: int) -> Deed:
    lemma, pos, kind, mode, code, sure = (cells[k] for k in ("lemma", "pos", "type", "mode", "cameo", "sure"))
    where = f"line {line}"
    check(lemma and lemma == key(lemma), FILE, where, f"{lemma!a} is not in lower case with blanks for hyphens")
    check(pos in PARTS, FILE, where, f"{pos!a} is no part of speech; valid are {', '.join(sorted(PARTS))}")
    check(kind in TYPES and (not mode or mode in MODES_OF[kind]), FILE, where, f"{kind}.{mode} is not in PLOVER")
    check(code in codes() and codes()[code].stands_for(kind), FILE, where, f"{code!a} is no code of {kind}")
    check(sure in SURE, FILE, where, f"{sure!a} is not one of {', '.join(SURE)}")
    check((sure == "object") == bool(found), FILE, where, "`object` and the trust in it go together")
    return Deed(lemma, pos, found, kind, mode, code, sure)
