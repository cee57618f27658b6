"""Claims that a noun makes: "the cause of the fire was a cable", "the famine is the result of the siege".

Takes a match of a noun and its preposition, gives a link.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import whole
from dateline.extract.causes.lexicon import valence
from dateline.extract.causes.link import Does, Link
from dateline.extract.causes.matches import Match
from dateline.extract.causes.verbs import Argument, link, prepositional
from dateline.record.parsed import ParsedStory

FAR = 12
HAVING = frozenset({"have", "take", "exert", "produce"})


def named(parsed: ParsedStory, tree: Tree, match: Match, sort: str) -> Link | None:
    """`sort`: "cause", "effect", "end" or "upon", what the noun says of what it is equated with, or who has it."""
    noun = match.words[0]
    of = prepositional(tree, match.words[-1], noun)
    if tree.upos[noun] not in {"NOUN", "_"} or of is None:
        return None
    other = owner(parsed, tree, noun) if sort == "upon" else than(parsed, tree, match) or equated(parsed, tree, noun)
    if other is None:
        return None
    sides = (other, (of, whole(parsed, tree, of)))
    cause, effect = reversed(sides) if sort == "effect" else sides
    found = link(match, cause, effect)
    return found and replace(
        found, anchor=predicate(tree, noun), entry=replace(match.entry, does=does(tree, noun, match))
    )


def equated(parsed: ParsedStory, tree: Tree, noun: int) -> Argument | None:
    """What a noun is said to be: its subject where it is the predicate, or the predicate of which it is the subject."""
    if subject := tree.kids(noun, "nsubj", "csubj"):
        return subject[0], whole(parsed, tree, subject[0])
    head = tree.head[noun]
    if tree.relation[noun] == "nsubj" and tree.kids(head, "cop"):
        first, last = whole(parsed, tree, head, tree.kids(head, "nsubj", "cop"))
        return head, (max(first, noun + 1), last)
    if tree.relation[noun] in {"xcomp", "obl", "obj"} and (subject := tree.kids(head, "nsubj")):
        return subject[0], whole(parsed, tree, subject[0])
    return None


def than(parsed: ParsedStory, tree: Tree, match: Match) -> Argument | None:
    """Of "no other way out of the crisis than talks" the talks."""
    noun, last = match.words[0], match.words[-1]
    if not any(tree.text[k] == "other" for k in range(max(noun - 3, 0), noun)):
        return None
    at = next((k for k in range(last, min(last + FAR, len(tree))) if tree.text[k] == "than"), None)
    if at is None or tree.sentence[at] != tree.sentence[noun]:
        return None
    head = tree.head[at] if tree.head[at] > at else at + 1
    end = whole(parsed, tree, head)[1]
    return head, (at + 1, max(end, at + 2))


def owner(parsed: ParsedStory, tree: Tree, noun: int) -> Argument | None:
    """What has an effect on something."""
    head = tree.head[noun]
    if tree.relation[noun] != "obj" or tree.lemma[head] not in HAVING:
        return None
    return next(((c, whole(parsed, tree, c)) for c in tree.kids(head, "nsubj")), None)


def predicate(tree: Tree, noun: int) -> int:
    """The word that may be negated or hedged."""
    return tree.head[noun] if tree.relation[noun] in {"obj", "nsubj", "xcomp", "obl"} else noun


def does(tree: Tree, noun: int, match: Match) -> Does:
    """A bad effect on a thing is one that worsens it."""
    about = {tree.lemma[c] for c in tree.kids(noun, "amod")}
    if match.entry.does == "touch" and not about.isdisjoint(valence()["bad_effect"]):
        return "worsen"
    return (
        "better" if match.entry.does == "touch" and not about.isdisjoint(valence()["good_effect"]) else match.entry.does
    )
