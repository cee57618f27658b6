"""What stands over an event and tells whether it happened. Takes a lemma with its part of speech, gives its effect.

Effects: `data/control.yaml`; how sure author and source are of a complement: `data/commitments.csv` (Karttunen 1971,
2012; Saurí and Pustejovsky 2009); verbs whose noun is the anchor: `data/light_verbs.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.record.datafiles import check, csv_rows, data_text, listed, yaml_tree
from dateline.record.deeds import key
from dateline.record.plover import STATUS_TAGS

CONTROL, LIGHT, COMMITMENTS = "control.yaml", "light_verbs.yaml", "commitments.csv"
# "stopped": it did happen, and has ended.
EFFECTS = frozenset({*STATUS_TAGS, "stopped"})
VALUES = frozenset({"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"})
GROUPS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ", "links": ""}
LIGHTS = frozenset({"do", "undergo", "stop", "refuse", "ask", "plan"})
COMPLEMENTS = frozenset({"that", "to", "ing", "in", "from", "np"})


@dataclass(frozen=True, slots=True)
class Modal:
    """What a modal does to its verb: the status, and how sure the author is of it (a FactBank value)."""

    effect: str
    value: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """How sure author and source (the subject) are of a complement, where its predicate is affirmed and negated."""

    author: str
    author_not: str
    source: str
    source_not: str


@dataclass(frozen=True, slots=True)
class Control:
    """Effects by (part of speech, word, complement); links (adverbs, prepositions) have no part of speech."""

    effects: Mapping[tuple[str, str, str], str]
    modals: Mapping[str, Modal]

    def effect(self, word: str, pos: str = "", complement: str = "") -> str | None:
        """What a word does to its complement ("to", "ing", "that", ...); None where it does nothing that is known."""
        return self.effects.get((pos, key(word), complement)) or self.effects.get((pos, key(word), ""))


@cache
def control() -> Control:
    """The words of `data/control.yaml`, read once."""
    return read_control(data_text(CONTROL))


def read_control(text: str) -> Control:
    """The words of a text; raises `BadTable`."""
    tree = yaml_tree(text)
    check(tree.keys() == {*GROUPS, "modals"}, CONTROL, "groups", f"they are {[*tree]}; valid are {[*GROUPS, 'modals']}")
    effects: dict[tuple[str, str, str], str] = {}
    for group, pos in GROUPS.items():
        for effect, words in tree[group].items():
            check(effect in EFFECTS, CONTROL, group, f"{effect!a} is no effect; valid are {', '.join(sorted(EFFECTS))}")
            for entry in listed(words):
                word, _, complement = entry.partition("/")
                where = (pos, key(word), complement)
                check(where not in effects, CONTROL, group, f"{entry!a} is {effects.get(where)} and {effect}")
                effects[where] = effect
    modals = {key(word): _modal(word, cells) for word, cells in tree["modals"].items()}
    return Control(MappingProxyType(effects), MappingProxyType(modals))


def _modal(word: str, cells: Mapping[str, Any]) -> Modal:
    check(cells.get("effect") in EFFECTS, CONTROL, word, "no effect that is known")
    check(cells.get("value") in VALUES, CONTROL, word, f"valid values are {', '.join(sorted(VALUES))}")
    return Modal(cells["effect"], cells["value"])


@cache
def light_verbs() -> Mapping[str, str]:
    """Verbs whose noun is the anchor, and what they tell of it: do, undergo, stop, refuse, ask or plan."""
    return read_light_verbs(data_text(LIGHT))


def read_light_verbs(text: str) -> Mapping[str, str]:
    """The verbs of a text; raises `BadTable`."""
    found: dict[str, str] = {}
    for kind, words in yaml_tree(text).items():
        check(kind in LIGHTS, LIGHT, kind, f"valid are {', '.join(sorted(LIGHTS))}")
        for word in listed(words):
            found.setdefault(key(word), kind)
    return MappingProxyType(found)


@cache
def commitments() -> Mapping[tuple[str, str, str], Commitment]:
    """The predicates of `data/commitments.csv` by (lemma, part of speech, complement), read once."""
    return read_commitments(data_text(COMMITMENTS))


def read_commitments(text: str) -> Mapping[tuple[str, str, str], Commitment]:
    """The predicates of a text; raises `BadTable`."""
    found: dict[tuple[str, str, str], Commitment] = {}
    for line, cells in csv_rows(text):
        where = f"line {line}"
        values = [cells[column] for column in ("author", "author_not", "source", "source_not")]
        check(cells["pos"] in GROUPS.values() and cells["pos"], COMMITMENTS, where, "valid are VERB, NOUN and ADJ")
        check(cells["complement"] in COMPLEMENTS, COMMITMENTS, where, f"valid are {', '.join(sorted(COMPLEMENTS))}")
        check(VALUES.issuperset(values), COMMITMENTS, where, f"valid values are {', '.join(sorted(VALUES))}")
        at = (key(cells["lemma"]), cells["pos"], cells["complement"])
        check(at[0] and at not in found, COMMITMENTS, where, f"{cells['lemma']!a} is empty or has this row already")
        found[at] = Commitment(*values)
    return MappingProxyType(found)


def commitment(lemma: str, pos: str, complement: str, *, negated: bool = False) -> tuple[str, str] | None:
    """How sure author and source are of a complement, as FactBank values; None where the predicate is not known."""
    row = commitments().get((key(lemma), pos, complement))
    if row is None:
        return None
    return (row.author_not, row.source_not) if negated else (row.author, row.source)
