"""A record goes to JSON and back, in the form of the contract."""

import json
from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dateline.errors import BadRecord, UnknownId
from dateline.record import Record, Span, Statement, Story, Warning_, json_schema
from dateline.record.ids import finding_id
from tests.record.examples import BERG, ENDED, STORY, good_record

CONTRACT = {
    "": "schema reader warnings story sentences mentions actors places times statements events causal_claims positions",
    "reader": "version encoder",
    "warnings": "code message",
    "story": "id text title url outlet byline published language zones",
    "sentences": "id start end zone",
    "mentions": "id span head kind form actor place time confidence found_by",
    "actors": "id name kind code sectors aliases description offices wikidata basis confidence found_by",
    "places": "id name geonameid lat lon country feature precision confidence found_by",
    "times": "id span type value begin end anchor confidence found_by",
    "statements": (
        "id source cue content speaker form kind act quotation addressee medium place time certainty negated "
        "parent continues echo_of anonymous confidence found_by"
    ),
    "events": (
        "id type mode context cameo quad score anchor actors recipients place time status factuality reported_by "
        "size countable confidence found_by"
    ),
    "causal_claims": (
        "id cause effect signal relation polarity certainty negated claimant statement confidence found_by"
    ),
    "positions": "id actor issue stance condition statement event confidence found_by",
}


@pytest.mark.parametrize(("part", "keys"), CONTRACT.items())
def test_keys_are_those_of_the_contract_in_its_order(part, keys):
    data = json.loads(good_record().to_json())
    value = data[part] if part else data
    assert list(value[0] if isinstance(value, list) else value) == keys.split()


def test_nothing_known_is_null_or_empty_and_never_absent():
    data = json.loads(Record.of(Story(id="x", text="")).to_json())
    assert list(data) == CONTRACT[""].split()
    assert data["story"] == dict.fromkeys(CONTRACT["story"].split()) | {"id": "x", "text": "", "zones": []}
    assert data["reader"] == {"version": None, "encoder": None}
    assert data["statements"] == []


@st.composite
def records(draw):
    """Records of any text, with statements anywhere in it."""
    story = Story(id=draw(st.text(min_size=1)), text=draw(st.text(min_size=1)), title=draw(st.none() | st.text()))
    ends = draw(st.lists(st.tuples(*[st.integers(0, len(story.text) - 1)] * 2), max_size=4, unique=True))
    spans = [story.span(min(pair), max(pair) + 1) for pair in ends]
    statements = tuple(
        Statement(
            id=finding_id(story.id, "statement", (span,)),
            content=(span,),
            form=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            kind="speech",
            confidence=draw(st.floats(0, 1)),
            found_by=draw(st.text(min_size=1)),
        )
        for span in spans
    )
    return Record.of(story, statements=statements)


@given(records())
def test_json_and_back_is_the_same(record):
    line = record.to_json()
    again = Record.from_json(line)
    assert again == record
    assert again.to_json() == line
    assert Record.from_dict(json.loads(line)) == record


@given(records())
def test_a_record_is_one_line_of_utf_8(record):
    assert "\n" not in record.to_json()
    assert json.loads(record.to_json().encode())["story"]["text"] == record.story.text


def test_two_equal_records_are_the_same_bytes():
    assert good_record().to_json() == good_record().to_json()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{}",
        "nonsense",
        '{"story": {"text": "x", "published": "soon"}}',
        '{"story": {"text": "\\ud800"}}',
        '{"schema": "0", "story": {"id": "x", "text": ""}}',
        '{"story": {"id": "x", "text": "", "more": 1}}',
    ],
)
def test_a_line_that_is_no_record_is_refused_by_name(line):
    with pytest.raises(BadRecord, match="no record of schema 1"):
        Record.from_json(line)


def test_a_record_and_its_findings_are_frozen():
    record = good_record()
    with pytest.raises(ValidationError):
        record.statements = ()
    with pytest.raises(ValidationError):
        record.statements[0].act = "warn"


def test_a_finding_is_found_by_its_id():
    record = good_record()
    assert record.finding(ENDED.id) == ENDED
    assert record.actor(BERG).name == "Ida Berg"
    for unknown in ("s0", ENDED.id):
        with pytest.raises(UnknownId, match=f"story 'harbour' has no actor '{unknown}'"):
            record.actor(unknown)
    with pytest.raises(UnknownId, match="has no finding 'n1'"):
        record.finding("n1")


def test_a_copy_with_other_findings_finds_those():
    record = good_record()
    record.finding(ENDED.id)
    changed = record.with_findings(statements=())
    assert copy(record) == record
    assert changed.statements == ()
    with pytest.raises(UnknownId):
        changed.finding(ENDED.id)


def test_a_record_shows_itself_in_short():
    shown = repr(good_record())
    assert shown.startswith("<Record harbour: 4 mentions, 4 actors")
    assert STORY.text not in shown
    assert repr(Record.of(Story(id="x", text="long text"))) == "<Record x: no findings>"


def test_a_finding_is_refused_when_a_value_is_not_in_its_list_or_range():
    good = {"id": "s", "form": "direct", "kind": "speech"}
    for bad in ({"form": "shouted"}, {"confidence": 1.1}, {"confidence": float("nan")}, {"found_by": ""}, {"color": 1}):
        with pytest.raises(ValidationError):
            Statement.model_validate(good | bad)


def test_the_schema_requires_every_key_and_describes_every_field():
    schema = json_schema()
    objects = [schema, *schema["$defs"].values()]
    for each in objects:
        assert set(each["required"]) == set(each["properties"]), each["title"]
        assert all("description" in field for field in each["properties"].values()), each["title"]
    assert [*schema["properties"]] == CONTRACT[""].split()


def test_a_record_can_be_made_of_parts_in_any_form():
    made = Record.of(Story(id="x", text="ab"), warnings=[{"code": "c", "message": "m"}])
    assert made.warnings == (Warning_(code="c", message="m"),)
    assert made.story.span(0, 1) == Span(0, 1, "a")
