"""The attributes of a statement: everything about it but which words it consists of.

Takes a parsed story, its `Tree` and the `Parts` of a statement, gives `Attributes`. Pure; cost is linear in the parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.attributes.acts import act_of, cue_negated, is_left_open, is_refusal, is_silence
from dateline.extract.attributes.addressee import addressee_of, required_of
from dateline.extract.attributes.anonymous import is_anonymous
from dateline.extract.attributes.certainty import certainty_of, negated_content
from dateline.extract.attributes.circumstances import place_and_time
from dateline.extract.attributes.cues import Sense
from dateline.extract.attributes.form import content_spans, form_of, quotation_spans
from dateline.extract.attributes.kinds import SAID, used_sense
from dateline.extract.attributes.medium import Medium, medium_of
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range, Tree, tree_of
from dateline.record.findings import Act, Certainty, StatementForm, StatementKind
from dateline.record.parsed import ParsedStory
from dateline.record.span import Span

__all__ = ["Attributes", "Parts", "Range", "Tree", "attributes", "tree_of"]


@dataclass(frozen=True, slots=True)
class Attributes:
    """As in the record; but addressee, medium, place, time are ranges of words, and `anonymous` None: as the actor."""

    content: tuple[Span, ...]
    quotation: tuple[Span, ...]
    form: StatementForm
    kind: StatementKind
    act: Act | None
    certainty: Certainty
    negated: bool
    addressee: Range | None
    medium: Range | None
    place: Range | None
    time: Range | None
    anonymous: bool | None
    found_by: str


def attributes(
    parsed: ParsedStory, tree: Tree, parts: Parts, first: Attributes | None = None, *, verbatim: bool = False
) -> Attributes:
    """`first`: the statement that this one, which has no cue, goes on with; its kind and addressee are taken over.

    `verbatim`: the words are given as they were spoken, in quotation marks or not.
    """
    form = "direct" if verbatim else form_of(parsed, parts)
    quoted = form == "direct"
    medium = None if verbatim else medium_of(tree, parts)
    sense = SAID if verbatim else used_sense(tree, parts, medium, form != "indirect")
    if first and not parts.cue:
        sense = replace(sense, kind=first.kind)
    act = act_of(tree, parts, sense, quoted)
    certainty = certainty_of(tree, parts.content, sense, act)
    if is_left_open(tree, parts, sense):
        certainty = "possible"
    elif act == "decline" and (is_silence(sense) or is_refusal(tree, parts, sense)):
        certainty = "underspecified"
    addressee = addressee_of(tree, parts, sense, medium) or (first.addressee if first else None)
    if addressee is None and quoted and act == "demand":
        addressee = required_of(tree, parts)
    place, time = place_and_time(tree, parts, medium)
    return Attributes(
        content=content_spans(parsed, parts),
        quotation=quotation_spans(parsed, parts),
        form=form,
        kind=sense.kind,
        act=act,
        certainty=certainty,
        negated=is_negated_statement(tree, parts, sense, act),
        addressee=addressee,
        medium=medium.span if medium else None,
        place=place,
        time=time,
        anonymous=None if verbatim else is_anonymous(tree, parts),
        found_by=reason(sense, medium),
    )


def is_negated_statement(tree: Tree, parts: Parts, sense: Sense, act: Act | None) -> bool:
    """Negated by its content, or by a cue that says it was not believed, wished or announced; by both it is not."""
    inside = negated_content(tree, parts.content)
    refused = act == "decline" or sense.act == "decline"
    return inside != (not refused and cue_negated(tree, parts.cue, sense))


def reason(sense: Sense, medium: Medium | None) -> str:
    """Why it has this kind and act, in words."""
    cue = f"cue '{sense.entry}'" if sense.entry else "no cue of the lexicon"
    return f"{cue}, {medium.sort} medium" if medium else cue
