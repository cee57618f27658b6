"""Events laid into a story parsed by hand, for tests of what is made of them.

Takes a ParsedStory and what the event heads would say of some words, gives it with such scores.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dateline.record.parsed import ParsedStory, Teller
from dateline.record.plover import EVENT_TAGS, MODE_TAGS, STATUS_TAGS
from tests.builders import where


@dataclass(frozen=True)
class Said:
    """What the heads say of a word: type, mode, status, the words of both sides; `p`, `sure` of type and status."""

    word: str
    type: str
    actor: str = ""
    recipient: str = ""
    mode: str = ""
    status: str = "occurred"
    p: float = 0.95
    nth: int = 0
    sure: float = 0.94


def happened(parsed: ParsedStory, *said: Said) -> ParsedStory:
    """The story with scores of events, and of statuses: `occurred` for every other word."""
    status = np.full((len(parsed.tokens), len(STATUS_TAGS)), 0.01, np.float32)
    status[:, 0] = 0.94
    real = np.full(len(parsed.tokens), 0.5, np.float32)
    found = []
    for one in said:
        word = where(parsed, one.word, one.nth)[0]
        status[word] = (1 - one.sure) / (len(STATUS_TAGS) - 1)
        status[word, STATUS_TAGS.index(one.status)] = one.sure
        found.append(teller(parsed, word, one))
    found.sort(key=lambda one: one.word)
    return replace(parsed, scores=replace(parsed.scores, tellers=tuple(found), status=status, happened=real))


def teller(parsed: ParsedStory, word: int, one: Said) -> Teller:
    """The scores of one word."""
    sentence = parsed.sentences[parsed.tokens.sentence[word]]
    modes = f"{one.type}.{one.mode}" if one.mode else ""
    return Teller(
        word,
        sure(len(EVENT_TAGS), EVENT_TAGS.index(one.type), one.p),
        sure(len(MODE_TAGS), MODE_TAGS.index(modes), 0.9),
        sentence.first,
        side(parsed, sentence.first, sentence.last, one.actor),
        side(parsed, sentence.first, sentence.last, one.recipient),
    )


def sure(n: int, best: int, p: float) -> np.ndarray:
    """A distribution that gives `p` to one of n, and the rest to the first: no event, no mode."""
    row = np.full(n, 1e-4, np.float32)
    row[0], row[best] = 1 - p, p
    return row


def side(parsed: ParsedStory, first: int, last: int, words: str) -> np.ndarray:
    """0.9 for the words of a side, a little for all others."""
    row = np.full(last - first, 0.02, np.float32)
    if words:
        a, b = where(parsed, words)
        row[a - first : b - first] = 0.9
    return row
