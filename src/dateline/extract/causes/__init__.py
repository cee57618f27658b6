"""Why: what is said to bring about what, by whom, and how surely.

Takes a ParsedStory and a Record with statements and mentions, gives the Record with causal claims, in text order.
Signals of the lexicon find a claim by the syntax around them; what they miss, the causal heads of the encoder find.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import chain

from dateline.extract.attributes.tree import Tree, tree_of
from dateline.extract.causes import connectives, nouns
from dateline.extract.causes.claimants import Claimants
from dateline.extract.causes.confidence import probability
from dateline.extract.causes.headed import by_heads
from dateline.extract.causes.lexicon import signals
from dateline.extract.causes.link import Link
from dateline.extract.causes.matches import matches
from dateline.extract.causes.meaning import WHO, certainty_of, negated, polarity_of, relation_of
from dateline.extract.causes.verbs import ALL, told_by_verbs
from dateline.record import CausalClaim, Record
from dateline.record.ids import finding_id
from dateline.record.parsed import UNTOLD, ParsedStory, Reasons, Sentence
from dateline.record.tags import Range
from dateline.record.words import words

# A sentence holds a claim by the head from here on; what a weak signal says counts there only.
CAUSAL = 0.4
# Between the words of "blame ... on" anything may stand.
FAR = 14
# What a weak signal or the heads alone say is a claim from here on, or if it is all there is.
LEAST = 0.25
ALONE = 0.15
# Two links whose sides share so much of their words are one.
SAME = 0.5
# A sentence of more words is a list, or no sentence.
LONGEST = 400


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its causal claims."""
    tree = tree_of(parsed)
    voices = Claimants(parsed, record)
    by_first = {one.first: one for one in parsed.scores.reasons}
    links = [
        link
        for one in parsed.sentences
        if one.zone not in UNTOLD and one.last - one.first <= LONGEST
        for link in of_sentence(parsed, tree, one, by_first.get(one.first), voices.people)
    ]
    rows = {row.id: row for link in links for row in [claim(parsed, tree, record, voices, link)]}
    return record.with_findings(causal_claims=tuple(sorted(rows.values(), key=place)))


def place(row: CausalClaim) -> tuple[int, ...]:
    """Where a claim stands."""
    return row.cause.start, row.cause.end, row.effect.start, row.effect.end


def of_sentence(
    parsed: ParsedStory, tree: Tree, one: Sentence, heads: Reasons | None, people: Container[int]
) -> list[Link]:
    """The links of a sentence: by sure signals, then by weak ones and by the heads, the most probable first."""
    causal = heads is not None and heads.probability >= CAUSAL
    found = [link for link in by_signals(parsed, tree, one) if not mere_deed(tree, link, people)]
    if heads is not None and causal:
        found += by_heads(parsed, tree, heads)
    found = [link for link in found if sound(link, one)]
    ranked = sorted((replace(link, probability=probability(link, heads)) for link in found), key=rank)
    kept: list[Link] = []
    for link in ranked:
        enough = is_sure(link) or (causal and link.probability >= (LEAST if kept else ALONE))
        if enough and not any(same(link, other) or (link.entry is None and touches(link, other)) for other in kept):
            kept.append(link)
    return kept


def sound(link: Link, one: Sentence) -> bool:
    """Whether all its ranges have words of the sentence, and its sides are apart; a broken tree may give others."""
    inside = all(one.first <= a < b <= one.last for a, b in (link.cause, link.effect, *link.signal))
    return inside and (link.cause[1] <= link.effect[0] or link.effect[1] <= link.cause[0])


def is_sure(link: Link) -> bool:
    """Whether its signal is enough."""
    return link.entry is not None and link.entry.sure


def rank(link: Link) -> tuple[bool, float]:
    """Sure signals first, then what is more probable."""
    return not is_sure(link), -link.probability


def mere_deed(tree: Tree, link: Link, people: Container[int]) -> bool:
    """Whether a claim is only that someone did something: "the council raised the wall", which an event tells."""
    if tree.upos[link.anchor] != "VERB" or link.blamer is not None or link.object == link.anchor:
        return False
    return link.agent is not None and (
        link.agent in people or tree.text[link.agent] in WHO or tree.lemma[link.agent] in words("person_nouns")
    )


def by_signals(parsed: ParsedStory, tree: Tree, one: Sentence) -> Iterator[Link]:
    """Every link of the lexicon in a sentence, sure signals first."""
    known = signals()
    verbs = (
        (name, m)
        for name in ALL
        for m in matches(tree, known.groups[name], one.first, one.last, FAR if name == "blames" else 2)
    )
    joining = (
        read(parsed, tree, m)
        for name, read in connectives.SORTS.items()
        for m in matches(tree, known.groups[name], one.first, one.last)
    )
    naming = (
        nouns.named(parsed, tree, m, sort)
        for sort, index in known.nouns.items()
        for m in matches(tree, index, one.first, one.last)
    )
    found = [link for link in chain(told_by_verbs(parsed, tree, verbs), naming, joining) if link is not None]
    return iter(found)


def shared(a: Range, b: Range) -> float:
    """How many words two ranges share, of the mean of their lengths."""
    return 2 * max(0, min(a[1], b[1]) - max(a[0], b[0])) / (a[1] - a[0] + b[1] - b[0])


def same(a: Link, b: Link) -> bool:
    """Whether two links by signals say one thing, or a connective's words are those of a longer one."""
    one = shared(a.cause, b.cause) >= SAME and shared(a.effect, b.effect) >= SAME
    return one or any(x[0] < y[1] and y[0] < x[1] for x in a.signal for y in b.signal)


def touches(a: Link, b: Link) -> bool:
    """Whether what the heads see is a link that a signal has found, with other edges or turned around."""
    straight = shared(a.cause, b.cause) > 0 and shared(a.effect, b.effect) > 0
    return straight or (shared(a.cause, b.effect) > 0 and shared(a.effect, b.cause) > 0)


def claim(parsed: ParsedStory, tree: Tree, record: Record, voices: Claimants, link: Link) -> CausalClaim:
    """A link as a row of the record."""
    tokens, story = parsed.tokens, parsed.story
    cause, effect, *signal = (
        story.span(tokens.start[a], tokens.end[b - 1]) for a, b in (link.cause, link.effect, *link.signal)
    )
    who, statement = voices.claimant(link)
    return CausalClaim(
        id=finding_id(record.story.id, "causal_claim", (cause, effect, *signal)),
        cause=cause,
        effect=effect,
        signal=tuple(signal),
        relation=relation_of(tree, link, voices.people),
        polarity=polarity_of(tree, link),
        certainty=certainty_of(tree, link),
        negated=negated(tree, link) or (statement is not None and statement.act == "deny"),
        claimant=who,
        statement=statement.id if statement else None,
        confidence=round(link.probability, 4),
        found_by=link.found_by,
    )
