"""Who an actor is: metonyms, dated offices, titles, and names that nothing tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.record import Actor, Record
from tests.builders import parsed_story
from tests.named import with_names
from tests.resolve.sentences import with_actors


def read(table: str, day: str | None = "2015-09-24", **names: list[str]) -> Record:
    parsed = parsed_story(table)
    parsed = with_names(replace(parsed, story=parsed.story.model_copy(update={"published": day})), **names)
    return with_actors(parsed)


def actor(record: Record, head: str) -> Actor | None:
    ids = [m.actor for m in record.mentions if m.head.text == head]
    return next((a for a in record.actors if a.id == ids[0]), None) if ids else None


def subject(words: str, verb: str = "warned warn", rest: str = "") -> str:
    """A sentence of a subject and a verb."""
    rows, verb_at = words.split(), len(words.split()) + 1
    table = [f"{word} = PROPN {verb_at - 1} compound" for word in rows[:-1]]
    table += [f"{rows[-1]} = PROPN {verb_at} nsubj Number=Sing", f"{verb} VERB 0 root"]
    return "\n".join([*table, *([rest.format(verb=verb_at)] if rest else [])])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Moscow", "RUS"),
        ("Kremlin", "RUS"),
        ("Damascus", "SYR"),
        ("Beijing", "CHN"),
        ("Tehran", "IRN"),
        ("Kyiv", "UKR"),
        ("White House", "USA"),
        ("Washington", "USA"),
        ("Downing Street", "GBR"),
        ("Paris", "FRA"),
        ("Ankara", "TUR"),
        ("Pyongyang", "PRK"),
    ],
)
@pytest.mark.parametrize("kind", ["place", "facility", "person"])
def test_a_seat_of_government_that_acts_is_the_state(name: str, code: str, kind: str) -> None:
    found = actor(read(subject(name), None, **{kind: [name]}), name)
    assert found is not None
    assert (found.id, found.kind, found.code, found.sectors) == (code, "state", code, ("GOV",))


@pytest.mark.parametrize("name", ["Moscow", "Kyiv", "Paris", "Damascus"])
@pytest.mark.parametrize("verb", ["enjoyed enjoy", "hosted host", "saw see"])
def test_a_seat_that_does_nothing_is_a_place(name: str, verb: str) -> None:
    record = read(subject(name, verb, rest="games game NOUN {verb} obj"), place=[name])
    assert [m.kind for m in record.mentions if m.head.text == name] == ["location"]
    assert actor(record, name) is None


@pytest.mark.parametrize("name", ["Moscow", "Damascus"])
def test_a_capital_where_something_is_is_a_place(name: str) -> None:
    table = f"Berg = PROPN 2 nsubj Number=Sing\nspoke speak VERB 0 root\nin = ADP 4 case\n{name} = PROPN 2 obl"
    assert actor(read(table, place=[name], person=["Berg"]), name) is None


def test_a_house_may_be_a_ministry() -> None:
    found = actor(read(subject("Pentagon"), facility=["Pentagon"]), "Pentagon")
    assert found is not None
    assert (found.name, found.code, found.sectors[0]) == ("United States Department of Defense", "USA", "GOV")


def held(country: str, office: str, lemma: str | None = None) -> str:
    words = office.split()
    n = len(words) + 2
    rows = ["The the DET {h} det", f"{country} = ADJ {{h}} amod"]
    rows += [f"{w} = NOUN {{h}} compound" for w in words[:-1]]
    rows += [f"{words[-1]} = NOUN {n + 1} nsubj Number=Sing", "spoke speak VERB 0 root"]
    return "\n".join(rows).format(h=n)


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("American", "president", "2015-09-24", "Barack Obama"),
        ("American", "president", "2018-09-24", "Donald Trump"),
        ("American", "president", "2022-09-24", "Joe Biden"),
        ("American", "president", "2025-09-24", "Donald Trump"),
        ("Russian", "president", "2010-01-01", "Dmitry Medvedev"),
        ("Russian", "president", "2015-01-01", "Vladimir Putin"),
        ("British", "prime minister", "2005-01-01", "Tony Blair"),
        ("British", "prime minister", "2023-01-01", "Rishi Sunak"),
        ("German", "chancellor", "2004-01-01", "Gerhard Schroeder"),
        ("German", "chancellor", "2014-01-01", "Angela Merkel"),
        ("French", "president", "2013-01-01", "Francois Hollande"),
        ("Iranian", "president", "2009-01-01", "Mahmoud Ahmadinejad"),
        ("Indian", "prime minister", "2012-01-01", "Manmohan Singh"),
    ],
)
def test_an_office_is_dated_by_the_story(country: str, office: str, day: str, name: str) -> None:
    found = actor(read(held(country, office), day, nationality=[country]), office.rsplit(maxsplit=1)[-1])
    assert found is not None
    assert found.name == name
    assert "held the office" in (found.basis or "")


@pytest.mark.parametrize(
    ("country", "office", "day"),
    [
        ("American", "president", None),
        ("American", "former president", "2015-09-24"),
        ("American", "vice president", "1985-01-01"),
        ("Norwegian", "president", "2015-09-24"),
        ("German", "chancellor", "2021-12-08"),
    ],
    ids=["no day", "a former one", "before the table", "no such office", "the day of the change"],
)
def test_nobody_is_guessed(country: str, office: str, day: str | None) -> None:
    found = actor(
        read(held(country, office), day, nationality=[country]), "president" if "president" in office else "chancellor"
    )
    assert found is None or " " not in found.name or found.name.startswith(("American", "Norwegian", "German"))


def test_a_title_gives_country_and_sector_with_no_table() -> None:
    table = """
