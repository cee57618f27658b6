"""Means and manner that tell the mode of an event. Takes its type and the lemmas near it, gives mode and CAMEO code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.record.cameo import codes
from dateline.record.datafiles import check, data_text, listed, yaml_tree
from dateline.record.deeds import key
from dateline.record.phrases import runs
from dateline.record.plover import MODES_OF

FILE = "means.yaml"


@dataclass(frozen=True, slots=True)
class Means:
    """A word that tells a mode. `rank`: of its mode, the lower goes first; `cameo`: of such an event."""

    word: str
    mode: str
    cameo: str
    rank: int


@cache
def means() -> Mapping[str, Mapping[str, Means]]:
    """The words of `data/means.yaml` by type, read once."""
    return read_means(data_text(FILE))


def read_means(text: str) -> Mapping[str, Mapping[str, Means]]:
    """The words of a text; raises `BadTable`."""
    found: dict[str, Mapping[str, Means]] = {}
    for kind, modes in yaml_tree(text).items():
        check(kind in MODES_OF, FILE, kind, "it is no PLOVER type")
        words: dict[str, Means] = {}
        for rank, (head, entries) in enumerate(modes.items()):
            mode, _, code = head.partition(" ")
            check(mode in MODES_OF[kind], FILE, head, f"{mode!a} is no mode of {kind}")
            check(code in codes() and codes()[code].stands_for(kind), FILE, head, f"{code!a} is no code of {kind}")
            check(entries, FILE, head, "no words")
            for word in map(key, listed(entries)):
                words.setdefault(word, Means(word, mode, code, rank))
        found[kind] = MappingProxyType(words)
    return MappingProxyType(found)


def means_of(kind: str, lemmas: Sequence[str]) -> Means | None:
    """The means of an event of a type among lemmas; None where no word tells one. Of several the first in rank."""
    known = means().get(kind, {})
    return min((known[run] for run in runs(lemmas, known)), key=lambda m: m.rank, default=None)
