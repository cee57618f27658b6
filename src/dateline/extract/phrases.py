"""A mention as it is being found: a phrase in words, with its head.

Takes words, gives `Phrase`s and from them `Mention`s.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Mention, Span
from dateline.record.findings import MentionForm, MentionKind
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, last) that refer, and their head [head_first, head_last): a bare name, or the head word."""

    first: int
    last: int
    head_first: int
    head_last: int
    kind: MentionKind
    form: MentionForm
    confidence: float
    found_by: str


def mention(parsed: ParsedStory, phrase: Phrase) -> Mention:
    """The phrase as a finding."""
    span = words(parsed, phrase.first, phrase.last)
    return Mention(
        id=finding_id(parsed.story.id, "mention", (span,)),
        span=span,
        head=words(parsed, phrase.head_first, phrase.head_last),
        kind=phrase.kind,
        form=phrase.form,
        confidence=round(phrase.confidence, 4),
        found_by=phrase.found_by,
    )


def words(parsed: ParsedStory, first: int, last: int) -> Span:
    """The text of words [first, last)."""
    return parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
