"""Which words tell an event, and of which type. Takes a ParsedStory, gives `Telling`s in text order.

The event head says of every word how probably it tells one. A light verb and its noun ("hold talks") tell one event,
as do a verb and what only names its act again ("staged a protest march").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

from dateline.extract.attributes.tree import Tree
from dateline.extract.events.lexicon import sense
from dateline.extract.events.traps import trapped
from dateline.record.commitment import light_verbs
from dateline.record.deeds import Deed
from dateline.record.parsed import UNTOLD, ParsedStory, Teller
from dateline.record.plover import TYPES
from dateline.record.sizes import sizes

# A word tells an event from here on.
TOLD = 0.4
# What a sure sense of the lexicon adds to the log odds that a word tells an event, and to those of its type.
SENSE = 3.0
TYPED = {"alone": 5.0, "object": 6.0}
LEAST = 1e-6
# How the word that names the same act hangs on a verb or noun.
SAME_ACT = frozenset({"obj", "nsubj", "nsubj:pass", "compound", "xcomp", "amod", "nmod", "obl"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells an event, the other words that tell it with it, and the event's type.

    `trap`: the type that it seemed to be of.
    """

    word: int
    type: str
    probability: float
    scores: Teller
    sense: Deed | None = None
    others: tuple[int, ...] = ()
    trap: str | None = None


def tellings(parsed: ParsedStory, tree: Tree) -> list[Telling]:
    """All words that tell an event, those that tell one together as one."""
    found = (telling(tree, one) for one in parsed.scores.tellers if speaks(parsed, one.word))
    told = [one for one in found if one.probability >= TOLD]
    meant = [(one, trapped(tree, one.word, one.type)) for one in told]
    return list(joined(tree, [seen_through(one, kind) for one, kind in meant if kind is not None]))


def seen_through(one: Telling, kind: str) -> Telling:
    """A telling with the type that it really has."""
    return one if kind == one.type else replace(one, type=kind, trap=one.type)


def telling(tree: Tree, one: Teller) -> Telling:
    """What the head and the lexicon make of a word: the most probable type, and that it tells an event at all."""
    known = sense(tree, one.word) or by_object(tree, one.word)
    odds = one.types[1:].astype(float)
    told = float(odds.sum()) / max(float(one.types[0]), LEAST)
    if known is not None:
        told *= exp(SENSE)
        odds[TYPES.index(known.type)] *= exp(TYPED[known.sure])
    return Telling(one.word, TYPES[int(odds.argmax())], told / (1 + told), one, known)


def by_object(tree: Tree, word: int) -> Deed | None:
    """The sense of a verb that says little of its own: that of its object, "imposed | sanctions"."""
    if light_verbs().get(tree.lemma[word]) != "do":
        return None
    return next((found for i in tree.kids(word, "obj") if (found := sense(tree, i)) is not None), None)


def speaks(parsed: ParsedStory, word: int) -> bool:
    """Whether a word stands where the story tells something."""
    return parsed.sentences[parsed.tokens.sentence[word]].zone not in UNTOLD


def same_act(tree: Tree, word: int) -> bool:
    """Whether a word names the act of the one that it hangs on again, or says only how many it hit."""
    if tree.deprel[word] in SAME_ACT:
        return True
    counts = tree.relation[word] in {"advcl", "conj"} and ("verbs", tree.lemma[word]) in sizes().counted
    return counts and not tree.kids(word, "nsubj")


def joined(tree: Tree, found: Sequence[Telling]) -> Iterator[Telling]:
    """Words of one type that hang on each other as one; the more probable tells it."""
    by_word = {one.word: one for one in found}
    into: dict[int, int] = {}
    for one in found:
        above = by_word.get(tree.head[one.word])
        if above is not None and above is not one and above.type == one.type and same_act(tree, one.word):
            into[one.word] = above.word
    groups: dict[int, list[Telling]] = {}
    for one in found:
        at = one.word
        while at in into:
            at = into[at]
        groups.setdefault(at, []).append(one)
    for group in groups.values():
        best = max(group, key=lambda t: t.probability)
        rest = tuple(sorted(t.word for t in group if t is not best))
        yield replace(best, others=rest)
