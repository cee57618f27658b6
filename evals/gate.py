"""The judgement: each figure beside its floor.

Takes tasks, what was measured and the floors, gives rows that say what passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evals.floors import Floors
from evals.measures import Json
from evals.tasks import Figure, Task


@dataclass(frozen=True)
class Row:
    """One figure as measured; numbers in per cent. `passed` is None where no floor is pinned."""

    task: str
    figure: str
    corpus: str
    what: str
    floor: float | None
    measured: float | None
    n: int | None
    interval: tuple[float, float] | None

    @property
    def passed(self) -> bool | None:
        """A figure that could not be measured misses its floor."""
        return None if self.floor is None else self.measured is not None and self.measured >= self.floor


def judged(task: Task, found: Json, floors: Floors) -> Iterator[Row]:
    """The figures of a task."""
    for figure in task.figures:
        interval = picked(found, figure.interval)
        yield Row(
            task.name,
            figure.name,
            task.what,
            figure.what,
            floors.floors.get(key(task, figure)),
            picked(found, figure.value),
            picked(found, figure.n),
            tuple(interval) if interval else None,
        )


def key(task: Task, figure: Figure) -> str:
    """A figure's name in floors.yaml."""
    return f"{task.name}.{figure.name}"


def unknown(floors: Floors, tasks: tuple[Task, ...]) -> list[str]:
    """Floors that no task measures: a figure that was renamed would lose its floor silently."""
    return sorted(floors.floors.keys() - {key(task, figure) for task in tasks for figure in task.figures})


def picked(found: Json, path: str) -> Any:
    """What stands at a path of keys joined by `/`; None where nothing does."""
    node: Any = found if path else None
    for part in path.split("/"):
        node = node.get(part) if isinstance(node, dict) else None
    return node
