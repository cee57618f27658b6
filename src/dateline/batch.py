"""The same line over many stories, in worker processes. Takes stories, gives a record or a failure each, in order.

Each worker holds one encoder with one thread and reads each story on its own, so that the records do not depend on the
number of workers. A worker that dies costs the story that it was reading; what else it had goes to another worker.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Generic, Protocol, TypeVar

from dateline.errors import StopRun
from dateline.pipeline import Reader
from dateline.record import Record, Story
from dateline.record.failure import Failure

# Stories sent to a worker at once. Small, so that no worker has much left to do when the others are done; above one,
# because a worker is idle from the end of a parcel until this process looks up.
CHUNK = 4
# Stories in hand for each worker: how far the run may go ahead of a story that takes long.
AHEAD = 16
# Seconds that a process has to end after its pipe did, before it is ended and its exit code says no more than that.
LAST_BREATH = 5

# Seconds that a new worker may take to load the encoder before the limit of its first story begins: 2 on an idle core.
STARTING = 60

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

Job = tuple[int, Story]
# What is made of a record before it comes back from a worker: a line of JSON, for instance.
T = TypeVar("T")


class ManyReader(Protocol):
    """What a worker reads with: `Reader`, but for tests."""

    def read_many(self, stories: Iterable[Story | Failure], /) -> Iterator[Record | Failure]: ...


MakeReader = Callable[[], ManyReader]


def read_all(
    stories: Iterable[Story | Failure],
    workers: int | None = None,
    *,
    actors: str | Path | None = None,
    gazetteer: str | Path | None = None,
) -> Iterator[Record | Failure]:
    """A record for each story, in order, or the failure in its place. `workers`: processes; one per core if None.

    `actors`, `gazetteer`: as `Reader` takes them. A script that calls this with several workers needs the
    `if __name__ == "__main__":` of all that start processes.
    """
    for result in rendered(stories, Record.to_json, workers, reader_maker(actors, gazetteer)):
        yield result if isinstance(result, Failure) else Record.from_json(result)


def reader_maker(actors: str | Path | None = None, gazetteer: str | Path | None = None) -> MakeReader:
    """What makes a reader with these tables, here or in another process."""
    given = {"actors": actors, "gazetteer": gazetteer}
    return partial(Reader, **{name: path for name, path in given.items() if path})


def rendered(
    stories: Iterable[Story | Failure],
    render: Callable[[Record], T],
    workers: int | None = None,
    make_reader: MakeReader | None = None,
    limit_s: float | None = None,
) -> Iterator[T | Failure]:
    """What `render` makes of each record, in order, or the failure in its place; the workers render, too.

    `limit_s`: seconds for one story. Whoever takes longer is ended and replaced, so that even one worker is a process
    of its own then.
    """
    size, make = workers or cores(), make_reader or Reader
    if size == 1 and limit_s is None:
        return _alone(stories, render, make)
    return Crew(size, render, make, limit_s).results(stories)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _alone(
    stories: Iterable[Story | Failure], render: Callable[[Record], T], make_reader: MakeReader
) -> Iterator[T | Failure]:
    coming = iter(stories)
    # The encoder is loaded for a first story, not for none.
    for first in coming:
        for result in make_reader().read_many(chain((first,), coming)):
            yield result if isinstance(result, Failure) else render(result)


@dataclass(slots=True)
class Worker:
    """A process that reads, the pipe to it, and the stories that it was sent and has not answered."""

    process: SpawnProcess
    pipe: Connection
    jobs: deque[Job] = field(default_factory=deque)
    # When it began with the first of its stories; a new worker must load the encoder before that.
    since: float = inf

    def send(self, jobs: Iterable[Job]) -> None:
        """Gives it stories to read."""
        self.since = monotonic() + (STARTING if self.since == inf else 0)
        self.jobs.extend(jobs)
        self.pipe.send([story for _, story in self.jobs])

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(LAST_BREATH)
        self.process.kill()
        self.process.join()


class Crew(Generic[T]):
    """Workers: started when there is something for them to do, stopped when the run ends, however it ends."""

    def __init__(
        self, size: int, render: Callable[[Record], T], make_reader: MakeReader, limit_s: float | None = None
    ) -> None:
        self._size = size
        self._limit_s = inf if limit_s is None else limit_s
        self._task = (render, make_reader)
        self._workers: list[Worker] = []
        self._waiting: deque[Job] = deque()
        self._done: dict[int, T | Failure] = {}

    def results(self, stories: Iterable[Story | Failure]) -> Iterator[T | Failure]:
        """The result of each story, in order."""
        try:
            yield from self._in_order(enumerate(stories))
        finally:
            for worker in self._workers:
                worker.stop()

    def _in_order(self, coming: Iterator[tuple[int, Story | Failure]]) -> Iterator[T | Failure]:
        due = taken = 0
        while True:
            taken += self._take(islice(coming, self._size * AHEAD - (taken - due)))
            self._hand_out()
            if due == taken:
                return
            while due in self._done:
                yield self._done.pop(due)
                due += 1
            self._listen()

    def _take(self, coming: Iterable[tuple[int, Story | Failure]]) -> int:
        """Puts stories in line; one that has failed already is done. Gives how many there were."""
        count = 0
        for count, (number, story) in enumerate(coming, start=1):  # noqa: B007 - the last count is what is given
            if isinstance(story, Failure):
                self._done[number] = story
            else:
                self._waiting.append((number, story))
        return count

    def _hand_out(self) -> None:
        """Gives each idle worker its next stories; starts another worker where all are busy."""
        while self._waiting and (worker := self._idle()):
            jobs = [self._waiting.popleft() for _ in range(min(CHUNK, len(self._waiting)))]
            try:
                worker.send(jobs)
            except OSError:
                self._bury(worker)

    def _idle(self) -> Worker | None:
        for worker in self._workers:
            if not worker.jobs:
                return worker
        if len(self._workers) == self._size:
            return None
        self._workers.append(_started(*self._task))
        return self._workers[-1]

    def _listen(self) -> None:
        """Waits until a worker has something to say, and hears all who have."""
        busy = [worker for worker in self._workers if worker.jobs]
        # Without a pipe to wait for, `wait` would wait for ever.
        first = min((worker.since for worker in busy), default=inf) + self._limit_s
        timeout = None if first == inf else max(first - monotonic(), 0)
        ready = wait([worker.pipe for worker in busy], timeout) if busy else []
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            elif monotonic() - worker.since > self._limit_s:
                self._give_up(worker)

    def _hear(self, worker: Worker) -> None:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._mourn(worker)
            return
        if isinstance(result, StopRun):
            raise result
        self._done[worker.jobs.popleft()[0]] = result
        worker.since = monotonic()

    def _give_up(self, worker: Worker) -> None:
        """Reports the story that took too long, and ends the worker at it; its other stories go back in line."""
        number, story = worker.jobs.popleft()
        self._bury(worker)
        message = (
            f"not read within {self._limit_s:g} seconds, the limit of this run; it has {len(story.text):,} characters"
        )
        self._done[number] = Failure(f"story {story.id}", "TimeLimit", message)

    def _mourn(self, worker: Worker) -> None:
        """Reports the story that a dead worker was reading; its other stories go back in line."""
        number, story = worker.jobs.popleft()
        worker.process.join(LAST_BREATH)
        self._bury(worker)
        message = f"the process that read it ended with exit code {worker.process.exitcode}"
        self._done[number] = Failure(f"story {story.id}", "WorkerDied", message)

    def _bury(self, worker: Worker) -> None:
        self._waiting.extendleft(reversed(worker.jobs))
        self._workers.remove(worker)
        worker.stop()


def _started(render: Callable[[Record], object], make_reader: MakeReader) -> Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, render, make_reader), daemon=True)
    with _deaf(), _one_thread():
        process.start()
    theirs.close()
    return Worker(process, ours)


@contextmanager
def _one_thread() -> Iterator[None]:
    """A process that is started in here multiplies with one thread.

    numpy's library would start one per core, and they wait for work by spinning: two workers on two cores read 11
    stories a second with them and 16 without.
    """
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C means the whole run: a process that is started in here does not hear it, and is stopped by this one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection, render: Callable[[Record], object], make_reader: MakeReader) -> None:
    """What a worker does until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader = make_reader()
        while True:
            for result in reader.read_many(pipe.recv()):
                pipe.send(result if isinstance(result, Failure) else render(result))
    except StopRun as error:
        pipe.send(error)
    except (EOFError, ConnectionError):
        pass
