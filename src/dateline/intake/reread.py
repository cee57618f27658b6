"""A store read again by another reader. Takes a store open for writing, gives the tally and the `Difference`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from dateline.intake.difference import Difference
from dateline.intake.into import Plan, Run
from dateline.intake.tally import Tally
from dateline.record import Record, Story
from dateline.record.failure import Failure
from dateline.store import RecordStore, Rows, rows_of


def reread(
    store: RecordStore,
    plan: Plan | None = None,
    moved: Callable[[Tally], None] | None = None,
    *,
    everything: bool = False,
) -> tuple[Tally, Difference]:
    """Reads the stories that another version or encoder has read, and replaces what it had found.

    `everything`: also what this very reader has read. A story that fails now keeps what was found before. A run that
    is cut off has replaced some stories whole and others not at all; the next one goes on with the others.
    """
    plan = plan or Plan()
    run, difference = Run(store, plan), Difference()
    before: deque[Record] = deque()

    def again() -> Iterator[Story]:
        for record in _in_parts(store, store.outdated(None if everything else plan.version)):
            story = Story(**record.story.model_dump(exclude={"zones"}))
            if run.admits(story):
                before.append(record)
                yield story

    with run:
        for result in plan.results(again()):
            _compare(difference, before.popleft(), result)
            run.take(result)
            if moved:
                moved(run.tally)
    return run.tally, difference


def _compare(difference: Difference, before: Record, after: Rows | Failure) -> None:
    if isinstance(after, Rows):
        difference.add(rows_of(before), after)


def _in_parts(store: RecordStore, ids: Sequence[str]) -> Iterator[Record]:
    # In parts, because the store is written to in between: a query that is still open would not see one state.
    for start in range(0, len(ids), 64):
        yield from list(store.records(ids[start : start + 64]))
