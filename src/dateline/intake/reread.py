"""A store read again by another reader. Takes a store that is open for writing, gives the tally and the `Difference`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from dateline.batch import MakeReader, rendered
from dateline.intake.difference import Difference
from dateline.intake.into import Limits, Run, current_reader, rendered_rows
from dateline.intake.tally import Tally
from dateline.record import ReaderVersion, Record, Story
from dateline.record.failure import Failure
from dateline.store import RecordStore, Rows, rows_of


def reread(
    store: RecordStore,
    *,
    everything: bool = False,
    workers: int | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    moved: Callable[[Tally], None] | None = None,
    make_reader: MakeReader | None = None,
    reader: ReaderVersion | None = None,
) -> tuple[Tally, Difference]:
    """Reads the stories that another version or encoder has read, and puts what it finds in the place of what was there.

    `everything`: also what this very reader has read. A story that fails now keeps what was found before. A run that
    is cut off has replaced some stories whole and others not at all; the next one goes on with the others.
    """
    now = reader or current_reader()
    run, difference = Run(store, now, limits), Difference()
    before: deque[Record] = deque()

    def again() -> Iterator[Story]:
        for record in _in_parts(store, store.outdated(None if everything else now)):
            story = Story(**record.story.model_dump(exclude={"zones"}))
            if run.admits(story):
                before.append(record)
                yield story

    with run:
        for result in rendered(again(), rendered_rows, workers, make_reader, limits.seconds):
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
