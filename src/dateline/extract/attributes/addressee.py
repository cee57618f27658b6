"""Whom a statement is made to: "told reporters", "in a letter to the board", "urged Arden to stop".

Takes a tree and the parts of a statement, gives a range of words for the caller to resolve to an actor, or None. The
verbs and nouns are in data/addressee.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.extract.attributes.acts import obliges, performed
from dateline.extract.attributes.circumstances import is_time
from dateline.extract.attributes.clauses import is_clause, roots, subject
from dateline.extract.attributes.cues import Sense
from dateline.extract.attributes.medium import Medium
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range, Tree, below, phrase, top, words_in
from dateline.extract.attributes.wordlists import sections, word_sets

# What is said of the addressee, not part of the phrase that names it.
ATTACHED = frozenset(("case", "acl", "appos", "parataxis", "punct", "advcl", "advmod"))
LISTS = ("told", "to", "on", "upon", "with", "at", "audience", "pronouns")


@cache
def addressing() -> dict[str, frozenset[str]]:
    return word_sets(sections("addressee.yaml", LISTS), LISTS, "addressee.yaml")


def addressee_of(tree: Tree, parts: Parts, sense: Sense, medium: Medium | None) -> Range | None:
    """The words beside the cue, or beside a written medium, that name the one spoken to."""
    found = next(spoken_to(tree, parts, sense, medium), None)
    return None if found is None else whole_name(tree, phrase(tree, found, ATTACHED))


def whole_name(tree: Tree, span: Range) -> Range:
    """A range that ends within a name, drawn to the end of the name: trees often break them; days go on no name."""
    first, last = span
    while (
        tree.upos[last - 1] == "PROPN" and last < len(tree) and tree.upos[last] == "PROPN" and not is_time(tree, last)
    ):
        last += 1
    return first, last


def spoken_to(tree: Tree, parts: Parts, sense: Sense, medium: Medium | None) -> Iterator[int]:
    """Candidates beside the cue: an indirect object, an object of a verb of speaking to, "to" someone."""
    cue = top(tree, parts.cue)
    if cue is None:
        return
    content = frozenset(words_in(parts.content))
    told = frozenset(roots(tree, parts.content))
    barred = frozenset() if any(is_clause(tree, i) for i in told) else content
    heads = [i for i in dict.fromkeys((sense.head, cue)) if i is not None]
    for head in heads:
        yield from (i for i in tree.kids(head, "iobj") if i not in told)
        if tree.lemma[head] in addressing()["told"] and tree.upos[head] == "VERB":
            yield from (i for i in tree.kids(head, "obj") if i not in told | barred and is_someone(tree, i))
        yield from (i for i in tree.kids(head, "obl", "nmod") if i not in content and is_to(tree, head, i))
    if medium and medium.sort == "written" and medium.span not in parts.source:
        yield from (c for i in range(*medium.span) for c in tree.kids(i, "nmod") if "to" in tree.cases(c))


def is_to(tree: Tree, head: int, i: int) -> bool:
    """Whether a phrase names whom the cue is said to: "to" someone, and "called on", "pleaded with" someone."""
    if not is_someone(tree, i):
        return False
    lists, verb = addressing(), tree.lemma[head]
    cases = [c for c in tree.cases(i) if c in ("to", "on", "upon", "with", "at")]
    return any(verb not in lists["to"] if c == "to" else verb in lists[c] for c in cases)


def is_someone(tree: Tree, i: int) -> bool:
    """A name, a pronoun or a noun for people."""
    if tree.upos[i] == "PRON":
        return tree.text[i] in addressing()["pronouns"]
    return (tree.upos[i] == "PROPN" and not is_time(tree, i)) or tree.lemma[i] in addressing()["audience"]


def required_of(tree: Tree, parts: Parts) -> Range | None:
    """Who must act by a quoted demand, where the words name one: "Arden must stop", "we urge Arden to stop"."""
    for root in roots(tree, parts.content):
        found = asked(tree, root) if performed(tree, root) == "demand" else obliged(tree, root)
        if found is not None:
            return phrase(tree, found, ATTACHED)
    return None


def asked(tree: Tree, root: int) -> int | None:
    """Whom "we urge ..." or "we call on ..." names."""
    return next((i for i in tree.kids(root, "obj", "obl") if is_someone(tree, i)), None)


def obliged(tree: Tree, root: int) -> int | None:
    """Who "must", if it is a name."""
    subjects = (subject(tree, i) for i in below(tree, root) if obliges(tree, i))
    return next((i for i in subjects if i is not None and tree.upos[i] == "PROPN"), None)
