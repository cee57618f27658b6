"""Where and when a statement was made, as far as the clause of its cue says: "Thursday", "at the airport".

Takes a tree and the parts of a statement, gives two ranges of words, either of them None. The
words are in data/circumstances.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.extract.attributes.medium import ATTACHED, Medium, media
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range, Tree, phrase, top, words_in
from dateline.extract.attributes.wordlists import sections, word_sets

LISTS = ("times", "places")


@cache
def circumstances() -> dict[str, frozenset[str]]:
    return word_sets(sections("circumstances.yaml", LISTS), LISTS, "circumstances.yaml")


def place_and_time(tree: Tree, parts: Parts, medium: Medium | None) -> tuple[Range | None, Range | None]:
    """The first place and the first time beside the cue, outside content and medium."""
    place: Range | None = None
    time: Range | None = None
    for i in beside(tree, parts, medium):
        if is_time(tree, i):
            time = time or phrase(tree, i, ATTACHED - {"advmod"})
        elif tree.upos[i] in ("NOUN", "PROPN") and circumstances()["places"].intersection(tree.cases(i)):
            place = place or phrase(tree, i, ATTACHED)
    return place, time


def beside(tree: Tree, parts: Parts, medium: Medium | None) -> Iterator[int]:
    """What the cue's clause, and a clause of speaking beside it, say of the circumstances."""
    cue = top(tree, parts.cue)
    if cue is None:
        return
    taken = {*words_in(parts.content), *words_in(parts.source), *(range(*medium.span) if medium else ())}
    speaking = [c for c in tree.kids(cue, "advcl") if tree.lemma[c] in media()["speaking"]]
    for word in (cue, *speaking):
        yield from (i for i in tree.kids(word, "obl", "advmod", "nmod") if i not in taken)


def is_time(tree: Tree, i: int) -> bool:
    return tree.lemma[i] in circumstances()["times"] or (tree.text[i].isdigit() and len(tree.text[i]) == 4)
