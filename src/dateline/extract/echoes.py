"""Statements that only repeat another one of the same story: in its headline, or under its picture.

Takes statements with the zones they begin in, gives for each echo the statement that it repeats, and the record in
which whoever speaks unnamed in a headline ("Minister warns ...") is the one who says the same by name in the body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.record import Actor, Record, Statement
from dateline.record.parsed import ParsedStory

ECHOING = frozenset({"headline", "caption"})
# Characters that two forms of a word share: "worse" and "worsen", "Syria" and "Syrian".
STEM = 5
# Share of the shorter statement's words that the longer one repeats.
ALIKE = 0.5
# Stems that two statements share at least for someone unnamed to be known by what is said.
ENOUGH = 3
CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def echoes(
    parsed: ParsedStory, rows: Sequence[Statement], zones: Sequence[str], unnamed: Mapping[str, Actor]
) -> dict[int, int]:
    """Index of an echo to index of the statement in the body that it is most like, by the same speaker.

    `unnamed`: who is mentioned only where echoes stand; such a one may turn out to be any named speaker of the kind.
    """
    if not ECHOING.intersection(zones):
        return {}
    body = [k for k, zone in enumerate(zones) if zone == "body"]
    bags = {k: stems(parsed, rows[k]) for k in range(len(rows))}
    out = {}
    above = [k for k, zone in enumerate(zones) if zone == "headline"]
    for k, zone in enumerate(zones):
        if zone not in ECHOING or rows[k].speaker is None:
            continue
        same = [n for n in body if rows[n].speaker == rows[k].speaker]
        if zone == "caption":
            # A headline may say by a description who speaks; the same words of the same story are theirs.
            same += [n for n in above if n < k and rows[n].speaker in {None, rows[k].speaker}]
        if rows[k].speaker in unnamed:
            same = [n for n in body if rows[n].speaker is not None and len(bags[k] & bags[n]) >= ENOUGH]
        best = max(same, key=lambda n: likeness(bags[k], bags[n]), default=None)
        if best is not None and likeness(bags[k], bags[best]) >= ALIKE:
            out[k] = best
    return out


def only_above(record: Record) -> dict[str, Actor]:
    """The people without a name who are mentioned in headlines and captions only, by id."""
    inside = [(z.start, z.end) for z in record.story.zones if z.kind in ECHOING]
    elsewhere = {m.actor for m in record.mentions if not any(a <= m.span.start < b for a, b in inside)}
    people = (a for a in record.actors if a.kind == "person" and a.id not in elsewhere)
    named = {m.actor for m in record.mentions if m.form == "name"}
    return {a.id: a for a in people if a.id not in named}


def recognised(
    record: Record, rows: Sequence[Statement], echo: Mapping[int, int], unnamed: Mapping[str, Actor]
) -> dict[str, str]:
    """For who speaks unnamed in an echo, the actor who says the same in the body."""
    kinds = {a.id: a.kind for a in record.actors}
    pairs = ((rows[k].speaker, rows[n].speaker) for k, n in echo.items())
    return {a: b for a, b in pairs if a is not None and b is not None and a in unnamed and kinds[b] == "person"}


def merged(record: Record, same: Mapping[str, str]) -> Record:
    """The record in which the mentions of one actor are those of another one."""
    if not same:
        return record
    mentions = tuple(
        m
        if m.actor is None or m.actor not in same
        else m.model_copy(update={"actor": same[m.actor], "found_by": f"{m.found_by}; who says the same in the body"})
        for m in record.mentions
    )
    # Who turns out to speak in the headline is mentioned there first.
    order = {key: k for k, key in enumerate(dict.fromkeys(m.actor for m in mentions))}
    actors = sorted((a for a in record.actors if a.id not in same), key=lambda a: order.get(a.id, len(order)))
    return record.with_findings(mentions=mentions, actors=tuple(actors))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared stems over those of the shorter one."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def stems(parsed: ParsedStory, row: Statement) -> frozenset[str]:
    """The stems of the content's nouns, names, verbs, adjectives and numbers."""
    tokens = parsed.tokens
    return frozenset(
        tokens.text[i].lower()[:STEM] for i in parsed.words_of(row.content) if tokens.upos[i] in CONTENT_WORDS
    )
