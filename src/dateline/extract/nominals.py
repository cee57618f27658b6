"""Mentions without a name: people and bodies by what they are ("two officials"), weapons and platforms by their nouns.

Takes syntax and the reviewed noun lists, gives `Phrase`s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.extract.phrases import Phrase
from dateline.extract.standing import acts
from dateline.record.findings import MentionKind
from dateline.record.tree import Tree
from dateline.record.words import word_groups, words

# A noun that stands before another noun says what sort that one is, and refers to nobody ("police report").
MODIFIERS = frozenset({"compound", "flat", "nmod:desc", "amod", "fixed", "goeswith", "nmod:unmarked"})
# Where an adjective may stand for a noun ("the accused", "Undersecretary").
NOMINAL_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
# "one of the ministers", "some said": words that stand for people where a list noun follows them, or as a subject.
QUANTITIES = frozenset([
    "one", "two", "three", "four", "some", "many", "most", "several", "both", "none", "each", "all", "few", "others",
])  # fmt: skip
# Pronouns that stand for some person who is not named.
SOMEONE = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "anybody"})
# Words for a place that stand for its government where it acts ("the city sued").
GOVERNED: dict[str, MentionKind] = {
    "city": "organization",
    "country": "state",
    "kingdom": "state",
    "nation": "state",
    "republic": "state",
    "town": "organization",
}
# "at least six people"
BOUNDS = frozenset({"least", "most"})
ARMS: tuple[MentionKind, ...] = ("weapon", "platform")
CONFIDENCE = 0.8


def nominals(tree: Tree, taken: Collection[int]) -> Iterator[Phrase]:
    """Phrases whose head word is a noun for people, a body or a weapon; words in `taken` are parts of names."""
    for i in range(len(tree.tokens)):
        if i not in taken and (found := at(tree, i)) is not None:
            yield found


def at(tree: Tree, i: int) -> Phrase | None:
    """The phrase that word i heads, if it refers to someone or to a weapon."""
    upos = tree.tokens.upos[i]
    if upos in {"NOUN", "PROPN"}:
        return noun_phrase(tree, i) or arm_phrase(tree, i)
    if upos == "ADJ" and stands_for_noun(tree, i) and (found := noun_phrase(tree, i)) is not None:
        return found
    if upos in {"NUM", "DET", "PRON", "ADJ"}:
        return quantity_phrase(tree, i)
    return None


def stands_for_noun(tree: Tree, i: int) -> bool:
    """Whether an adjective is a noun in all but its tag: with an article, or as a title in capitals."""
    definite = tree.child(i, "det") is not None or tree.tokens.text[i].istitle()
    return tree.tokens.deprel[i] in NOMINAL_ROLES and definite


def noun_phrase(tree: Tree, i: int) -> Phrase | None:
    """People or a body by a noun of the lists, with its modifiers on both sides."""
    part = glued(tree, i + 1) and not glued_by_in(tree, i)
    kind = None if tree.tokens.deprel[i] in MODIFIERS or part else kind_of(tree, i)
    if kind is None:
        return None
    return whole(tree, i, kind, "noun list")


def glued(tree: Tree, hyphen: int) -> bool:
    """Whether a hyphen makes one word of its neighbours ("secretary-general")."""
    tokens = tree.tokens
    if not 0 < hyphen < len(tokens) - 1 or tokens.text[hyphen] != "-":
        return False
    return tokens.end[hyphen - 1] == tokens.start[hyphen] and tokens.end[hyphen] == tokens.start[hyphen + 1]


def glued_by_in(tree: Tree, i: int) -> bool:
    """Whether word i is the noun of one like "brother-in-law" or "editor-in-chief"."""
    return tree.tokens.text[i + 2].lower() == "in" and glued(tree, i + 3)


def kind_of(tree: Tree, i: int) -> MentionKind | None:
    """What a noun refers to: one person or body, several people, a government; None where it is on no list."""
    lemma = tree.tokens.lemma[i].lower()
    plural = "Number=Plur" in tree.tokens.feats[i]
    if lemma in words("government_nouns"):
        return "state"
    if lemma in GOVERNED:
        return GOVERNED[lemma] if acts(tree, i) else None
    if lemma in words("person_nouns"):
        return "group" if plural else "person"
    if lemma in words("group_nouns") or tree.tokens.text[i].lower() in words("group_nouns"):
        return "group"
    return "organization" if lemma in words("org_nouns") else None


def quantity_phrase(tree: Tree, i: int) -> Phrase | None:
    """Some of a number of people ("one of the ministers"), or "some" and its like as a subject."""
    lower = tree.tokens.text[i].lower()
    if lower not in QUANTITIES | SOMEONE or tree.tokens.deprel[i] in {"det", "nummod", "amod", "advmod", "compound"}:
        return None
    of = tree.child(i, "nmod")
    if lower in SOMEONE:
        return Phrase(i, i + 1, i, i + 1, "person", "nominal", CONFIDENCE, "indefinite pronoun")
    among = kind_of(tree, of) if of is not None and "of" in tree.cases(of) else None
    if among is None and not (of is None and lower in {"some", "many", "others"} and tree.tokens.deprel[i] == "nsubj"):
        return None
    kind: MentionKind = "group" if lower != "one" else "person" if among == "group" else among or "person"
    return whole(tree, i, kind, "quantity of people")


def whole(tree: Tree, i: int, kind: MentionKind, why: str) -> Phrase:
    """Word i with its modifiers on both sides; the first part of a word with a hyphen belongs to it."""
    first = tree.phrase_start(i, i)
    if first and tree.tokens.text[first].lower() in BOUNDS and tree.tokens.text[first - 1].lower() == "at":
        first -= 1
    if i > 1 and glued(tree, i - 1):
        first = min(first, tree.phrase_start(i - 2, i - 2))
    return Phrase(first, tree.phrase_end(i, i + 1), i, i + 1, kind, "nominal", CONFIDENCE, why)


def arm_phrase(tree: Tree, i: int) -> Phrase | None:
    """A weapon or a platform by its noun; its phrase is the noun with the words right before it that modify it."""
    lists, lemma = word_groups("weapons"), tree.tokens.lemma[i].lower()
    before = {tree.tokens.lemma[c].lower() for c in tree.children[i] if c < i}
    if tree.tokens.deprel[i] in MODIFIERS - {"compound", "nmod:unmarked"}:
        return None
    for kind in ARMS:
        needs = lists.get(f"{kind}_needs.{lemma}")
        if lemma in lists[kind] if needs is None else not needs.isdisjoint(before):
            return Phrase(adjacent(tree, i), i + 1, i, i + 1, kind, "nominal", CONFIDENCE, "weapon list")
    return None


def adjacent(tree: Tree, i: int) -> int:
    """The first of the adjectives and nouns that stand right before word i and modify it."""
    first = i
    while first - 1 in tree.children[i] and tree.tokens.deprel[first - 1] in {"compound", "amod"}:
        first -= 1
    return first
