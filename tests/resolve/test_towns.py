from __future__ import annotations

import pytest

from dateline.extract import mentions
from dateline.record import Record
from dateline.resolve import towns
from tests.builders import parsed_story
from tests.named import with_names

UKRAINE = "Ukraine = PROPN 2 nsubj\nspoke speak VERB 0 root"


def kind(table: str, name: str = "Kharkiv", **names: list[str]) -> str:
    """What the last mention of a name is, which the encoder took for a person."""
    parsed = with_names(parsed_story(table), person=[name, *names.pop("person", [])], **names)
    record = towns.find(parsed, mentions.find(parsed, Record.of(parsed.story, parsed.zones)))
    return [m.kind for m in record.mentions if m.head.text == name][-1]


def passive(name: str, verb: str, lemma: str) -> str:
    return f"{name} = PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\n{verb} {lemma} VERB 0 root\n+. = PUNCT 3 punct"


def taken(name: str, verb: str, lemma: str) -> str:
    return f"They they PRON 2 nsubj\n{verb} {lemma} VERB 0 root\n{name} = PROPN 2 obj\n+. = PUNCT 2 punct"


def does(name: str, verb: str, lemma: str) -> str:
    return f"{name} = PROPN 2 nsubj\n{verb} {lemma} VERB 0 root\n+. = PUNCT 2 punct"


@pytest.mark.parametrize("verb", ["shelled shell", "liberated liberate", "evacuated evacuate", "besieged besiege"])
def test_what_is_shelled_is_a_town(verb: str) -> None:
    assert kind(passive("Kharkiv", *verb.split())) == "location"


@pytest.mark.parametrize("table", [taken("Kharkiv", "captured", "capture"), does("Kharkiv", "fell", "fall")])
def test_what_is_captured_or_falls_is_a_town_where_the_story_speaks_of_its_country(table: str) -> None:
    assert kind(f"{UKRAINE}\n\n{table}", place=["Ukraine"]) == "location"
    assert kind(table) == "person"


def test_a_town_of_the_country_of_another_is_one_too() -> None:
    table = f"{passive('Kharkiv', 'shelled', 'shell')}\n\n{does('Kherson', 'lost', 'lose')}"
    assert kind(table, "Kherson", person=["Kharkiv"]) == "location"


def test_what_is_near_is_a_town() -> None:
    assert kind("They they PRON 2 nsubj\nmet meet VERB 0 root\nnear = ADP 4 case\nKharkiv = PROPN 2 obl") == "location"


def test_who_speaks_is_a_person() -> None:
    assert kind(f"{UKRAINE}\n\n{does('Kharkiv', 'said', 'say')}", place=["Ukraine"]) == "person"


def test_who_has_a_full_name_in_the_story_is_a_person() -> None:
    full = "Ida = PROPN 3 nsubj\nKharkiv = PROPN 1 flat\nspoke speak VERB 0 root"
    assert kind(f"{full}\n\n{passive('Kharkiv', 'shelled', 'shell')}", person=["Ida Kharkiv"]) == "person"


def test_a_surname_that_is_an_american_town_is_a_person_when_hit() -> None:
    table = f"Texas = PROPN 2 nsubj\nspoke speak VERB 0 root\n\n{passive('Houston', 'hit', 'hit')}"
    assert kind(table, "Houston", place=["Texas"]) == "person"


def test_what_no_gazetteer_has_is_a_person() -> None:
    assert kind(passive("Xyzzyq", "shelled", "shell"), "Xyzzyq") == "person"
