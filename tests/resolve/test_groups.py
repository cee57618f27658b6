"""Groups and their members, pronouns of the plural, and what a pronoun anticipates."""

import pytest

from tests.resolve.sentences import actor_of, story, told

IDA, PER = "Ida Berg", "Per Dahl"

APART = [
    ("Two officials", "The official"),
    ("The ministers", "A minister"),
    ("The soldiers", "The soldier"),
    ("Two men", "The man"),
    ("The aides", "An aide"),
    ("The workers", "A worker"),
    ("Three members", "The member"),
    ("The protesters", "A protester"),
    ("A soldier", "The soldiers"),
    ("The official", "Officials"),
    ("A worker", "Two workers"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_group_is_not_its_member(one, other):
    record = story(told(one, "spoke"), told(other, "left"))
    first, second = (m.actor for m in record.mentions)
    assert first != second


@pytest.mark.parametrize("owner", ["Norway", "Oslo Steel", "Ida Berg"])
def test_whoever_belongs_to_someone_is_not_that_one(owner):
    kind = {"Norway": "place", "Oslo Steel": "organization", "Ida Berg": "person"}[owner]
    record = story(told(f"The officials of {owner}", "spoke"), told(owner, "met"), **{kind: [owner]})
    officials = next(m for m in record.mentions if m.head.text == "officials")
    assert record.actor(officials.actor).name != owner


def test_a_list_is_not_a_mention_unless_it_is_taken_up():
    record = story(told(f"{IDA} and {PER}", "spoke"), person=[IDA, PER])
    assert [m.head.text for m in record.mentions] == [IDA, PER]


MANY = [
    (told(f"{IDA} and {PER}", "met"), f"{IDA} and {PER}"),
    (told("Two officials", "met"), "Two officials"),
    (told("The ministers", "spoke"), "ministers"),
    (told("The protesters", "left"), "protesters"),
    (told("Norway and Oslo Steel", "met"), "Norway and Oslo Steel"),
    (told("The soldiers", "arrived"), "soldiers"),
    (told("Three workers", "left"), "Three workers"),
]


@pytest.mark.parametrize("pronoun", ["They", "Their aide"])
@pytest.mark.parametrize(("before", "meant"), MANY)
def test_they_are_the_many_of_the_sentence_before(before, meant, pronoun):
    record = story(before, told(pronoun, "spoke"), person=[IDA, PER], organization=["Oslo Steel"], place=["Norway"])
    assert actor_of(record, pronoun.split()[0]) == meant


@pytest.mark.parametrize("pronoun", ["They", "them"])
def test_they_are_no_single_person(pronoun):
    sentence = told("They", "left") if pronoun == "They" else told(PER, "met", "them")
    record = story(told(IDA, "spoke"), sentence, person=[IDA, PER])
    assert actor_of(record, pronoun) not in {IDA, PER}


@pytest.mark.parametrize("word", ["she", "it"])
def test_a_pronoun_of_the_singular_is_no_list(word):
    record = story(told(f"{IDA} and {PER}", "met"), told(word.capitalize(), "left"), person=[IDA, PER])
    assert actor_of(record, word.capitalize()) in {IDA, None}


def fronted(preposition, noun, owner):
    """Words before the subject: "After her release ,"."""
    return (
        f"{preposition} = ADP 3 case",
        f"{owner} {owner} PRON 3 nmod:poss Number=Sing",
        f"{noun} = NOUN VERB_AT obl",
        "+, = PUNCT 3 punct",
    )


CATAPHORA = [
    ("After", "release", "her", IDA),
    ("Before", "trial", "her", IDA),
    ("In", "speech", "her", IDA),
    ("With", "book", "her", IDA),
    ("Despite", "age", "her", IDA),
    ("During", "stay", "her", IDA),
    ("After", "release", "his", PER),
    ("Before", "trial", "his", PER),
    ("In", "speech", "his", PER),
    ("Despite", "age", "his", PER),
    ("During", "stay", "his", PER),
]


@pytest.mark.parametrize(("preposition", "noun", "owner", "subject"), CATAPHORA)
def test_a_pronoun_before_its_clause_is_the_subject_that_follows(preposition, noun, owner, subject):
    record = story(told(subject, "spoke", before=fronted(preposition, noun, owner)), person=[subject])
    assert actor_of(record, owner) == subject


@pytest.mark.parametrize("owner", ["her", "his"])
def test_what_is_anticipated_agrees_in_gender(owner):
    wrong = IDA if owner == "his" else PER
    record = story(told(wrong, "spoke", before=fronted("After", "release", owner)), person=[wrong])
    assert actor_of(record, owner) != wrong


def test_a_resolved_pronoun_says_why():
    record = story(told(IDA, "spoke"), told("She", "left"), person=[IDA])
    she = next(m for m in record.mentions if m.head.text == "She")
    assert "most likely" in she.found_by
    assert "subject of the sentence before, 'Ida Berg'" in she.found_by


@pytest.mark.parametrize(("relative", "again"), [("her mother", "Her mother"), ("her mother", "Her mom")])
def test_a_relative_of_the_same_person_is_the_same(relative, again):
    record = story(told(IDA, "praised", relative), told(again, "left"), person=[IDA])
    mothers = [m.actor for m in record.mentions if m.head.text in {"mother", "mom"}]
    assert len(set(mothers)) == 1
