"""Many stories into a store: nothing is lost, nothing is read twice, and the numbers add up."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline import batch
from dateline.errors import BadEncoder
from dateline.intake import Plan, Tally, into, read_into
from dateline.record import ReaderVersion, Story
from dateline.record.failure import Failure
from dateline.store import Store
from tests.stand_in import NoEncoder, StandIn

ROOT = Path(__file__).parents[2]
TEXTS = [f"“We counted {number} boats,” Moor said." for number in range(30)]
BAD = Failure("line 1", "BadLine", "line 1 is no story")


def stories(texts=TEXTS):
    return [Story(id=str(number), text=text) for number, text in enumerate(texts)]


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "s.duckdb", write=True) as store:
        yield store


def run(store, given, workers=1, reader=StandIn, version=ReaderVersion(), **more):  # noqa: B008 - frozen
    return read_into(store, given, Plan(workers, **{"seconds": None, **more}, make_reader=reader, reader=version))


class Never(StandIn):
    """A reader that must not be asked."""

    def read(self, text, **metadata):
        raise AssertionError("read again")


def test_all_is_written_and_the_second_run_reads_nothing(store):
    assert run(store, stories(), workers=2).counts() == {"given": 30, "read": 30, "duplicate": 0, "skipped": 0}
    assert [record.story.text for record in store.records()] == TEXTS
    again = run(store, stories(), reader=Never)
    assert again.counts() == {"given": 30, "read": 0, "duplicate": 30, "skipped": 0}
    assert not list(store.verify(whole=True))


def test_workers_do_not_change_what_is_written(tmp_path):
    found = []
    for workers in (1, 2):
        with Store(tmp_path / f"{workers}.duckdb", write=True) as store:
            run(store, stories(), workers)
            found.append([record.to_json() for record in store.records()])
    assert found[0] == found[1]


def test_numbers_add_up(store, monkeypatch):
    monkeypatch.setattr(into, "BATCH", 4)
    given = [BAD, *stories([*TEXTS[:9], "fail", "x" * 999]), *stories(TEXTS[:3]), BAD]
    tally = run(store, given, characters=500)
    assert tally.counts() == {"given": 16, "read": 9, "duplicate": 3, "skipped": 4}
    assert tally.reasons == {"BadLine": 2, "ZeroDivisionError": 1, "TooLong": 1}
    assert store.tally() == tally.counts()
    found = store._con.execute("SELECT error, count(*) FROM failures GROUP BY error ORDER BY error").fetchall()
    assert found == [("BadLine", 1), ("TooLong", 1), ("ZeroDivisionError", 1)]


def test_what_failed_is_skipped_again_unless_it_is_to_be_tried(store):
    given = stories([TEXTS[0], "fail"])
    assert run(store, given).reasons == {"ZeroDivisionError": 1}
    again = run(store, given, reader=Never)
    assert (again.duplicate, again.reasons) == (1, {"ZeroDivisionError": 1})
    assert run(store, given, retry=True).reasons == {"ZeroDivisionError": 1}
    assert run(store, given, retry=True, reader=Never).reasons == {"AssertionError": 1}


def test_another_encoder_reads_again(store):
    run(store, stories(TEXTS[:2]))
    assert run(store, stories(TEXTS[:2]), version=ReaderVersion(encoder="newer")).read == 2


def test_a_worker_that_dies_or_takes_too_long_costs_its_story(store, monkeypatch):
    monkeypatch.setattr(batch, "STARTING", 20)
    given = stories([*TEXTS[:5], "die", "sleep", *TEXTS[5:9]])
    tally = run(store, given, workers=2, seconds=1.0)
    assert tally.reasons == {"WorkerDied": 1, "TimeLimit": 1}
    assert tally.read == 9
    assert len(list(store.ids())) == 9


def interrupted(count):
    yield from stories()[:count]
    raise KeyboardInterrupt


def test_ctrl_c_leaves_what_was_read(store, monkeypatch):
    monkeypatch.setattr(into, "LOOK_UP", 4)
    with pytest.raises(KeyboardInterrupt):
        run(store, interrupted(12))
    assert len(list(store.ids())) == 12
    assert store._con.execute("SELECT state, read FROM runs").fetchall() == [("interrupted", 12)]
    assert run(store, stories()).counts() == {"given": 30, "read": 18, "duplicate": 12, "skipped": 0}


def test_a_missing_encoder_stops_the_run(store):
    with pytest.raises(BadEncoder):
        run(store, stories(), reader=NoEncoder)
    assert not list(store.ids())


def test_a_tally_says_what_it_counts():
    tally = Tally(read=2, duplicate=1)
    tally.reasons["TooLong"] += 1
    assert str(tally) == "4 stories in: 2 read, 1 already there, 1 skipped (TooLong)"


PROGRAM = """
import sys
from dateline.intake import Plan, into, read_into
from dateline.record import ReaderVersion, Story
from dateline.store import Store
from tests.stand_in import StandIn

into.BATCH = 7

class Slow(StandIn):
    def read(self, text, **metadata):
        import time
        time.sleep(0.002)
        return super().read(text, **metadata)

if __name__ == "__main__":
    stories = [Story(id=str(n), text=f"“We counted {n} boats,” Moor said.") for n in range(150)]
    with Store(sys.argv[1], write=True) as store:
        print("open", flush=True)
        plan = Plan(1, None, make_reader=Slow, reader=ReaderVersion())
        read_into(store, stories, plan, lambda tally: print(tally, flush=True))
"""


def test_killed_at_any_moment_the_next_run_goes_on(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    path, rng = tmp_path / "s.duckdb", random.Random(7)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    for _ in range(3):
        command = [sys.executable, str(tmp_path / "program.py"), str(path)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            # So many stories, not so many seconds: a busy machine would not have come to the first one.
            for _ in range(rng.randrange(2, 60)):
                process.stdout.readline()
            time.sleep(rng.random() * 0.02)
            process.send_signal(signal.SIGKILL)
        with Store(path) as store:
            assert not list(store.verify())
    with Store(path, write=True) as store:
        before = len(list(store.ids()))
        assert 0 < before < 150
        given = [Story(id=str(n), text=f"“We counted {n} boats,” Moor said.") for n in range(150)]
        tally = run(store, given)
        assert (tally.read, tally.duplicate) == (150 - before, before)
        assert sorted(store.ids(), key=int) == [str(number) for number in range(150)]
        assert not list(store.verify(whole=True))
