from __future__ import annotations

from dateline.extract.mentions import phrases
from dateline.record.talk import LABEL
from tests.builders import parsed_story
from tests.named import with_names


def talk(*paragraphs: str, **names: list[str]):
    blocks = ("# body\n" + "\n".join(f"{word} = X 0 dep" for word in line.split()) for line in paragraphs)
    return with_names(parsed_story("\n\n".join(blocks)), **names)


def heads(parsed):
    """(words of the head, form) of each mention."""
    return [(" ".join(parsed.tokens.text[p.head_first : p.head_last]), p.form) for p in phrases(parsed)]


def test_a_label_names_one_person_whatever_the_encoder_makes_of_its_words():
    parsed = talk("WOLF DAHL +, CNX ANCHOR +: Good +.", person=["DAHL"], organization=["WOLF", "CNX"])
    assert heads(parsed) == [("WOLF DAHL", "name"), ("CNX", "name")]


def test_a_party_and_a_state_in_brackets_are_no_names():
    parsed = talk("SEN. MARA QUIST ( +D-OH +) +: Good +.", person=["MARA QUIST"], organization=["D-OH"])
    assert heads(parsed) == [("MARA QUIST", "name")]


def test_a_label_without_a_name_is_a_description():
    assert heads(talk("UNIDENTIFIED MALE +: Good +.")) == [("MALE", "nominal")]


def test_letters_stand_for_whoever_speaks():
    parsed = talk("Q +: Who +?", "A +: Nobody +.")
    assert heads(parsed) == [("Q", "pronoun"), ("A", "pronoun")]
    assert {p.found_by for p in phrases(parsed)} == {LABEL}


def test_a_single_word_that_nothing_marks_as_a_name_is_none():
    assert heads(talk("TRIBUNE +: Will you +?")) == []
    assert heads(talk("QUIST +: Good +.", "Quist left +.", person=["Quist"]))[0] == ("QUIST", "name")


def test_words_of_a_banner_are_nobody():
    assert heads(talk("NOTE TO EDITORS +: Good +.", person=["EDITORS"])) == []
