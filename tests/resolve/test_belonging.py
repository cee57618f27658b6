from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.record import Record
from dateline.resolve.belonging import Belonging
from tests.builders import parsed_story
from tests.named import with_names
from tests.resolve.phrases import sentence
from tests.resolve.sentences import with_actors

PLACES = ["Spain", "Norway", "Israel", "Italy", "Japan", "Jordan"]
PEOPLES = ["French", "British", "Iranian", "Norwegian", "Polish", "Israeli", "American"]
BODIES = ["EU", "NATO", "G7", "Defence Ministry", "Toyota", "Volvo"]


def read(*phrases: str, day: str | None = None, **names: list[str]) -> Record:
    parsed = parsed_story("\n\n".join(p if "\n" in p else sentence(p) for p in phrases))
    parsed = replace(parsed, story=parsed.story.model_copy(update={"published": day}))
    return with_actors(with_names(parsed, place=PLACES, nationality=PEOPLES, organization=BODIES, **names))


def said_of(record: Record, head: str) -> list[str | None]:
    """The actors of the mentions with this head, in order."""
    return [m.actor for m in record.mentions if m.head.text == head]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norway's prime minister", "Spain's prime minister"),
        ("the French president", "the Polish president"),
        ("Iranian minister", "the Israeli minister"),
        ("the foreign minister", "the prime minister"),
        ("the French foreign minister", "the French defence minister"),
        ("the deputy prime minister", "the prime minister"),
        ("the EU chief", "the NATO chief"),
        ("the Toyota director", "the Volvo director"),
        ("American officials", "the Iranian officials"),
    ],
)
def test_two_of_different_countries_bodies_or_offices_are_two(first: str, second: str) -> None:
    one, other = said_of(read(first, second), first.rsplit(maxsplit=1)[-1])
    assert one != other


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the Norwegian prime minister", "the prime minister"),
        ("Norway's prime minister", "the Norwegian prime minister"),
        ("the French foreign minister", "the minister"),
        ("the EU chief", "the chief"),
    ],
)
def test_one_who_is_said_to_be_of_nothing_else_is_the_same(first: str, second: str) -> None:
    one, other = said_of(read(first, second), first.rsplit(maxsplit=1)[-1])
    assert one == other


def test_who_is_known_to_hold_an_office_elsewhere_is_not_meant() -> None:
    sunak = "Minister = PROPN 2 nmod:desc\nRishi = PROPN 4 nsubj\nSunak = PROPN 2 flat\nspoke speak VERB 0 root"
    record = read(sunak, "Spain's minister", person=["Rishi Sunak"])
    assert [a.code for a in record.actors if a.kind == "person"] == ["GBR", "ESP"]


def test_an_office_of_another_country_is_whose_it_is_on_the_day() -> None:
    record = read("the British prime minister", "Spain's prime minister", day="2023-05-05")
    assert [a.id for a in record.actors if a.kind == "person"] == ["rishi-sunak.gbr", "pedro-sanchez.esp"]


def test_bodies_of_one_name_are_told_apart_by_their_countries() -> None:
    record = read("Spain's Defence Ministry", "Italy's Defence Ministry", "the Defence Ministry")
    one, other, last = said_of(record, "Defence Ministry")
    assert one != other == last
    assert {a.code for a in record.actors if a.kind == "organization"} == {"ESP", "ITA"}


def test_the_leader_of_a_country_is_its_one_president() -> None:
    record = read("the French president", "the Polish president", "the French leader")
    assert said_of(record, "leader") == said_of(record, "president")[:1]


def test_the_leader_is_neither_where_a_country_has_two() -> None:
    record = read("the French president", "the French prime minister", "the French leader")
    assert said_of(record, "leader")[0] not in said_of(record, "president") + said_of(record, "minister")


def test_what_is_not_known_denies_nothing() -> None:
    one, other = Belonging(countries=frozenset({"NOR"})), Belonging(posts=frozenset({"prime"}))
    assert not one.denies(other)
    assert not Belonging().denies(one)
    assert one.denies(Belonging(countries=frozenset({"SWE"})))


def test_a_longer_name_of_a_body_is_the_same_body() -> None:
    assert not Belonging(bodies=frozenset({"volvo"})).denies(Belonging(bodies=frozenset({"volvo cars"})))
