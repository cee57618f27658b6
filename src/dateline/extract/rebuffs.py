"""Denials hung on what is denied: "..., which he denies", "..., a claim doctors reject", "... they called a lie".

Takes attributions and the syntax around them, gives the same with the denials. What is denied is what was said right
before, and that does not hold the denial. The words are in data/rebuffs.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import takewhile

from dateline.extract.attributes import Tree
from dateline.extract.attributes.cues import lexicon
from dateline.extract.attributes.wordlists import sections, word_sets
from dateline.extract.attribution import Attribution
from dateline.extract.ranges import less
from dateline.extract.reported import happened, subject_of
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

LISTS = ("denying", "calling", "falsehood", "standing_in")
RULE = "denial hung on what is denied"
# Words of what stands in ("a claim", "a baseless allegation"), and of what it is called ("an outright lie").
LONGEST, CALLED = 5, 6
# Words from where a content begins to its denial.
FARTHEST = 80
MARKS = frozenset({'"', "”", "''", "'", "’"})


@cache
def rebuffing() -> dict[str, frozenset[str]]:
    return word_sets(sections("rebuffs.yaml", LISTS), LISTS, "rebuffs.yaml")


def with_rebuffs(parsed: ParsedStory, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the denials that hang on them, in place of what else was made of their cues."""
    found = [row for i in range(len(tree)) if (row := rebuff(parsed, tree, i)) is not None]
    if not found:
        return list(known)
    taken = {i for cue, _, _ in found for i in range(*cue)}
    kept = [one for one in known if one.rule is not None or taken.isdisjoint(range(*one.cue))]
    piece_at = pieces(tree, kept)
    cut: dict[int, Range] = {}
    denials = []
    for cue, source, standing in found:
        near = next((piece_at[i] for i in (standing[0], standing[0] - 1, standing[0] - 2) if i in piece_at), None)
        k, first, last = near or (None, *standing)
        if k is not None:
            last = min(last, standing[0] - (tree.text[standing[0] - 1] == ","))
            cut.setdefault(k, (last, cue[1]))
        denials.append(Attribution(cue, (source,), ((first, last),), (1.0, 1.0, 1.0), rule=RULE))
    return [*(without(one, cut.get(k)) for k, one in enumerate(kept)), *denials]


def pieces(tree: Tree, known: Sequence[Attribution]) -> dict[int, tuple[int, int, int]]:
    """For each word that ends a sentence's part of a content, or stands behind one: its statement and that piece."""
    out: dict[int, tuple[int, int, int]] = {}
    rows = [(a, b, k) for k, one in enumerate(known) for a, b in one.content]
    for a, b, k in sorted(rows, key=lambda row: row[0] - row[1]):
        near = range(a + 1, min(b + 1, a + FARTHEST, len(tree)))
        inside = takewhile(partial(beside, tree, a), near)
        out.update((i, (k, a, b)) for i in inside)
    return out


def beside(tree: Tree, a: int, b: int) -> bool:
    """Whether two words stand in one sentence."""
    return tree.sentence[a] == tree.sentence[b]


def without(one: Attribution, span: Range | None) -> Attribution:
    """A statement whose content ends before a denial of it."""
    rest = one.content if span is None else tuple(part for piece in one.content for part in less(piece, [span]))
    return replace(one, content=rest) if rest else one


def rebuff(parsed: ParsedStory, tree: Tree, verb: int) -> tuple[Range, Range, Range] | None:
    """Cue, source and the words that stand in for what is denied: "which", "a claim"."""
    lists = rebuffing()
    if tree.lemma[verb] not in lists["denying"] | lists["calling"] or not happened(tree, verb):
        return None
    if tree.upos[verb] != "VERB" or (source := subject_of(parsed, tree, verb, relative=True)) is None:
        return None
    end = verb + 1 if tree.lemma[verb] in lists["denying"] else end_of_reproach(tree, verb)
    standing = stands_in(tree, source[0] - 1)
    if end is None or standing is None or (end == verb + 1 and any(c > verb for c in tree.kids(verb, "obj", "ccomp"))):
        return None
    helpers = [c for c in tree.kids(verb, "aux") if source[1] <= c < verb]
    return (min([verb, *helpers]), end), source, standing


def end_of_reproach(tree: Tree, verb: int) -> int | None:
    """Where "called a lie", "dismissed as false" end; None where it is called something else."""
    near = range(verb + 1, min(verb + 1 + CALLED, len(tree)))
    return next((i + 1 for i in near if tree.lemma[i] in rebuffing()["falsehood"]), None)


def stands_in(tree: Tree, last: int) -> Range | None:
    """The words up to `last`, behind a comma, that stand for what was said: "which", "something", "a claim"."""
    if last > 1 and tree.text[last] in {"that", "which"} and tree.lemma[last - 1] in lexicon().lists["claims"]:
        last -= 1
    if last < 1:
        return None
    if tree.text[last] not in rebuffing()["standing_in"] and tree.lemma[last] not in lexicon().lists["claims"]:
        return None
    first = last
    while first > max(last - LONGEST, 1) and tree.upos[first - 1] in {"DET", "ADJ", "NUM"}:
        first -= 1
    before = tree.text[first - 1]
    return (first, last + 1) if before == "," or (before in MARKS and tree.text[first - 2] == ",") else None
