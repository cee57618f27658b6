import pytest

from tests.builders import parsed_story
from tests.named import with_names
from tests.resolve.sentences import with_actors

OPENING = """
We = PRON 2 nsubj Number=Plur
interviewed interview VERB 0 root
Ida = PROPN 2 obj Number=Sing
Berg = PROPN 3 flat Number=Sing
"""
ASK = """
Do = AUX 3 aux
you = PRON 3 nsubj
agree = VERB 0 root
+? = PUNCT 3 punct
"""
ANSWER = """
I = PRON 2 nsubj Number=Sing
agree = VERB 0 root
+. = PUNCT 2 punct
"""
PADDING = "\n".join(["Rain = NOUN 0 root"] + ["+, , PUNCT 1 punct"] * 40)


def paragraphs(*tables):
    """The story of these sentences, each a paragraph of its own."""
    parsed = parsed_story("\n\n".join(f"# body\n{table.strip()}" for table in tables))
    return with_names(parsed, person=["Ida Berg"])


def speakers(*tables):
    parsed = paragraphs(*tables)
    record = with_actors(parsed)
    names = {a.id: a.name for a in record.actors}
    return [(m.span.text, names.get(m.actor or "")) for m in record.mentions if m.form == "pronoun"][1:]


def test_in_an_interview_the_answers_are_those_of_the_one_interviewed():
    said = speakers(OPENING, PADDING, ASK, ANSWER, ASK, ANSWER, ASK, ANSWER)
    assert said == [("you", "Ida Berg"), ("I", "Ida Berg")] * 3


@pytest.mark.parametrize("turns", [[ASK, ANSWER], [ANSWER] * 6])
def test_a_story_with_few_questions_is_no_interview(turns):
    said = speakers(PADDING, OPENING.replace("interviewed interview", "saw see"), *turns)
    # "I" is one voice, but nobody's that the story names.
    assert {name for _, name in said} <= {None, "I"}


MARKED = "+: : PUNCT 1 punct"


def test_questions_and_answers_may_be_marked_by_their_letters():
    asks = f"\nQ = NOUN 0 root\n{MARKED}\nWhat = PRON 5 obj\ndo = AUX 5 aux\nyou = PRON 6 nsubj\nsay = VERB 1 parataxis"
    answers = f"\nA = NOUN 0 root\n{MARKED}\nI = PRON 4 nsubj\nagree = VERB 1 parataxis"
    said = speakers(OPENING, PADDING, *[asks, answers] * 3)
    assert [name for words, name in said if words in {"you", "I"}] == ["Ida Berg"] * 6


def test_who_interviews_and_who_takes_the_picture_do_not_answer():
    asker = "\nOle = PROPN 3 nsubj\nDahl = PROPN 1 flat\ninterviewed interview VERB 0 root\nher = PRON 3 obj"
    credit = "\nImage = NOUN 0 root\n+: : PUNCT 1 punct\nMia = PROPN 1 appos\nSund = PROPN 3 flat"
    subject = "\nIda = PROPN 3 nsubj\nBerg = PROPN 1 flat\nfarms farm VERB 0 root"
    parsed = parsed_story(
        "\n\n".join(f"# body\n{t.strip()}" for t in [credit, asker, subject, PADDING, *[ASK, ANSWER] * 3])
    )
    record = with_actors(with_names(parsed, person=["Ole Dahl", "Mia Sund", "Ida Berg"]))
    names = {a.id: a.name for a in record.actors}
    assert {names.get(m.actor or "") for m in record.mentions if m.span.text == "I"} == {"Ida Berg"}


def test_of_two_who_are_labelled_you_is_the_other():
    dahl = "\nDahl = PROPN 0 root\n+: : PUNCT 1 punct\nDo = AUX 5 aux\nyou = PRON 5 nsubj\nagree = VERB 1 parataxis"
    berg = "\nBerg = PROPN 0 root\n+: : PUNCT 1 punct\nI = PRON 4 nsubj\nagree = VERB 1 parataxis"
    parsed = with_names(
        parsed_story("\n\n".join(f"# body\n{t.strip()}" for t in [dahl, berg])), person=["Dahl", "Berg"]
    )
    record = with_actors(parsed)
    names = {a.id: a.name for a in record.actors}
    assert [names.get(m.actor or "") for m in record.mentions if m.form == "pronoun"] == ["Berg", "Berg"]


