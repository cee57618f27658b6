"""Who acts and upon whom by syntax, for where the event head is not sure: subject, owner, "by", object.

Takes the word that tells an event, gives the words that head the phrases of either side, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.attributes.tree import Tree
from dateline.record.commitment import light_verbs

# How a predicate hangs on the one whose subject it shares: "agreed to send", "went and burned".
SHARED = frozenset({"xcomp", "conj", "advcl"})
CLIMBS = 3
AGAINST = frozenset({"against", "on", "upon", "at"})


def subjects(tree: Tree, word: int) -> Iterator[int]:
    """The heads of the phrases of who acts: a noun's owner or "by", the subject of a verb or of what governs it."""
    if tree.upos[word] in {"NOUN", "PROPN"}:
        yield from (c for c in tree.children[word] if tree.deprel[c] == "nmod:poss")
        yield from agents(tree, word)
        head = tree.head[word]
        if tree.relation[word] == "obj" and light_verbs().get(tree.lemma[head]) == "do":
            yield from subjects(tree, head)
        return
    at = word
    for _ in range(CLIMBS):
        if tree.kids(at, "nsubj"):
            yield from agents(tree, at) if is_passive(tree, at) else tree.kids(at, "nsubj")
            return
        if tree.relation[at] not in SHARED:
            return
        at = tree.head[at]


def is_passive(tree: Tree, word: int) -> bool:
    """Whether a verb stands in the passive."""
    return any(tree.deprel[c] in {"nsubj:pass", "aux:pass"} for c in tree.children[word])


def agents(tree: Tree, word: int) -> Iterator[int]:
    """The heads of "by the army and the police"."""
    found = (c for c in tree.kids(word, "obl", "nmod") if "by" in tree.cases(c))
    return (i for c in found for i in (c, *tree.kids(c, "conj")))


def objects(tree: Tree, word: int) -> Iterator[int]:
    """The heads of the phrases of whom it is done to: the object, the subject of a passive, "against" of a noun."""
    if tree.upos[word] in {"NOUN", "PROPN"}:
        yield from (c for c in tree.kids(word, "nmod") if AGAINST.intersection(tree.cases(c)))
        return
    yield from tree.kids(word, "obj")
    yield from (c for c in tree.children[word] if tree.deprel[c] == "nsubj:pass")
