"""Stories read into a store by worker processes. Takes stories and a store open for writing, gives a `Tally`.

This process alone writes. What it has written it has written whole: however a run ends, the store is sound, and the
next run over the same stories goes on where this one ended.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Final

from dateline.batch import MakeReader, rendered
from dateline.errors import TooLong
from dateline.intake.tally import Tally
from dateline.parse.encoder import encoder_version
from dateline.pipeline import code_version
from dateline.record import ReaderVersion, Record, Story
from dateline.record.failure import Failure
from dateline.store import Known, Missed, RecordStore, Rows, content_hash, rows_of

# Stories written at once, and seconds after which fewer are. A transaction costs about 40 ms beside 2 ms for each story
# in it; what a killed run loses is read again.
BATCH: Final = 128
SECONDS: Final = 5.0
# Stories looked up at once, and characters of them: a look-up goes through all ids of the store.
LOOK_UP: Final = 128
LOOK_UP_CHARACTERS: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run reads. `workers`: processes, one per core if None. `retry`: also what failed in a run before.

    `seconds` for one story, and its most `characters`: a story has 3,000, and 500,000 take half a minute. `make_reader`
    and `reader`, its version: for another reader than ours.
    """

    workers: int | None = None
    seconds: float | None = 120.0
    characters: int = 500_000
    retry: bool = False
    make_reader: MakeReader | None = None
    reader: ReaderVersion | None = None

    @property
    def version(self) -> ReaderVersion:
        """The version of the reader that reads."""
        return self.reader or current_reader()

    def results(self, stories: Iterable[Story]) -> Iterator[Rows | Failure]:
        """The rows of each story, in order, or the failure in its place."""
        return rendered(stories, rendered_rows, self.workers, self.make_reader, self.seconds)


def read_into(
    store: RecordStore,
    stories: Iterable[Story | Failure],
    plan: Plan | None = None,
    moved: Callable[[Tally], None] | None = None,
) -> Tally:
    """Reads what the store does not have yet; every story is read, a duplicate, or skipped for a reason.

    `moved` is told the tally after every story. Ctrl-C and errors end the run, with what was read before in the store.
    """
    plan = plan or Plan()
    run = Run(store, plan)
    with run:
        for result in plan.results(run.fresh(stories)):
            run.take(result)
            if moved:
                moved(run.tally)
    return run.tally


def current_reader() -> ReaderVersion:
    """The reader of this package: its version and its encoder's."""
    return ReaderVersion(version=code_version(), encoder=encoder_version())


def rendered_rows(record: Record) -> Rows | Failure:
    """The rows of a record; what goes wrong with one story is its failure, as it is in the reading."""
    try:
        return rows_of(record)
    except Exception as error:  # noqa: BLE001
        return Failure.of(f"story {record.story.id}", error)


@dataclass(frozen=True, slots=True)
class Key:
    """A story as a store knows it."""

    story: str
    content: str


class Run:
    """One run into a store: what is under way, what waits to be written, and the tally. Ends as its `with` does."""

    def __init__(self, store: RecordStore, plan: Plan) -> None:
        self.tally = Tally()
        self._store = store
        self._plan = plan
        self._reader = plan.version
        self._under_way: deque[Key] = deque()
        # What a look-up could not see: all that was under way or not yet written when it was made.
        self._unseen: set[Key] = set()
        self._unwritten: list[Key] = []
        self._rows: list[Rows] = []
        self._missed: list[Missed] = []

    def __enter__(self) -> None:
        self._run = self._store.begin(self._reader)
        self._written_at = monotonic()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._write()
        self._store.end(self._run, "finished" if kind is None else "interrupted", self.tally.counts())

    def fresh(self, stories: Iterable[Story | Failure]) -> Iterator[Story]:
        """The stories that are to be read; all others are counted."""
        for part in parts(stories):
            found = [one for one in part if isinstance(one, Story)]
            self._unseen = {*self._under_way, *self._unwritten}
            known = dict(
                zip(map(id, found), self._store.known(found, self._reader.encoder, retry=self._plan.retry), strict=True)
            )
            for one in part:
                if isinstance(one, Failure):
                    self._miss(Missed(one))
                elif self._is_fresh(one, known[id(one)]):
                    yield one

    def _is_fresh(self, story: Story, known: Known | None) -> bool:
        key = Key(story.id, content_hash(story))
        if known and known.skip:
            self.tally.reasons[known.skip] += 1
        elif known or key in self._unseen:
            self.tally.duplicate += 1
        else:
            return self.admits(story, key)
        return False

    def admits(self, story: Story, key: Key | None = None) -> bool:
        """Whether a story is within the limits; it is then under way, and else counted."""
        key = key or Key(story.id, content_hash(story))
        if len(story.text) > self._plan.characters:
            failure = Failure.of(f"story {story.id}", TooLong(len(story.text), self._plan.characters))
            self._unseen.add(key)
            self._unwritten.append(key)
            self._miss(Missed(failure, key.story, key.content))
            return False
        self._under_way.append(key)
        self._unseen.add(key)
        return True

    def take(self, result: Rows | Failure) -> None:
        """What became of the story that has been under way the longest."""
        key = self._under_way.popleft()
        self._unwritten.append(key)
        if isinstance(result, Failure):
            self._miss(Missed(result, key.story, key.content))
        else:
            self._rows.append(result)
            self.tally.read += 1
        if len(self._rows) >= BATCH or monotonic() - self._written_at > SECONDS:
            self._write()

    def _miss(self, missed: Missed) -> None:
        self.tally.reasons[missed.failure.error] += 1
        self._missed.append(missed)
        # Input without a story in it comes to no worker, and so never to `take`.
        if len(self._missed) >= BATCH:
            self._write()

    def _write(self) -> None:
        self._store.write(self._rows, self._missed, run=self._run, tally=self.tally.counts(), reader=self._reader)
        self._rows, self._missed, self._unwritten, self._written_at = [], [], [], monotonic()


def parts(stories: Iterable[Story | Failure]) -> Iterator[list[Story | Failure]]:
    """The same stories, in lists that are short enough to be held."""
    part: list[Story | Failure] = []
    characters = 0
    for one in stories:
        part.append(one)
        characters += len(one.text) if isinstance(one, Story) else 0
        if len(part) >= LOOK_UP or characters >= LOOK_UP_CHARACTERS:
            yield part
            part, characters = [], 0
    if part:
        yield part
