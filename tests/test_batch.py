"""Many stories: the same records in the same order, whatever the workers do."""

import pytest

from dateline import batch
from dateline.errors import BadEncoder
from dateline.record import Record, Story
from dateline.record.failure import Failure
from tests.stand_in import NoEncoder, StandIn

TEXTS = [f"“We counted {number} boats,” Moor said." for number in range(40)]


def stories(texts):
    return [Story(id=str(number), text=text) for number, text in enumerate(texts)]


def results(texts, workers, reader=StandIn):
    return list(batch.rendered(stories(texts), Record.to_json, workers, reader))


def test_one_worker_and_many_give_the_same_bytes():
    alone = results(TEXTS, 1)
    assert alone == results(TEXTS, 3)
    assert [Record.from_json(line).story.text for line in alone] == TEXTS


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_one_story_is_its_failure(workers):
    first, failure, last = results([TEXTS[0], "fail", TEXTS[1]], workers)
    assert failure == Failure("story 1", "ZeroDivisionError", "what no one foresaw")
    assert [Record.from_json(line).story.id for line in (first, last)] == ["0", "2"]


def test_a_worker_that_dies_costs_one_story():
    texts = [*TEXTS[:5], "die", *TEXTS[5:9], "die", TEXTS[9]]
    found = results(texts, 2)
    failures = [one for one in found if isinstance(one, Failure)]
    assert [(one.where, one.error) for one in failures] == [("story 5", "WorkerDied"), ("story 10", "WorkerDied")]
    assert "exit code 9" in failures[0].message
    read = [Record.from_json(one).story.id for one in found if isinstance(one, str)]
    assert read == [str(number) for number, text in enumerate(texts) if text != "die"]


@pytest.mark.parametrize("workers", [1, 2])
def test_failures_from_before_keep_their_place(workers):
    bad = Failure("line 1", "BadLine", "no JSON")
    given = [bad, *stories(TEXTS[:2]), bad]
    found = list(batch.rendered(given, Record.to_json, workers, StandIn))
    assert [isinstance(one, Failure) for one in found] == [True, False, False, True]
    assert list(batch.rendered([bad], Record.to_json, workers, StandIn)) == [bad]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_stories_need_no_encoder(workers):
    assert results([], workers, NoEncoder) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_encoder_stops_the_run(workers):
    with pytest.raises(BadEncoder, match="missing"):
        results(TEXTS[:2], workers, NoEncoder)


def test_stories_are_taken_as_they_are_needed():
    taken = []

    def endless():
        for number in range(10**9):
            taken.append(number)
            yield Story(id=str(number), text="Rain fell.")

    run = batch.rendered(endless(), Record.to_json, 2, StandIn)
    assert '"id":"0"' in str(next(run))
    del run
    assert len(taken) <= 2 * batch.AHEAD + 1


def test_a_run_that_is_left_leaves_no_process(monkeypatch):
    started = []
    start = batch._started

    def noted(*task):
        started.append(start(*task))
        return started[-1]

    monkeypatch.setattr(batch, "_started", noted)
    run = batch.rendered(stories(TEXTS), Record.to_json, 2, StandIn)
    next(run)
    del run
    assert started
    assert all(worker.process.exitcode is not None for worker in started)


def test_read_all_gives_records(monkeypatch):
    monkeypatch.setattr(batch, "Reader", StandIn)
    record, failure = batch.read_all(stories([TEXTS[0], "fail"]), workers=1)
    assert isinstance(record, Record)
    assert isinstance(failure, Failure)
    assert record.statements[0].content[0].text == "We counted 0 boats,"
    assert failure.error == "ZeroDivisionError"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_story_that_takes_too_long_is_given_up(workers, monkeypatch):
    monkeypatch.setattr(batch, "STARTING", 20)
    texts = [TEXTS[0], "sleep", *TEXTS[1:6]]
    found = list(batch.rendered(stories(texts), Record.to_json, workers, StandIn, limit_s=1.0))
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert (failure.where, failure.error) == ("story 1", "TimeLimit")
    assert found.index(failure) == 1
    assert len(found) == len(texts)
