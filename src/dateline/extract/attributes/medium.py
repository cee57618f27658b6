"""Through what a statement was made: "in a radio interview", "on Twitter", "at a news conference".

Takes a tree and the parts of a statement, gives `Medium`: the words without their preposition, and whether it is
spoken through, an event where people meet, or written. The words are in data/media.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.extract.attributes.cues import lexicon
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range, Tree, above, phrase, top, words_in
from dateline.extract.attributes.wordlists import sections, word_sets

Sort = Literal["spoken", "event", "written"]
SORTS: tuple[Sort, ...] = ("written", "event", "spoken")
# What is said of the medium, not part of its name: clauses, appositions, dates.
ATTACHED = frozenset(("acl", "appos", "parataxis", "case", "mark", "conj", "cc", "advcl", "punct", "advmod"))


# Verbs whose passive has a person or a paper behind "by".
ASKED = frozenset({"ask", "question", "press", "interview", "quiz"})


@dataclass(frozen=True, slots=True)
class Medium:
    """Words [first, last) and the sort of medium they name."""

    span: Range
    sort: Sort


@cache
def media() -> dict[str, frozenset[str]]:
    names = (*SORTS, "press", "prepositions", "speaking", "sending")
    return word_sets(sections("media.yaml", names), names, "media.yaml")


def medium_of(tree: Tree, parts: Parts) -> Medium | None:
    """The medium in the clause of the cue, or the document that is the source itself."""
    cue = top(tree, parts.cue)
    if cue is None:
        return None
    content = frozenset(words_in(parts.content))
    for i in places_for_media(tree, cue, parts):
        sort = sort_of(tree, i)
        if sort and i not in content and not (sort == "event" and in_own_clause(tree, i, cue)):
            return Medium(outside(phrase(tree, i, ATTACHED), content, i), sort)
    return source_document(tree, parts)


def places_for_media(tree: Tree, cue: int, parts: Parts) -> Iterator[int]:
    """Nouns that may name the medium, likeliest first: those beside the cue, its governor, those beside "speaking"."""
    own = [cue, *(i for i in words_in(parts.cue) if tree.upos[i] in ("VERB", "NOUN") and i != cue)]
    for word in own:
        yield from after_preposition(tree, word)
        # "Told a news conference"; but "told the packed hall" says who listened.
        yield from (i for i in tree.kids(word, "obj", "iobj") if tree.lemma[i] in media()["press"])
    yield from carriers(tree, cue, own)
    for word in own:
        for clause in tree.kids(word, "advcl"):
            if tree.lemma[clause] in media()["speaking"]:
                yield from after_preposition(tree, clause)


def carriers(tree: Tree, cue: int, own: list[int]) -> Iterator[int]:
    """What carries the words: a letter in "a letter saying", "sent a letter saying", "issued a statement saying"."""
    governor = next(above(tree, cue), None)
    if governor is not None and tree.relation[cue] in ("acl", "advcl", "xcomp"):
        yield governor
        own = [*own, governor]
    yield from (i for word in own if tree.lemma[word] in media()["sending"] for i in tree.kids(word, "obj"))


def after_preposition(tree: Tree, word: int) -> list[int]:
    prepositions = media()["prepositions"]
    found = [i for i in tree.kids(word, "obl", "nmod") if prepositions.intersection(tree.cases(i))]
    return [i for i in found if not is_agent(tree, word, i)]


def is_agent(tree: Tree, word: int, i: int) -> bool:
    """Whether a noun after "by" is who did it: "asked by the BBC", but not "said by telephone"."""
    if tree.cases(i) != ["by"]:
        return False
    return tree.deprel[i] == "obl:agent" or (tree.lemma[word] in ASKED and tree.upos[i] == "PROPN")


def sort_of(tree: Tree, i: int) -> Sort | None:
    """What sort of medium a noun names, itself or by its compound: "interview", "Fox News Sunday"."""
    if tree.upos[i] not in ("NOUN", "PROPN", "_"):
        return None
    lists = media()
    return next((sort for sort in SORTS if tree.lemma[i] in lists[sort] or tree.text[i] in lists[sort]), None)


def in_own_clause(tree: Tree, i: int, cue: int) -> bool:
    """Whether a noun belongs to a clause beside the cue's: "Speaking at a briefing" tells the place."""
    return tree.head[i] != cue and tree.relation[tree.head[i]] == "advcl"


def outside(span: Range, content: frozenset[int], i: int) -> Range:
    """The part of a phrase around `i` that is not content."""
    first, last = i, i + 1
    while first > span[0] and first - 1 not in content:
        first -= 1
    while last < span[1] and last not in content:
        last += 1
    return first, last


def source_document(tree: Tree, parts: Parts) -> Medium | None:
    """A source that is a text: "the resolution states"."""
    source = top(tree, parts.source)
    if (
        source is None
        or tree.upos[source] != "NOUN"
        or tree.lemma[source] not in lexicon().lists["documents"]
        or not tree.kids(source, "det", "nmod")
    ):
        return None
    return Medium(parts.source[0], "written")
