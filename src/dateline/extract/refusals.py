"""Refusals to speak that have no content of their own: "declined to comment", "did not return calls seeking comment".

Takes words and their syntax, gives `Attribution`s whose content is what was not answered, where the words name it.
The words are in data/refusals.yaml. The encoder looks for what was said, and so misses most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.extract.attributes import Tree
from dateline.extract.attributes.clauses import is_infinitive, is_negated
from dateline.extract.attributes.wordlists import sections, word_sets
from dateline.extract.attribution import Attribution
from dateline.extract.ranges import in_quotation
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

LISTS = (
    "silent", "answering", "refusing", "refused", "kept_back", "requests", "returning", "unanswered", "staying",
    "reached", "unreached", "wanted",
)  # fmt: skip
RULE = "refusal to speak"
# Prepositions between what is refused and what it is about.
ABOUT = frozenset({"on", "about", "to", "upon"})
# Prepositions between calls and whom they were made to: "calls to the mayor", "messages left with the mayor".
TO_WHOM = frozenset({"to", "with", "at", "for"})
# Words of a cue or a content; a longer one is a tree gone wrong.
LONGEST = 25
RELATIVE = frozenset({"who", "which", "that"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@cache
def refusing() -> dict[str, frozenset[str]]:
    return word_sets(sections("refusals.yaml", LISTS), LISTS, "refusals.yaml")


def refusals(parsed: ParsedStory, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """Those that are neither told by a statement that is known, nor part of what one tells."""
    covered = bytearray(len(tree))
    for one in known:
        for a, b in (one.cue, *one.content):
            covered[a:b] = b"\1" * (b - a)
    found = (one for i in range(len(tree)) for kind in (refusal, unreturned) for one in kind(parsed, tree, i))
    return [one for one in found if not any(covered[slice(*one.cue)]) and not in_quotation(parsed, one.cue[0])]


def refusal(parsed: ParsedStory, tree: Tree, i: int) -> Iterator[Attribution]:
    """The refusal that a word makes, if it does."""
    lists, lemma = refusing(), tree.lemma[i]
    top = tree.head[i]
    if lemma in lists["refused"] and tree.relation[i] == "xcomp" and tree.lemma[top] in lists["refusing"]:
        yield from told(parsed, tree, top, i, about(parsed, tree, i))
    elif lemma in lists["silent"] and is_negated(tree, i) and tree.upos[i] == "VERB" and not tree.kids(i, "obj"):
        yield from told(parsed, tree, i, i, about(parsed, tree, i))
    elif lemma in lists["answering"] and is_negated(tree, i):
        # Troops do not respond to an attack either; to a request one responds in words.
        asked = next((c for c in tree.kids(i, "obl") if tree.lemma[c] in lists["requests"]), None)
        if asked is not None:
            yield from told(parsed, tree, i, i, about(parsed, tree, i))
    elif lemma == "say" and is_negated(tree, i) and not tree.kids(i, "ccomp", "xcomp", "obj", "parataxis"):
        # "Asked which documents, she would not say."
        if any(tree.lemma[c] == "ask" for c in tree.kids(i, "advcl")):
            yield from told(parsed, tree, i, i, None)
    elif lemma == "comment" and tree.relation[i] == "obj" and any(tree.text[c] == "no" for c in tree.kids(i, "det")):
        yield from told(parsed, tree, top, i, about(parsed, tree, i))
    elif lemma in lists["unreached"] or (lemma in lists["reached"] and is_negated(tree, i)):
        beside = tree.kids(i, "obl", "nmod", "advcl", "xcomp", "acl")
        comment = next((c for c in beside if tree.lemma[c] in lists["wanted"]), None)
        if comment is not None and ("for" in tree.cases(comment) or is_infinitive(tree, comment)):
            yield from told(parsed, tree, i, comment, about(parsed, tree, comment))


def unreturned(parsed: ParsedStory, tree: Tree, i: int) -> Iterator[Attribution]:
    """Calls that nobody answered, and "there was no comment from the army": who refuses is not always the subject."""
    lists, lemma, top = refusing(), tree.lemma[i], tree.head[i]
    if lemma in lists["returning"] and is_negated(tree, i):
        calls = next((c for c in tree.kids(i, "obj") if tree.lemma[c] in lists["requests"]), None)
        if calls is not None:
            yield from told(parsed, tree, i, i, phrase(parsed, calls, i))
        else:
            yield from unanswered(parsed, tree, i, i)
    elif lemma in lists["kept_back"] and tree.relation[i] == "xcomp" and tree.lemma[top] in lists["refusing"]:
        thing = next((c for c in tree.kids(i, "obj", "ccomp") if c > i), None)
        if thing is not None:
            yield from told(parsed, tree, top, i, phrase(parsed, thing, i))
    elif tree.text[i] in lists["unanswered"]:
        yield from unanswered(parsed, tree, top if tree.lemma[top] in lists["staying"] else i, i)
    elif lemma == "comment" and any(tree.text[c] == "no" for c in tree.kids(i, "det")) and is_subject(tree, i):
        yield from none_from(parsed, tree, i)


def told(parsed: ParsedStory, tree: Tree, verb: int, last: int, content: Range | None) -> Iterator[Attribution]:
    """A refusal whose cue runs from the first helper of its verb to its last word, or to where its content begins."""
    helpers = [c for c in tree.kids(verb, "aux", "cop", "advmod") if verb - LONGEST < c < verb]
    first, end = min([verb, *helpers]), last + 1
    if content is not None and last < content[0] <= last + 2:
        end = content[0]
    source = source_of(parsed, tree, verb, first)
    if source is not None and verb <= last and end - first <= LONGEST:
        yield Attribution((first, end), (source,), () if content is None else (content,), (1.0, 1.0, 1.0), rule=RULE)


def unanswered(parsed: ParsedStory, tree: Tree, verb: int, last: int) -> Iterator[Attribution]:
    """Of calls "to the mayor" that "were not returned" or "went unanswered": the mayor's refusal."""
    lists = refusing()
    calls = next((c for c in tree.kids(verb, "nsubj") if c < verb and tree.lemma[c] in lists["requests"]), None)
    if calls is None:
        return
    hung = [calls, *tree.kids(calls, "acl")]
    who = next((c for k in hung for c in tree.kids(k, "nmod", "obl") if TO_WHOM.intersection(tree.cases(c))), None)
    helpers = [c for c in tree.kids(verb, "aux", "cop", "advmod") if verb - LONGEST < c < verb]
    first = min([verb, *helpers])
    source = None if who is None or who > first else named(parsed, tree, who)
    if source is not None:
        yield Attribution((first, last + 1), (source,), ((calls, calls + 1),), (1.0, 1.0, 1.0), rule=RULE)


