"""Who is cited by who tells it: "the Courier reported, citing two officials", "quoted the minister as saying".

Takes attributions and the syntax around them, gives the same with whoever is cited as a source of the same content, and
the one who cites as its medium. A document that is cited stays what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from dateline.extract.attributes import Tree
from dateline.extract.attributes.anonymous import unnamed
from dateline.extract.attribution import Attribution
from dateline.extract.nominals import kind_of
from dateline.extract.ranges import less
from dateline.extract.reported import LONGEST_SOURCE, behind, trimmed
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

# Statements by index with what becomes of them: None if they are given up.
Changes = dict[int, Attribution | None]
Found = tuple[Changes, Attribution]
RULE = "source that is cited"
CITING = frozenset({"cite", "quote"})
PEOPLE = frozenset({"person", "group"})
# Words from "quoted" to "as saying".
FARTHEST = 25


@dataclass(frozen=True, slots=True)
class Cues:
    """Which statements there are: by the words of their cues; in each sentence those that have a source."""

    known: Sequence[Attribution]
    by_word: dict[int, int]
    by_sentence: dict[int, list[int]]

    @classmethod
    def of(cls, tree: Tree, known: Sequence[Attribution]) -> Self:
        by_sentence: dict[int, list[int]] = {}
        for k, one in enumerate(known):
            if one.source:
                by_sentence.setdefault(tree.sentence[one.cue[0]], []).append(k)
        return cls(known, {i: k for k, one in enumerate(known) for i in range(*one.cue)}, by_sentence)


def with_citations(parsed: ParsedStory, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; those of who is cited in place of what else was made of the words that cite."""
    verbs = [i for i in range(len(tree)) if tree.lemma[i] in CITING and tree.upos[i] == "VERB"]
    if not verbs:
        return list(known)
    cues = Cues.of(tree, known)
    out: dict[int, Attribution | None] = dict(enumerate(known))
    for i in verbs:
        changed, one = quoted_as_saying(parsed, tree, i, cues) or citing(parsed, tree, i, cues) or ({}, None)
        out.update(changed)
        out[len(out)] = one
    return [one for one in out.values() if one is not None]


def citing(parsed: ParsedStory, tree: Tree, verb: int, cues: Cues) -> Found | None:
    """Who is cited beside the statement of who cites them: "reported on Friday, citing an official, that ..."."""
    who = next((c for c in tree.kids(verb, "obj") if c > verb and is_someone(parsed, tree, c)), None)
    named = None if who is None or not tree.text[verb].endswith("ing") else phrase(parsed, tree, who)
    telling = teller(tree, verb, cues)
    if named is None or telling is None:
        return None
    one = cues.known[telling]
    told = [without_marks(tree, part) for span in one.content for part in less(span, [(verb, named[1])])]
    content = tuple(part for part in told if part[0] < part[1])
    if not content:
        return None
    changed: Changes = {telling: replace(one, content=content)}
    if verb in cues.by_word:
        changed[cues.by_word[verb]] = None
    return changed, Attribution((verb, verb + 1), (named,), content, one.scores, rule=RULE, medium=one.source[0])


def teller(tree: Tree, verb: int, cues: Cues) -> int | None:
    """The statement whose cue the word of citing hangs on, or the only one beside it in its sentence."""
    own, above = cues.by_word.get(verb), cues.by_word.get(tree.head[verb])
    if above is not None and above != own and cues.known[above].source:
        return above
    near = cues.by_sentence.get(tree.sentence[verb], [])[:3]
    beside = [k for k in near if k != own]
    return beside[0] if len(beside) == 1 else None


def quoted_as_saying(parsed: ParsedStory, tree: Tree, verb: int, cues: Cues) -> Found | None:
    """Who is quoted in place of who quotes: "the agency quoted Berg as saying: ..."."""
    saying = next((i for i in range(verb + 2, min(verb + FARTHEST, len(tree))) if is_as_saying(tree, verb, i)), None)
    who = next((c for c in tree.kids(verb, "obj", "iobj") if c > verb), None)
    if saying is None or who is None or who > saying or is_passive(tree, verb):
        return None
    named = (max(parsed.tree.left[who], verb + 1), min(parsed.tree.right[who], saying - 1))
    mine = {cues.by_word[i] for i in range(verb, saying + 1) if i in cues.by_word}
    told = told_behind(parsed, tree, saying, [span for k in mine for span in cues.known[k].content])
    if told is None or not named[0] < named[1] <= named[0] + LONGEST_SOURCE:
        return None
    by = next((c for c in tree.kids(verb, "nsubj") if c < verb), None)
    medium = None if by is None else (parsed.tree.left[by], min(parsed.tree.right[by], verb))
    one = Attribution((saying - 1, saying + 1), (named,), (told,), (1.0, 1.0, 1.0), rule=RULE, medium=medium)
    return dict.fromkeys(mine), one


def told_behind(parsed: ParsedStory, tree: Tree, saying: int, content: Sequence[Range]) -> Range | None:
    """The longest piece of a content behind the word that brings it, or the clause of that word."""
    rest = (part for span in content for part in less(span, [(0, saying + 1)]))
    told = [part for part in (without_colon(tree, part) for part in rest) if part[0] < part[1]]
    clause = next((c for c in tree.kids(saying, "ccomp") if c > saying), None)
    found = None if told or clause is None else behind(parsed, tree, saying, clause)
    return found[0] if found else max(told, key=lambda part: part[1] - part[0], default=None)


def is_as_saying(tree: Tree, verb: int, i: int) -> bool:
    """Whether a word is the one of "quoted Berg as saying"; trees hang it on many words."""
    return tree.text[i] == "saying" and tree.text[i - 1] == "as" and tree.sentence[i] == tree.sentence[verb]


def is_passive(tree: Tree, verb: int) -> bool:
    return any(tree.deprel[c] == "aux:pass" for c in tree.kids(verb, "aux"))


def is_someone(parsed: ParsedStory, tree: Tree, i: int) -> bool:
    """Whether a noun is for people: "officials", "a source"; of names only the syntax is known here."""
    if tree.upos[i] != "NOUN":
        return False
    return kind_of(parsed.tree, i) in PEOPLE or tree.lemma[i] in unnamed().people


def phrase(parsed: ParsedStory, tree: Tree, i: int) -> Range | None:
    """The words of who is cited, up to a comma."""
    first, last = parsed.tree.left[i], parsed.tree.right[i]
    last = next((k for k in range(i, last) if tree.text[k] == ","), last)
    last = trimmed(tree, i, last)
    return (first, last) if first <= i < last <= first + LONGEST_SOURCE else None


def without_marks(tree: Tree, span: Range) -> Range:
    """A range without the commas at its ends."""
    first, last = span
    while first < last and tree.text[first] == ",":
        first += 1
    while first < last and tree.text[last - 1] == ",":
        last -= 1
    return first, last


def without_colon(tree: Tree, span: Range) -> Range:
    """A range without the colon that it begins with."""
    return (span[0] + 1, span[1]) if tree.text[span[0]] in {":", ","} else span
