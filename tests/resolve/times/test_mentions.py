"""Mentions of dates are those of the times; and the record with both keeps the contract."""

from dataclasses import replace

from dateline.extract import mentions
from dateline.record import Record, Story, violations
from dateline.resolve import times
from tests.builders import parsed_story
from tests.named import with_names

TABLE = """
Ida = PROPN 3 nsubj
Berg = PROPN 1 flat
left leave VERB 0 root Tense=Past
on = ADP 6 case
Sept. = PROPN 6 nmod:unmarked
24 = NUM 3 obl
after = ADP 9 case
two = NUM 9 nummod
years year NOUN 3 obl
"""


def found(**names):
    parsed = with_names(parsed_story(TABLE), **names)
    parsed = replace(parsed, story=Story(id="story", text=parsed.story.text, published="2015-09-30"))
    return times.find(parsed, mentions.find(parsed, Record.of(parsed.story, parsed.zones)))


def test_a_date_of_the_names_head_gives_way_to_the_time_around_it():
    record = found(person=["Ida Berg"], date=["24"])
    dates = [(m.span.text, m.time) for m in record.mentions if m.kind == "date"]
    assert dates == [(time.span.text, time.id) for time in record.times]
    assert [time.span.text for time in record.times] == ["Sept. 24", "two years"]


def test_mentions_stay_in_order_each_once_and_the_record_sound():
    record = found(person=["Ida Berg"], date=["Sept. 24", "two years"])
    spans = [(m.span.start, -m.span.end) for m in record.mentions]
    assert spans == sorted(set(spans))
    assert list(violations(record)) == []


def test_what_no_time_covers_is_no_date():
    assert [m.kind for m in found(date=["Ida Berg"]).mentions if m.span.text == "Ida Berg"] == []
