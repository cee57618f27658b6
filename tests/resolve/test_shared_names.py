from __future__ import annotations

import pytest

from dateline.record.table import actor_table
from dateline.record.words import countries
from dateline.resolve.shared_names import senses
from tests.resolve.phrases import sentence
from tests.resolve.sentences import story


def code_of(name: str, *others: str, **names: list[str]) -> tuple[str | None, str]:
    """Code and name of the actor of a name that says something, in a story with the others."""
    record = story(*(sentence(one, "said") for one in (name, *others)), **names)
    found = next(m.actor for m in record.mentions if m.head.text == name.rsplit(maxsplit=1)[-1])
    return next((a.code, a.name) for a in record.actors if a.id == found)


def test_the_congo_of_the_news_is_that_of_kinshasa() -> None:
    assert code_of("Congo", place=["Congo"])[0] == "COD"


def test_the_congo_beside_brazzaville_is_the_other() -> None:
    assert code_of("Congo", "the Brazzaville court", place=["Congo", "Brazzaville"])[0] == "COG"


@pytest.mark.parametrize(("beside", "code"), [("European Commission", "EUR"), ("the Belgian king", "BEL")])
def test_brussels_is_the_union_where_the_story_speaks_of_it(beside: str, code: str) -> None:
    found = code_of(
        "Brussels", beside, place=["Brussels"], nationality=["Belgian"], organization=["European Commission"]
    )
    assert found[0] == code


@pytest.mark.parametrize(("beside", "code"), [("Sudan", "SDN"), ("France", "NGO")])
def test_an_abbreviation_of_two_bodies_is_told_by_the_country_beside_it(beside: str, code: str) -> None:
    assert code_of("the RSF", beside, organization=["RSF"], place=["Sudan", "France"])[0] == code


def test_the_agency_in_a_credit_is_that_of_pictures() -> None:
    table = """
Photo photo NOUN 0 root
by = ADP 3 case
Ida = PROPN 1 nmod
Berg = PROPN 3 flat
+/ = PUNCT 6 punct
+EPA = PROPN 3 nmod
"""
    record = story(table, person=["Ida Berg"], organization=["EPA"])
    assert "European Pressphoto Agency" in [a.name for a in record.actors]


def test_every_key_is_known() -> None:
    keys = {sense.key for some in senses().values() for sense in some}
    assert all(key in countries().codes or actor_table().keyed(key) is not None for key in keys)
