"""Which statuses grammar allows the predicate of a word: tense, auxiliaries, negation, conditions, what governs it.

Takes a tree and a word, gives `Signal`s from the innermost out, each with the statuses that it leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.attributes.clauses import is_negated
from dateline.extract.attributes.tree import Tree
from dateline.extract.factuality.effects import (
    REAL,
    Statuses,
    of_governor,
    of_link,
    of_modal,
    of_quality,
)
from dateline.record.findings import Status

# Governors above a word that are looked at.
DEEPEST = 6
# How a predicate hangs on the word that governs it.
GOVERNED = frozenset({"xcomp", "ccomp", "obj", "acl", "nmod", "obl", "advcl", "nsubj", "csubj", "compound", "appos"})
NEGATED: Status = "negated"
PROGRESSIVE = "progressive"
# Words whose negation is seen as such, wherever they stand.
NEGATORS = frozenset({"not", "n't", "never", "no", "nor", "neither"})


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that the grammar says of a predicate: the statuses that it leaves open, and what it is, in words."""

    statuses: Statuses
    why: str


def signals(tree: Tree, word: int) -> list[Signal]:
    """All signals of the predicate of a word, innermost first."""
    found = list(of_clause(tree, word))
    at = word
    for _ in range(DEEPEST):
        head = tree.head[at]
        if head != at and tree.relation[at] == "conj":
            found += of_first(tree, at, head)
        elif head == at or tree.relation[at] not in GOVERNED:
            break
        else:
            found += governed(tree, at, head)
            if closes(tree, at, head):
                break
        at = head
    return found


def of_first(tree: Tree, at: int, head: int) -> list[Signal]:
    """What the first conjunct's auxiliaries say of a later one without its own: "may flee or surrender"."""
    if tree.kids(at, "aux", "nsubj") or tree.upos[head] != tree.upos[at]:
        return []
    return [s for s in of_clause(tree, head) if s.why != NEGATED]


def of_clause(tree: Tree, i: int) -> Iterator[Signal]:
    """What a predicate's own auxiliaries, negation, marks and adverbs say."""
    if is_negated(tree, i) or any(tree.lemma[c] == "no" for c in tree.kids(i, "det")):
        yield Signal(frozenset({NEGATED}), NEGATED)
    if tree.head[i] == i and any(tree.text[c] == "?" for c in tree.kids(i, "punct")):
        yield Signal(frozenset({"hypothetical"}), "question")
    for child in tree.kids(i, "aux", "cop"):
        if (left := of_modal(tree.lemma[child])) is not None:
            yield Signal(left, f"'{tree.text[child]}'")
    for child in tree.kids(i, "advmod", "mark", "case", "amod"):
        left = of_quality(tree.lemma[child]) if tree.relation[child] == "amod" else of_link(tree.lemma[child])
        if left is not None and tree.lemma[child] not in NEGATORS:
            yield Signal(left, f"'{tree.text[child]}'")
    if progressive(tree, i):
        yield Signal(frozenset({"ongoing", "planned", "threatened", "historical"}), PROGRESSIVE)


def progressive(tree: Tree, i: int) -> bool:
    """Whether a predicate is in the present progressive: "is shelling"."""
    aux = tree.kids(i, "aux")
    return tree.text[i].endswith("ing") and any(tree.lemma[c] == "be" and tree.has(c, "Tense=Pres") for c in aux)


def governed(tree: Tree, at: int, head: int) -> Iterator[Signal]:
    """What the word that governs a predicate makes of it, and how that word is itself qualified."""
    effect = of_governor(tree.lemma[head], tree.upos[head], complement(tree, at)) if takes(tree, at, head) else None
    if effect is not None:
        denied = is_negated(tree, head)
        if denied and effect <= {NEGATED}:
            yield Signal(REAL, f"'not {tree.text[head]}'")
        elif denied and effect <= REAL:
            yield Signal(frozenset({NEGATED}), f"'not {tree.text[head]}'")
        else:
            yield Signal(effect, f"'{tree.text[head]}'")
        if effect <= REAL | {"planned", "threatened"}:
            yield from (s for s in of_clause(tree, head) if s.why not in {NEGATED, PROGRESSIVE})
    elif tree.relation[at] in {"xcomp", "obj"} and tree.upos[head] == "VERB":
        yield from of_clause(tree, head)


def complement(tree: Tree, at: int) -> str:
    """How a predicate is put: an infinitive with "to", a gerund, a clause with "that", or a noun."""
    if any(tree.lemma[c] == "to" for c in tree.kids(at, "mark", "aux")):
        return "to"
    if tree.upos[at] in {"NOUN", "PROPN"}:
        return "np"
    return "ing" if tree.text[at].endswith("ing") else "that"


def takes(tree: Tree, at: int, head: int) -> bool:
    """Whether the governor says something of what hangs on it: its complement or object, and a noun's complement."""
    relation = tree.relation[at]
    if relation in {"nsubj", "csubj"}:
        return tree.deprel[at].endswith(":pass") or tree.upos[head] in {"ADJ", "NOUN"}
    if relation == "obl":
        return bool({"from", "of", "against", "with"}.intersection(tree.cases(at)))
    return relation in {"xcomp", "ccomp", "obj", "acl", "nmod"}


def closes(tree: Tree, at: int, head: int) -> bool:
    """Whether what stands above says no more of the predicate: a clause of its own, or one that is only reported."""
    if tree.relation[at] in {"ccomp", "advcl", "acl", "appos", "nsubj", "csubj"}:
        return True
    return tree.upos[head] == "VERB" and bool(tree.kids(at, "nsubj"))
