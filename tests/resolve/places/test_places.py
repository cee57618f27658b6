"""Which place a name stands for: by what it is said to lie in, by the other places of the story, by size; or none."""

import pytest

from dateline.record import violations
from tests.resolve.places.told import placed, read, where

CITY = "city"


def test_said_to_lie_in_a_state():
    record = read("A storm struck Paris, Texas. Shops in Paris closed.", place=["Paris", "Texas"])
    assert where(record, "Paris") == ("Paris", "USA", CITY)
    assert where(record, "Texas") == ("Texas", "USA", "admin1")


def test_without_more_the_best_known():
    record = read("A storm struck Paris. Shops in Paris closed.", place=["Paris"])
    assert where(record, "Paris") == ("Paris", "FRA", CITY)


def test_a_state_of_the_union_and_not_the_country():
    record = read(
        "Voters in Georgia queued. Polls in Atlanta and Savannah closed.", place=["Georgia", "Atlanta", "Savannah"]
    )
    assert where(record, "Georgia") == ("Georgia", "USA", "admin1")
    assert where(record, "Savannah")[1] == "USA"


def test_the_country_and_not_the_state():
    record = read("Tanks moved into Georgia. Shells fell in Gori and Tbilisi.", place=["Georgia", "Gori", "Tbilisi"])
    assert where(record, "Georgia") == ("Georgia", "GEO", "country")
    assert where(record, "Gori") == ("Gori", "GEO", CITY)


@pytest.mark.parametrize(
    ("after", "division"), [("Ill.", "Illinois"), ("Mass.", "Massachusetts"), ("Missouri", "Missouri")]
)
def test_springfield_by_the_short_name_of_its_state(after, division):
    record = read(f"The mayor of Springfield, {after} spoke. Floods hit Springfield.", place=["Springfield"])
    place = next(p for p in record.places if p.name == "Springfield")
    assert f"{CITY} in {division}, USA" in place.found_by
    assert placed(record)["Springfield"] == place.id


def test_london_in_ontario_stays_there():
    text = "A fire broke out in London, Ontario. Crews from Toronto came. London has had none since."
    record = read(text, place=["London", "Ontario", "Toronto"])
    assert where(record, "London") == ("London", "CAN", CITY)


def test_london():
    assert where(read("Talks went on in London.", place=["London"]), "London") == ("London", "GBR", CITY)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A man was held in Birmingham, Alabama.", "USA"),
        ("British police held a man in Birmingham. He had come from London.", "GBR"),
    ],
)
def test_birmingham(text, country):
    record = read(text, place=["Birmingham", "Alabama", "London"], nationality=["British"])
    assert where(record, "Birmingham") == ("Birmingham", country, CITY)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanese troops moved into Tripoli. They came from Beirut.", "LBN"),
        ("Libyan militias fought in Tripoli. Shots rang out in Misrata and Benghazi.", "LBY"),
    ],
)
def test_tripoli(text, country):
    names = ["Tripoli", "Beirut", "Misrata", "Benghazi"]
    assert where(read(text, place=names, nationality=["Lebanese", "Libyan"]), "Tripoli")[1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Spanish police searched homes in Cordoba and Seville.", "ESP"),
        ("Argentine police searched homes in Cordoba and Rosario.", "ARG"),
    ],
)
def test_cordoba(text, country):
    names = ["Cordoba", "Seville", "Rosario"]
    assert where(read(text, place=names, nationality=["Spanish", "Argentine"]), "Cordoba")[1] == country


def test_a_government_by_its_seat_is_no_place_and_the_seat_is_one():
    record = read("Washington said it would wait. Crowds met in Washington.", place=["Washington"])
    acting, place = (m for m in record.mentions if m.head.text == "Washington")
    assert acting.form == "metonym"
    assert acting.actor is not None
    assert acting.place is None
    assert place.place == "geonames:4140963"


def test_a_country_that_acts_stays_an_actor():
    record = read("Iraq said it would wait. Troops crossed into Iraq.", place=["Iraq"])
    acting, place = (m for m in record.mentions if m.head.text == "Iraq")
    assert (acting.actor is not None, acting.place) == (True, None)
    assert (place.actor, where(record, "Iraq")[0] or "Iraq") == (None, "Iraq")
    assert next(p for p in record.places if p.id == place.place).precision == "country"


