"""Mentions: every phrase that refers to someone, somewhere or some time.

Takes a ParsedStory, gives the Record with mentions.

A mention's span is the whole phrase ("Norwegian Foreign Minister Ida Berg"), its head the bare name ("Ida Berg").
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.labels import with_labels
from dateline.extract.listed import with_listed
from dateline.extract.misnamed import mended
from dateline.extract.named import named
from dateline.extract.names import names
from dateline.extract.nominals import nominals
from dateline.extract.phrases import Phrase, mention
from dateline.extract.pronouns import pronouns, without_pronouns
from dateline.record import Record
from dateline.record.parsed import ParsedStory


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its mentions, in text order; of two with the same words the name stands."""
    return record.with_findings(mentions=tuple(mention(parsed, phrase) for phrase in phrases(parsed)))


def phrases(parsed: ParsedStory) -> list[Phrase]:
    """Every phrase that refers: names first, then what no name covers."""
    tree = parsed.tree
    by_name = list(named(tree, with_listed(parsed, mended(tree, without_pronouns(tree, names(parsed.scores.names))))))
    names_own = {i for phrase in by_name for i in range(phrase.head_first, phrase.head_last)}
    taken = names_own | {i for phrase in by_name for i in (phrase.head_first - 1, phrase.last - 1) if phrase.first <= i}
    unnamed = (phrase for phrase in nominals(tree, taken) if zone(parsed, phrase) != "byline")
    own = (p for p in pronouns(tree) if p.first not in names_own)
    return in_order(with_labels(parsed, [*by_name, *unnamed, *own]))


def zone(parsed: ParsedStory, phrase: Phrase) -> str:
    """The kind of zone that a phrase stands in."""
    return parsed.sentences[parsed.tokens.sentence[phrase.head_first]].zone


def in_order(found: Iterable[Phrase]) -> list[Phrase]:
    """Phrases in text order, longer ones first, each stretch of words once."""
    once: dict[tuple[int, int], Phrase] = {}
    for phrase in found:
        once.setdefault((phrase.first, phrase.last), phrase)
    return sorted(once.values(), key=lambda p: (p.first, -p.last))
