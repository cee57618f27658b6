"""Claims that a connective makes between a clause and what hangs on it: "because of", "so that", "therefore".

Takes a match, gives a link. What follows "because" is the cause of the rest; what follows "so that" is what the rest is
done for, and so moves to it; "therefore" stands in the effect of the clause before it.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import beside, top, trimmed, whole
from dateline.extract.causes.link import Link
from dateline.extract.causes.matches import Match
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

CLIMBS = 6
TIMES = frozenset([
    "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "midnight", "noon",
    "morning", "evening", "time", "moment", "while",
])  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN"})


def of_phrase(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """A preposition: its phrase is the cause, the clause or the noun that it hangs on the effect."""
    cause = climbed(tree, match.words[-1], match.words)
    if cause is None or cause < match.words[0]:
        return None
    span = whole(parsed, tree, cause, tree.kids(cause, "nsubj", "cop"))
    for said in (cause, *match.words):
        # "The outage was due to sabotage": what it is said of is the effect.
        if subject := tree.kids(said, "nsubj"):
            effect = whole(parsed, tree, subject[0])
            return made(
                match, trimmed(tree, match.words[-1] + 1, max(span[1], match.words[-1] + 2)), effect, subject[0]
            )
    governor = climbed(tree, cause, match.words)
    if governor is None or (not match.entry.sure and not weighty(tree, cause, governor, match)):
        return None
    return joined(parsed, tree, match, (max(span[0], match.words[-1] + 1), span[1]), governor)


def weighty(tree: Tree, cause: int, governor: int, match: Match) -> bool:
    """Whether a weak preposition may give a reason: not a length of time, a person, or the matter of a noun."""
    if tree.upos[cause] in {"NUM", "PRON"} or tree.kids(cause, "nummod") or tree.lemma[cause] in TIMES:
        return False
    return tree.upos[governor] not in NOMINAL or match.entry.words[0] in {"over", "against", "after", "following"}


def of_clause(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """A conjunction: its clause is the cause."""
    clause = climbed(tree, match.words[-1], match.words)
    if clause is None or tree.relation[clause] not in {"advcl", "ccomp", "acl"} or not verbal(tree, clause, match):
        return None
    governor = climbed(tree, clause, match.words)
    if governor is None or (not match.entry.sure and tree.relation[clause] == "acl"):
        return None
    first, last = whole(parsed, tree, clause)
    return joined(parsed, tree, match, (max(first, match.words[-1] + 1), last), governor)


def of_motive(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """A participle that says what moves people: "marched through the city, demanding a vote"."""
    clause = match.words[0]
    governor = tree.head[clause]
    if (
        tree.upos[clause] != "VERB"
        or tree.relation[clause] not in {"advcl", "acl"}
        or not tree.text[clause].endswith("ing")
    ):
        return None
    return joined(parsed, tree, Match(match.entry, (clause,)), whole(parsed, tree, clause), governor)


def of_adverb(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """An adverb: its clause is the effect of the one that it is joined to."""
    effect = climbed(tree, match.words[0], match.words)
    if effect is None:
        return None
    effect = top(tree, effect)
    cause = tree.head[effect]
    if (
        cause == effect
        or tree.relation[effect] not in {"conj", "parataxis", "advcl", "ccomp"}
        or cause > match.words[0]
    ):
        return None
    first, last = whole(parsed, tree, effect)
    start = min(first, match.words[0])
    b = trimmed(tree, match.words[-1] + 1 if match.words[0] <= first + 1 else first, last)
    a = beside(parsed, tree, cause, (start, last))
    return made(match, a, b, effect)


def joined(parsed: ParsedStory, tree: Tree, match: Match, cause: Range, governor: int) -> Link | None:
    """A link of a cause and the clause or noun phrase that it hangs on."""
    cause = trimmed(tree, *cause)
    around = (min(match.words[0], cause[0]), max(match.words[-1] + 1, cause[1]))
    if tree.upos[governor] not in NOMINAL or tree.kids(governor, "cop", "nsubj"):
        governor = top(tree, governor)
    effect = beside(parsed, tree, governor, around)
    return made(match, cause, effect, governor)


def made(match: Match, cause: Range, effect: Range, object_: int) -> Link | None:
    """A link, if both sides are there and apart."""
    if cause[0] >= cause[1] or effect[0] >= effect[1] or (cause[0] < effect[1] and effect[0] < cause[1]):
        return None
    return Link(cause, effect, match.ranges, match.words[0], object_, match.entry, f"signal '{match.entry}'")


def climbed(tree: Tree, i: int, inside: tuple[int, ...]) -> int | None:
    """The first word above `i` that is not one of a signal's."""
    for _ in range(CLIMBS):
        head = tree.head[i]
        if head == i:
            return None
        if head not in inside:
            return head
        i = head
    return None


def verbal(tree: Tree, clause: int, match: Match) -> bool:
    """Whether a clause has a subject, or is an infinitive where the signal ends in "to"."""
    return tree.text[match.words[-1]] == "to" or bool(tree.kids(clause, "nsubj", "csubj", "expl")) or match.entry.sure


Reading = Callable[[ParsedStory, Tree, Match], Link | None]
SORTS: dict[str, Reading] = {
    "prepositions": of_phrase,
    "clauses": of_clause,
    "purposes": of_clause,
    "motives": of_motive,
    "adverbs": of_adverb,
}