def test_a_river_is_not_the_country():
    record = read("They crossed the Jordan river near the Dead Sea.", place=["Jordan river", "Dead Sea"])
    assert where(record, "Jordan river") == ("Jordan River", "", "region")
    assert where(record, "Dead Sea") == ("Dead Sea", "", "region")


def test_people_and_peoples_are_no_places():
    record = read(
        "Paris Hilton met Jordan Smith in Miami, Florida. The Russians left.",
        person=["Paris Hilton", "Jordan Smith"],
        place=["Miami", "Florida"],
        nationality=["Russians"],
    )
    assert {name for name, place in placed(record).items() if place} == {"Miami", "Florida"}


def test_a_name_that_no_gazetteer_has_gets_no_place():
    record = read("Troops marched through Zzyzxa and Qwertystan.", place=["Zzyzxa", "Qwertystan"])
    assert placed(record) == {"Zzyzxa": "", "Qwertystan": ""}
    assert record.places == ()


def test_the_name_without_what_says_which_part():
    record = read(
        "Fighting went on in northern Iraq and in Helmand province.", place=["northern Iraq", "Helmand province"]
    )
    assert where(record, "Iraq") == ("Iraq", "IRQ", "country")
    assert where(record, "Helmand province") == ("Helmand", "AFG", "admin1")


def test_two_places_in_one_name():
    record = read("She fled Mosul, Iraq last year.", place=["Mosul, Iraq"])
    assert where(record, "Mosul") == ("Mosul", "IRQ", CITY)
    assert where(record, "Iraq") == ("Iraq", "IRQ", "country")


def test_short_forms_that_the_encoder_missed():
    record = read("He left Louisville, Ky. for Vancouver, B.C. in May.", place=["Louisville", "Vancouver"])
    assert where(record, "Ky.") == ("Kentucky", "USA", "admin1")
    assert where(record, "B.C.") == ("British Columbia", "CAN", "admin1")
    assert where(record, "Vancouver")[1] == "CAN"


def test_places_of_our_own_list():
    names = ["Tora Bora", "Gaza Strip", "Strait of Hormuz", "Donbas", "Darfur", "South China Sea", "Guantanamo Bay"]
    record = read(f"They spoke of {', '.join(names)}.", place=names)
    assert [where(record, name)[2] for name in names] == [
        "point", "admin1", "region", "region", "region", "region", "facility",
    ]  # fmt: skip


def test_an_older_or_another_name_of_a_city():
    record = read(
        "Trains ran from Kiev to Odessa. Ukrainian police watched.", place=["Kiev", "Odessa"], nationality=["Ukrainian"]
    )
    assert [where(record, name)[0] for name in ("Kiev", "Odessa")] == ["Kyiv", "Odesa"]


def test_the_place_in_the_name_of_a_body_but_not_of_a_paper():
    record = read(
        "Officers of the Mansfield Police Department met the Boston Globe in Ohio.",
        organization=["Mansfield Police Department", "Boston Globe"],
        place=["Ohio"],
    )
    assert where(record, "Mansfield") == ("Mansfield", "USA", CITY)
    assert "Boston" not in placed(record)


def test_a_dateline_is_a_place_even_where_the_encoder_takes_it_for_a_body():
    record = read("DENVER - Snow fell in Colorado.", dateline="DENVER -", organization=["DENVER"], place=["Colorado"])
    assert where(record, "DENVER") == ("Denver", "USA", CITY)


def test_mentions_of_one_place_share_it_and_point_to_nothing_else():
    record = read("Snow fell in Denver. Roads in Denver closed. Colorado waited.", place=["Denver", "Colorado"])
    ids = [m.place for m in record.mentions if m.head.text == "Denver"]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert all(sum(x is not None for x in (m.actor, m.place, m.time)) <= 1 for m in record.mentions)
    assert list(violations(record)) == []


def test_a_place_says_why():
    record = read("A storm struck Paris, Texas.", place=["Paris", "Texas"])
    paris = next(p for p in record.places if p.name == "Paris")
    assert "the story says that it lies there" in paris.found_by
    assert 0.5 < paris.confidence <= 1


def test_a_name_of_many_towns_says_nothing_of_its_neighbours_and_has_no_place_itself():
    text = " ".join(f"Men left Springfield for Paris and Q{k}x." for k in range(400))
    record = read(text, place=["Springfield", "Paris"])
    assert where(record, "Paris") == ("Paris", "FRA", CITY)
    assert placed(record)["Springfield"] == ""
