"""From where to where a cause or an effect runs. Takes the word that heads it, gives a range of words."""

from __future__ import annotations

from collections.abc import Collection

from dateline.extract.attributes.tree import Tree
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

# What hangs on a clause and is no part of it.
OUTSIDE = frozenset({"parataxis", "punct", "discourse", "cc", "vocative", "dep"})
EDGES = frozenset({"PUNCT", "SYM"})
# Words before a phrase or clause that belong to its link to the rest, not to itself.
LINKING = frozenset({"case", "mark", "cc", "punct"})
ENDS = frozenset({"cc", "case", "mark"})
NOT = frozenset({"not", "only", "partly", "just", "mainly", "largely", "apparently", "even", "in", "part"})
RELATIVE = frozenset({"that", "which", "who", "whom"})
AGENT = frozenset({"by", "because", "due", "after", "on", "following", "during", "amid", "since", "over", "as"})
CLIMBS = 6


def whole(parsed: ParsedStory, tree: Tree, i: int, without: Collection[int] = ()) -> Range:
    """The subtree of a word, less what links it to the rest, what stands apart, and the dependents `without`.

    It is one stretch of words around the word: a dependent that is left out ends it on its side.
    """
    left, right = parsed.tree.left, parsed.tree.right
    cut = [c for c in tree.children[i] if c in without or apart(tree, i, c)]
    low = max((right[c] for c in cut if c < i), default=left[i])
    high = min((left[c] for c in cut if c > i), default=right[i])
    return trimmed(tree, max(low, left[i]), max(high, i + 1))


def apart(tree: Tree, i: int, c: int) -> bool:
    """Whether a dependent is no part of what its head heads: a link word before it, a comment, another clause."""
    relation = tree.relation[c]
    if relation in OUTSIDE:
        return relation not in {"punct", "cc"}
    if relation in {"case", "mark"}:
        return c < i
    # A clause with a subject of its own says another thing.
    return relation == "conj" and bool(tree.kids(c, "nsubj", "csubj"))


def trimmed(tree: Tree, first: int, last: int) -> Range:
    """A range without marks, prepositions and conjunctions at its edges."""
    while first < last - 1 and (tree.upos[first] in EDGES or (tree.relation[first] == "cc")):
        first += 1
    while last - 1 > first and (
        tree.upos[last - 1] in EDGES or tree.relation[last - 1] in ENDS or tree.text[last - 1] in NOT
    ):
        last -= 1
    return first, last


def before(parsed: ParsedStory, tree: Tree, i: int, stop: int, without: Collection[int] = ()) -> Range:
    """The clause of a word up to `stop`, where what it is linked to begins."""
    first, last = whole(parsed, tree, i, without)
    return trimmed(tree, first, min(last, stop)) if first < stop else (first, last)


def after(parsed: ParsedStory, tree: Tree, i: int, start: int, without: Collection[int] = ()) -> Range:
    """The clause of a word from `start` on, where what it is linked to ends."""
    first, last = whole(parsed, tree, i, without)
    return trimmed(tree, max(first, start), last) if start < last else (first, last)


def beside(parsed: ParsedStory, tree: Tree, i: int, other: Range) -> Range:
    """The clause of a word, on the side of `other` on which the word stands."""
    return before(parsed, tree, i, other[0]) if other[0] > i else after(parsed, tree, i, other[1])


def with_rest(parsed: ParsedStory, tree: Tree, side: Range, verb: int, stop: Collection[int] = ()) -> Range:
    """A phrase after a verb, with the verb's phrases that follow at once: "famine | in the north"."""
    first, last = side
    for c in tree.kids(verb, "obl", "nmod", "advmod"):
        low = parsed.tree.left[c]
        if (
            low == last
            and c not in stop
            and AGENT.isdisjoint(tree.cases(c))
            and tree.cases(c)
            and parsed.tree.right[c] > last
        ):
            last = trimmed(tree, first, parsed.tree.right[c])[1]
    return first, last


def antecedent(parsed: ParsedStory, tree: Tree, clause: int) -> tuple[int, Range] | None:
    """What a relative or participial clause says something of: its head, up to the clause."""
    head = tree.head[clause]
    if head == clause:
        return None
    start = parsed.tree.left[clause]
    first, last = whole(parsed, tree, head)
    return (head, trimmed(tree, first, min(last, start))) if first < start else None


def top(tree: Tree, i: int) -> int:
    """The predicate of the clause that a word belongs to."""
    for _ in range(CLIMBS):
        head = tree.head[i]
        if head == i or tree.relation[i] not in {"xcomp", "aux", "cop", "advmod"}:
            break
        i = head
    return i
