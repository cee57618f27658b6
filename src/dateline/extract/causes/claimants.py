"""Who makes a causal claim: the speaker of the innermost statement that holds it, whoever blames, or the author.

Takes the statements of a story and a link, gives the claimant and the statement. A claim in a quotation is never the
author's; where its speaker is not known, nobody is named.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from dateline.extract.causes.link import Link
from dateline.extract.spoken import Spoken, actors_by_word
from dateline.record import Record, Statement
from dateline.record.countable import AUTHOR
from dateline.record.parsed import ParsedStory


class Claimants:
    """The statements of a story by the words of their contents, and the actors by theirs."""

    def __init__(self, parsed: ParsedStory, record: Record) -> None:
        self._spoken = Spoken(parsed, record.statements)
        self._actors = actors_by_word(parsed, record.mentions)

    @property
    def people(self) -> Container[int]:
        """The words that name an actor."""
        return self._actors.keys()

    def claimant(self, link: Link) -> tuple[str | None, Statement | None]:
        """The claimant, and the statement that holds the claim."""
        statement = self.statement(link)
        if link.blamer is not None and link.blamer in self._actors:
            return self._actors[link.blamer], statement
        return (AUTHOR, None) if statement is None else (statement.speaker, statement)

    def statement(self, link: Link) -> Statement | None:
        """The innermost statement whose content holds both cause and effect, for the most part."""
        found = self.holding(link.cause), self.holding(link.effect)
        both = [one for one in found[0] if one in found[1]]
        return min(both, key=self._spoken.size, default=None)

    def holding(self, words: tuple[int, int]) -> Sequence[Statement]:
        """The statements that hold more than half of some words."""
        counts: dict[str, int] = {}
        known: dict[str, Statement] = {}
        for i in range(*words):
            for one in self._spoken.around(i):
                counts[one.id] = counts.get(one.id, 0) + 1
                known[one.id] = one
        return [one for k, one in known.items() if counts[k] * 2 > words[1] - words[0]]
