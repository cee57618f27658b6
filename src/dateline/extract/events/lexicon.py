"""What the lexicon of events says of a word: its sense by what it is done to, the means, what a demand is for.

Takes a tree and a word, gives rows of `data/deeds.csv`, `data/means.yaml` and `data/complements.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.attributes.tree import Tree
from dateline.record.complements import complement_of
from dateline.record.deeds import Deed, deeds
from dateline.record.means import Means, means_of

# How what a word is done to, or done with, hangs on it.
OBJECTS = frozenset({"obj", "obl", "nmod", "compound", "amod", "iobj", "xcomp", "ccomp"})
PASSIVE = "nsubj:pass"
PARTS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}
# Words that are looked at around one, and behind it for a phrase.
MOST, BEHIND = 24, 4


def sense(tree: Tree, word: int) -> Deed | None:
    """The sense of a word, or of the phrase that it begins, if the lexicon is sure of one."""
    pos = PARTS.get(tree.upos[word])
    if pos is None:
        return None
    objects = [tree.lemma[i] for i in objects_of(tree, word)]
    for phrase in deeds().beginning(tree.lemma[word], pos):
        if follows(tree, word, phrase[1:]) and (found := deeds().sense(" ".join(phrase), pos, objects)) is not None:
            return found
    return deeds().sense(tree.lemma[word], pos, objects)


def follows(tree: Tree, word: int, rest: Sequence[str]) -> bool:
    """Whether the other words of a phrase stand behind its first one, or hang on it: "laid down their arms"."""
    at = word
    for part in rest:
        later = range(at + 1, min(at + 1 + BEHIND, len(tree)))
        at = next((i for i in later if tree.lemma[i] == part and tree.sentence[i] == tree.sentence[word]), -1)
        if at < 0:
            return False
    return True


def objects_of(tree: Tree, word: int) -> Iterator[int]:
    """The words that a word is done to or with, and their conjuncts, nearest first."""
    for child in tree.children[word][:MOST]:
        if tree.relation[child] in OBJECTS or tree.deprel[child] == PASSIVE:
            yield child
            yield from tree.kids(child, "conj", "compound", "flat")


def means(tree: Tree, word: int, kind: str) -> Means | None:
    """The means of an event of a type, by the words that hang on the one that tells it."""
    return means_of(kind, [tree.lemma[i] for i in near(tree, word)])


def asked_for(tree: Tree, word: int, kind: str) -> tuple[str, str] | None:
    """Mode and CAMEO code of a demand, refusal, threat or promise by what it is about."""
    return complement_of(kind, [tree.lemma[i] for i in near(tree, word)[1:]])


def near(tree: Tree, word: int) -> list[int]:
    """A word and those below it, level by level."""
    found, at = [word], 0
    while at < len(found) and len(found) < MOST:
        found += [
            c for c in tree.children[found[at]] if tree.relation[c] not in {"punct", "nsubj", "conj", "parataxis"}
        ]
        at += 1
    return found[:MOST]
