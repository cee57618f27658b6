from __future__ import annotations

import pytest

from dateline.extract import mentions
from dateline.record import Record
from tests.builders import parsed_story
from tests.named import with_names


def found(table: str, **names: list[str]) -> list[tuple[str, str, str]]:
    parsed = with_names(parsed_story(table), **names)
    record = mentions.find(parsed, Record.of(parsed.story, parsed.zones))
    return [(m.head.text, m.kind, m.form) for m in record.mentions if m.form != "pronoun"]


def says(name: str, subject: str = "it") -> str:
    return (
        f"{name} = PROPN 2 nsubj Number=Sing\nsaid say VERB 0 root\n{subject} = PRON 5 nsubj\nwould = AUX 5 aux\n"
        "act = VERB 2 ccomp\n+. = PUNCT 2 punct"
    )


HENDERSON = "Jordan = PROPN 3 nsubj\nHenderson = PROPN 1 flat\nspoke speak VERB 0 root\n+. = PUNCT 3 punct"


@pytest.mark.parametrize(("subject", "kind"), [("it", "state"), ("he", "person")])
def test_a_first_name_that_is_a_country_is_told_by_its_pronoun(subject: str, kind: str) -> None:
    names = found(f"{HENDERSON}\n\n{says('Jordan', subject)}", person=["Jordan", "Jordan Henderson"])
    assert names == [("Jordan Henderson", "person", "name"), ("Jordan", kind, "name")]


def test_a_country_that_was_taken_for_a_person_is_a_state() -> None:
    assert found(says("Chad"), person=["Chad"]) == [("Chad", "state", "name")]


def test_who_is_said_to_be_a_guard_is_a_person() -> None:
    table = """
Jordan = PROPN 6 nsubj
+, = PUNCT 1 punct
a = DET 4 det
guard = NOUN 1 appos Number=Sing
+, = PUNCT 1 punct
spoke speak VERB 0 root
"""
    assert ("Jordan", "person", "name") in found(table, person=["Jordan"])
    assert ("Honduras", "state", "name") in found(table.replace("Jordan", "Honduras"), place=["Honduras"])


def test_a_first_name_and_the_surname_after_it_are_one_name() -> None:
    table = "Israel = PROPN 3 nsubj\nDahl = PROPN 1 flat\nspoke speak VERB 0 root"
    assert found(table, place=["Israel"], person=["Dahl"]) == [("Israel Dahl", "person", "name")]


@pytest.mark.parametrize(
    ("word", "lemma", "kind"),
    [("Rebels", "rebel", "group"), ("Prosecutors", "prosecutor", "group"), ("Police", "police", "organization")],
)
def test_a_noun_that_opens_a_sentence_is_no_name(word: str, lemma: str, kind: str) -> None:
    table = f"{word} {lemma} NOUN 2 nsubj Number=Plur\nspoke speak VERB 0 root"
    assert found(table, person=[word]) == [(word, kind, "nominal")]


def test_a_surname_of_the_story_stays_a_name() -> None:
    table = """
Ida = PROPN 3 nsubj
Waiters = PROPN 1 flat
spoke speak VERB 0 root

Waiters waiter NOUN 2 nsubj Number=Plur
spoke speak VERB 0 root
"""
    assert found(table, person=["Ida Waiters", "Waiters"])[-1] == ("Waiters", "person", "name")


@pytest.mark.parametrize("title", ["Mrs.", "Mr."])
def test_a_short_title_names_nobody(title: str) -> None:
    table = f"{title} = PROPN 2 nmod:desc\nBerg = PROPN 3 nsubj\nspoke speak VERB 0 root"
    parsed = with_names(parsed_story(table), person=["Berg"])
    assert [n for n, _, _ in found(table, person=[title])] == []
    assert [m.span.text for m in mentions.find(parsed, Record.of(parsed.story, parsed.zones)).mentions] == [
        f"{title} Berg"
    ]


def test_a_party_and_state_in_brackets_name_nobody() -> None:
    table = (
        "Berg = PROPN 5 nsubj\n( = PUNCT 3 punct\n+D-VA = PROPN 1 appos\n+) = PUNCT 3 punct\nspoke speak VERB 0 root"
    )
    assert found(table, person=["Berg", "D-VA"]) == [("Berg", "person", "name")]


def test_a_name_ends_with_its_sentence() -> None:
    table = """
They they PRON 2 nsubj
met meet VERB 0 root
Berg = PROPN 2 obj
+. = PUNCT 2 punct

Dahl = PROPN 2 nsubj
left leave VERB 0 root
"""
    assert found(table, person=["Berg. Dahl"]) == [("Berg", "person", "name"), ("Dahl", "person", "name")]


def test_an_initial_does_not_end_a_name() -> None:
    table = "Ida = PROPN 0 root\nA = PROPN 1 flat\n+. = PUNCT 1 punct\n\nBerg = PROPN 2 nsubj\nleft leave VERB 0 root"
    assert found(table, person=["Ida A. Berg"]) == [("Ida A. Berg", "person", "name")]


def test_the_west_acts() -> None:
    table = "The the DET 2 det\nWest = PROPN 3 nsubj\nrejected reject VERB 0 root\nit = PRON 3 obj"
    assert found(table) == [("West", "organization", "name")]
    assert found(table, person=["West"]) == [("West", "organization", "name")]


def test_at_least_so_many_are_one_phrase() -> None:
    table = """
At at ADP 3 case
least = ADJ 3 nmod
six = NUM 4 nummod
people = NOUN 5 nsubj Number=Plur
died die VERB 0 root
"""
    parsed = parsed_story(table)
    record = mentions.find(parsed, Record.of(parsed.story, parsed.zones))
    assert [m.span.text for m in record.mentions] == ["At least six people"]


def test_nobody_is_spoken_of_in_a_byline() -> None:
    assert found("# byline\nBy = ADP 3 case\nStaff staff NOUN 3 compound\nWriters writer NOUN 0 root Number=Plur") == []
