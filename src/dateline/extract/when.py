"""When a statement was made, as far as the clause of its cue or the phrase of its medium says.

Takes a ParsedStory, a Record with times and a statement's words, gives the id of a time or None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.extract.attributes import Attributes, Parts
from dateline.record import Record
from dateline.record.parsed import ParsedStory

# How a time hangs from the cue ("said on Thursday") and from the medium ("in a statement on Thursday").
ATTACHED = ("obl", "nmod", "advmod", "compound", "amod")


def times_by_word(parsed: ParsedStory, record: Record) -> Mapping[int, str]:
    """The id of the time whose expression each word is a part of."""
    spans = ((time, parsed.words_in(time.span.start, time.span.end)) for time in record.times)
    return {word: time.id for time, words in spans for word in words}


def time_of(parsed: ParsedStory, times: Mapping[int, str], parts: Parts, about: Attributes) -> str | None:
    """The time beside the cue, else that of the medium; a time in the content is when something else happened."""
    if not parts.cue:
        return None
    elsewhere = (*parts.content, *parts.source)
    near = (i for i in _words(parsed, parts, about) if not any(a <= i < b for a, b in elsewhere))
    return next((times[i] for i in near if i in times), None)


def _words(parsed: ParsedStory, parts: Parts, about: Attributes) -> Iterator[int]:
    yield from range(*about.time) if about.time is not None else ()
    for first, last in (*parts.cue, *((about.medium,) if about.medium is not None else ())):
        for i in range(first, last):
            yield i
            yield from (c for c in parsed.tree.children[i] if parsed.tokens.deprel[c].startswith(ATTACHED))
