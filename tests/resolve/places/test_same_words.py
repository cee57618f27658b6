"""One name for several places: in one story, in one phrase, in names of what is elsewhere; countries named alike."""

import pytest

from dateline.record import Record
from tests.resolve.places.told import placed, read, where

CITY, DIVISION = "city", "admin1"


def each(record: Record, name: str) -> list[tuple[str, str, str]]:
    """Name, country and precision for every mention with these words as its head; empty where it has no place."""
    known = {place.id: place for place in record.places}
    rows = [known.get(m.place or "") for m in record.mentions if m.head.text == name]
    return [("", "", "") if p is None else (p.name, p.country or "", p.precision or "") for p in rows]


def test_a_name_that_is_two_places_in_one_story():
    text = "He lived in Paris, Texas. He left Paris in May. Fire spread in Paris, France. Police sealed Paris."
    found = each(read(text, place=["Paris", "Texas", "France"]), "Paris")
    assert [country for _, country, _ in found] == ["USA", "USA", "FRA", "FRA"]


def test_a_name_before_it_is_said_where_it_lies():
    text = "Smoke rose over Valencia. Crews came to Valencia, Venezuela, at noon."
    assert where(read(text, place=["Valencia", "Venezuela"]), "Valencia") == ("Valencia", "VEN", CITY)


def test_a_town_and_the_division_of_its_name():
    record = read("Rebels held Donetsk. Shells fell across Donetsk region.", place=["Donetsk"])
    assert [precision for _, _, precision in each(record, "Donetsk")] == [CITY, DIVISION]


def test_a_division_named_with_and_without_its_sort():
    text = "Voters in Georgia queued. The state of Georgia has a new law. Polls in Atlanta closed."
    record = read(text, place=["Georgia", "the state of Georgia", "Atlanta"])
    assert {row[:2] for m in record.mentions for row in each(record, m.head.text) if "Georgia" in row[0]} == {
        ("Georgia", "USA")
    }


def test_divisions_that_share_the_word_for_them():
    record = read("Voters in the Donetsk and Luhansk regions queued.", place=["Donetsk", "Luhansk"])
    assert [where(record, name)[2] for name in ("Donetsk", "Luhansk")] == [DIVISION, DIVISION]


def test_a_country_that_says_where_a_town_is_is_on_the_map():
    record = read("Crowds met in Lyon, France. France said so.", place=["Lyon", "France"])
    assert [precision for _, _, precision in each(record, "France")] == ["country", ""]


def test_a_state_that_is_a_city_too_stays_an_actor_where_it_acts():
    record = read("A ship sank near Singapore. Singapore said it would help.", place=["Singapore"])
    (near, said) = [m for m in record.mentions if m.head.text == "Singapore"]
    assert near.place is not None
    assert (said.place, said.actor is not None) == (None, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Minsk accords failed.", {"place": ["Minsk"]}),
        ("The Oslo Agreements failed.", {"organization": ["Oslo Agreements"]}),
        ("The Treaty of Rome was signed.", {"other": ["Treaty of Rome"]}),
        ("The Kyiv Brigade withdrew.", {"organization": ["Kyiv Brigade"]}),
    ],
)
def test_what_is_called_after_a_place_is_not_there(text, names):
    assert read(text, **names).places == ()


def test_a_place_that_one_agreement_is_called_after_is_still_one():
    record = read("The Minsk accords failed. Talks went on in Minsk.", place=["Minsk"])
    assert each(record, "Minsk") == [("", "", ""), ("Minsk", "BLR", CITY)]


def test_the_name_goes_on_after_what_the_encoder_saw():
    record = read("Shells hit the Zaporizhzhia nuclear power plant.", place=["Zaporizhzhia"])
    assert where(record, "Zaporizhzhia")[1:] == ("UKR", "facility")


def test_a_place_of_our_own_list_that_the_encoder_missed():
    assert [p.name for p in read("Troops crossed the Line of Control.").places] == ["Line of Control"]


@pytest.mark.parametrize("name", ["South", "North", "East"])
def test_a_part_of_the_world_is_no_division_of_one_country(name):
    assert read(f"Rains hit the {name} on Monday.", place=[name]).places == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ebola spread in Congo.", "COD"),
        ("Rebels hold Goma in eastern Congo.", "COD"),
        ("A court sat in Congo. The river divides Kinshasa and Brazzaville.", "COD"),
        ("A court sat in Congo. Police in Brazzaville made arrests.", "COG"),
        ("A court sat in Congo. Sassou came from Kinshasa.", "COG"),
        ("Aid reached the Democratic Republic of Congo. Rain fell in Congo.", "COD"),
    ],
)
def test_which_congo(text, country):
    record = read(text, place=["Congo", "Goma", "Brazzaville", "Kinshasa", "Democratic Republic of Congo"])
    assert {row[1] for row in each(record, "Congo")} == {country}


def test_a_town_in_congo_lies_in_the_one_that_is_meant():
    record = read("Goma, Congo, was calm.", place=["Goma", "Congo"])
    assert (where(record, "Goma"), where(record, "Congo")[1]) == (("Goma", "COD", CITY), "COD")


def test_no_other_name_of_a_country_is_changed():
    record = read("Rains fell in Niger and across Sudan.", place=["Niger", "Sudan"])
    assert [where(record, name)[1] for name in ("Niger", "Sudan")] == ["NER", "SDN"]
    assert placed(record)["Niger"] != placed(record)["Sudan"]
