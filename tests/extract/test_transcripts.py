from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.extract.transcripts import turns
from tests.builders import parsed_story, words_of


def talk(*paragraphs: str):
    """A story whose paragraphs are these words, without syntax; blanks part them."""
    blocks = ("# body\n" + "\n".join(f"{word} = X 0 dep" for word in line.split()) for line in paragraphs)
    return parsed_story("\n\n".join(blocks))


def spoken(parsed):
    """Per turn its label and the pieces of what is said."""
    return [
        (words_of(parsed, one.source[0]), [words_of(parsed, span) for span in one.content]) for one in turns(parsed)
    ]


def test_a_turn_opens_with_a_name_in_capitals_and_a_colon():
    assert spoken(talk("QUIST +: Nobody left +.")) == [("QUIST", ["Nobody left."])]


@pytest.mark.parametrize(
    "label",
    [
        "MARA QUIST +, HOST",
        "MARA QUIST +, HOST +( +voice-over +)",
        "MARK McCRAE",
        "SEN. MARA QUIST +( +R +) +, OHIO",
        "PRIME MINISTER QUIST",
    ],
)
def test_a_label_may_tell_the_office(label):
    (turn,) = turns(talk(f"{label} +: Good evening +."))
    assert turn.content == ((turn.cue[1], turn.cue[1] + 3),)
    assert turn.rule == "turn of a transcript"


def test_a_heading_in_small_letters_is_no_turn():
    assert spoken(talk("Results +: Nobody left +.")) == []


def test_names_in_small_letters_are_labels_where_they_return():
    lines = ("Quist +: Who left +?", "Dahl +: Nobody +.", "Quist +: Good +.")
    assert [label for label, _ in spoken(talk(*lines))] == ["Quist", "Dahl", "Quist"]
    assert spoken(talk(*lines[:2])) == []


def test_questions_and_answers_are_turns_where_there_are_several():
    assert [label for label, _ in spoken(talk("Q +: Who +?", "A +: Nobody +.", "Q +: Why +?"))] == ["Q", "A", "Q"]
    assert spoken(talk("A +: Nobody +.")) == []


def test_one_question_and_its_answer_are_turns():
    assert [label for label, _ in spoken(talk("Q +: Who +?", "A +: Nobody +."))] == ["Q", "A"]
    assert [label for label, _ in spoken(talk("Q. Who left +?", "A. Nobody +."))] == ["Q.", "A."]
    assert spoken(talk("A. Ships", "B. Boats")) == []


def test_a_letter_among_names_asks():
    lines = ("MS. QUIST +: Nobody left +.", "Q. Who stayed +?", "MS. QUIST +: I did +.")
    assert [label for label, _ in spoken(talk(*lines))] == ["MS. QUIST", "Q.", "MS. QUIST"]


def test_names_in_small_letters_are_labels_beside_enough_in_capitals():
    lines = ("QUIST +: Who left +?", "DAHL +: Nobody +.", "QUIST +: Good +.", "Gen. Lund +: I did +.")
    assert [label for label, _ in spoken(talk(*lines))] == ["QUIST", "DAHL", "QUIST", "Gen. Lund"]


def test_a_stage_direction_that_ends_a_clip_ends_the_turn():
    lines = ("QUIST +: Who left +?", "( +END VIDEO CLIP +)", "Rain fell +.", "DAHL +: Nobody +.", "QUIST +: Good +.")
    assert spoken(talk(*lines))[0] == ("QUIST", ["Who left?"])


@pytest.mark.parametrize("label", ["EXCLUSIVE", "NOTE TO EDITORS", "WARNING", "UPDATE"])
def test_a_sort_of_story_is_no_speaker(label):
    assert spoken(talk(f"{label} +: Nobody left +.")) == []


def test_brackets_around_the_words_are_stage_directions():
    assert spoken(talk("QUIST +: ( +Laughs +) No +.")) == [("QUIST", ["No."])]
    assert spoken(talk("QUIST +: ( +Laughs +)")) == []


def test_a_paragraph_without_a_label_goes_on_with_the_turn():
    lines = ("QUIST +: Who left +?", "I ask you +.", "DAHL +: Nobody +.", "( +Applause +)", "QUIST +: Good +.")
    assert spoken(talk(*lines))[0] == ("QUIST", ["Who left?", "I ask you."])


def test_a_story_that_quotes_one_label_is_no_transcript():
    assert spoken(talk("QUIST +: Who left +?", "She left +.", "Nobody knew +.")) == [("QUIST", ["Who left?"])]


def test_no_words_no_turns():
    assert turns(replace(talk("QUIST +: Nobody left +."), sentences=())) == []
