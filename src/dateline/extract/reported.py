"""Statements that syntax shows where the encoder is silent: inside what somebody says, and of deeds asked or offered.

Takes words and their syntax, gives `Attribution`s. The verbs are in data/reporting.yaml. The corpus that the encoder
learned from marks nothing inside a content and few infinitives; a verb of speaking with a subject and a clause tells
something all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.extract.attributes import Tree
from dateline.extract.attributes.clauses import hedges, is_infinitive, is_negated
from dateline.extract.attributes.tree import above
from dateline.extract.attributes.wordlists import sections, word_sets
from dateline.extract.attribution import Attribution
from dateline.extract.speakers import FIRST_PERSON
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

LISTS = (
    "clause", "own_deed", "other_deed", "other_deed_with", "deed_named", "thing", "blamed", "unsaid", "nobody",
)  # fmt: skip
RULE = "verb of speaking with its clause"
# How often they are right: about 35 of 44 in PolNeAR, judged by hand, for its gold holds nothing inside a content.
SURE = 0.8
# Words of a source and of a content; a longer one is a tree gone wrong.
LONGEST_SOURCE, LONGEST = 25, 80
# Words from a cue to what it tells: whom it is told to and when stand between.
FARTHEST = 12
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})
RELATIVE = frozenset({"who", "which"})


@cache
def reporting() -> dict[str, frozenset[str]]:
    return word_sets(sections("reporting.yaml", LISTS), LISTS, "reporting.yaml")


@cache
def verbs() -> frozenset[str]:
    """Every verb of the lists."""
    lists = reporting()
    named = frozenset(entry.partition("/")[0] for entry in lists["other_deed_with"])
    return named.union(*(lists[name] for name in LISTS if name not in {"unsaid", "nobody", "other_deed_with"}))


def reported(parsed: ParsedStory, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """What is told inside what is known to be told, and deeds asked or offered where nothing is known of the verb."""
    around = pieces_around(len(tree), known)
    found = (told(parsed, tree, i, around[i].tolist()) for i in range(len(tree)) if tree.lemma[i] in verbs())
    return [one for one in found if one is not None]


def pieces_around(size: int, known: Sequence[Attribution]) -> NDArray[np.int64]:
    """Per word the shortest piece of a content that it stands in, [first, last); -1 and -1 where there is none."""
    out = np.full((size, 2), -1)
    for a, b in sorted({piece for one in known for piece in one.content}, key=lambda piece: piece[0] - piece[1]):
        out[a:b] = (a, b)
    return out


def told(parsed: ParsedStory, tree: Tree, verb: int, around: Sequence[int]) -> Attribution | None:
    """The statement that a verb makes, if it is one of speaking that was surely done and has a speaker."""
    if tree.upos[verb] != "VERB" or not happened(tree, verb):
        return None
    nested = around[0] >= 0
    low, high = around if nested else (0, len(tree))
    source = subject_of(parsed, tree, verb)
    content, last = content_of(parsed, tree, verb, nested=nested) or ((0, 0), 0)
    if source is None or source[1] <= low:
        return None
    source, content = (max(source[0], low), source[1]), (content[0], min(content[1], high))
    if not content[0] < content[1] <= content[0] + LONGEST or tree.upos[content[0]] == "CCONJ":
        return None
    # "The man he claims to be": what he claims stands before the verb.
    if tree.text[content[0] : content[1]] == ("to", "be"):
        return None
    helpers = [c for c in tree.kids(verb, "aux") if source[1] <= c < verb]
    return Attribution((min([verb, *helpers]), last), (source,), (content,), (1.0, 1.0, 1.0), rule=RULE, sure=SURE)


def happened(tree: Tree, verb: int) -> bool:
    """Whether the words were spoken: not negated, not with "would" or "may", not "if he says", not in the passive."""
    helpers = tree.kids(verb, "aux")
    if any(tree.lemma[c] in reporting()["unsaid"] or tree.deprel[c] == "aux:pass" for c in helpers):
        return False
    finite = tree.has(verb, "VerbForm=Fin") or any(tree.has(c, "VerbForm=Fin") for c in helpers)
    return finite and not is_negated(tree, verb) and not is_supposed(tree, verb)


def is_supposed(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in a clause with "if" or the like."""
    conditions = hedges().lists["conditions"]
    around = (verb, *(i for i in above(tree, verb) if tree.sentence[i] == tree.sentence[verb]))
    return any(tree.lemma[m] in conditions for i in around for m in tree.kids(i, "mark") if m < verb)


def subject_of(parsed: ParsedStory, tree: Tree, verb: int, *, relative: bool = False) -> Range | None:
    """The words of who speaks: the subject of a verb, or of the one that it is joined to.

    relative: even if the verb belongs to a clause about a noun, as in "a claim that doctors reject".
    """
    owners = [verb] if tree.relation[verb] != "conj" or tree.kids(verb, "nsubj") else [verb, tree.head[verb]]
    who = next((c for owner in owners for c in tree.kids(owner, "nsubj") if c < verb), None)
    if who is None or tree.deprel[who] == "nsubj:pass" or tree.upos[who] not in NOMINAL:
        return None
    if tree.text[who] in FIRST_PERSON or tree.text[who] in reporting()["nobody"]:
        return None
    # "What they are asking us to do", "the words he told her": what is told stands before the verb.
    if not relative and tree.relation[verb] == "acl" and tree.text[who] not in RELATIVE:
        return None
    first, last = parsed.tree.left[who], min(parsed.tree.right[who], verb)
    while first < who and tree.upos[first] == "PUNCT":
        first += 1
    if tree.upos[first] == "ADP":
        return None
    helpers = [c for c in (*tree.kids(verb, "aux", "advmod"), *tree.kids(who, "punct")) if who < c < last]
    last = min([last, *(c for c in helpers if tree.head[c] != who or c == last - 1)])
    return (first, last) if first <= who < last <= first + LONGEST_SOURCE else (who, who + 1)


