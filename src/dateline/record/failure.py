"""A story that could not be read, as a value beside records of those that could. Takes an error, gives `Failure`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Failure:
    """What stands in the place of a record, so that a run goes on and its order is kept.

    `where`: which story, as its input names it ("line 7", "story d0c1..."). `error`: name of the error's type, one of
    the tree in `errors` or another. `message`: what is wrong and what would be valid.
    """

    where: str
    error: str
    message: str

    @classmethod
    def of(cls, where: str, error: Exception) -> Self:
        """The failure that an error means for one story."""
        return cls(where, type(error).__name__, str(error))

    def __str__(self) -> str:
        return f"{self.where}: {self.error}: {self.message}"
