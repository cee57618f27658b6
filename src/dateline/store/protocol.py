"""What a store does, whatever it is made of. Takes records and questions, gives records and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from dateline.record import ReaderVersion, Record, Story, Violation
from dateline.record.failure import Failure
from dateline.store.answer import Answer
from dateline.store.rows import Rows

State = Literal["running", "finished", "interrupted"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a store knows of a story that comes in. `skip`: why it is not to be read; None: it is in the store."""

    skip: str | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """A story that was not read: the failure, and the story's id and content where there was a story."""

    failure: Failure
    story: str | None = None
    content: str | None = None


class RecordStore(Protocol):
    """Records in one place: written once, replaced whole, asked by name or in SQL."""

    def known(self, stories: Sequence[Story], encoder: str | None, *, retry: bool = False) -> list[Known | None]:
        """For each story what is known of it; None where it is to be read. `retry`: so is what failed before."""

    def begin(self, reader: ReaderVersion) -> int:
        """The number of a run that begins."""

    def write(
        self,
        rows: Sequence[Rows],
        missed: Sequence[Missed] = (),
        *,
        run: int | None = None,
        tally: Mapping[str, int] | None = None,
        reader: ReaderVersion = ...,
    ) -> None:
        """All of it or, when it is cut off, nothing; what the store has of these stories is replaced."""

    def end(self, run: int, state: State, tally: Mapping[str, int]) -> None:
        """Notes how a run ended."""

    def ids(self) -> Iterator[str]:
        """The ids of all stories, in the order in which they were first read."""

    def records(self, ids: Sequence[str] | None = None) -> Iterator[Record]:
        """The records of these stories, or of all."""

    def outdated(self, reader: ReaderVersion | None) -> list[str]:
        """The ids of stories that another reader than this one has read; of all, if None."""

    def forget(self, story: str) -> bool:
        """Removes a story and all that rests on it alone; whether it was there."""

    def verify(self) -> Iterator[Violation]:
        """What is wrong in the store."""

    def ask(self, name: str, **filters: Any) -> Answer:
        """The answer to a named question."""

    def sql(self, query: str) -> Answer:
        """The answer to a query, which can read the store and nothing else."""

    def close(self) -> None:
        """Leaves the store."""
