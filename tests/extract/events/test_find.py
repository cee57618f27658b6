"""Events as rows: from scores of words to who did what to whom."""

from dateline.extract import events
from dateline.record import violations
from tests.builders import parsed_story
from tests.extract.happened import Said, happened
from tests.extract.told import known

BOMBED = """
Ostran Ostran ADJ 2 amod
jets jet NOUN 3 nsubj
bombed bomb VERB 0 root
rebels rebel NOUN 3 obj
in = ADP 6 case
Velmar = PROPN 3 obl
+. . PUNCT 3 punct

The the DET 2 det
strike = NOUN 3 nsubj:pass
was be AUX 4 aux:pass
condemned condemn VERB 0 root
by = ADP 6 case
Karsk = PROPN 4 obl
+. . PUNCT 4 punct
"""


def read(table, *said, actors):
    parsed = happened(parsed_story(table), *said)
    return events.find(parsed, known(parsed, {name: [name] for name in actors}))


def names(record, keys):
    return [record.actor(key).name for key in keys]


def test_an_event_has_type_sides_anchor_and_what_decided():
    record = read(
        BOMBED, Said("bombed", "ASSAULT", "Ostran jets", "rebels", "aerial"), actors=["Ostran jets", "rebels"]
    )
    (event,) = record.events
    assert (event.type, event.mode[0], event.quad, event.status) == (
        "ASSAULT",
        "aerial",
        "material-conflict",
        "occurred",
    )
    assert (names(record, event.actors), names(record, event.recipients)) == (["Ostran jets"], ["rebels"])
    assert [span.text for span in event.anchor] == ["bombed"]
    assert event.found_by.startswith("event head 0.95, lexicon 'bomb'; mode by ")
    assert "actors by event head 0.90; recipients by event head 0.90; status by status head" in event.found_by
    assert list(violations(record)) == []


def test_a_word_that_hardly_tells_an_event_tells_none():
    assert read(BOMBED, Said("rebels", "PROTEST", p=0.1), actors=["rebels"]).events == ()


def test_the_lexicon_lifts_a_word_of_which_the_head_is_not_sure():
    (event,) = read(BOMBED, Said("bombed", "ASSAULT", p=0.1), actors=["rebels"]).events
    assert event.type == "ASSAULT"
    assert event.found_by.startswith("event head 0.10, lexicon 'bomb'")


def test_events_stand_in_the_order_of_the_text_and_a_noun_points_back():
    said = (
        Said("bombed", "ASSAULT", "Ostran jets", "rebels", "aerial"),
        Said("strike", "ASSAULT", mode="aerial"),
        Said("condemned", "ACCUSE", "Karsk", mode="disapprove"),
    )
    record = read(BOMBED, *said, actors=["Ostran jets", "rebels", "Karsk"])
    assert [event.type for event in record.events] == ["ASSAULT", "ACCUSE"]
    assert [span.text for span in record.events[0].anchor] == ["bombed", "The strike"]


def test_two_blows_of_two_sides_are_two_events():
    table = """
    Karsk = PROPN 2 nsubj
    shelled shell VERB 0 root
    Velmar = PROPN 2 obj
    and = CCONJ 6 cc
    Velmar = PROPN 6 nsubj
    shelled shell VERB 2 conj
    Karsk = PROPN 6 obj
    """
    said = (Said("shelled", "ASSAULT", "Karsk"), Said("shelled", "ASSAULT", "Velmar", nth=1))
    assert len(read(table, *said, actors=["Karsk", "Velmar"]).events) == 2


def test_planned_aid_is_an_agreement_and_keeps_what_it_was():
    table = """
    Karsk = PROPN 3 nsubj
    will = AUX 3 aux
    send = VERB 0 root
    food = NOUN 3 obj
    to = ADP 6 case
    Velmar = PROPN 3 obl
    """
    (event,) = read(table, Said("send", "AID", "Karsk", "Velmar", status="planned"), actors=["Karsk", "Velmar"]).events
    assert (event.type, event.status, event.cameo[:2]) == ("AGREE", "planned", "03")
    assert "planned AID" in event.found_by


def test_a_planned_attack_stays_an_attack_under_the_code_of_a_threat():
    table = """
    Karsk = PROPN 3 nsubj
    will = AUX 3 aux
    attack = VERB 0 root
    Velmar = PROPN 3 obj
    """
    (event,) = read(
        table, Said("attack", "ASSAULT", "Karsk", "Velmar", status="planned"), actors=["Karsk", "Velmar"]
    ).events
    assert (event.type, event.status, event.cameo) == ("ASSAULT", "planned", "138")
    assert "CAMEO by" not in event.found_by


def test_of_a_compound_all_act():
    table = """
    Ostra = PROPN 5 nsubj
    , , PUNCT 3 punct
    Karsk = PROPN 1 conj
    and = CCONJ 3 cc
    signed sign VERB 0 root
    a = DET 7 det
    pact = NOUN 5 obj
    """
    record = read(table, Said("signed", "SUPPORT", "Ostra , Karsk"), actors=["Ostra", "Karsk"])
    assert names(record, record.events[0].actors) == ["Ostra", "Karsk"]


def test_a_story_that_tells_nothing_has_no_event():
    assert read(BOMBED, actors=[]).events == ()
