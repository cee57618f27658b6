"""Whether what happens at a time has happened or is to come, by the words around it.

Takes a ParsedStory and the words of an expression, gives a `Direction`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record.parsed import ParsedStory
from dateline.resolve.times.vocabulary import vocabulary

# No chain of heads that matters here is longer; it bounds the work on a broken tree.
HIGHEST = 12
PAST, OPEN, FUTURE = -1, 0, 1
VERBAL = frozenset({"VERB", "AUX"})
# The words of a phrase; a verb above these relations governs the time, not only what the time says more about.
NOMINAL = frozenset(
    {"nmod", "nmod:poss", "compound", "amod", "nummod", "nmod:unmarked", "appos", "flat", "dep", "nmod:desc"}
)


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 past, 1 future, 0 not said; `why`: the word that says so; `direct`: it governs the time itself."""

    way: int
    why: str = ""
    direct: bool = True


def direction(parsed: ParsedStory, first: int, last: int) -> Direction:
    """Which way the time of words [first, last) lies from the day of the story."""
    if not parsed.tokens.head:
        return Direction(OPEN)
    before = parsed.tokens.text[first - 1].lower() if first else ""
    lists = vocabulary().direction
    if before in lists["behind"]:
        return Direction(PAST, before)
    found = _governed(parsed, parsed.tree.head_of(first, last))
    if parsed.sentences[parsed.tokens.sentence[first]].zone == "caption" and found.why not in lists["modals"]:
        return Direction(PAST, "a caption")
    if before in lists["ahead"]:
        lasted = found.way == PAST and found.why in lists["lasting"]
        return found if lasted else Direction(FUTURE, before)
    if before == "to" and found.why in lists["moved"]:
        return Direction(FUTURE, found.why)
    return found


def rules_out(parsed: ParsedStory, first: int, last: int) -> Direction | None:
    """Ahead, where the verb above is of what might come: "ruled out a move in January", "demanded a vote by May"."""
    if not parsed.tokens.head:
        return None
    tokens, i = parsed.tokens, parsed.tree.head_of(first, last)
    for _ in range(HIGHEST):
        if i == tokens.head[i] or predicate(parsed, i):
            break
        i = tokens.head[i]
    lemma, particle = tokens.lemma[i].lower(), parsed.tree.child(i, "compound:prt", "advmod")
    out = lemma == "rule" and particle is not None and tokens.text[particle].lower() == "out"
    if not out and lemma not in vocabulary().direction["bars"]:
        return None
    return Direction(FUTURE, f"{lemma} out" if out else lemma)


def _governed(parsed: ParsedStory, i: int) -> Direction:
    """By the predicate above a word, reading upwards through nouns."""
    tokens, lists, direct, purpose = parsed.tokens, vocabulary().direction, True, False
    for _ in range(HIGHEST):
        lemma = tokens.lemma[i].lower()
        purpose = purpose or "for" in parsed.tree.cases(i)
        if predicate(parsed, i):
            if purpose and lemma in lists["planned"] | lists["moved"]:
                return Direction(FUTURE, lemma, direct)
            found = tense(parsed, i)
            return Direction(found.way, found.why, direct)
        if tokens.upos[i] in {"NOUN", "PROPN"} and _behind(parsed, i):
            return Direction(PAST, "after", direct=True)
        if tokens.upos[i] == "ADJ" and lemma in lists["planned"]:
            return Direction(FUTURE, lemma, direct)
        if tokens.head[i] == i:
            break
        direct = direct and (tokens.deprel[i] not in NOMINAL)
        i = tokens.head[i]
    return Direction(OPEN)


def _behind(parsed: ParsedStory, i: int) -> bool:
    """Whether a noun stands after "after" or "since": "after Friday's attack"."""
    return not vocabulary().direction["behind"].isdisjoint(parsed.tree.cases(i))


def predicate(parsed: ParsedStory, i: int) -> bool:
    """Whether a word heads a clause."""
    if parsed.tokens.upos[i] in VERBAL:
        return parsed.tokens.deprel[i] not in {"amod", "compound", "case", "mark"}
    return parsed.tree.child(i, "cop", "aux", "aux:pass") is not None


