import pytest

from dateline.extract import mentions
from dateline.record import Record
from dateline.resolve import actors, coreference
from tests.builders import parsed_story
from tests.named import with_names

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
    record = Record.of(parsed.story, parsed.zones)
    for step in (mentions, coreference, actors):
        record = step.find(parsed, record)
    names = {a.id: a.name for a in record.actors}
    return [(m.span.text, names.get(m.actor or "")) for m in record.mentions if m.form == "pronoun"][1:]


def test_in_an_interview_the_answers_are_those_of_the_one_interviewed():
    said = speakers(OPENING, PADDING, ASK, ANSWER, ASK, ANSWER, ASK, ANSWER)
    assert said == [("you", "Ida Berg"), ("I", "Ida Berg")] * 3


@pytest.mark.parametrize("turns", [[ASK, ANSWER], [ANSWER] * 6])
def test_a_story_with_few_questions_is_no_interview(turns):
    assert {name for _, name in speakers(PADDING, OPENING.replace("interviewed interview", "saw see"), *turns)} == {
        None
    }
