"""Words that seem to tell an event of one type and tell another one, or none. Takes a tree and a word, gives the type.

The traps of the PLOVER manual: "warned" is a threat only of what the one who warns would do; to look is not to strike.
"""

from __future__ import annotations

from dateline.extract.attributes.tree import Tree
from dateline.extract.events.lexicon import near
from dateline.record.words import word_groups

OWN = frozenset({"i", "we", "it", "they", "he", "she", "who", "which"})
WARNED, STRUCK = "THREATEN", "ASSAULT"
CLIMBS = 3


def trapped(tree: Tree, word: int, kind: str) -> str | None:
    """The type that a word really tells; None where it tells no event."""
    if kind == WARNED and tree.lemma[word] in word_groups("traps")["warnings"] and of_others(tree, word):
        return None
    if tree.upos[word] == "VERB" and only_says(tree, word):
        return None
    if kind == STRUCK and watches(tree, word):
        return "MOBILIZE"
    return kind


def only_says(tree: Tree, word: int) -> bool:
    """Whether a verb only tells what is said: "said", "denied that it had"."""
    groups, lemma = word_groups("traps"), tree.lemma[word]
    return lemma in groups["plain"] or (lemma in groups["clausal"] and bool(tree.kids(word, "ccomp", "xcomp")))


def of_others(tree: Tree, word: int) -> bool:
    """Whether one warns of what others may do, or of what may befall: "warned that the storm could grow"."""
    clauses = tree.kids(word, "ccomp", "acl")
    if not clauses:
        with_what = {tree.lemma[c] for c in tree.kids(word, "obl", "nmod", "obj")}
        return with_what.isdisjoint(word_groups("traps")["threats"]) and not tree.kids(word, "xcomp")
    subjects = [s for c in clauses for s in tree.kids(c, "nsubj")]
    speaker = {tree.lemma[s] for s in tree.kids(word, "nsubj")}
    return bool(subjects) and not any(tree.text[s] in OWN or tree.lemma[s] in speaker for s in subjects)


def watches(tree: Tree, word: int) -> bool:
    """Whether what is told is surveillance, and no weapon is used in it."""
    lemmas = {tree.lemma[i] for i in near(tree, word)}
    groups = word_groups("traps")
    return not lemmas.isdisjoint(groups["watching"]) and lemmas.isdisjoint(groups["striking"])
