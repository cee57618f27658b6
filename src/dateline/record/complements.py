"""What is asked, refused, threatened, promised, conceded. Takes a type and the lemmas it governs, gives mode, code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from dateline.record.cameo import codes
from dateline.record.datafiles import check, data_text, listed, yaml_tree
from dateline.record.deeds import key
from dateline.record.phrases import runs
from dateline.record.plover import MODES_OF

FILE = "complements.yaml"
NO_MODE = "-"


@cache
def complements() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Mode (empty for none) and CAMEO code by type and word, of `data/complements.yaml`."""
    return read_complements(data_text(FILE))


def read_complements(text: str) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """The words of a text; of two places of a word in one type the first counts. Raises `BadTable`."""
    found: dict[str, Mapping[str, tuple[str, str]]] = {}
    for kind, groups in yaml_tree(text).items():
        check(kind in MODES_OF, FILE, kind, "it is no PLOVER type")
        words: dict[str, tuple[str, str]] = {}
        for head, entries in groups.items():
            mode, _, code = head.partition(" ")
            check(mode in {NO_MODE, *MODES_OF[kind]}, FILE, head, f"{mode!a} is no mode of {kind}")
            check(code in codes() and codes()[code].stands_for(kind), FILE, head, f"{code!a} is no code of {kind}")
            for word in map(key, listed(entries)):
                words.setdefault(word, ("" if mode == NO_MODE else mode, code))
        found[kind] = MappingProxyType(words)
    return MappingProxyType(found)


def complement_of(kind: str, lemmas: Sequence[str]) -> tuple[str, str] | None:
    """Mode and code of an event by the first of the lemmas that tells them, from the nearest to its anchor onwards."""
    known = complements().get(kind, {})
    return next((known[run] for run in runs(lemmas, known)), None)
