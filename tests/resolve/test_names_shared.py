"""Surnames that several people of a story have."""

import pytest

from tests.resolve.sentences import actor_of, story, told

IDA, PER = "Ida Berg", "Per Berg"

FAMILY = [
    ("Ida Berg", "her husband Per Berg", "Ida Berg"),
    ("Per Berg", "his wife Ida Berg", "Per Berg"),
    ("Ida Berg", "her brother Per Berg", "Ida Berg"),
    ("Ida Berg", "her son Per Berg", "Ida Berg"),
    ("Per Berg", "his daughter Ida Berg", "Per Berg"),
    ("Ida Berg", "her father Per Berg", "Ida Berg"),
    ("Per Berg", "his mother Ida Berg", "Per Berg"),
    ("Per Berg", "the widow of Ida Berg", "Per Berg"),
    ("Ida Berg", "the son of Per Berg", "Ida Berg"),
    ("Per Berg", "his sister Ida Berg", "Per Berg"),
    ("Ida Berg", "her nephew Per Berg", "Ida Berg"),
]


@pytest.mark.parametrize(("first", "relative", "meant"), FAMILY)
def test_a_surname_is_not_that_of_someone_who_came_as_a_relative(first, relative, meant):
    record = story(told(first, "praised", relative), told("Berg", "spoke"), person=["Berg", IDA, PER])
    assert actor_of(record, "Berg") == meant


@pytest.mark.parametrize("relative", ["her husband Per Berg", "her brother Per Berg", "the son of Per Berg"])
def test_a_surname_without_first_name_is_not_that_of_a_relative_named_later(relative):
    record = story(told("Berg", "spoke"), told("She", "praised", relative), person=["Berg", PER])
    assert actor_of(record, "Berg") == "Berg"
    assert len({m.actor for m in record.mentions if m.head.text in {"Berg", PER}}) == 2


def test_who_is_married_in_the_story_comes_as_a_relative():
    record = story(told("Ida Berg", "married", "Per Berg"), told("Berg", "spoke"), person=["Berg", IDA, PER])
    assert actor_of(record, "Berg") == IDA


def test_a_relative_is_meant_where_nobody_else_has_the_name():
    record = story(
        told("Eva Dahl", "praised", "her husband Per Berg"), told("Berg", "spoke"), person=["Berg", "Eva Dahl", PER]
    )
    assert actor_of(record, "Berg") == PER


def test_a_relative_named_in_full_again_is_that_relative():
    record = story(told(IDA, "praised", "her husband Per Berg"), told(PER, "spoke"), person=[IDA, PER])
    assert actor_of(record, PER, 1) == PER


TWO = [
    ((IDA, PER), "Berg", PER),
    ((PER, IDA), "Berg", IDA),
    ((IDA, PER), "Mrs. Berg", IDA),
    ((IDA, PER), "Mr. Berg", PER),
    ((PER, IDA), "Mr. Berg", PER),
    ((PER, IDA), "Ms. Berg", IDA),
    ((PER, IDA), "Mrs. Berg", IDA),
    ((IDA, PER), "Ida", IDA),
    ((PER, IDA), "Per", PER),
    ((IDA, PER), IDA, IDA),
    ((IDA, PER), PER, PER),
]


@pytest.mark.parametrize(("full", "said", "meant"), TWO)
def test_of_two_people_of_one_surname_title_first_name_or_place_decide(full, said, meant):
    bare = said.removeprefix("Mrs. ").removeprefix("Mr. ").removeprefix("Ms. ")
    record = story(*(told(one, "spoke") for one in full), told(said, "left"), person=[bare, IDA, PER])
    last = max((m for m in record.mentions if bare in m.head.text), key=lambda m: m.span.start)
    assert record.actor(last.actor).name == meant


def test_two_full_names_of_one_surname_are_two_people():
    record = story(told(IDA, "spoke"), told(PER, "spoke"), person=[IDA, PER])
    assert sorted(a.name for a in record.actors) == [IDA, PER]


def test_mr_and_mrs_without_first_names_are_two_people():
    record = story(told("Mr. Berg", "spoke"), told("Mrs. Berg", "left"), person=["Mr. Berg", "Mrs. Berg"])
    assert len(record.actors) == 2


def test_a_surname_that_is_a_city_is_the_person_where_it_acts():
    record = story(told("Eva Paris", "spoke"), told("Paris", "left"), place=["Paris"], person=["Eva Paris"])
    names = {m.actor for m in record.mentions}
    assert len(names) == 1


def test_the_last_two_words_of_a_longer_name_are_a_surname():
    record = story(told("Erik Ten Hag", "spoke"), told("Ten Hag", "left"), person=["Erik Ten Hag"], organization=[])
    assert actor_of(record, "Erik Ten Hag") == "Erik Ten Hag"
    record = story(told("Erik Ten Hag", "spoke"), told("Ten Hag", "left"), person=["Ten Hag", "Erik Ten Hag"])
    assert actor_of(record, "Ten Hag") == "Erik Ten Hag"
