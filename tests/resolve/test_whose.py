from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.record import Actor, Record
from tests.builders import parsed_story
from tests.named import with_names
from tests.resolve.phrases import sentence
from tests.resolve.sentences import with_actors


def read(*phrases: str, day: str | None = "2013-11-15", **names: list[str]) -> Record:
    parsed = parsed_story("\n\n".join(p if "\n" in p else sentence(p) for p in phrases))
    parsed = replace(parsed, story=parsed.story.model_copy(update={"published": day}))
    return with_actors(with_names(parsed, **names))


def actor(record: Record, head: str) -> Actor:
    found = next(m.actor for m in record.mentions if m.head.text == head)
    return next(a for a in record.actors if a.id == found)


PESKOV = "Spokesman = NOUN 2 nmod:desc\nDmitry = PROPN 4 nsubj\nPeskov = PROPN 2 flat\nspoke speak VERB 0 root"


def test_a_mere_spokesman_speaks_for_who_acted_just_before() -> None:
    found = actor(
        read(sentence("the Kremlin", "said"), PESKOV, place=["Kremlin"], person=["Dmitry Peskov"]), "Dmitry Peskov"
    )
    assert (found.code, found.sectors) == ("RUS", ("GOV",))
    assert "speaks for" in (found.basis or "")


def test_a_mere_spokesman_long_after_speaks_for_nobody_known() -> None:
    record = read(sentence("the Kremlin", "said"), *["it"] * 3, PESKOV, place=["Kremlin"], person=["Dmitry Peskov"])
    assert actor(record, "Dmitry Peskov").code is None


def test_a_spokesman_of_someone_speaks_for_no_other() -> None:
    record = read(sentence("the Kremlin", "said"), "the club spokesman", place=["Kremlin"])
    assert actor(record, "spokesman").code is None


MET = """
Foreign = ADJ 2 amod
Secretary = PROPN 3 nmod:desc
Ida = PROPN 5 nsubj
Berg = PROPN 3 flat
met meet VERB 0 root
her she PRON 8 nmod:poss
{nation} = ADJ 8 amod
counterpart = NOUN 5 obj Number=Sing
"""


def test_a_counterpart_holds_the_same_office_elsewhere() -> None:
    record = read(MET.format(nation="Russian"), person=["Ida Berg"], nationality=["Russian"])
    found = actor(record, "counterpart")
    assert (found.id, found.code, found.sectors) == ("sergei-lavrov.rus", "RUS", ("GOV",))
    assert "counterpart of" in (found.basis or "")


def test_a_counterpart_whom_no_table_has_is_of_the_country_and_sector() -> None:
    record = read(MET.format(nation="Icelandic"), person=["Ida Berg"], nationality=["Icelandic"])
    found = actor(record, "counterpart")
    assert (found.code, found.sectors) == ("ISL", ("GOV",))


@pytest.mark.parametrize(
    ("phrase", "head", "code"), [("the Assad regime", "regime", "SYR"), ("Merkel's government", "government", "DEU")]
)
def test_a_government_is_that_of_whose_it_is(phrase: str, head: str, code: str) -> None:
    record = read(phrase, person=["Assad", "Merkel"])
    assert actor(record, head).id == code


def test_a_list_of_states_is_of_no_one_country() -> None:
    table = """
France = PROPN 4 nsubj
and = CCONJ 3 cc
Germany = PROPN 1 conj
agreed agree VERB 0 root

They they PRON 2 nsubj Number=Plur
left leave VERB 0 root
"""
    record = read(table, place=["France", "Germany"])
    both = actor(record, "France and Germany")
    assert (both.code, both.sectors) == (None, ("GOV",))


def test_the_envoy_for_a_country_is_of_who_sent_him() -> None:
    table = """
The the DET 3 det
UN = PROPN 3 compound
envoy = NOUN 6 nsubj Number=Sing
for = ADP 5 case
Syria = PROPN 3 nmod
spoke speak VERB 0 root
"""
    assert actor(read(table, organization=["UN"], place=["Syria"]), "envoy").code == "UNO"


def test_the_council_of_a_country_is_not_that_of_the_united_nations() -> None:
    record = read("Norway's Security Council", place=["Norway"], organization=["Security Council"])
    assert actor(record, "Security Council").code == "NOR"


def test_a_council_with_a_row_of_its_own_is_that() -> None:
    record = read("Russia's Security Council", place=["Russia"], organization=["Security Council"])
    assert actor(record, "Security Council").id == "russia-security-council"


@pytest.mark.parametrize(("beside", "sector"), [("the sheriff", "COP"), ("the king", "LEG")])
def test_deputies_beside_a_sheriff_are_policemen(beside: str, sector: str) -> None:
    assert actor(read("the deputies", beside), "deputies").sectors == (sector,)


def test_his_deputy_is_of_his_sector() -> None:
    table = """
The the DET 2 det
general = NOUN 3 nsubj Number=Sing
praised praise VERB 0 root
his he PRON 5 nmod:poss
deputy = NOUN 3 obj Number=Sing
"""
    assert actor(read(table), "deputy").sectors == ("MIL",)