def tense(parsed: ParsedStory, i: int, depth: int = 0) -> Direction:
    """By a predicate with its auxiliaries; an infinitive or a participle, by what governs it."""
    tokens, lists = parsed.tokens, vocabulary().direction
    lemma, feats = tokens.lemma[i].lower(), tokens.feats[i]
    helpers = [
        c for c in parsed.tree.children[i] if tokens.deprel[c].startswith(("aux", "cop")) and tokens.upos[c] == "AUX"
    ]
    modal = next((c for c in helpers if tokens.lemma[c].lower() in lists["modals"]), None)
    perfect = any(tokens.lemma[c].lower() == "have" for c in helpers)
    if modal is not None:
        return Direction(PAST if perfect else FUTURE, tokens.lemma[modal].lower())
    if lemma in lists["planned"] - {"call"} and _passive_or_progressive(parsed, i, helpers):
        return Direction(FUTURE, lemma)
    if infinitive(parsed, i) and depth < HIGHEST:
        return _above_infinitive(parsed, i, depth)
    if perfect or any("Tense=Past" in tokens.feats[c] for c in helpers):
        return Direction(PAST, lemma)
    if helpers:
        return _now(parsed, i, lemma)
    if "Tense=Past" in feats:
        return Direction(PAST, lemma)
    if not lists["behind"].isdisjoint(_marks(parsed, i)):
        return Direction(PAST, "after")
    if "VerbForm=Ger" in feats or ("VerbForm=Part" in feats and tokens.head[i] != i and depth < HIGHEST):
        return _of_head(parsed, i, depth)
    if lemma in lists["same_in_past"]:
        return Direction(PAST, lemma)
    return _now(parsed, i, lemma) if tokens.upos[i] in VERBAL else Direction(OPEN)


def _marks(parsed: ParsedStory, i: int) -> list[str]:
    """The words that open a clause: "since", "after"."""
    tokens = parsed.tokens
    return [tokens.text[c].lower() for c in parsed.tree.children[i] if tokens.deprel[c] in {"mark", "case"}]


def _passive_or_progressive(parsed: ParsedStory, i: int, helpers: list[int]) -> bool:
    """A participle of what looks ahead ("was expected", "set for"), not "he expected" or "it set"."""
    participle = "VerbForm=Part" in parsed.tokens.feats[i] or parsed.tokens.upos[i] not in VERBAL
    bare = not helpers and parsed.tokens.deprel[i] in {"acl", "advcl", "amod"}
    return participle and (bool(helpers) or bare) and not _perfect_active(parsed, helpers)


def _perfect_active(parsed: ParsedStory, helpers: list[int]) -> bool:
    return {parsed.tokens.lemma[c].lower() for c in helpers} == {"have"}


def infinitive(parsed: ParsedStory, i: int) -> bool:
    """Whether a predicate has "to" before it, and no verb of its own that says when."""
    tokens = parsed.tokens
    return any(tokens.text[c].lower() == "to" and tokens.upos[c] == "PART" for c in parsed.tree.children[i] if c < i)


def _above_infinitive(parsed: ParsedStory, i: int, depth: int) -> Direction:
    """What stands above an infinitive: "plans to", "is due to", "are to" look ahead; "began to", "met to" do not."""
    tokens, lists = parsed.tokens, vocabulary().direction
    above = tokens.head[i]
    lemma = tokens.lemma[above].lower()
    helpers = {tokens.lemma[c].lower() for c in parsed.tree.children[i] if tokens.upos[c] == "AUX"}
    if "be" in helpers:
        return Direction(FUTURE, "be to")
    if above == i:
        # "Ministers to meet on Friday": a headline.
        return Direction(FUTURE, "to")
    if parsed.tree.child(i, "nsubj", "nsubj:pass") is not None:
        # "with racing to resume on Friday".
        return Direction(FUTURE, "to")
    if lemma in lists["forward"] or (lemma == "be" and tokens.deprel[i] in {"xcomp", "ccomp"}):
        return Direction(FUTURE, lemma)
    return _of_head(parsed, i, depth)


def _of_head(parsed: ParsedStory, i: int, depth: int) -> Direction:
    """By the nearest predicate above."""
    above = parsed.tokens.head[i]
    for _ in range(HIGHEST):
        if above == i or parsed.tokens.lemma[above].lower() in vocabulary().direction["forward"]:
            break
        if predicate(parsed, above):
            return tense(parsed, above, depth + 1)
        i, above = above, parsed.tokens.head[above]
    if parsed.tokens.lemma[above].lower() in vocabulary().direction["forward"]:
        return Direction(FUTURE, parsed.tokens.lemma[above].lower())
    return Direction(OPEN)


def _now(parsed: ParsedStory, i: int, lemma: str) -> Direction:
    """The present: of what is fixed for a day it is the future ("they meet on Friday"); under a picture, the past."""
    zone = parsed.sentences[parsed.tokens.sentence[i]].zone
    return Direction(PAST, "a caption") if zone == "caption" else Direction(FUTURE, lemma)
