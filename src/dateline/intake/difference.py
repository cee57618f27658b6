"""What another reading of the same story changed. Takes the rows of both readings, gives a `Difference`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from dateline.store import Rows

What = Literal["gained", "lost", "changed"]
# Lists whose rows are findings with an id; sentences and warnings say nothing of the world.
LISTS: Final = ("mentions", "actors", "places", "times", "statements", "events", "causal_claims", "positions")
# What a row says of its reader and its place, which differ without the finding being another.
ASIDE: Final = frozenset({"nr", "version", "encoder"})


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that one reading has and the other has not, or has otherwise. `fields`: those that changed."""

    story: str
    finding: str
    id: str
    what: What
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Difference:
    """All changes of a run, counted, with the first of them as examples."""

    stories: int = 0
    altered: int = 0
    counts: Counter[tuple[str, What]] = field(default_factory=Counter)
    examples: list[Change] = field(default_factory=list)
    keep: int = 100

    def add(self, before: Rows, after: Rows) -> None:
        """Takes in one story."""
        self.stories += 1
        found = list(changes(before, after))
        self.altered += bool(found)
        for change in found:
            self.counts[change.finding, change.what] += 1
            if len(self.examples) < self.keep:
                self.examples.append(change)

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row per list of findings: how many were gained, lost and changed."""
        for name in LISTS:
            counts = {what: self.counts[name, what] for what in ("gained", "lost", "changed")}
            if any(counts.values()):
                yield {"finding": name, **counts}

    def __str__(self) -> str:
        parts = [f"{row['finding']} +{row['gained']:,} -{row['lost']:,} ~{row['changed']:,}" for row in self.rows()]
        return f"{self.stories:,} stories read again, {self.altered:,} with differences: {'; '.join(parts) or 'none'}"


def changes(before: Rows, after: Rows) -> Iterator[Change]:
    """The findings of one story that differ between two readings."""
    for name in LISTS:
        old, new = _by_id(before, name), _by_id(after, name)
        yield from (Change(before.story, name, one, "lost") for one in old if one not in new)
        for one, row in new.items():
            if one not in old:
                yield Change(before.story, name, one, "gained")
            elif fields := tuple(key for key, value in row.items() if value != old[one][key]):
                yield Change(before.story, name, one, "changed", fields)


def _by_id(rows: Rows, name: str) -> Mapping[str, dict[str, Any]]:
    batch = rows.tables.get(name)
    found = batch.to_pylist() if batch is not None else []
    return {row["id"]: {key: value for key, value in row.items() if key not in ASIDE} for row in found}
