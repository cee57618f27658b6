"""Questions: what they answer, and that what is asked is never taken for SQL."""

from datetime import date

import pytest

from dateline.errors import BadQuery
from dateline.record import Actor, CausalClaim, Event, Place, Position, Record, Statement, Story, Time
from dateline.record.ids import actor_id, finding_id, position_id
from dateline.store import AWAITED, QUESTIONS, Store

# Each story: id, outlet, published, actor, recipient.
TOLD = [
    ("one", "The Lindhaven Post", "2031-03-02", "Ruritania", "Moor"),
    ("two", "Harbour News", "2031-03-05", "Ruritania", "Moor"),
    ("three", "Harbour News", None, "Berg", "Ruritania"),
]
KNOWN = {
    "Ruritania": {"kind": "state", "code": "RUR", "sectors": ("GOV",), "aliases": ("Ruritania", "Strelsau")},
    "Moor": {"kind": "person", "code": "BOR", "sectors": ("MIL", "GOV"), "aliases": ("Moor",)},
    "Berg": {"kind": "person", "aliases": ("Ida Berg",)},
}


def record(own, outlet, published, actor, recipient):
    text = f"{actor} shelled {recipient} on Monday because of the blockade, {actor} said."
    story = Story(id=own, text=text, outlet=outlet, published=published)
    ids = {name: actor_id(own, name) for name in (actor, recipient)}

    def span(words):
        start = text.index(words)
        return story.span(start, start + len(words))

    anchor, cause, source, cue = span("shelled"), span("the blockade"), span(f"{actor} said"), span("said")
    time = Time(id=finding_id(own, "time", [span("Monday")]), span=span("Monday"), type="DATE", begin="2031-03-01")
    place = Place(id=f"place {own}", name="Zenda", country="RUR")
    event = Event(
        id=finding_id(own, "event", [anchor]), type="ASSAULT", quad="material-conflict", score=-10.0, anchor=(anchor,),
        actors=(ids[actor],), recipients=(ids[recipient],), status="occurred", context=("military",), place=place.id,
        time=time.id if published else None,
    )  # fmt: skip
    said = Statement(
        id=finding_id(own, "statement", [source, cue, anchor]), source=(source,), cue=(cue,), content=(anchor,),
        form="indirect", kind="speech", act="assert", speaker=ids[actor], addressee=ids[recipient], certainty="certain",
    )  # fmt: skip
    claim = CausalClaim(
        id=finding_id(own, "causal_claim", [cause, anchor]), cause=cause, effect=anchor, relation="cause",
        claimant=ids[actor],
    )  # fmt: skip
    position = Position(
        id=position_id(own, ids[actor], "the blockade"), actor=ids[actor], issue="the blockade", stance="oppose"
    )
    actors = tuple(Actor(id=ids[name], name=name, **KNOWN[name]) for name in ids)  # type: ignore[arg-type]
    return Record.of(
        story, actors=actors, places=(place,), times=(time,), statements=(said,), events=(event,),
        causal_claims=(claim,), positions=(position,),
    )  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "s.duckdb"
    with Store(path, write=True) as writable:
        writable.add(*(record(*one) for one in TOLD))
    with Store(path) as readable:
        yield readable


def stories(answer):
    return [row["story"] for row in answer]


@pytest.mark.parametrize("name", ["said", "events", "claims", "positions"])
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["two", "one", "three"]),
        ({"actor": "RUR"}, ["two", "one"]),
        ({"actor": "rurgov"}, ["two", "one"]),
        ({"actor": "ruritania"}, ["two", "one"]),
        ({"actor": "Strelsau"}, ["two", "one"]),
        ({"actor": "Ida Berg"}, ["three"]),
        ({"actor": actor_id("one", "Ruritania")}, ["one"]),
        ({"actor": "nobody"}, []),
        ({"outlet": "harbour news"}, ["two", "three"]),
        ({"since": "2031-03-03"}, ["two"]),
        ({"until": date(2031, 3, 3)}, ["one"]),
        ({"limit": 1}, ["two"]),
        ({"limit": 0}, []),
    ],
)
def test_filters(store, name, filters, found):
    assert stories(store.ask(name, **filters)) == found


