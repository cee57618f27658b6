"""A match of a rule in a sentence, whose parts are asked for by their letters.

Takes a Row and a match of a pattern, gives `Match`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.record.findings import TimeType
from dateline.record.parsed import ParsedStory
from dateline.resolve.times.calendar import Value
from dateline.resolve.times.shapes import Fixed, Said, Shape
from dateline.resolve.times.words import Row, Unit

MODS = frozenset({"mod", "edge", "approx", "over"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in a row of units; parts are asked for by the letters that the pattern gives them."""

    parsed: ParsedStory
    row: Row
    found: re.Match[str]

    def has(self, part: str) -> bool:
        """Whether the part stands in the pattern and was matched."""
        return part in self.found.re.groupindex and self.found[part] is not None

    def unit(self, part: str) -> Unit:
        """The first unit of a part."""
        return self.row.units[self.found.start(part)]

    def number(self, part: str) -> int:
        """The value of a part that is a number."""
        return int(self.unit(part).value) if self.has(part) else 0

    def word(self, part: str) -> str:
        """The value of a part that is a word."""
        return str(self.unit(part).value) if self.has(part) else ""

    def name(self, part: str) -> str:
        """The class of a part."""
        return self.unit(part).name if self.has(part) else ""

    @property
    def mod(self) -> str | None:
        """TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, ..."""
        return next((self.word(part) for part in "EFX" if self.has(part) and self.name(part) in MODS), None)

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units that were matched."""
        return self.row.units[self.found.start() : self.found.end()]

    @property
    def before(self) -> str:
        """The word before."""
        return self.row.text(self.found.start() - 1)

    @property
    def after(self) -> str:
        """The word after."""
        return self.row.text(self.found.end())

    @property
    def unit_name(self) -> str:
        """The unit of time that the part U names."""
        return "second" if self.name("U") == "second" else self.word("U")

    @property
    def unit_of_part(self) -> str:
        """The unit of "the first week of"."""
        return str(next((unit.value for unit in self.units if unit.name == "unit"), ""))

    @property
    def plural(self) -> bool:
        """Whether the part U is a plural: "days"."""
        return self.unit("U").text.endswith("s")

    @property
    def bare(self) -> bool:
        """Whether nothing but one word was matched."""
        return self.found.end() - self.found.start() == 1

    def said(self, kind: TimeType, shape: Shape | Value | None) -> Said:
        """What was said, with its modifier."""
        fixed = Fixed(shape) if shape is None or isinstance(shape, Value) else shape
        return Said(kind, fixed, mod=self.mod, edge=self.has("E") and self.name("E") == "edge")
