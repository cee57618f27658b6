import pytest

from dateline.record.words import countries, peoples, states, word_groups, words


@pytest.mark.parametrize(
    ("name", "least"),
    [("person_nouns", 600), ("org_nouns", 140), ("group_nouns", 80), ("speech_verbs", 80), ("acting_words", 150)],
)
def test_a_list_is_lower_case_words(name, least):
    found = words(name)
    assert len(found) >= least
    assert all(word == word.lower() for word in found)


def test_no_noun_stands_for_a_person_and_for_a_body():
    assert words("person_nouns") & words("org_nouns") == set()


@pytest.mark.parametrize(("name", "code"), [("Norway", "NOR"), ("U.S.", "USA"), ("Burma", "MMR")])
def test_a_country_has_its_code(name, code):
    assert countries().names[name] == code


@pytest.mark.parametrize(("word", "code"), [("Norwegian", "NOR"), ("Norwegians", "NOR"), ("Chinese", "CHN")])
def test_a_nationality_has_the_code_of_its_country(word, code):
    assert countries().demonyms[word] == code


def test_no_first_name_is_both_a_mans_and_a_womans():
    lists = word_groups("gender")
    assert lists["male.names"] & lists["female.names"] == set()


def test_a_list_within_a_list_is_named_by_both():
    assert "land" in word_groups("weapons")["weapon_needs.mine"]


@pytest.mark.parametrize(
    ("code", "column", "value"),
    [
        ("USA", "cow_number", "2"),
        ("DEU", "cow", "GMY"),
        ("DEU", "gw_number", "260"),
        ("TWN", "cow_number", "713"),
        ("SSD", "from", "2011-07-09"),
        ("SUN", "to", "1991-12-25"),
        ("NOR", "wikidata", "Q20"),
        ("KOS", "capital", "Pristina"),
    ],
)
def test_the_codes_of_a_state(code, column, value):
    assert states()[code][column] == value


def test_every_country_of_the_list_has_its_codes():
    assert countries().codes <= states().keys()


@pytest.mark.parametrize(("word", "code"), [("Catalan", "ESP"), ("Chechens", "RUS"), ("Scotland", "GBR")])
def test_a_people_lives_in_one_state(word, code):
    assert peoples()[word] == code
