"""Quotations marked by dashes alone: "— We are tired, — said Petro. — Let us go.".

Takes the words of a paragraph, gives its `Quotation`s; none where no verb of speaking stands behind the second dash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.parse.sentences import knowledge
from dateline.parse.tokens import Word
from dateline.record.parsed import Quotation

DASHES = frozenset({"—", "–", "―"})
# What stands before the dash that ends what is said, and before one after which more is said.
PAUSES, STOPS = frozenset({",", "!", "?", "…", "..."}), frozenset({".", ",", ":", "!", "?"})
# Words behind the dash among which the verb is: "said the old man", "the old man asked".
NEAR = 4
SHORTEST = 6


def dialogue(text: str, words: Sequence[Word], first: int, last: int) -> list[Quotation]:
    """The quotations of a paragraph of words [first, last) that opens with a dash."""
    if last - first < SHORTEST or text[words[first][0] : words[first][1]] not in DASHES:
        return []
    said = [text[start:end] for start, end, _ in words[first:last]]
    dashes = [k for k, word in enumerate(said) if word in DASHES]
    verbs = knowledge().saying
    if (
        len(dashes) < 2
        or said[dashes[1] - 1] not in PAUSES
        or verbs.isdisjoint(said[dashes[1] + 1 : dashes[1] + 1 + NEAR])
    ):
        return []
    return [_between(text, words, first + a, first + b) for a, b in spoken(said, dashes)]


def spoken(said: Sequence[str], dashes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From the dash that opens each piece of speech to the dash that ends it, or to the end of the paragraph."""
    opened: int | None = dashes[0]
    for k in dashes[1:]:
        if opened is not None and said[k - 1] in PAUSES:
            yield opened, k + 1
            opened = None
        elif opened is None and said[k - 1] in STOPS:
            opened = k
    if opened is not None and opened + 1 < len(said):
        yield opened, len(said)


def _between(text: str, words: Sequence[Word], first: int, last: int) -> Quotation:
    """The quotation of words [first, last); a dash at its end is a mark of it, any other word is said."""
    start, end = words[first][0], words[last - 1][1]
    closed = text[words[last - 1][0] : end] in DASHES
    return Quotation(start, end, words[first][1], words[last - 1][0] if closed else end, first, last)
