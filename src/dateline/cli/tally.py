"""How many stories (or pairs) came in and what became of them. Takes them and what was made of them, gives counts.

Whatever goes wrong with one story is said as it happens; the exit status is what all of it amounts to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.cli.streams import NOTHING_TO_READ, OK, SOME_FAILED, say

if TYPE_CHECKING:
    from dateline.export import Written
    from dateline.record import Story
    from dateline.record.failure import Failure

EMPTY = "empty"
# Warnings that say that nothing was read in a story, and the word for such stories.
UNREAD = {EMPTY: "empty", "not-english": "not in English"}
# Stories of which that is said one by one; of a whole archive in another language, the sum is enough.
NAMED = 10


@dataclass(slots=True)
class Tally:
    """Counts; when a run is over, `given == read + failed`.

    `unread`: by warning, those of `read` that hold nothing; `noun`, `verb`: what is counted.
    """

    given: int = 0
    read: int = 0
    failed: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    noun: tuple[str, str] = ("story", "stories")
    verb: str = "read"

    def taken(self, stories: Iterable[Story | Failure]) -> Iterator[Story | Failure]:
        """The same stories, counted as they come in."""
        for story in stories:
            self.given += 1
            yield story

    def results(self, results: Iterable[Written | Failure], tell: Callable[[str], None] = say) -> Iterator[str]:
        """What was read, counted; each failure is counted and told, and each of the first that hold nothing."""
        from dateline.export import Written

        for result in results:
            if isinstance(result, Written):
                self.read += 1
                self._look(result, tell)
                yield result.text
            else:
                self.failed += 1
                tell(str(result))

    def _look(self, written: Written, tell: Callable[[str], None]) -> None:
        for warning in written.warnings:
            if warning.code in UNREAD:
                self.unread[warning.code] += 1
                if self.unread.total() <= NAMED:
                    tell(f"story {written.story}: {warning.message}")

    @property
    def code(self) -> int:
        """The exit status that it amounts to: where no story has a text, there was nothing to read."""
        if self.failed:
            return SOME_FAILED
        return OK if self.read > self.unread[EMPTY] else NOTHING_TO_READ

    def __str__(self) -> str:
        stories = self.noun[self.given != 1]
        unread = ", ".join(f"{count:,} {UNREAD[code]}" for code, count in sorted(self.unread.items()))
        read = f"{self.read:,} {self.verb}{f' ({unread})' if unread else ''}"
        return f"{self.given:,} {stories} in: {read}, {self.failed:,} failed"
