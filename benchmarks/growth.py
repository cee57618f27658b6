"""Whether cost grows in step with length, on texts that are no stories.

Takes a reader, gives per kind of text the microseconds per character at n, 2n and 4n characters.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.material import KINDS, english

Read = Callable[[str], object]
STEPS = (1, 2, 4)
# The best of so many: what else the machine does can only add.
REPEATS = 2
# Characters of English before each text; the language check looks at the first 3,000.
HEAD = 4000
# Cost per character may vary: linear code stays within this from n to 4n; quadratic code reaches 4.
BOUND = 1.6
# Below this many seconds at 4n, timer noise decides; whatever its shape, such a cost harms nobody.
NEGLIGIBLE = 0.05


@dataclass(frozen=True)
class Growth:
    """Seconds that a kind of text adds to its English head, at n, 2n and 4n characters."""

    kind: str
    length: int
    seconds: tuple[float, ...]

    @property
    def costs(self) -> tuple[float, ...]:
        """Microseconds per character."""
        return tuple(1e6 * s / (self.length * step) for s, step in zip(self.seconds, STEPS, strict=True))

    @property
    def factor(self) -> float | None:
        """Cost per character at 4n, of that at n: 1 when linear, 4 when quadratic; None when negligible."""
        if self.seconds[-1] < NEGLIGIBLE:
            return None
        return self.costs[-1] / self.costs[0] if self.costs[0] else float("inf")

    @property
    def linear(self) -> bool:
        """Whether the bound was kept."""
        return self.factor is None or self.factor <= BOUND


def growth(read: Read, kind: str, length: int) -> Growth:
    """Times one kind of text."""
    head = english(HEAD)
    fixed = _seconds(read, head)
    times = (_seconds(read, head + KINDS[kind](length * step)) for step in STEPS)
    return Growth(kind, length, tuple(max(t - fixed, 0.0) for t in times))


def _seconds(read: Read, text: str) -> float:
    return min(_once(read, text) for _ in range(REPEATS))


def _once(read: Read, text: str) -> float:
    # Time of this process alone (the encoder has one thread): a busy machine does not look like quadratic code.
    start = time.process_time()
    read(text)
    return time.process_time() - start
