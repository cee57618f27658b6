"""A run as it goes, on a terminal: counts and rate. Takes a tally after each story, gives a line that changes."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from dateline.intake.tally import Tally

Moved = Callable[[Tally], None]
# Seconds that the rate is taken over: long enough not to flicker, short enough to show that a run slows down.
WINDOW: Final = 30.0
# Seconds between two looks at the clock for the rate.
STEP: Final = 1.0


class Rate:
    """Stories a second over the last while."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock(), 0)])

    def after(self, count: int) -> float:
        """The rate when so many have been done in all."""
        now = self._clock()
        if now - self._seen[-1][0] >= STEP:
            self._seen.append((now, count))
        while len(self._seen) > 1 and now - self._seen[0][0] > WINDOW:
            self._seen.popleft()
        began, before = self._seen[0]
        return (count - before) / (now - began) if now > began else 0.0


@contextmanager
def shown(total: int | None = None) -> Iterator[Moved]:
    """What shows a tally as it grows on stderr, if that is a terminal; else it shows nothing. `total`: where known."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only for a terminal
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    rate = Rate()
    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("starting", total=total)
        yield lambda tally: bar.update(task, completed=tally.given, description=line(tally, rate.after(tally.given)))


def line(tally: Tally, rate: float) -> str:
    """The tally and the rate in a line."""
    return f"{tally} · {rate:.1f} stories/s"
