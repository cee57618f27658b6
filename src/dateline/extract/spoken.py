"""The statements and the actors of a story by their words.

Takes a ParsedStory and its findings, gives what stands where.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record import Mention, Statement
from dateline.record.parsed import ParsedStory


class Spoken:
    """Which statements hold a word, and of which one it is the cue. The cost is linear in the statements' words."""

    def __init__(self, parsed: ParsedStory, statements: Sequence[Statement]) -> None:
        self._size = {one.id: sum(span.end - span.start for span in one.content) for one in statements}
        self._within: dict[int, list[Statement]] = {}
        self._cue: dict[int, Statement] = {}
        for one in sorted(statements, key=lambda one: -self._size[one.id]):
            for i in dict.fromkeys(parsed.words_of(one.content)):
                self._within.setdefault(i, []).append(one)
        for one in statements:
            for i in parsed.words_of(one.cue):
                self._cue.setdefault(i, one)

    def around(self, word: int) -> Sequence[Statement]:
        """The statements in whose content a word stands, the longest first."""
        return self._within.get(word, ())

    def innermost(self, word: int) -> Statement | None:
        """The shortest of them."""
        return next(iter(self.around(word)[-1:]), None)

    def cue_of(self, word: int) -> Statement | None:
        """The statement of which a word is the cue."""
        return self._cue.get(word)

    def size(self, one: Statement) -> int:
        """The code points of a statement's content."""
        return self._size[one.id]


def actors_by_word(parsed: ParsedStory, mentions: Sequence[Mention]) -> dict[int, str]:
    """The actor whom each word is the head of a mention of; of two mentions the shorter decides."""
    return {
        i: m.actor
        for m in sorted(mentions, key=lambda m: m.span.start - m.span.end)
        if m.actor is not None
        for i in parsed.words_in(m.head.start, m.head.end)
    }
