from __future__ import annotations

import pytest

from dateline.extract.speakers import Speakers
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story, where
from tests.extract.told import Range, known

STORY = """
Maria = PROPN 3 nsubj
Novak = PROPN 1 flat
told tell VERB 0 root
the = DET 5 det
aide = NOUN 3 obj
of = ADP 7 case
Ode = PROPN 5 nmod
that = SCONJ 10 mark
I = PRON 10 nsubj
agreed agree VERB 3 ccomp
+. = PUNCT 3 punct
"""


@pytest.fixture
def parsed() -> ParsedStory:
    return parsed_story(STORY)


def speaker(
    parsed: ParsedStory, words: str, actors: dict[str, list[str | Range]], enclosing: str | None = None
) -> str | None:
    """The name of the actor that these words are."""
    record = known(parsed, actors)
    ids = {row.name: row.id for row in record.actors}
    names = {row.id: row.name for row in record.actors}
    found = Speakers(record, parsed, parsed.tree).actor_of(where(parsed, words), ids.get(enclosing or ""))
    return None if found is None else names[found]


def test_a_name_is_its_actor(parsed: ParsedStory) -> None:
    assert speaker(parsed, "Maria Novak", {"Novak": ["Maria Novak"]}) == "Novak"


def test_the_head_of_a_phrase_counts_before_other_names_in_it(parsed: ParsedStory) -> None:
    actors: dict[str, list[str | Range]] = {"Ode": ["Ode"], "the aide": ["aide"]}
    assert speaker(parsed, "the aide of Ode", actors) == "the aide"


def test_where_the_head_is_nobody_the_first_actor_named_is_taken(parsed: ParsedStory) -> None:
    assert speaker(parsed, "the aide of Ode", {"Ode": ["Ode"]}) == "Ode"


def test_a_mention_may_reach_beyond_the_phrase(parsed: ParsedStory) -> None:
    assert speaker(parsed, "Novak", {"Novak": ["Maria Novak"]}) == "Novak"


def test_i_is_whoever_is_speaking(parsed: ParsedStory) -> None:
    actors: dict[str, list[str | Range]] = {"Novak": ["Maria Novak"], "Ode": ["Ode", "I"]}
    assert speaker(parsed, "I", actors, enclosing="Novak") == "Novak"
    assert speaker(parsed, "I", actors) == "Ode"
    assert speaker(parsed, "Ode", actors, enclosing="Novak") == "Ode"


def test_words_without_a_mention_are_nobody(parsed: ParsedStory) -> None:
    assert speaker(parsed, "the aide", {"Novak": ["Maria Novak"]}) is None


DOCUMENT = """
Documents document NOUN 5 nsubj Number=Plur
{how} = {pos} {head} {relation}
by = ADP 4 case
Ode = PROPN {under} {role}
say = VERB 0 root
"""


def test_a_document_speaks_for_who_made_it():
    table = DOCUMENT.format(how="written", pos="ADJ", head=1, relation="amod", under=1, role="nmod")
    assert speaker(parsed_story(table), "Documents written by Ode", {"Ode": ["Ode"]}) == "Ode"


def test_who_saw_a_document_does_not_speak_in_it():
    table = DOCUMENT.format(how="seen", pos="VERB", head=1, relation="acl", under=2, role="obl")
    assert speaker(parsed_story(table), "Documents seen by Ode", {"Ode": ["Ode"]}) is None


MAKER = """
the = DET 3 det
last = ADJ 3 amod
clockmaker = NOUN 6 nsubj
of = ADP 5 case
Ode = PROPN 3 nmod
spoke speak VERB 0 root
"""


@pytest.mark.parametrize(("noun", "named"), [("clockmaker", None), ("ministry", "Ode"), ("report", "Ode")])
def test_a_town_speaks_through_a_body_or_a_report_but_not_through_a_person(noun: str, named: str | None) -> None:
    parsed = parsed_story(MAKER.replace("clockmaker", noun))
    record = known(parsed, {"Ode": ["Ode"]})
    record = record.with_findings(
        mentions=tuple(m.model_copy(update={"kind": "organization"}) for m in record.mentions)
    )
    found = Speakers(record, parsed, parsed.tree).actor_of((0, 5))
    assert found == (record.actors[0].id if named else None)


def test_the_name_in_a_label() -> None:
    parsed = parsed_story("KATE = X 0 dep\nMORROW = X 0 dep\n+, = X 0 dep\nHOST = X 0 dep\nQ = X 0 dep")
    speakers = Speakers(known(parsed, {}), parsed, parsed.tree)
    assert speakers.name_in_label((0, 4)) == "MORROW"
    assert speakers.name_in_label((4, 5)) is None
