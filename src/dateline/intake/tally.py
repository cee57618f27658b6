"""How many stories came in and what became of each. Takes outcomes one by one, gives counts that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """`given == read + duplicate + skipped`, at any moment: a story counts when it is known what became of it."""

    read: int = 0
    duplicate: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def skipped(self) -> int:
        """Stories that were not read; `reasons` says how many for which reason."""
        return self.reasons.total()

    @property
    def given(self) -> int:
        """Stories that came in."""
        return self.read + self.duplicate + self.skipped

    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {name: getattr(self, name) for name in ("given", "read", "duplicate", "skipped")}

    def __str__(self) -> str:
        stories = "story" if self.given == 1 else "stories"
        parts = [f"{self.read:,} read"]
        if self.duplicate:
            parts.append(f"{self.duplicate:,} already there")
        parts += [f"{count:,} skipped ({reason})" for reason, count in self.reasons.most_common()]
        return f"{self.given:,} {stories} in: {', '.join(parts)}"
