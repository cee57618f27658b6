import pytest

from tests.resolve.sentences import actor_of
from tests.resolve.sentences import story as read


def said(subject, lemma=None, upos="PROPN", feats="Number=Sing"):
    return f"{subject} {lemma or '='} {upos} 2 nsubj {feats}\nspoke speak VERB 0 root\n+. = PUNCT 2 punct"


BERG = "Ida = PROPN 3 nsubj Number=Sing\nBerg = PROPN 1 flat Number=Sing\nspoke speak VERB 0 root\n+. = PUNCT 3 punct"


@pytest.mark.parametrize("table", [f"{BERG}\n\n{said('Berg')}", f"{said('Berg')}\n\n{BERG}"])
def test_a_surname_is_the_full_name_before_or_after_it(table):
    record = read(table, person=["Berg", "Ida Berg"])
    assert [a.name for a in record.actors] == ["Ida Berg"]
    assert set(record.actors[0].aliases) == {"Ida Berg", "Berg"}


def test_of_two_of_one_surname_the_later_is_meant():
    other = BERG.replace("Ida", "Per")
    record = read(f"{BERG}\n\n{other}\n\n{said('Berg')}", person=["Berg", "Ida Berg", "Per Berg"])
    assert actor_of(record, "Berg") == "Per Berg"


def test_a_pronoun_agrees_in_gender():
    other = BERG.replace("Ida", "John").replace("Berg", "Dahl")
    record = read(f"{BERG}\n\n{other}\n\n{said('She', 'she', 'PRON')}", person=["Ida Berg", "John Dahl"])
    assert actor_of(record, "She") == "Ida Berg"


def test_a_pronoun_is_not_the_other_part_of_its_own_clause():
    table = """
Ida = PROPN 3 nsubj Number=Sing
Berg = PROPN 1 flat Number=Sing
praised praise VERB 0 root
her she PRON 3 obj Number=Sing
"""
    assert actor_of(read(table, person=["Ida Berg"]), "her") is None


def test_they_are_many():
    officials = "Two = NUM 2 nummod\nofficials official NOUN 3 nsubj Number=Plur\nmet meet VERB 0 root"
    record = read(f"{BERG}\n\n{officials}\n\n{said('They', 'they', 'PRON', 'Number=Plur')}", person=["Ida Berg"])
    assert actor_of(record, "They") == "Two officials"


def test_a_group_is_not_its_member():
    one = "The the DET 2 det\nofficial = NOUN 3 nsubj Number=Sing\nspoke speak VERB 0 root"
    many = "Two = NUM 2 nummod\nofficials official NOUN 3 nsubj Number=Plur\nmet meet VERB 0 root"
    record = read(f"{many}\n\n{one}")
    assert [a.name for a in record.actors] == ["Two officials", "official"]


def test_what_was_a_minister_is_the_minister():
    first = "A a DET 2 det\nminister = NOUN 3 nsubj Number=Sing\nspoke speak VERB 0 root"
    record = read(f"{first}\n\n{first.replace('A a', 'The the')}\n\n{first}")
    first_actor, second, third = (m.actor for m in record.mentions)
    assert first_actor == second != third


def test_an_apposition_is_the_same():
    table = """
Ida = PROPN 7 nsubj Number=Sing
Berg = PROPN 1 flat Number=Sing
+, , PUNCT 5 punct
a = DET 5 det
spokeswoman = NOUN 1 appos Number=Sing
+, , PUNCT 5 punct
spoke speak VERB 0 root
"""
    record = read(table, person=["Ida Berg"])
    assert actor_of(record, "spokeswoman") == "Ida Berg"
    assert record.actors[0].description == "spokeswoman"


def test_a_title_before_the_name_is_an_office():
    table = """
Minister = PROPN 2 nmod:desc Number=Sing
Ida = PROPN 4 nsubj Number=Sing
Berg = PROPN 2 flat Number=Sing
spoke speak VERB 0 root
"""
    assert read(table, person=["Ida Berg"]).actors[0].offices == ("Minister",)


def test_a_body_is_its_initials():
    words = ("World", "Fish", "Board")
    name = "\n".join(
        f"{w} = PROPN {4 if k == 2 else 3} {'nsubj' if k == 2 else 'compound'} Number=Sing" for k, w in enumerate(words)
    )
    record = read(f"{name}\nmet meet VERB 0 root\n\n{said('WFB')}", organization=["World Fish Board", "WFB"])
    assert [a.name for a in record.actors] == ["World Fish Board"]


def test_a_government_is_its_state():
    government = (
        "The the DET 3 det\nNorwegian = ADJ 3 amod\ngovernment = NOUN 4 nsubj Number=Sing\nfell fall VERB 0 root"
    )
    record = read(
        f"{said('Norway')}\n\n{government}\n\n{said('Oslo')}", place=["Norway", "Oslo"], nationality=["Norwegian"]
    )
    assert [a.name for a in record.actors] == ["Norway"]
    assert actor_of(record, "government") == "Norway"