def none_from(parsed: ParsedStory, tree: Tree, comment: int) -> Iterator[Attribution]:
    """Of "there was no immediate comment from the army": the army's refusal."""
    who = next((c for c in tree.kids(comment, "nmod") if tree.cases(c) == ["from"]), None)
    source = None if who is None else named(parsed, tree, who)
    if source is not None:
        first = max(parsed.tree.left[comment], comment - LONGEST)
        yield Attribution((first, comment + 1), (source,), (), (1.0, 1.0, 1.0), rule=RULE)


def named(parsed: ParsedStory, tree: Tree, who: int) -> Range | None:
    """The phrase of a noun behind its preposition."""
    return phrase(parsed, who, max(c for c in tree.kids(who, "case")))


def is_subject(tree: Tree, i: int) -> bool:
    """Whether a word is what there is or was: "there was no comment"."""
    top = tree.head[i]
    return (tree.relation[i] == "nsubj" and tree.lemma[top] == "be") or bool(tree.kids(i, "expl"))


def about(parsed: ParsedStory, tree: Tree, i: int) -> Range | None:
    """What is not answered: "on the report", "a request for comment"."""
    found = next((c for c in tree.kids(i, "obl", "nmod") if c > i and ABOUT.intersection(tree.cases(c))), None)
    if found is None:
        return None
    case = max((c for c in tree.kids(found, "case") if c < found), default=found - 1)
    return phrase(parsed, found, case)


def phrase(parsed: ParsedStory, head: int, after: int) -> Range | None:
    """The words that hang on a noun, behind word `after` and up to a mark."""
    first, last = max(parsed.tree.left[head], after + 1), parsed.tree.right[head]
    while last > head + 1 and parsed.tokens.upos[last - 1] == "PUNCT":
        last -= 1
    return (first, last) if first <= head < last <= first + LONGEST else None


def source_of(parsed: ParsedStory, tree: Tree, verb: int, before: int) -> Range | None:
    """The subject of a verb, or of the one that it is joined to, with what hangs on it."""
    for word in (verb, tree.head[verb]):
        found = next((c for c in tree.kids(word, "nsubj") if c < before and tree.upos[c] in NOMINAL), None)
        if found is not None and tree.text[found] in RELATIVE:
            noun = tree.head[word]
            return whole(parsed, noun, found) if noun < found else (found, found + 1)
        if found is not None:
            return whole(parsed, found, before)
        if tree.relation[word] != "conj":
            return None
    return None


def whole(parsed: ParsedStory, head: int, before: int) -> Range:
    """The phrase of a noun up to a word; with the comma that closes an apposition, but no other."""
    first, last = parsed.tree.left[head], min(parsed.tree.right[head], before)
    if last - first > LONGEST or not first <= head < last:
        return head, head + 1
    commas = parsed.tokens.text[first:last].count(",")
    return (first, last - 1) if commas == 1 and parsed.tokens.text[last - 1] == "," else (first, last)


def unquoted(parsed: ParsedStory, tree: Tree, one: Attribution) -> Attribution | None:
    """A refusal to comment without quotations of other sentences: who refuses has not said them. None: nothing is left.

    "Berg declined to comment. | “The dam will fail.”"
    """
    said = {tree.lemma[i] for i in range(*one.cue)}
    lists = refusing()
    if one.rule is not None or said.isdisjoint(lists["refusing"]) or said.isdisjoint(lists["refused"]):
        return one
    at = tree.sentence[one.cue[0]]
    content = [span for span in one.content if tree.sentence[span[0]] == at or not in_quotation(parsed, span[0])]
    return replace(one, content=tuple(content)) if content else None
