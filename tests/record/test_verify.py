"""A sound record has no violation; each kind of damage has its own."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Mention, Place, Record, Statement, Story, Time, Zone, violations
from dateline.record.ids import finding_id
from dateline.record.verify import CODES
from tests.record.examples import (
    BERG,
    DENIAL,
    DOCKERS,
    ENDED,
    FRIDAY,
    OFFICIAL,
    OFFICIALS,
    UNBEATEN,
    WON,
    good_record,
)

GOOD = json.loads(good_record().to_json())
OF = {finding["id"]: (name, index) for name, rows in GOOD.items() if isinstance(rows, list) and name != "warnings"
      for index, finding in enumerate(rows)}  # fmt: skip


def codes(record):
    return {violation.code for violation in violations(record)}


def test_a_sound_record_has_no_violation():
    assert list(violations(GOOD)) == []
    assert list(violations(good_record())) == []
    assert list(violations(json.dumps(GOOD))) == []
    assert list(violations(Record.of(Story(text="")))) == []


DAMAGE = [
    # what stands where it should not
    (("statements", 0, "form"), "shouted", "shape"),
    (("statements", 0, "act"), "sing", "shape"),
    (("statements", 0, "negated"), None, "shape"),
    (("statements", 0, "negated"), 0, "shape"),
    (("statements", 0, "confidence"), 1.01, "shape"),
    (("statements", 0, "confidence"), -0.5, "shape"),
    (("statements", 0, "confidence"), float("nan"), "shape"),
    (("statements", 0, "confidence"), "0.5", "shape"),
    (("statements", 0, "found_by"), "", "shape"),
    (("statements", 0, "color"), "red", "shape"),
    (("mentions", 0, "kind"), "ship", "shape"),
    (("events", 0, "status"), "maybe", "shape"),
    (("events", 0, "factuality", 0, "value"), "CT", "shape"),
    (("places", 0, "lat"), 91, "shape"),
    (("sentences", 0, "zone"), "advert", "shape"),
    (("sentences", 0, "start"), False, "shape"),
    (("story", "zones", 0, "kind"), "advert", "shape"),
    (("story", "published"), "soon", "shape"),
    (("story", "text"), None, "shape"),
    (("schema",), "0", "shape"),
    (("extra",), 1, "shape"),
    # spans
    (("statements", 0, "content", 0, "text"), "Harbour strike end!", "span"),
    (("statements", 0, "content", 0, "text"), "Harbour", "span"),
    (("statements", 0, "content", 0, "start"), 1, "span"),
    (("mentions", 0, "span", "end"), 10_000, "span"),
    (("mentions", 0, "head", "text"), "dockers", "span"),
    (("times", 0, "span", "text"), "FRIDAY", "span"),
    (("causal_claims", 0, "signal", 0, "text"), "because 0f", "span"),
    (("statements", 0, "medium"), {"start": 0, "end": 3, "text": "xyz"}, "span"),
    (("positions", 0, "condition"), {"start": 0, "end": 3, "text": "xyz"}, "span"),
    (("events", 0, "size", "injured", "span", "text"), "nobodY", "span"),
    # zones and sentences
    (("story", "zones", 1, "start"), 30, "order"),
    (("story", "zones", 1, "end"), 10_000, "order"),
    (("story", "zones", 0, "end"), 0, "order"),
    (("sentences", 1, "start"), 30, "order"),
    (("sentences", 2, "end"), 10_000, "order"),
    # ids
    (("sentences", 1, "id"), "n1", "duplicate"),
    (("actors", 3, "id"), "n1", "duplicate"),
    (("mentions", 1, "id"), "m0000000000000000", "id"),
    (("statements", 0, "id"), "first", "id"),
    (("times", 0, "id"), "t0000000000000000", "id"),
    (("events", 0, "id"), "e0000000000000000", "id"),
    (("causal_claims", 0, "id"), "c0000000000000000", "id"),
    (("positions", 0, "id"), "p0000000000000000", "id"),
    (("actors", 0, "id"), "a0000000000000000", "id"),
    (("places", 0, "id"), "l0000000000000000", "id"),
    (("story", "id"), "another", "id"),
    # references
    (("mentions", 0, "actor"), "nobody", "dangling"),
    (("mentions", 1, "place"), "nowhere", "dangling"),
    (("mentions", 2, "time"), "never", "dangling"),
    (("mentions", 0, "actor"), ENDED.id, "dangling"),
    (("times", 0, "anchor"), "never", "dangling"),
    (("statements", 0, "speaker"), "nobody", "dangling"),
    (("statements", 0, "addressee"), "nobody", "dangling"),
    (("statements", 0, "place"), "nowhere", "dangling"),
    (("statements", 0, "time"), "never", "dangling"),
    (("statements", 0, "parent"), "nothing", "dangling"),
    (("statements", 0, "continues"), "nothing", "dangling"),
    (("statements", 0, "echo_of"), "nothing", "dangling"),
    (("events", 0, "actors", 0), "nobody", "dangling"),
    (("events", 0, "recipients"), ["nobody"], "dangling"),
    (("events", 0, "place"), "nowhere", "dangling"),
    (("events", 0, "time"), "never", "dangling"),
    (("events", 0, "reported_by", 0), "nothing", "dangling"),
    (("events", 0, "factuality", 0, "source"), "nobody", "dangling"),
    (("events", 0, "factuality", 0, "statement"), "nothing", "dangling"),
    (("causal_claims", 0, "claimant"), "nobody", "dangling"),
    (("causal_claims", 0, "statement"), "nothing", "dangling"),
    (("positions", 0, "actor"), "nobody", "dangling"),
    (("positions", 0, "statement", 0), "nothing", "dangling"),
    (("positions", 0, "event", 0), "nothing", "dangling"),
    (("mentions", 0, "time"), FRIDAY, "reference"),
    # circles
    ((*OF[ENDED.id], "parent"), ENDED.id, "cycle"),
    ((*OF[WON.id], "continues"), WON.id, "cycle"),
    ((*OF[ENDED.id], "echo_of"), GOOD["statements"][0]["id"], "cycle"),
    (("times", 0, "anchor"), FRIDAY, "cycle"),
    # findings out of order
    (("mentions",), GOOD["mentions"][::-1], "order"),
    (("statements",), GOOD["statements"][::-1], "order"),
    (("actors",), [GOOD["actors"][1], GOOD["actors"][0], *GOOD["actors"][2:]], "order"),
    # what belongs together
    (("story", "zones"), GOOD["story"]["zones"][:1], "zone"),
    (("story", "zones"), [], "zone"),
    (("sentences", 0, "zone"), "body", "zone"),
    (("mentions", 0, "head"), GOOD["mentions"][2]["head"], "head"),
    (("actors", 1, "aliases"), ["Ida Berg", "Bergen"], "alias"),
    ((*OF[WON.id], "quotation"), [], "quotation"),
    ((*OF[WON.id], "quotation"), GOOD["statements"][OF[UNBEATEN.id][1]]["quotation"], "quotation"),
    ((*OF[ENDED.id], "form"), "mixed", "quotation"),
    (("sentences", 0, "start"), 0.0, "shape"),
    # statements out of place
    ((*OF[WON.id], "parent"), ENDED.id, "parent"),
    ((*OF[ENDED.id], "continues"), DENIAL.id, "continues"),
    ((*OF[OFFICIAL.id], "parent"), WON.id, "parent"),
    # what may be counted
    (("events", 0, "status"), "historical", "countable"),
    (("events", 0, "status"), "hypothetical", "countable"),
    (("events", 0, "status"), "negated", "countable"),
    (("events", 0, "status"), "planned", "countable"),
    (("events", 0, "status"), "threatened", "countable"),
    (("events", 0, "actors"), [], "countable"),
    (("events", 0, "factuality"), [], "countable"),
    (("events", 0, "factuality", 0, "value"), "PS+", "countable"),
    (("events", 0, "factuality", 0, "source"), OFFICIALS, "countable"),
    (("events", 0, "factuality"), [{"source": BERG, "value": "CT+", "statement": None},
                                   {"source": DOCKERS, "value": "CT-", "statement": None}], "countable"),
    (("events", 0, "factuality", 0, "source"), DOCKERS, "countable"),
    (("events", 0, "factuality", 0, "statement"), OFFICIAL.id, "countable"),
    # codes
    (("events", 0, "type"), "STRIKE", "code"),
    (("events", 0, "mode"), ["aerial"], "code"),
    (("events", 0, "context"), ["weather"], "code"),
    (("events", 0, "cameo"), "0899", "code"),
]  # fmt: skip


def damaged(path, value):
    record = deepcopy(GOOD)
    part = record
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return record


@pytest.mark.parametrize(("path", "value", "code"), DAMAGE, ids=lambda value: str(value)[:60])
def test_each_damage_is_named(path, value, code):
    assert code in codes(damaged(path, value))


def test_every_code_is_tried():
    assert {code for _, _, code in DAMAGE} | {"absent"} == set(CODES)


def paths_of_keys(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from paths_of_keys(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths_of_keys(inner, (*path, index))


@given(st.sampled_from(sorted(paths_of_keys(GOOD), key=str)))
def test_a_missing_key_is_named(path):
    record = deepcopy(GOOD)
    part = record
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]
    assert codes(record) & {"absent", "shape"}


def test_times_and_places_come_in_the_order_of_the_text():
    story = Story(id="when", text="On Friday and Monday in Lindhaven and Oster.")
    zones = (Zone("body", 0, len(story.text)),)
    days = [story.span(3, 9), story.span(14, 20)]
    times = tuple(Time(id=finding_id("when", "time", [day]), span=day, type="DATE") for day in days)
    names = [story.span(24, 33), story.span(38, 43)]
    places = tuple(Place(id=f"place:{name.text}", name=name.text) for name in names)
    mentions = tuple(
        Mention(
            id=finding_id("when", "mention", [name]),
            span=name,
            head=name,
            kind="location",
            form="name",
            place=place.id,
        )
        for name, place in zip(names, places, strict=True)
    )
    sound = Record.of(story, zones, times=times, places=places, mentions=mentions)
    assert codes(sound) == set()
    assert codes(sound.with_findings(times=times[::-1])) == {"order"}
    assert codes(sound.with_findings(places=places[::-1])) == {"order"}


def test_a_longer_circle_is_found_once():
    record = damaged((*OF[ENDED.id], "parent"), DENIAL.id)
    record["statements"][OF[OFFICIAL.id][1]]["parent"] = ENDED.id
    assert [violation.code for violation in violations(record)].count("cycle") == 1


def test_a_turn_of_a_transcript_is_direct_without_marks():
    story = Story(id="talk", text="BERG: We won.")
    cue, content = story.span(4, 5), story.span(6, 13)
    said = Statement(
        id=finding_id("talk", "statement", (cue, content)), cue=(cue,), content=(content,), form="direct", kind="speech"
    )
    assert list(violations(Record.of(story, (Zone("body", 0, 13),), statements=(said,)))) == []


@pytest.mark.parametrize(("text", "sound"), [("Q. Why?", True), ("She met Q. Why?", False)])
def test_a_turn_under_a_letter_is_direct_without_marks(text, sound):
    story = Story(id="talk", text=text)
    at = text.index("Q.")
    source, content = story.span(at, at + 2), story.span(at + 3, len(text))
    found = finding_id("talk", "statement", (source, content))
    said = Statement(id=found, source=(source,), content=(content,), form="direct", kind="speech")
    zones = (Zone("body", 0, len(text)),)
    assert (codes(Record.of(story, zones, statements=(said,))) == set()) is sound


def test_what_the_contract_allows_is_no_violation():
    by_author = damaged(("events", 0, "factuality", 0, "source"), "author")
    agreed = damaged(("events", 0, "type"), "AGREE")
    agreed["events"][0]["status"] = "planned"
    claimed = damaged(("causal_claims", 0, "claimant"), "author")
    denied = damaged(("events", 0, "factuality"), [{"source": "author", "value": "PR+", "statement": None},
                                                   {"source": BERG, "value": "CT-", "statement": None}])  # fmt: skip
    for record in (by_author, agreed, claimed, denied):
        assert list(violations(record)) == []


@pytest.mark.parametrize(
    "line", ["", "nonsense", "[]", "null", "{}", '"text"', "[" * 100_000, b"\xff", '{"story": []}']
)
def test_a_line_that_is_no_record_is_one_violation_and_no_error(line):
    assert codes(line) == {"shape"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_makes_it_raise(value):
    assert codes(json.dumps(value)) == {"shape"}


@given(st.sampled_from(sorted(paths_of_keys(GOOD), key=str)), st.none() | st.booleans() | st.integers() | st.text())
def test_no_damage_makes_it_raise(path, value):
    for violation in violations(damaged(path, value)):
        assert violation.code in CODES
        assert str(violation).startswith(f"{violation.code} at ")


def test_the_way_to_the_damage_is_named():
    found = next(iter(violations(damaged(("statements", 1, "cue", 0, "text"), "SAID"))))
    assert (found.code, found.where) == ("span", "statements[1].cue[0]")


def test_a_long_chain_costs_no_more_than_its_length():
    base = GOOD["statements"][0] | {"echo_of": None}
    chain = [base | {"id": f"s{i}", "continues": f"s{i - 1}" if i else None} for i in range(5_000)]
    found = codes(GOOD | {"statements": chain, "events": [], "causal_claims": [], "positions": []})
    assert found == {"id"}


def test_events_come_in_the_order_of_their_first_anchor():
    record = good_record()
    told = record.story.span(0, 14)
    early = record.events[0].model_copy(update={"id": finding_id(record.story.id, "event", [told]), "anchor": (told,)})
    assert codes(record.with_findings(events=(early, *record.events))) == set()
    assert codes(record.with_findings(events=(*record.events, early))) == {"order"}