SAT_DOWN = """
Berg = PROPN 2 nsubj Number=Sing
sat sit VERB 0 root
down = ADV 2 advmod
with = ADP 5 case
Kai = PROPN 2 obl Number=Sing
Lund = PROPN 5 flat Number=Sing
"""


WRITES = """
Ida = PROPN 3 nsubj Number=Sing
Berg = PROPN 1 flat Number=Sing
writes write VERB 0 root
"""
WONDERS = """
I = PRON 2 nsubj Number=Sing
wonder = VERB 0 root
whether = SCONJ 5 mark
you = PRON 5 nsubj
agree = VERB 2 ccomp
"""


def test_who_sat_down_with_the_one_interviewed_asks():
    turns = [paragraph for _ in range(3) for paragraph in (ASK, ANSWER)]
    parsed = parsed_story(
        "\n\n".join(f"# body\n{t.strip()}" for t in (WRITES, SAT_DOWN, PADDING, WONDERS, ANSWER, *turns))
    )
    parsed = with_names(parsed, person=["Berg", "Ida Berg", "Kai Lund"])
    record = with_actors(parsed)
    names = {a.id: a.name for a in record.actors}
    said = [(m.span.text, names.get(m.actor or "")) for m in record.mentions if m.form == "pronoun"]
    assert said[:3] == [("I", "Kai Lund"), ("you", "Ida Berg"), ("I", "Ida Berg")]


def labelled(*tables, **names):
    """(words, name of the actor) of each mention of a story of these paragraphs."""
    parsed = parsed_story("\n\n".join(f"# body\n{t.strip()}" for t in tables))
    record = with_actors(with_names(parsed, **names))
    known = {a.id: a.name for a in record.actors}
    return [(m.head.text, known.get(m.actor or "")) for m in record.mentions]


MET = """
Ida = PROPN 3 nsubj Number=Sing
Berg = PROPN 1 flat
met meet VERB 0 root
us = PRON 3 obj
"""
Q = f"\nQ = NOUN 0 root\n{MARKED}\nWhy = ADV 4 advmod\nrain = VERB 1 parataxis"
A = f"\nA = NOUN 0 root\n{MARKED}\nRain = NOUN 4 nsubj\nfalls fall VERB 1 parataxis"


def test_an_answer_is_that_of_the_one_person_whom_the_opening_names():
    said = labelled(MET, Q, A, person=["Ida Berg"])
    assert ("A", "Ida Berg") in said
    assert "Q" not in dict(said)


def test_of_two_for_whom_as_much_speaks_nobody_answers():
    two = MET.replace("met meet", "and = CCONJ 5 cc\nPer = PROPN 1 conj\nDahl = PROPN 4 flat\nmet meet")
    assert "A" not in dict(labelled(two, Q, A, person=["Ida Berg", "Per Dahl"]))
    assert "A" not in dict(labelled(Q, A))


SPOKESWOMAN = """
Press = NOUN 2 compound
Secretary = NOUN 3 nmod:desc Number=Sing
Ida = PROPN 0 root Number=Sing
Berg = PROPN 3 flat
"""
TURN = """
MS. = PROPN 2 nmod:desc
BERG = PROPN 0 root
+: = PUNCT 2 punct
The the DET 5 det
secretary = NOUN 6 nsubj Number=Sing
rests rest VERB 2 parataxis
and = CCONJ 9 cc
I = PRON 9 nsubj Number=Sing
wait = VERB 6 conj
"""


def test_nobody_is_a_description_in_his_own_turn():
    said = labelled(SPOKESWOMAN, TURN, TURN, person=["Ida Berg", "BERG"])
    assert [name for words, name in said if words == "BERG"] == ["Ida Berg"] * 2
    assert [name for words, name in said if words == "I"] == ["Ida Berg"] * 2
    assert "Ida Berg" not in {name for words, name in said if words == "secretary"}


ROLE = "\n{} = NOUN 0 root\n+: = PUNCT 1 punct\nGood good ADJ 1 parataxis\nnews = NOUN 3 obj"


def test_reporters_are_another_one_each_time_and_the_moderator_is_one():
    said = labelled(*[ROLE.format("REPORTER")] * 2, *[ROLE.format("MODERATOR")] * 2)
    assert [name for _, name in said] == ["REPORTER", "REPORTER (2)", "MODERATOR", "MODERATOR"]
