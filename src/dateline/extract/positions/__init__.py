"""Who stands where on which issue, each with its evidence.

Takes a ParsedStory and a Record with statements, events and causal claims, gives the Record with positions, in the
order in which the story first shows them. What is only supposed creates no position.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.attributes.tree import tree_of
from dateline.extract.positions.attitudes import Attitude, attitudes
from dateline.extract.positions.issues import Issues, lemmas, name_of
from dateline.record import Position, Record
from dateline.record.findings import Stance
from dateline.record.ids import position_id
from dateline.record.parsed import ParsedStory

# How probably a position is read correctly from one piece of evidence, by how directly the actor shows it.
GRADES = {"quote": 0.75, "paraphrase": 0.7, "narrator": 0.6}
# What each further piece of evidence takes off the doubt.
FURTHER = 0.7


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its positions."""
    if not record.actors:
        return record
    tree = tree_of(parsed)
    issues = Issues()
    groups: dict[tuple[str, str], list[Attitude]] = {}
    for one in attitudes(parsed, tree, record):
        name = issues.named(name_of(parsed, one.matter.words), lemmas(tree, one.matter.words))
        groups.setdefault((one.actor, name), []).append(one)
    rows = tuple(position(parsed, record, actor, issue, found) for (actor, issue), found in groups.items())
    return record.with_findings(positions=rows)


def position(parsed: ParsedStory, record: Record, actor: str, issue: str, found: Sequence[Attitude]) -> Position:
    """Several attitudes of an actor to an issue as one position."""
    tokens = parsed.tokens
    words = next((one.condition for one in found if one.condition is not None), None)
    condition = None if words is None else parsed.story.span(tokens.start[words[0]], tokens.end[words[1] - 1])
    doubt = 1 - max(GRADES[one.proof.grade] for one in found)
    return Position(
        id=position_id(record.story.id, actor, issue),
        actor=actor,
        issue=issue,
        stance=stance(found),
        condition=condition,
        statement=tuple(dict.fromkeys(s for one in found for s in one.proof.statements)),
        event=tuple(dict.fromkeys(e for one in found for e in one.proof.events)),
        confidence=round(1 - doubt * FURTHER ** (len(found) - 1), 4),
        found_by="; ".join(dict.fromkeys(f"{one.why} ({one.proof.grade})" for one in found)),
    )


def stance(found: Sequence[Attitude]) -> Stance:
    """What most of them say; neither where as many are for as against; conditional where a condition is given."""
    if any(one.condition is not None for one in found):
        return "conditional"
    balance = sum(1 if one.supports else -1 for one in found)
    return "support" if balance > 0 else "oppose" if balance < 0 else "neutral"