def content_of(parsed: ParsedStory, tree: Tree, verb: int, *, nested: bool) -> tuple[Range, int] | None:
    """What is told, and where the cue ends."""
    lists, lemma = reporting(), tree.lemma[verb]
    clause = next((c for c in tree.kids(verb, "ccomp") if c > verb and is_told(tree, c)), None)
    if nested and lemma in lists["clause"] and clause is not None:
        return behind(parsed, tree, verb, clause)
    deed = next((c for c in tree.kids(verb, "xcomp", "advcl", "ccomp") if c > verb and is_infinitive(tree, c)), None)
    if deed is not None and tree.relation[deed] != "advcl" and lemma in lists["own_deed"]:
        return None if tree.kids(verb, "obj", "iobj") else behind(parsed, tree, verb, deed)
    whom = next((c for c in tree.kids(verb, "obj", "iobj") if c > verb), None)
    if deed is not None and whom is not None and whom < deed and lemma in lists["other_deed"]:
        return behind(parsed, tree, verb, deed)
    if deed is not None and (found := with_preposition(parsed, tree, verb, deed)) is not None:
        return found
    return thing_of(parsed, tree, verb) if nested else None


def is_told(tree: Tree, clause: int) -> bool:
    """Whether a clause is a whole one: with a subject, or a deed to be done."""
    return bool(tree.kids(clause, "nsubj", "csubj", "expl")) or is_infinitive(tree, clause)


def with_preposition(parsed: ParsedStory, tree: Tree, verb: int, deed: int) -> tuple[Range, int] | None:
    """Of "called on both sides to stop": what was called for, with whom it was asked of."""
    for c in tree.kids(verb, "obl"):
        case = next((k for k in tree.kids(c, "case") if k == verb + 1), None)
        if case is not None and c < deed and f"{tree.lemma[verb]}/{tree.lemma[case]}" in reporting()["other_deed_with"]:
            first, last = parsed.tree.left[c], parsed.tree.right[deed]
            return (max(first, case + 1), trimmed(tree, case + 1, last)), case + 1
    return None


def thing_of(parsed: ParsedStory, tree: Tree, verb: int) -> tuple[Range, int] | None:
    """What is denied, condemned or laid to somebody's charge."""
    lists, lemma = reporting(), tree.lemma[verb]
    deed = next((c for c in tree.kids(verb, "xcomp", "advcl", "ccomp") if c > verb), None)
    if lemma in lists["deed_named"] and deed is not None and tree.text[deed].endswith("ing"):
        return behind(parsed, tree, verb, deed) if parsed.tree.left[deed] == verb + 1 else None
    thing = next((c for c in tree.kids(verb, "obj") if c > verb), None)
    if thing is None:
        return None
    if lemma in lists["thing"] and not tree.kids(verb, "iobj") and tree.upos[thing] in {"NOUN", "PROPN"}:
        return behind(parsed, tree, verb, thing)
    under = (*tree.kids(verb, "obl", "advcl"), *tree.kids(thing, "nmod", "acl"))
    of = next((c for c in under if c > thing and of_what(tree, c)), None)
    if lemma in lists["blamed"] and of is not None:
        return (parsed.tree.left[thing], trimmed(tree, thing, parsed.tree.right[of])), verb + 1
    return None


def of_what(tree: Tree, i: int) -> bool:
    return any(tree.lemma[c] == "of" for c in tree.kids(i, "case", "mark"))


def behind(parsed: ParsedStory, tree: Tree, verb: int, head: int) -> tuple[Range, int] | None:
    """The words that hang on what is told, where they stand behind the verb and near it."""
    first, last = parsed.tree.left[head], before_another(parsed, tree, head)
    while first < head and tree.upos[first] == "PUNCT":
        first += 1
    if first <= verb or first > verb + FARTHEST:
        return None
    return (first, trimmed(tree, head, last)), verb + 1


def before_another(parsed: ParsedStory, tree: Tree, head: int) -> int:
    """Where a clause ends, or where one with a subject of its own is joined to it: "it is safe, | and I trust him"."""
    for c in tree.kids(head, "conj"):
        joint = next((k for k in tree.kids(c, "cc") if k > head), None)
        if joint is not None and tree.text[joint - 1] == "," and tree.kids(c, "nsubj") and not tree.kids(c, "mark"):
            return joint - 1
    return parsed.tree.right[head]


def trimmed(tree: Tree, head: int, last: int) -> int:
    """The end of a range without the marks at it."""
    while last > head + 1 and tree.upos[last - 1] == "PUNCT":
        last -= 1
    return last