def test_a_relative_pronoun_is_the_noun_before_it():
    table = """
The the DET 2 det
minister = NOUN 5 nsubj Number=Sing
who = PRON 4 nsubj
resigned resign VERB 2 acl:relcl
spoke speak VERB 0 root
"""
    assert actor_of(read(table), "who") == "minister"


QUOTED = """
“ = PUNCT 3 punct
{first} = PRON 3 nsubj {number}
agree = VERB 6 ccomp
+” = PUNCT 3 punct
{speaker} = PROPN 6 nsubj Number=Sing
said say VERB 0 root
+. = PUNCT 6 punct
"""


def test_i_in_a_quotation_is_the_speaker():
    record = read(
        f"{BERG}\n\n{QUOTED.format(first='I', number='Number=Sing', speaker='Berg')}", person=["Berg", "Ida Berg"]
    )
    assert actor_of(record, "I") == "Ida Berg"


def test_we_in_a_quotation_is_whoever_speaks():
    table = QUOTED.format(first="We", number="Number=Plur", speaker="Berg")
    assert actor_of(read(table, person=["Berg"]), "We") == "Berg"


def test_we_in_a_quotation_is_the_body_that_speaks():
    table = QUOTED.format(first="We", number="Number=Plur", speaker="Norway")
    assert actor_of(read(table, place=["Norway"]), "We") == "Norway"


def test_two_of_one_description_have_two_ids():
    first = "A a DET 2 det\nminister = NOUN 3 nsubj Number=Sing\nspoke speak VERB 0 root"
    record = read(f"{first}\n\n{first}")
    assert [a.name for a in record.actors] == ["minister", "minister (2)"]


SHARED = """
{before}mathematician = NOUN {spoke} nsubj Number=Sing
and = CCONJ {name} cc
writer = NOUN {name} nmod:desc Number=Sing
Ida = PROPN {first} conj Number=Sing
Berg = PROPN {name} flat Number=Sing
spoke speak VERB 0 root
"""


def test_two_titles_before_a_name_are_of_one_person():
    record = read(SHARED.format(before="", spoke=6, name=4, first=1), person=["Ida Berg"])
    assert actor_of(record, "mathematician") == "Ida Berg"


def test_an_article_sets_the_first_of_two_apart():
    record = read(SHARED.format(before="A a DET 2 det\n", spoke=7, name=5, first=2), person=["Ida Berg"])
    assert actor_of(record, "mathematician") == "mathematician"


LONG_TITLE = """
Minister = NOUN 6 nsubj Number=Sing
of = ADP 3 case
Works = PROPN 1 nmod
Ida = PROPN 1 appos Number=Sing
Berg = PROPN 4 flat
spoke speak VERB 0 root
"""
SOMEONES = """
aides aide NOUN 5 nsubj Number=Plur
of = ADP 3 case
Ida = PROPN 1 nmod Number=Sing
Berg = PROPN 3 flat
spoke speak VERB 0 root
"""


def test_a_long_title_is_of_the_person_named_after_it():
    assert actor_of(read(LONG_TITLE, person=["Ida Berg"], organization=["Works"]), "Minister") == "Ida Berg"


def test_someones_aides_are_not_that_person():
    assert actor_of(read(SOMEONES, person=["Ida Berg"]), "aides") != "Ida Berg"


def title(words, name="Ida Berg"):
    """A sentence in which the title's words, each FORM/UPOS, stand before a name that the parser hung on the verb."""
    rows = [word.split("/") for word in words.split()]
    verb = len(rows) + 3
    table = [
        f"{form} {form.lower()} {upos} {verb if k == 0 else 1} {'nsubj' if k == 0 else 'nmod'}"
        for k, (form, upos) in enumerate(rows)
    ]
    first, last = name.split()
    return "\n".join(
        [
            *table,
            f"{first} = PROPN {verb} nsubj Number=Sing",
            f"{last} = PROPN {verb - 2} flat",
            "spoke speak VERB 0 root",
        ]
    )


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Minister/NOUN of/ADP Education/PROPN", "Minister"),
        ("Ambassador/PROPN to/ADP the/DET United/ADJ States/PROPN", "Ambassador"),
        ("director/NOUN of/ADP the/DET National/ADJ Park/PROPN Service/PROPN", "director"),
        ("Undersecretary/ADJ for/ADP Trade/PROPN Mr./PROPN", "Undersecretary"),
        ("director/NOUN General/PROPN", "director"),
    ],
)
def test_a_title_is_of_the_name_that_ends_it_wherever_the_parser_hung_it(words, head):
    assert actor_of(read(title(words), person=["Ida Berg"]), head) == "Ida Berg"


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("mother/NOUN of/ADP shooter/NOUN", "mother"),
        ("friend/NOUN of/ADP President/PROPN", "friend"),
        ("lawyer/NOUN of/ADP Mr./PROPN", "lawyer"),
        ("mother/NOUN of/ADP two/NUM", "mother"),
    ],
)
def test_whose_someone_is_is_not_who_it_is(words, head):
    assert actor_of(read(title(words), person=["Ida Berg"]), head) != "Ida Berg"
