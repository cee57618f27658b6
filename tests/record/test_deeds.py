from collections import Counter

import pytest

from dateline.errors import BadTable
from dateline.record.cameo import codes
from dateline.record.deeds import deeds, objects, read_deeds, read_objects
from dateline.record.plover import MODES_OF, TYPES

HEAD = "lemma,pos,object,type,mode,cameo,sure\n"
CLASSES = {"troops": frozenset({"troop", "soldier"})}


def all_deeds():
    return [deed for senses in deeds().senses.values() for deed in senses]


def test_there_are_words_for_every_type_and_mode():
    words = Counter((deed.type, deed.mode) for deed in all_deeds() if deed.sure != "weak")
    thin = {(kind, mode): words[kind, mode] for kind in TYPES for mode in MODES_OF[kind] if words[kind, mode] < 6}
    assert thin == {}
    assert len(deeds().senses) > 5000


def test_every_code_is_one_of_its_type():
    assert [deed for deed in all_deeds() if not codes()[deed.cameo].stands_for(deed.type)] == []


def test_no_two_senses_are_enough_alone():
    alone = Counter((deed.lemma, deed.pos) for deed in all_deeds() if deed.sure == "alone")
    assert [word for word, count in alone.items() if count > 1] == []


@pytest.mark.parametrize(
    ("lemma", "pos", "done_to", "told"),
    [
        ("withdraw", "VERB", ["troop"], "RETREAT.withdraw 0874"),
        ("withdraw", "VERB", ["ambassador"], "SANCTION.withdraw 161"),
        ("lift", "VERB", ["sanction"], "CONCEDE. 085"),
        ("expel", "VERB", ["diplomat"], "SANCTION.expel 161"),
        ("expel", "VERB", ["migrant"], "COERCE.deport 174"),
        ("send", "VERB", ["peacekeeper"], "AID. 074"),
        ("send", "VERB", ["warship"], "MOBILIZE.weapons 150"),
        ("break off", "VERB", ["talk"], "SANCTION.discontinue 164"),
        ("lay down", "VERB", ["arm"], "RETREAT.disarm 0873"),
        ("use", "VERB", ["water cannon"], "ASSAULT.crowd-control 175"),
        ("airstrike", "NOUN", [], "ASSAULT.aerial 195"),
        ("Sit-in", "NOUN", [], "PROTEST.demo 141"),
        ("cease-fire", "NOUN", [], "RETREAT.ceasefire 0871"),
        ("drone surveillance", "NOUN", [], "MOBILIZE.weapons 150"),
        ("occupied", "ADJ", [], "COERCE.seize 192"),
        ("condemn", "VERB", [], "ACCUSE.disapprove 111"),
        ("ethnic cleansing", "NOUN", [], "ASSAULT. 203"),
    ],
)
def test_what_a_word_tells(lemma, pos, done_to, told):
    deed = deeds().sense(lemma, pos, done_to)
    assert deed is not None
    assert f"{deed.type}.{deed.mode} {deed.cameo}" == told


@pytest.mark.parametrize("lemma", ["withdraw", "send", "take", "say", "no-such-word"])
def test_a_word_of_many_senses_tells_nothing_alone(lemma):
    assert deeds().sense(lemma, "VERB") is None


def test_weak_senses_are_told_when_asked_for():
    assert {deed.type for deed in deeds().of("withdraw", "VERB") if deed.sure == "weak"} >= {"RETREAT", "SANCTION"}


def test_the_phrases_that_begin_with_a_word_come_longest_first():
    found = deeds().beginning("lay", "VERB")
    assert ("lay", "down", "arm") in found
    assert [len(phrase) for phrase in found] == sorted((len(phrase) for phrase in found), reverse=True)


def test_all_classes_are_used():
    used = {frozenset(words) for deed in all_deeds() for words in [deed.objects] if words}
    assert [name for name, words in objects().items() if not any(words <= taken for taken in used)] == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Shell,VERB,,ASSAULT,heavy-weapons,194,alone", "lower case"),
        ("sit-in,NOUN,,PROTEST,demo,141,alone", "blanks for hyphens"),
        ("shell,X,,ASSAULT,heavy-weapons,194,alone", "part of speech"),
        ("shell,VERB,,ATTACK,,194,alone", "not in PLOVER"),
        ("shell,VERB,,ASSAULT,artillery,194,alone", "not in PLOVER"),
        ("shell,VERB,,ASSAULT,heavy-weapons,999,alone", "no code"),
        ("shell,VERB,,ASSAULT,heavy-weapons,073,alone", "no code of ASSAULT"),
        ("shell,VERB,,ASSAULT,heavy-weapons,194,perhaps", "not one of"),
        ("shell,VERB,,ASSAULT,heavy-weapons,194,object", "go together"),
        ("send,VERB,@troops,MOBILIZE,troops,154,alone", "go together"),
        ("send,VERB,@ships,MOBILIZE,troops,154,object", "no class"),
        ("shell,VERB,,ASSAULT,heavy-weapons,194,alone\nshell,VERB,,ASSAULT,heavy-weapons,194,alone", "already"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row, told):
    with pytest.raises(BadTable, match=rf"deeds\.csv, line [23]: .*{told}"):
        read_deeds(f"{HEAD}{row}\n", CLASSES)


def test_a_class_without_words_is_refused():
    with pytest.raises(BadTable, match="troops: no words"):
        read_objects("troops:\n")
