"""Whether a source is unnamed: "two officials", "a person close to the talks", "critics", "some".

Takes a tree and the words of the source, gives True, False, or None where its actor decides (pronouns, "the official").
The nouns are in data/anonymous.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import LONGEST_PHRASE, Range, Tree, below, top, tops, words_in
from dateline.extract.attributes.wordlists import sections, words

PERSONAL = frozenset(
    ("i", "we", "you", "he", "she", "they", "it", "who", "that", "which", "him", "her", "them", "his", "their", "its")
)
# Words of a content among which a plea for secrecy stands where the content is one.
OPENING = 6
LISTS = ("people", "hearsay", "bodies", "offices")
VAGUE = frozenset(("some", "several", "few", "other", "unnamed", "certain"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))


@dataclass(frozen=True, slots=True)
class Unnamed:
    """data/anonymous.yaml: nouns for people, for reports without author, for bodies of many and for offices of one.

    `secrecy`: phrases that ask for it.
    """

    people: frozenset[str]
    hearsay: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    secrecy: tuple[tuple[str, ...], ...]


@cache
def unnamed() -> Unnamed:
    raw = sections("anonymous.yaml", (*LISTS, "secrecy"))
    people, hearsay, bodies, offices = (words(raw[key], f"anonymous.yaml: {key}") for key in LISTS)
    secrecy = tuple(tuple(phrase.split()) for phrase in raw["secrecy"])
    return Unnamed(people, hearsay, bodies, offices, secrecy)


def is_anonymous(tree: Tree, parts: Parts) -> bool | None:
    """Whether the source is unnamed; None: it is as its actor is."""
    source = top(tree, parts.source)
    if source is None:
        return False
    if any(is_named(tree, i) for i in tops(tree, parts.source) if i >= source):
        return False
    whole = sorted(below(tree, source))
    around = [*parts.source, (whole[0], min(whole[-1], whole[0] + LONGEST_PHRASE) + 1)]
    if asks_secrecy(tree, around) or asks_secrecy(tree, parts.cue) or is_hearsay(tree, parts.source):
        return True
    if tree.text[source] in PERSONAL:
        return None
    if is_body(tree, source) or is_office(tree, source):
        return False
    if tree.lemma[source] not in unnamed().people and tree.text[source] not in unnamed().people:
        return False
    return None if is_definite(tree, source) else True


def is_named(tree: Tree, i: int) -> bool:
    """Whether a phrase gives a name: its head is one, or has one beside it ("his aide, Ivo Dahl")."""
    beside = [i, *tree.kids(i, "flat", "appos", "conj"), *range(i + 1, min(i + 2, len(tree)))]
    names = (c for c in beside if tree.upos[c] == "PROPN" and tree.sentence[c] == tree.sentence[i])
    # At the beginning of a sentence the parser takes "Rebels" for a name.
    return any(tree.lemma[c] not in unnamed().people or not tree.has(c, "Number=Plur") for c in names)


def is_body(tree: Tree, i: int) -> bool:
    """Whether a plural is of a court, of office holders or of a crowd: "EU foreign ministers", "protesters"."""
    some = tree.kids(i, "nummod") or any(tree.text[c] in VAGUE for c in tree.kids(i, "det", "amod"))
    return tree.lemma[i] in unnamed().bodies and tree.has(i, "Number=Plur") and not some


def is_office(tree: Tree, i: int) -> bool:
    """Whether a phrase names an office and of what, so that one person can be meant: "the mayor of Bern"."""
    if tree.lemma[i] not in unnamed().offices or tree.has(i, "Number=Plur"):
        return False
    definite = any(tree.text[c] in DEFINITE for c in tree.kids(i, "det")) or tree.kids(i, "nmod")
    some = any(tree.text[c] not in DEFINITE for c in tree.kids(i, "det"))
    of = any(
        tree.upos[c] in {"PROPN", "ADJ"} and tree.relation[c] in {"nmod", "amod", "compound"} for c in tree.children[i]
    )
    return bool(definite) and of and not some


def is_definite(tree: Tree, i: int) -> bool:
    """A phrase in the singular that points back: "the official", but not "the officials", "the official who left"."""
    the = any(tree.text[c] in DEFINITE for c in tree.kids(i, "det"))
    return the and not tree.has(i, "Number=Plur") and not tree.kids(i, "acl")


def is_hearsay(tree: Tree, source: Sequence[Range]) -> bool:
    """Reports nobody answers for: a bare plural ("reports", "rumors")."""
    i = top(tree, source)
    if i is None or tree.lemma[i] not in unnamed().hearsay:
        return False
    return tree.has(i, "Number=Plur") and not tree.kids(i, "det", "nmod")


def wants_no_name(tree: Tree, parts: Parts) -> bool:
    """Whether cue and content only say that the source wants no name: "asked not to be named because ..."."""
    after = [(a, min(a + OPENING, b)) for a, b in parts.content[:1]]
    return asks_secrecy(tree, [*parts.cue, *after]) and not asks_secrecy(tree, parts.cue)


def asks_secrecy(tree: Tree, ranges: Sequence[Range]) -> bool:
    said = [tree.text[i] for i in words_in(ranges)]
    return any(
        tuple(said[k : k + len(phrase)]) == phrase
        for phrase in unnamed().secrecy
        for k in range(len(said) - len(phrase) + 1)
    )
