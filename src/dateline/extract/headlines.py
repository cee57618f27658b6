"""Headlines that end in who says it: "Council lost its nerve, says Berg". Takes words, gives `Attribution`s.

The encoder, which has learned from running text, overlooks most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory
from dateline.record.words import words

RULE = "headline that ends in who says it"
# Words of who says it, and of what is said at least.
LONGEST_SOURCE, SHORTEST_CONTENT = 6, 2
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


def headlines(parsed: ParsedStory, known: Sequence[Attribution]) -> list[Attribution]:
    """Those that no statement has been found in yet."""
    cues = {i for one in known for i in range(*one.cue)}
    zones = [z for z in parsed.zones if z.kind == "headline"]
    spans = [parsed.words_in(z.start, z.end) for z in zones]
    found = (one for span in spans for one in told_last(parsed, span.start, span.stop))
    return [one for one in found if cues.isdisjoint(range(*one.cue))]


def told_last(parsed: ParsedStory, first: int, last: int) -> Iterator[Attribution]:
    """The statement of a headline whose last words are a comma, a verb of speaking and a name."""
    tokens = parsed.tokens
    text, end = tokens.text, last
    while end > first and not any(map(str.isalnum, text[end - 1])):
        end -= 1
    commas = [i for i in range(max(first, end - LONGEST_SOURCE - 2), end) if text[i] == ","]
    if not commas or end - commas[-1] < 3:
        return
    comma, verb = commas[-1], commas[-1] + 1
    says = text[verb] in {"says", "said", "say"} or (
        tokens.lemma[verb].lower() in words("speech_verbs")
        and text[verb].islower()
        and text[verb].endswith(("s", "ed"))
    )
    if says and comma - first >= SHORTEST_CONTENT:
        yield Attribution((verb, verb + 1), ((verb + 1, end),), ((first, comma),), (1.0, 1.0, 1.0), rule=RULE)
