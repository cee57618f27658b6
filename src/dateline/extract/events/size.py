"""How many people an event concerned: dead, injured, arrested, displaced. Takes the words that tell it, gives a `Size`.

Counted is what stands in its clause with a word of `data/sizes.yaml`: "killed at least 12 people", "three dead".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.attributes.tree import Tree
from dateline.record import Amount, Size
from dateline.record.numbers import number_of
from dateline.record.parsed import ParsedStory
from dateline.record.sizes import COUNTED, Number, bounded, sizes

# How a count hangs on the word that tells the event: "attacked a base, killing 17", "a raid that killed two".
CLAUSES = frozenset({"advcl", "acl", "conj", "parataxis", "obj", "nsubj", "obl", "nmod", "xcomp", "ccomp", "appos"})
DEEPEST, MOST = 3, 40
LONGEST_BOUND = 4


def size(parsed: ParsedStory, tree: Tree, words: Sequence[int], taken: frozenset[int]) -> Size:
    """The counts of an event that some words tell.

    `taken`: words that tell events; what hangs on those of others is theirs.
    """
    found: dict[str, Amount] = {}
    for at in clause(tree, words, taken):
        for who, head in counted(tree, at):
            if who not in found and (amount := amount_of(parsed, tree, head)) is not None:
                found[who] = amount
    return Size(**{who: found.get(who) for who in COUNTED})


def clause(tree: Tree, words: Sequence[int], taken: frozenset[int]) -> Iterator[int]:
    """Some words and the words below them, as far as they tell of the same."""
    todo = [(word, 0) for word in words]
    seen = 0
    while todo and seen < MOST:
        at, depth = todo.pop(0)
        seen += 1
        yield at
        if depth < DEEPEST:
            todo += [(c, depth + 1) for c in tree.children[at] if c not in taken and tree.relation[c] in CLAUSES]


def counted(tree: Tree, at: int) -> Iterator[tuple[str, int]]:
    """Who is counted by a word, and the head of the phrase with the number."""
    table = sizes().counted
    lemma = tree.lemma[at]
    if tree.upos[at] in {"VERB", "ADJ"} and (who := table.get(("verbs", lemma))) is not None:
        yield from ((who, i) for i in people(tree, at, "obj", "nsubj:pass"))
    if (who := table.get(("of", lemma))) is not None:
        yield from ((who, i) for i in people(tree, at, "nsubj"))
    if (who := table.get(("nouns", lemma))) is not None and tree.upos[at] in {"NOUN", "ADJ", "PROPN"}:
        yield who, at
    if (who := table.get(("adjectives", lemma))) is not None:
        yield who, at
        yield from (
            (who, i) for i in [*tree.kids(at, "nsubj"), *([tree.head[at]] if tree.relation[at] == "amod" else ())]
        )
    for child in tree.kids(at, "amod"):
        if (who := table.get(("adjectives", tree.lemma[child]))) is not None:
            yield who, at


def people(tree: Tree, at: int, *deprels: str) -> Iterator[int]:
    """The heads of who a verb is done to, conjuncts too."""
    for child in tree.children[at]:
        if tree.deprel[child] in deprels:
            yield child
            yield from tree.kids(child, "conj")


def amount_of(parsed: ParsedStory, tree: Tree, head: int) -> Amount | None:
    """The number in a phrase, with its bounds."""
    numeral = next((c for c in tree.kids(head, "nummod")), head if tree.upos[head] == "NUM" else None)
    if numeral is None:
        return vague(parsed, tree, head)
    first, last = numeral, numeral + 1
    while first - 1 >= 0 and number_of(tree.text[first - 1 : last]) is not None:
        first -= 1
    while last < len(tree) and last < head and number_of(tree.text[first : last + 1]) is not None:
        last += 1
    number = number_of(tree.text[first:last])
    if number is None:
        return None
    start, bound = before(tree, first)
    return amount(parsed, start, last, bounded(number, bound))


def before(tree: Tree, first: int) -> tuple[int, str | None]:
    """The bound that stands right before a number ("at least", "more than"), and where it begins."""
    for n in range(LONGEST_BOUND, 0, -1):
        words = " ".join(tree.text[max(0, first - n) : first])
        if first >= n and words in sizes().bounds:
            return first - n, words
    return first, None


def vague(parsed: ParsedStory, tree: Tree, head: int) -> Amount | None:
    """What a word of quantity says: "dozens of protesters", "several villagers"."""
    for i in (head, *tree.kids(head, "amod", "det", "compound")):
        for n in (3, 2, 1):
            words = " ".join(tree.text[i : i + n])
            if i + n <= len(tree) and words in sizes().vague:
                return amount(parsed, i, i + n, sizes().vague[words])
    return None


def amount(parsed: ParsedStory, first: int, last: int, number: Number) -> Amount:
    """Words and what they say as a row."""
    span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
    return Amount(low=number.low, best=number.best, high=number.high, span=span)