Norwegian = ADJ 3 amod
senator = NOUN 3 nmod:desc
Ida = PROPN 5 nsubj Number=Sing
Berg = PROPN 3 flat
spoke speak VERB 0 root
"""
    found = actor(read(table, person=["Ida Berg"], nationality=["Norwegian"]), "Ida Berg")
    assert found is not None
    assert (found.code, found.sectors, found.id[0]) == ("NOR", ("LEG",), "a")
    assert "'senator' in the story" in (found.basis or "")


def test_a_name_that_nothing_tells_of_has_no_code() -> None:
    found = actor(read(subject("Berg"), person=["Berg"]), "Berg")
    assert found is not None
    assert (found.code, found.sectors) == (None, ())


@pytest.mark.parametrize("name", ["ISIS", "Daesh", "Islamic State", "ISIL"])
def test_the_names_of_one_armed_group_are_one_actor(name: str) -> None:
    found = actor(read(subject(name), person=[name]), name)
    assert found is not None
    assert (found.id, found.code, found.sectors) == ("islamic-state", "IMG", ("REB",))


def test_two_names_of_one_body_are_one_actor() -> None:
    record = read(f"{subject('ISIS')}\n\n{subject('Daesh')}", organization=["ISIS", "Daesh"])
    assert [a.id for a in record.actors] == ["islamic-state"]


def test_a_surname_that_many_bear_is_a_leaders_only_where_the_story_speaks_of_the_country() -> None:
    alone = actor(read(subject("Harper"), person=["Harper"]), "Harper")
    there = actor(read(f"{subject('Harper')}\n\n{subject('Canada')}", person=["Harper"], place=["Canada"]), "Harper")
    assert alone is not None
    assert there is not None
    assert (alone.code, there.id) == (None, "stephen-harper.can")


def test_the_surname_of_the_one_in_office_is_enough_where_it_is_well_known() -> None:
    found = actor(read(subject("Merkel"), person=["Merkel"]), "Merkel")
    assert found is not None
    assert found.id == "angela-merkel.deu"
    assert "by the surname alone" in (found.basis or "")


def test_the_head_of_a_department_is_of_the_country_of_its_department() -> None:
    table = """
Norwegian = ADJ 2 amod
Ministry = PROPN 5 nsubj
of = ADP 4 case
Works = PROPN 2 nmod
met meet VERB 0 root

Minister minister NOUN 6 nsubj Number=Sing
of = ADP 3 case
Works = PROPN 1 nmod
Ida = PROPN 6 nsubj Number=Sing
Berg = PROPN 4 flat
spoke speak VERB 0 root
"""
    found = actor(read(table, organization=["Norwegian Ministry of Works"], person=["Ida Berg"]), "Ida Berg")
    assert found is not None
    assert (found.code, found.sectors) == ("NOR", ("GOV",))