@pytest.mark.parametrize(
    ("name", "filters", "count"),
    [
        ("events", {"recipient": "BOR"}, 2),
        ("events", {"recipient": "Strelsau"}, 1),
        ("events", {"type": "assault", "status": "Occurred"}, 3),
        ("events", {"type": "AID"}, 0),
        ("events", {"issue": "MILITARY"}, 3),
        ("said", {"type": "assert", "status": "certain", "issue": "SHELL"}, 3),
        ("said", {"recipient": "BORMIL"}, 2),
        ("claims", {"type": "cause", "issue": "blockade"}, 3),
        ("positions", {"type": "oppose", "issue": "Blockade"}, 3),
        ("positions", {"type": "support"}, 0),
    ],
)
def test_filters_of_their_own(store, name, filters, count):
    assert len(store.ask(name, **filters)) == count


def test_who_counts_over_stories(store):
    rows = {row["name"]: row for row in store.who()}
    assert {key: rows["Ruritania"][key] for key in ("code", "stories", "statements", "acts", "receives")} == {
        "code": "RUR", "stories": 3, "statements": 2, "acts": 2, "receives": 1,
    }  # fmt: skip
    assert [row["name"] for row in store.who(type="state")] == ["Ruritania"]
    assert [row["stories"] for row in store.who(actor="RUR", since="2031-03-03")] == [1]


def test_timeline_goes_by_the_day_of_the_event(store):
    rows = list(store.timeline())
    assert [(row["happened"], row["dated_by"], row["story"]) for row in rows] == [
        (date(2031, 3, 1), "text", "one"),
        (date(2031, 3, 1), "text", "two"),
        (None, "story", "three"),
    ]
    assert len(store.timeline(since="2031-03-02")) == 0


def test_dyads_sum_up(store):
    first, second = store.dyads()
    assert (first["actor"], first["recipient"], first["events"], first["score"]) == ("RURGOV", "BORMIL", 2, -20.0)
    assert first["material_conflict"] == 2
    assert (second["actor"], second["recipient"]) == (None, "RURGOV")


def test_new_is_what_was_told_first(store):
    rows = list(store.new())
    assert [(row["finding"], row["story"], row["told"]) for row in rows] == [
        ("event", "one", 2),
        ("position", "one", 2),
    ]
    assert not len(store.new(since="2031-03-03"))
    assert len(store.new(actor="RUR", since="2031-03-01")) == 2


INJECTIONS = ["' OR 1=1 --", "'; DROP TABLE stories; --", "$actor", "\\", "%", "a\x00b", "{0}", '"']


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_asked_is_no_sql(store, name, text):
    for given in QUESTIONS[name].filters.keys() - {"since", "until"}:
        assert not len(store.ask(name, **{given: text})), given


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("nothing", {}, "no question 'nothing'"),
        ("positions", {"status": "occurred"}, "no filter status; valid are actor"),
        ("events", {"since": "yesterday"}, "valid is an ISO date"),
        ("events", {"limit": "all"}, "whole number"),
        ("events", {"limit": -1}, "whole number"),
    ],
)
def test_what_cannot_be_asked_is_said(store, name, filters, said):
    with pytest.raises(BadQuery, match=said):
        store.ask(name, **filters)


@pytest.mark.parametrize("name", AWAITED)
def test_questions_that_wait_say_for_what(store, name):
    with pytest.raises(BadQuery, match="cannot be asked yet"):
        store.ask(name)


def test_every_question_is_a_method(store):
    assert all(len(getattr(store, name)()) for name in QUESTIONS)
    assert not QUESTIONS.keys() & AWAITED.keys()
