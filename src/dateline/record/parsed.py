"""What parsing makes of a story: tokens, sentences, quotations and the encoder's scores, as plain arrays.

Takes nothing, gives types only: every extractor is a pure function of these, so a test can write them by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.record.plover import STATUS_TAGS
from dateline.record.span import Span
from dateline.record.story import Story, Zone
from dateline.record.talk import Turn, turns_of
from dateline.record.tokens import Tokens
from dateline.record.tree import Tree

Floats = NDArray[np.float32]

# The kinds of names in the order of the columns of `Scores.names`: outside, then begins and inside for each.
NAME_KINDS = (
    "person", "organization", "place", "nationality", "facility", "weapon", "platform", "date", "money", "other",
)  # fmt: skip


# Zones in which nothing is told.
UNTOLD = frozenset({"byline", "credit", "dateline", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points [start, end) of the text, tokens [first, last), and the kind of zone it lies in."""

    start: int
    end: int
    first: int
    last: int
    zone: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: [start, end) with its marks, [inner_start, inner_end) without, tokens [first, last) with its marks.

    `opened` and `closed` say whether the mark is there. A quotation that runs over paragraphs, each opened again by
    a mark, is one `Quotation` per paragraph; all but the last have `closed=False`, all but the first `continues=True`.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    first: int
    last: int
    opened: bool = True
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class CueLinks:
    """What the encoder says of one possible cue, tokens [first, last), and of the tokens from `offset` on around it.

    `source`, `content`: (m,) probabilities that token `offset + k` belongs to this cue's source or content.
    """

    first: int
    last: int
    probability: float
    offset: int
    source: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class Teller:
    """What the encoder says of a word that may tell an event, and of the tokens of its sentence, from `offset` on.

    `types`: (17,) probabilities as in `EVENT_TAGS`; `modes`: (68,) as in `MODE_TAGS`. `actor`, `recipient`: (m,)
    probabilities that token `offset + k` belongs to who does it, or to whom it is done.
    """

    word: int
    types: Floats
    modes: Floats
    offset: int
    actor: Floats
    recipient: Floats


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the encoder says of a sentence that may hold a causal claim: tokens [first, last).

    `probability`: that it holds one. `causes`, `effects`, `signals`: ranges of tokens; `pairs`: (causes, effects)
    probabilities that the one brings about the other. `score`: (m, 3) that a token is part of a cause, effect, signal.
    """

    first: int
    last: int
    probability: float
    causes: tuple[tuple[int, int], ...]
    effects: tuple[tuple[int, int], ...]
    signals: tuple[tuple[int, int], ...]
    pairs: Floats
    score: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Scores:
    """The encoder's output for the n tokens of a story, one array per head.

    `names`: (n, len(NAME_TAGS)) probabilities. `roles`: (n, 9) probabilities of outside, begins, inside for source, cue
    and content in turn, each whatever the others are. `links`: one entry per possible cue, in text order. `tellers`:
    one per word that may tell an event. `status`: (n, 7) probabilities as in `STATUS_TAGS`, `happened`: (n,) that what
    a word tells has happened or goes on; both of any predicate. `reasons`: one per sentence that may hold a causal
    claim.
    """

    names: Floats
    roles: Floats
    links: tuple[CueLinks, ...] = ()
    tellers: tuple[Teller, ...] = ()
    status: Floats = field(default_factory=lambda: np.zeros((0, len(STATUS_TAGS)), np.float32))
    happened: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    reasons: tuple[Reasons, ...] = ()


@dataclass(frozen=True, eq=False)
class ParsedStory:
    """A story with its language analysed. Internal: it never leaves the process, and is equal to itself alone."""

    story: Story
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    scores: Scores

    @cached_property
    def tree(self) -> Tree:
        """The syntax, to be walked downwards."""
        return Tree.of(self.tokens)

    @cached_property
    def talk(self) -> tuple[Turn, ...]:
        """The turns of a transcript or an interview, by their labels."""
        return turns_of(self.story.text, self.tokens, self.sentences)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The lines of the text that have words, as runs of words [first, last)."""
        start, end, text = self.tokens.start, self.tokens.end, self.story.text
        opens = [i for i in range(len(start)) if not i or "\n" in text[end[i - 1] : start[i]]]
        return tuple(zip(opens, [*opens[1:], len(start)], strict=True)) if opens else ()

    def words_of(self, spans: Iterable[Span]) -> list[int]:
        """The words of some spans, in their order."""
        return [i for span in spans for i in self.words_in(span.start, span.end)]

    def words_in(self, start: int, end: int) -> range:
        """The words that share a character with [start, end)."""
        first = bisect_right(self.tokens.end, start)
        return range(first, max(first, bisect_left(self.tokens.start, end)))
