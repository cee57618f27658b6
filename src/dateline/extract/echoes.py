"""Statements that only repeat another one of the same story: in its headline, or under its picture.

Takes statements with the zones they begin in, gives for each echo the statement that it repeats.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Statement
from dateline.record.parsed import ParsedStory

ECHOING = frozenset({"headline", "caption"})
# Characters that two forms of a word share: "worse" and "worsen", "Syria" and "Syrian".
STEM = 5
# Share of the shorter statement's words that the longer one repeats.
ALIKE = 0.5
CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def echoes(parsed: ParsedStory, rows: Sequence[Statement], zones: Sequence[str]) -> dict[int, int]:
    """Index of an echo to index of the statement in the body that it is most like, by the same speaker."""
    if not ECHOING.intersection(zones):
        return {}
    body = [k for k, zone in enumerate(zones) if zone == "body"]
    bags = {k: stems(parsed, rows[k]) for k in range(len(rows))}
    out = {}
    for k, zone in enumerate(zones):
        if zone in ECHOING and rows[k].speaker is not None:
            same = [n for n in body if rows[n].speaker == rows[k].speaker]
            best = max(same, key=lambda n: likeness(bags[k], bags[n]), default=None)
            if best is not None and likeness(bags[k], bags[best]) >= ALIKE:
                out[k] = best
    return out


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared stems over those of the shorter one."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def stems(parsed: ParsedStory, row: Statement) -> frozenset[str]:
    """The stems of the content's nouns, names, verbs, adjectives and numbers."""
    tokens, out = parsed.tokens, set()
    for span in row.content:
        for i in parsed.words_in(span.start, span.end):
            if tokens.upos[i] in CONTENT_WORDS:
                out.add(tokens.text[i].lower()[:STEM])
    return frozenset(out)
