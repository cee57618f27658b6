"""What an event has to do with, by the words of its sentence. Takes lemmas in order, gives PLOVER contexts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from dateline.record.datafiles import check, data_text, listed, yaml_tree
from dateline.record.deeds import key
from dateline.record.phrases import runs
from dateline.record.plover import plover

FILE = "contexts.yaml"


@cache
def context_words() -> Mapping[str, frozenset[str]]:
    """The contexts that each word or phrase of `data/contexts.yaml` speaks for."""
    return read_context_words(data_text(FILE))


def read_context_words(text: str) -> Mapping[str, frozenset[str]]:
    """The words of a text; raises `BadTable` where its contexts are not those of PLOVER."""
    tree = yaml_tree(text)
    check(tree.keys() == plover().contexts.keys(), FILE, "contexts", f"valid are {', '.join(plover().contexts)}")
    found: dict[str, set[str]] = {}
    for context, words in tree.items():
        check(words, FILE, context, "no words")
        for word in listed(words):
            found.setdefault(key(word), set()).add(context)
    return MappingProxyType({word: frozenset(contexts) for word, contexts in found.items()})


def contexts_of(lemmas: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The contexts that words of a sentence speak for, most words first, each with how many different words do."""
    known = context_words()
    counts = Counter(context for run in dict.fromkeys(runs(lemmas, known)) for context in known[run])
    return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))
