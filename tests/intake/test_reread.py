"""A store read again: what is new takes the place of what was there, and the difference is told."""

import pytest

from dateline.intake import Plan, reread
from dateline.record import ReaderVersion, Record, Story
from dateline.store import Store
from tests.stand_in import StandIn, statements

OLD, NEW = ReaderVersion(encoder="old"), ReaderVersion(encoder="new")
TEXTS = ["“Two boats,” Moor said. “None,” Berg said.", "“No boats,” Moor said.", "Rain fell."]


class Newer(StandIn):
    """Finds one statement less and another one surer; fails where the text says so."""

    def read(self, text, **metadata):
        record = super().read(text)
        found = tuple(one.model_copy(update={"certainty": "certain"}) for one in record.statements[-1:])
        return record.model_copy(update={"statements": found, "reader": NEW})


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "s.duckdb", write=True) as store:
        for number, text in enumerate(TEXTS):
            story = Story(id=str(number), text=text)
            store.add(Record.of(story, statements=tuple(statements(story)), reader=OLD))
        yield store


def again(store, **more):
    return reread(store, Plan(1, None, make_reader=Newer, reader=NEW), **more)


def test_the_difference_is_told(store):
    tally, difference = again(store)
    assert tally.read == difference.stories == 3
    assert difference.altered == 2
    assert list(difference.rows()) == [{"finding": "statements", "gained": 0, "lost": 1, "changed": 2}]
    assert [one.fields for one in difference.examples if one.what == "changed"] == [("certainty",)] * 2
    assert "statements +0 -1 ~2" in str(difference)
    assert [len(record.statements) for record in store.records()] == [1, 1, 0]
    assert not store._con.execute("SELECT * FROM superseded").fetchall()
    assert not list(store.verify(whole=True))


def test_what_this_reader_read_is_read_again_only_on_demand(store):
    again(store)
    assert again(store)[0].given == 0
    tally, difference = again(store, everything=True)
    assert (tally.read, difference.altered) == (3, 0)


def test_a_story_that_fails_now_keeps_what_was_found(store, monkeypatch):
    monkeypatch.setattr(Newer, "read", lambda *_: 1 / 0)
    tally, difference = again(store)
    assert (tally.skipped, difference.stories) == (3, 0)
    assert [len(record.statements) for record in store.records()] == [2, 1, 0]
