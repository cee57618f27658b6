"""What the encoder sees of a story: word pieces with letter case, quotation state and the gap before each word.

Takes words, quotations and rule-based sentence starts, gives `Inputs`; training and reading share this code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.record.parsed import Quotation

Ints = NDArray[np.int64]
FEATURES = ("case", "quote", "gap")
PAD, UNKNOWN, START, END = 0, 100, 101, 102
# A "word" of more pieces is an address, a hash or noise: the first pieces tell that, the rest only costs time.
MOST_PIECES = 12
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"})
GLUED, SPACED, LINE, PARAGRAPH = range(4)
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Pieces of n words: `pieces[first[i]:last[i] + 1]` are those of word i; `features` are per word."""

    pieces: Ints
    first: Ints
    last: Ints
    features: dict[str, Ints]


def case_of(word: str) -> int:
    """0 no letter or digit, 1 lower, 2 Title, 3 UPPER, 4 one capital, 5 mIxed, 6 digits, 7 digits and letters."""
    if word.isalpha():
        if word.islower():
            return 1
        if len(word) == 1:
            return 4 if word.isupper() else 1
        if word.isupper():
            return 3
        return 2 if word[0].isupper() and word[1:].islower() else 5
    if any(c.isdigit() for c in word):
        return 7 if any(c.isalpha() for c in word) else 6
    if not any(c.isalpha() for c in word):
        return 0
    return 3 if word.isupper() else 1 if word.islower() else 2 if word[0].isupper() else 5


def quote_states(count: int, quotations: Sequence[Quotation]) -> Ints:
    """Per word: outside, inside, opens or closes a quotation."""
    out = np.zeros(count, dtype=np.int64)
    for q in quotations:
        out[q.first : q.last] = INSIDE
        if q.opened and q.first < q.last:
            out[q.first] = OPENS
        if q.closed and q.last - 1 > q.first:
            out[q.last - 1] = CLOSES
    return out


def gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> Ints:
    """Per word: glued to the word before, spaced, after a line break, or (after a blank line) first of a paragraph."""
    out = np.full(len(starts), SPACED, dtype=np.int64)
    for i in range(1, len(starts)):
        if starts[i] == ends[i - 1]:
            out[i] = GLUED
        elif (breaks := text.count("\n", ends[i - 1], starts[i])) > 0:
            out[i] = LINE if breaks == 1 else PARAGRAPH
    out[:1] = PARAGRAPH
    return out


def piecer(tokenizer: Tokenizer) -> Callable[[str], tuple[int, ...]]:
    """A cached function from a word to its piece ids, never empty and never more than MOST_PIECES."""

    @lru_cache(maxsize=100_000)
    def pieces(word: str) -> tuple[int, ...]:
        plain = word[:100].translate(QUOTES).encode("utf-8", "replace").decode("utf-8")
        ids = tokenizer.encode('"' if plain == "''" else plain, add_special_tokens=False).ids
        return tuple(ids[:MOST_PIECES]) or (UNKNOWN,)

    return pieces


def inputs(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    quotations: Sequence[Quotation],
    pieces: Callable[[str], tuple[int, ...]],
) -> Inputs:
    """The encoder's inputs for a whole story, without window marks."""
    words = [text[s:e] for s, e in zip(starts, ends, strict=True)]
    split = [pieces(w) for w in words]
    sizes = np.fromiter((len(p) for p in split), dtype=np.int64, count=len(split))
    last = np.cumsum(sizes) - 1
    features = {
        "case": np.fromiter((case_of(w) for w in words), dtype=np.int64, count=len(words)),
        "quote": quote_states(len(words), quotations),
        "gap": gaps(text, starts, ends),
    }
    flat = np.fromiter((i for p in split for i in p), dtype=np.int64)
    return Inputs(flat, last - sizes + 1, last, features)


def units(feed: Inputs, sentences: Sequence[int], capacity: int) -> Iterator[tuple[int, int]]:
    """Runs of words that windows are made of: sentences, cut where one alone would fill more than `capacity` pieces.

    `sentences`: the words that start one, by rule.
    """
    for start, end in pairwise([*sentences, len(feed.first)]):
        a = start
        while feed.last[end - 1] - feed.first[a] + 1 > capacity:
            cut = int(np.searchsorted(feed.last, feed.first[a] + capacity, side="left"))
            yield a, cut
            a = cut
        yield a, end


def window(feed: Inputs, a: int, b: int) -> dict[str, Ints]:
    """Words [a, b) as one row: pieces between START and END, features per piece, first and last piece per word."""
    lo, hi = int(feed.first[a]), int(feed.last[b - 1]) + 1
    row = {"pieces": np.concatenate(([START], feed.pieces[lo:hi], [END]))}
    sizes = feed.last[a:b] - feed.first[a:b] + 1
    for name, values in feed.features.items():
        row[name] = np.concatenate(([0], np.repeat(values[a:b], sizes), [0]))
    row["first"], row["last"] = feed.first[a:b] - lo + 1, feed.last[a:b] - lo + 1
    return row
