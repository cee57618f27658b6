import pytest

from dateline.extract import mentions
from dateline.record import Record, violations
from tests.builders import parsed_story
from tests.named import with_names

TITLE = """
Norwegian = ADJ 4 amod
Foreign = PROPN 3 amod
Minister = PROPN 4 nmod:desc Number=Sing
Ida = PROPN 6 nsubj Number=Sing
Berg = PROPN 4 flat Number=Sing
warned warn VERB 0 root
two = NUM 8 nummod
officials official NOUN 6 obj Number=Plur
from = ADP 10 case
Oslo = PROPN 8 nmod Number=Sing
who = PRON 12 nsubj
owned own VERB 8 acl:relcl
drones drone NOUN 12 obj Number=Plur
+. = PUNCT 6 punct
"""


def found(table, **names):
    parsed = with_names(parsed_story(table), **names)
    return mentions.find(parsed, Record.of(parsed.story, parsed.zones))


def rows(record):
    return [(m.span.text, m.head.text, m.kind, m.form) for m in record.mentions]


@pytest.fixture(scope="module")
def title():
    return found(TITLE, nationality=["Norwegian"], person=["Ida Berg"], place=["Oslo"])


def test_a_name_comes_with_its_title(title):
    assert ("Norwegian Foreign Minister Ida Berg", "Ida Berg", "person", "name") in rows(title)


def test_a_title_is_no_mention_of_its_own(title):
    assert "Minister" not in [m.head.text for m in title.mentions]


def test_a_description_takes_in_what_follows_but_no_clause(title):
    assert ("two officials from Oslo", "officials", "group", "nominal") in rows(title)


def test_a_nationality_is_a_demonym(title):
    assert ("Norwegian", "Norwegian", "nationality", "demonym") in rows(title)


def test_a_relative_pronoun_is_a_mention(title):
    assert ("who", "who", "person", "pronoun") in rows(title)


def test_a_weapon_is_found_by_its_noun(title):
    assert ("drones", "drones", "weapon", "nominal") in rows(title)


def test_the_record_holds(title):
    assert list(violations(title)) == []


def place(case, verb="rose"):
    return f"""
Prices price NOUN 2 nsubj Number=Plur
{verb} = VERB 0 root
{case} = ADP 4 case
Norway = PROPN 2 obl Number=Sing
"""


@pytest.mark.parametrize(("case", "kind"), [("in", "location"), ("with", "state"), ("for", "state")])
def test_a_country_is_a_place_only_after_a_preposition_of_place(case, kind):
    assert rows(found(place(case), place=["Norway"]))[-1] == ("Norway", "Norway", kind, "name")


@pytest.mark.parametrize(("verb", "kind", "form"), [("warn", "state", "metonym"), ("sleep", "location", "name")])
def test_a_capital_acts_as_the_subject_of_an_acting_verb(verb, kind, form):
    record = found(f"Oslo = PROPN 2 nsubj Number=Sing\n{verb}s {verb} VERB 0 root", place=["Oslo"])
    assert rows(record) == [("Oslo", "Oslo", kind, form)]


def test_an_article_is_part_of_the_phrase_and_not_of_the_name():
    table = "The the DET 2 det\nGuardianship = PROPN 3 nsubj Number=Sing\nmet meet VERB 0 root"
    assert rows(found(table, organization=["The Guardianship"])) == [
        ("The Guardianship", "Guardianship", "organization", "name")
    ]


def test_a_word_with_a_hyphen_is_one_head():
    table = """
The the DET 4 det
secretary = NOUN 4 compound Number=Sing
+- - PUNCT 4 punct
+general = NOUN 5 nsubj Number=Sing
spoke speak VERB 0 root
"""
    assert [row[0] for row in rows(found(table))] == ["The secretary-general"]


def test_an_empty_story_has_no_mentions():
    assert found("Rain = NOUN 0 root").mentions == ()


def test_a_pronoun_that_the_head_of_names_takes_for_a_name_is_a_pronoun():
    record = found("She she PRON 2 nsubj\nleft leave VERB 0 root\n+. = PUNCT 2 punct", person=["She"])
    assert rows(record) == [("She", "She", "person", "pronoun")]
