"""A story is taken as it is, or refused by name."""

import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dateline.errors import BadField, BadPublished, BadSetting, LoneSurrogate, SkipStory, TextMissing, TextTooLong
from dateline.record import Story
from dateline.settings import Settings


@given(st.text())
def test_the_text_is_never_altered(text):
    assert Story(text=text).text == text


@given(st.text(), st.text(min_size=1))
def test_the_id_is_that_of_the_caller_or_a_hash_of_the_content(text, own):
    assert Story(text=text, id=own).id == own
    assert Story(text=text).id == Story(text=text).id != Story(text=text + ".").id


def test_one_text_in_two_outlets_or_on_two_days_is_two_stories():
    stories = [
        Story(text="x"),
        Story(text="x", outlet="A"),
        Story(text="x", url="A"),
        Story(text="x", published="2020-01-01"),
    ]
    assert len({story.id for story in stories}) == 4


@pytest.mark.parametrize(
    "value", ["2015-09-24", "2015-09-24T18:05:00", "2015-09-24T18:05:00Z", "2015-09-24 18:05+02:00"]
)
def test_published_is_kept_as_given(value):
    story = Story(text="x", published=value)
    assert story.published == value
    assert story.day == date(2015, 9, 24)


@pytest.mark.parametrize("value", [date(2015, 9, 24), datetime(2015, 9, 24, 18, tzinfo=UTC)])
def test_published_may_be_a_date(value):
    assert Story(text="x", published=value).day == date(2015, 9, 24)


@pytest.mark.parametrize("value", [None, ""])
def test_published_may_be_unknown(value):
    assert Story(text="x", published=value).published is None
    assert Story(text="x", published=value).day is None


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, TextMissing),
        ({"text": None}, TextMissing),
        ({"text": b"bytes"}, TextMissing),
        ({"text": 5}, TextMissing),
        ({"text": "a\ud83d"}, LoneSurrogate),
        ({"text": "\udc00"}, LoneSurrogate),
        ({"text": "x", "title": "\ud800"}, LoneSurrogate),
        ({"text": "x", "id": "\ud800"}, LoneSurrogate),
        ({"text": "x", "published": "last week"}, BadPublished),
        ({"text": "x", "published": "24/09/2015"}, BadPublished),
        ({"text": "x", "published": "2015-02-30"}, BadPublished),
        ({"text": "x", "published": "\ud800"}, BadPublished),
        ({"text": "x", "published": 20150924}, BadPublished),
        ({"text": "x", "title": 3}, BadField),
        ({"text": "x", "id": 3}, BadField),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(fields, error):
    with pytest.raises(error, match=r"valid|needs") as raised:
        Story.model_validate(fields)
    assert isinstance(raised.value, SkipStory)
    str(raised.value).encode()  # the message can be printed, whatever was in the story


def test_a_text_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("dateline.record.story.settings", lambda: Settings(max_characters=3))
    assert Story(text="abc").text == "abc"
    with pytest.raises(TextTooLong, match="4 characters; valid is at most 3"):
        Story(text="abcd")


def test_a_limit_that_cannot_be_used_stops_the_run(monkeypatch):
    def unusable():
        raise ValueError("DATELINE_MAX_CHARACTERS is 'many'; valid is a number")

    monkeypatch.setattr("dateline.record.story.settings", unusable)
    with pytest.raises(BadSetting, match="many"):
        Story(text="abc")


def test_keys_beside_the_contract_are_refused():
    with pytest.raises(ValidationError, match="section"):
        Story.model_validate({"text": "x", "section": "World"})


def test_notes_are_no_part_of_a_story_but_stay_with_it():
    story = Story(text="x").noted("a", "one").noted("b", "two")
    assert story.notes == (("a", "one"), ("b", "two"))
    assert pickle.loads(pickle.dumps(story)).notes == story.notes
    assert story.model_dump() == Story(text="x").model_dump()


def test_a_story_cuts_its_spans():
    assert Story(text="🙂 hello").span(2, 7).text == "hello"
