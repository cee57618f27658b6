"""Who does it and to whom. Takes the scores of a word that tells an event and the mentions, gives participants.

The head says of every word of the sentence whether it belongs to an actor or a recipient; a mention has a part where
its words have. What stands inside a longer mention that has the same part is left to that one: "the British" of "the
British prime minister". A country that was read as a place, or a nationality, has a part only where it surely acts or
is acted upon: "aid to Liberia", "Iraqi warplanes".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.extract.attributes.tree import Tree
from dateline.extract.events.syntax import agents, is_passive, objects, subjects
from dateline.record import Mention, Record
from dateline.record.parsed import Floats, ParsedStory, Teller
from dateline.record.words import countries

# A mention has a part from here on; where none has, the best one from LEAST on.
PART, LEAST = 0.4, 0.15
# A country that is no actor so far becomes one from here on, but not where the event takes place.
AS_STATE = 0.6
WHERE = frozenset({"in", "at", "near", "around", "across", "inside", "outside", "throughout", "over", "off", "from"})


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention with an actor: words [first, last) of the whole phrase, `head` the words of its name or head noun.

    `mention`: its id; `lent`: whether `actor` is only the state that a place or nationality would stand for.
    """

    first: int
    last: int
    head: range
    actor: str
    mention: str
    lent: bool = False


class Participants:
    """The mentions that have an actor, by sentence."""

    def __init__(self, parsed: ParsedStory, record: Record) -> None:
        self._all = sorted(
            (p for m in record.mentions if (p := participant(parsed, m)) is not None), key=lambda p: (p.first, -p.last)
        )
        self._starts = [p.first for p in self._all]

    def within(self, first: int, last: int) -> Sequence[Participant]:
        """Those whose phrase begins in words [first, last)."""
        return self._all[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


def participant(parsed: ParsedStory, mention: Mention) -> Participant | None:
    """A mention as words, if it is of an actor, or of a country that may turn out to be one."""
    actor = mention.actor or state_of(parsed, mention)
    whole = parsed.words_in(mention.span.start, mention.span.end)
    head = parsed.words_in(mention.head.start, mention.head.end)
    if actor is None or not whole or not head:
        return None
    return Participant(whole.start, whole.stop, head, actor, mention.id, lent=mention.actor is None)


def state_of(parsed: ParsedStory, mention: Mention) -> str | None:
    """The code of the country that a place or a nationality names, unless a preposition says that it is where."""
    if mention.time is not None or mention.form not in {"name", "demonym"}:
        return None
    known, name = countries(), mention.head.text
    code = known.names.get(name) if mention.place is not None else known.demonyms.get(name)
    head = parsed.words_in(mention.head.start, mention.head.end)
    at = parsed.tree.head_of(head.start, head.stop) if head else 0
    return None if code is None or WHERE.intersection(parsed.tree.cases(at)) else code


def sides(scores: Teller, near: Sequence[Participant], tree: Tree) -> tuple[list[Participant], list[Participant]]:
    """The actors and the recipients of the event that a word tells, in text order; nobody is both."""
    actors = taking(scores.actor, scores.offset, near, list(subjects(tree, scores.word)))
    recipients = taking(scores.recipient, scores.offset, near, list(objects(tree, scores.word)))
    if is_passive(tree, scores.word) and (by := heading(near, agents(tree, scores.word))):
        # Grammar leaves no doubt here, and the head often has it the other way round.
        upon = heading(near, objects(tree, scores.word))
        actors, recipients = told_by(actors, by, upon), told_by(recipients, upon, by)
    a, r = strongest(actors), strongest(recipients)
    return (
        [p for p, _ in actors if a[p.actor] > r.get(p.actor, 0.0)],
        [p for p, _ in recipients if r[p.actor] >= a.get(p.actor, 0.0)],
    )


def told_by(
    found: Sequence[tuple[Participant, float]], surely: Sequence[Participant], never: Sequence[Participant]
) -> list[tuple[Participant, float]]:
    """Those who have a part, with those who have it by grammar and without those who have the other one."""
    kept = {p: s for p, s in found if p not in never} | dict.fromkeys(surely, 1.0)
    return sorted(kept.items(), key=lambda row: row[0].first)


def heading(near: Sequence[Participant], heads: Iterable[int]) -> list[Participant]:
    """The mentions that these words head; of two that one word heads the longer."""
    found = [next((p for p in near if word in p.head and not p.lent), None) for word in heads]
    return [p for p in found if p is not None]


def strongest(found: Sequence[tuple[Participant, float]]) -> dict[str, float]:
    """By actor, how surely one of its mentions has the part."""
    out: dict[str, float] = {}
    for p, share in found:
        out[p.actor] = max(share, out.get(p.actor, 0.0))
    return out


def taking(
    shares: Floats, offset: int, near: Sequence[Participant], heads: Sequence[int]
) -> list[tuple[Participant, float]]:
    """The mentions that have a part, with how surely; else the one that syntax gives; else the best, if it may be.

    `heads`: words that head the phrases of those who have the part by syntax.
    """
    rated = [(p, share(shares, offset, p)) for p in near]
    sure = [(p, s) for p, s in rated if s >= (AS_STATE if p.lent else PART)]
    if not sure:
        own = [row for row in rated if not row[0].lent]
        by_syntax = [row for word in heads for row in own if word in row[0].head]
        best = max(own, key=lambda row: row[1], default=None)
        sure = by_syntax[:1] or ([best] if best is not None and best[1] >= LEAST else [])
    return [(p, s) for p, s in sure if not any(q is not p and holds(q, p) for q, _ in sure)]


def share(shares: Floats, offset: int, one: Participant) -> float:
    """How surely a mention has a part: the mean over the words of its head."""
    lo, hi = one.head.start - offset, min(one.head.stop - offset, len(shares))
    return float(np.mean(shares[lo:hi])) if 0 <= lo < hi else 0.0


def holds(outer: Participant, inner: Participant) -> bool:
    """Whether one mention stands inside another one."""
    return (
        outer.first <= inner.first
        and inner.last <= outer.last
        and (outer.first, outer.last) != (inner.first, inner.last)
    )


def ids(found: Iterable[Participant]) -> tuple[str, ...]:
    """Their actors, each once."""
    return tuple(dict.fromkeys(p.actor for p in found))
