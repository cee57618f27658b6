"""A government or a place, by what the name of its seat hangs on; halves of a divided country."""

import pytest

from dateline.extract import mentions
from dateline.record import Record
from dateline.record.words import halves
from tests.builders import parsed_story
from tests.named import with_names

GOVERNMENT, PLACE = ("state", "metonym"), ("location", "name")


def read_as(table, name, **names):
    """Kind and form of the last mention with this head."""
    parsed = with_names(parsed_story(table), **(names or {"place": [name]}))
    record = mentions.find(parsed, Record.of(parsed.story, parsed.zones))
    return [(m.kind, m.form) for m in record.mentions if m.head.text == name][-1]


def after_noun(noun, case, name="Oslo"):
    """Someone saw a noun with a preposition and a name after it."""
    return f"""
He = PRON 2 nsubj
saw see VERB 0 root
{noun} = NOUN 2 obj
{case} = ADP 5 case
{name} = PROPN 3 nmod
"""


def after_verb(verb, case, name="Oslo"):
    return f"""
They = PRON 2 nsubj
{verb} = VERB 0 root
{case} = ADP 4 case
{name} = PROPN 2 obl
"""


def as_object(verb, name="Oslo"):
    return f"""
They = PRON 2 nsubj
{verb} = VERB 0 root
{name} = PROPN 2 obj
"""


@pytest.mark.parametrize("verb", ["accuse", "sue", "urge", "thank"])
def test_the_object_of_what_is_done_to_a_government(verb):
    assert read_as(as_object(verb), "Oslo") == GOVERNMENT


@pytest.mark.parametrize("verb", ["shell", "leave", "defend", "visit"])
def test_the_object_of_what_is_done_to_a_city(verb):
    assert read_as(as_object(verb), "Oslo") == PLACE


@pytest.mark.parametrize(
    ("noun", "case"),
    [
        ("sanction", "against"),
        ("talk", "with"),
        ("pressure", "on"),
        ("threat", "from"),
        ("aid", "to"),
        ("tie", "between"),
    ],
)
def test_after_a_noun_and_a_preposition(noun, case):
    assert read_as(after_noun(noun, case), "Oslo") == GOVERNMENT


@pytest.mark.parametrize(("noun", "case"), [("attack", "on"), ("train", "from"), ("road", "to"), ("house", "in")])
def test_after_a_noun_of_places(noun, case):
    assert read_as(after_noun(noun, case), "Oslo") == PLACE


@pytest.mark.parametrize(("verb", "case"), [("negotiate", "with"), ("depend", "on"), ("appeal", "to")])
def test_after_a_verb_and_a_preposition(verb, case):
    assert read_as(after_verb(verb, case), "Oslo") == GOVERNMENT


@pytest.mark.parametrize(("verb", "case"), [("fly", "to"), ("live", "in"), ("march", "on")])
def test_after_a_verb_of_places(verb, case):
    assert read_as(after_verb(verb, case), "Oslo") == PLACE


@pytest.mark.parametrize(("owned", "found"), [("envoy", GOVERNMENT), ("missile", GOVERNMENT), ("museum", PLACE)])
def test_what_only_a_government_owns(owned, found):
    table = f"""
Oslo = PROPN 3 nmod:poss
+'s = PART 1 case
{owned} = NOUN 4 nsubj
arrived arrive VERB 0 root
"""
    assert read_as(table, "Oslo") == found


def test_the_agent_of_a_passive():
    table = """
They = PRON 3 nsubj:pass
were be AUX 3 aux:pass
warned warn VERB 0 root
by = ADP 5 case
Oslo = PROPN 3 obl:agent
"""
    assert read_as(table, "Oslo") == GOVERNMENT


def test_a_preposition_after_the_name_is_not_its_own():
    table = """
They = PRON 3 nsubj:pass
were be AUX 3 aux:pass
taken take VERB 0 root
to = ADP 5 case
Oslo = PROPN 3 obl
by = ADP 5 case
"""
    assert read_as(table, "Oslo") == PLACE


def test_every_name_of_a_list_is_what_the_first_is():
    table = """
Talks talk NOUN 6 nsubj
between = ADP 3 case
Oslo = PROPN 1 nmod
and = CCONJ 5 cc
Madrid = PROPN 3 conj
failed fail VERB 0 root
"""
    assert read_as(table, "Oslo", place=["Oslo", "Madrid"]) == GOVERNMENT
    assert read_as(table, "Madrid", place=["Oslo", "Madrid"]) == GOVERNMENT


def test_a_noun_whose_phrase_the_verb_took():
    table = """
They = PRON 2 nsubj
imposed impose VERB 0 root
sanctions sanction NOUN 2 obj
on = ADP 5 case
Oslo = PROPN 2 obl
"""
    assert read_as(table, "Oslo") == GOVERNMENT


def test_a_town_told_apart_by_what_it_lies_in_is_no_government():
    table = """
Paris = PROPN 5 nsubj
+, = PUNCT 3 punct
Texas = PROPN 1 appos
+, = PUNCT 1 punct
sued sue VERB 0 root
them = PRON 5 obj
"""
    assert read_as(table, "Paris", place=["Paris", "Texas"]) == PLACE


@pytest.mark.parametrize(("verb", "kind"), [("flee", "location"), ("appeal", "state")])
def test_a_country_after_to_is_a_place_under_a_verb_of_motion(verb, kind):
    assert read_as(after_verb(verb, "to", "Norway"), "Norway") == (kind, "name")


def test_the_second_country_of_a_list_is_where_the_first_is():
    table = """
They = PRON 2 nsubj
live = VERB 0 root
in = ADP 4 case
Norway = PROPN 2 obl
and = CCONJ 6 cc
Sweden = PROPN 4 conj
"""
    assert read_as(table, "Sweden", place=["Norway", "Sweden"]) == PLACE


KOREA = """
North = PROPN 2 compound
Korea = PROPN 3 nsubj
waited wait VERB 0 root

"""


def test_halves_are_those_of_the_country_that_the_story_names():
    assert halves(["Rain", "fell", "in", "North", "Korea", "."]) == {"North": "PRK", "South": "KOR"}
    assert halves(["South", "Korean", "troops", "moved", "."]) == {"North": "PRK", "South": "KOR"}
    assert halves(["Rain", "fell", "in", "the", "North", "of", "Norway", "."]) == {}


@pytest.mark.parametrize(("story", "found"), [(KOREA, GOVERNMENT), ("", PLACE)])
def test_the_south_is_a_state_in_a_story_of_a_divided_country(story, found):
    table = f"{story}They = PRON 2 nsubj\nblame = VERB 0 root\nthe = DET 4 det\nSouth = PROPN 2 obj\n"
    assert read_as(table, "South", place=["North Korea", "South"]) == found


def test_in_the_south_is_a_place_there_too():
    table = (
        KOREA + "It = PRON 2 nsubj\nrained rain VERB 0 root\nin = ADP 5 case\nthe = DET 5 det\nSouth = PROPN 2 obl\n"
    )
    assert read_as(table, "South", place=["North Korea", "South"]) == PLACE
