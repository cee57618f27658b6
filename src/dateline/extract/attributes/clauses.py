"""The clauses of a statement's content: their main predicates, subjects and negation.

Takes a tree and ranges of words, gives words. Words that negate are in data/certainty.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.extract.attributes.tree import Range, Tree, tops
from dateline.extract.attributes.wordlists import checked_keys, sections, word_sets, words

NEGATIONS = ("negators", "negative_determiners", "negative_pronouns", "not_negated_before", "assertive_after_no")
GRADES = ("auxiliaries", "adverbs", "own", "governing")
SELF = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Hedges:
    """data/certainty.yaml: `grades` maps a section and a certainty to lemmas, `lists` the names of lists to theirs."""

    grades: dict[tuple[str, str], frozenset[str]]
    lists: dict[str, frozenset[str]]


@cache
def hedges() -> Hedges:
    raw = sections("certainty.yaml", ("conditions", *NEGATIONS, *GRADES))
    grades = {}
    for section in GRADES:
        for grade, listed in raw[section].items():
            checked_keys({grade: 0}, {grade} & {"probable", "possible", "underspecified"}, f"certainty.yaml: {section}")
            grades[section, grade] = words(listed, f"certainty.yaml: {section}")
    return Hedges(grades, word_sets(raw, ("conditions", *NEGATIONS), "certainty.yaml"))


def roots(tree: Tree, content: Sequence[Range]) -> list[int]:
    """The main predicate of each sentence of the content: a clause before a bare phrase, else what comes first."""
    best: dict[int, int] = {}
    for i in tops(tree, content):
        at = tree.sentence[i]
        if at not in best or (is_clause(tree, i) and not is_clause(tree, best[at])):
            best[at] = i
    return list(best.values())


def is_clause(tree: Tree, i: int) -> bool:
    """Whether a word heads a clause: a verb, or something with a subject or a copula."""
    return tree.upos[i] in ("VERB", "AUX") or bool(tree.kids(i, "nsubj", "csubj", "cop"))


def subject(tree: Tree, i: int) -> int | None:
    """The subject of a predicate; in "the point is that he left" the inner one."""
    found = tree.kids(i, "nsubj")
    return next((c for c in found if tree.deprel[c] != "nsubj:outer"), next(iter(found), None))


def first_person(tree: Tree, i: int | None) -> bool:
    return i is not None and tree.text[i] in SELF


def helpers(tree: Tree, i: int) -> list[str]:
    """Lemmas of the auxiliaries of a predicate."""
    return [tree.lemma[c] for c in tree.kids(i, "aux", "cop")]


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether a predicate has "to" and no subject: "to leave"."""
    return not tree.kids(i, "nsubj") and any(
        tree.lemma[c] == "to" and tree.upos[c] == "PART" for c in tree.kids(i, "mark", "aux")
    )


def is_negated(tree: Tree, i: int) -> bool:
    """Whether the predicate itself is negated, by an adverb, a determiner or a pronoun; not a clause inside it."""
    near = [i, *tree.kids(i, "aux", "cop", "expl")]
    if any(_negator(tree, c) for word in near for c in tree.kids(word, "advmod", "cc", "aux", "dep")):
        return True
    arguments = [i, *tree.kids(i, "nsubj", "obj")] if tree.upos[i] != "VERB" else tree.kids(i, "nsubj", "obj")
    return any(_negative_phrase(tree, c) for c in arguments)


def _negator(tree: Tree, i: int) -> bool:
    """Whether an adverb negates, as "not", "never", "no longer" do; but "not only" negates nothing."""
    lists = hedges().lists
    if tree.lemma[i] not in lists["negators"] and tree.text[i] not in lists["negators"]:
        return any(tree.text[c] == "no" for c in tree.kids(i, "advmod", "det"))
    return i + 1 >= len(tree) or tree.text[i + 1] not in lists["not_negated_before"]


def _negative_phrase(tree: Tree, i: int) -> bool:
    """Whether a phrase negates, as "no plans", "nobody" do; but "no other way", "no doubt" assert."""
    lists = hedges().lists
    if tree.text[i] in lists["negative_pronouns"]:
        return "but" not in tree.text[i + 1 : i + 2]
    for c in tree.kids(i, "det"):
        if tree.text[c] in lists["negative_determiners"]:
            return lists["assertive_after_no"].isdisjoint(tree.text[c + 1 : i + 1])
    return False
