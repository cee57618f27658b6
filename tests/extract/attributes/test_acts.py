from __future__ import annotations

import pytest

from dateline.extract.attributes import Parts, attributes
from dateline.extract.attributes.acts import content_act
from dateline.extract.attributes.tree import tree_of
from tests.builders import parsed_story

URGE = "We we PRON 2 nsubj\nurge = VERB 0 root\nArden = PROPN 2 obj\nto = PART 5 mark\nstop = VERB 2 xcomp"
URGED = "We we PRON 2 nsubj\nurged urge VERB 0 root Tense=Past\nArden = PROPN 2 obj"
REJECT = "I = PRON 2 nsubj\nreject = VERB 0 root\nthe = DET 4 det\nplan = NOUN 2 obj"
GO = "Leave leave VERB 0 root Mood=Imp|VerbForm=Fin\nnow = ADV 1 advmod"
LOOK = "Look look VERB 0 root Mood=Imp|VerbForm=Fin\nnow = ADV 1 advmod"
WILL_BE = "I = PRON 3 nsubj\nwill = AUX 3 aux\nwait = VERB 0 root"
WILL_PAY = "I = PRON 3 nsubj\nwill = AUX 3 aux\npay = VERB 0 root"
IT_MUST = "It it PRON 3 nsubj\nmust = AUX 3 aux\nrain = VERB 0 root"
WHO = "Who who PRON 2 nsubj\nleft leave VERB 0 root\n+? ? PUNCT 2 punct"


@pytest.mark.parametrize(
    ("table", "act"),
    [
        (URGE, "demand"),
        (URGED, None),
        (REJECT, "decline"),
        (GO, "demand"),
        (LOOK, None),
        (WILL_BE, None),
        (WILL_PAY, "promise"),
        (IT_MUST, None),
        (WHO, "question"),
    ],
)
def test_what_quoted_words_do(table: str, act: str | None):
    tree = tree_of(parsed_story(table))
    assert content_act(tree, ((0, len(tree)),), quoted=True) == act


@pytest.mark.parametrize(
    ("table", "act"),
    [
        ("he = PRON 3 nsubj\nwould = AUX 3 aux\npay = VERB 0 root", "promise"),
        ("whether = SCONJ 4 mark\nhe = PRON 4 nsubj\nwould = AUX 4 aux\npay = VERB 0 root", None),
        ("Arden = PROPN 3 nsubj\nwould = AUX 3 aux\npay = VERB 0 root", None),
    ],
)
def test_what_reported_words_do(table: str, act: str | None):
    tree = tree_of(parsed_story(table))
    assert content_act(tree, ((0, len(tree)),), quoted=False) == act


def attributed(table: str, cue: tuple[int, int], content: tuple[int, int]):
    parsed = parsed_story(table)
    return attributes(parsed, tree_of(parsed), Parts(((0, 1),), (cue,), (content,)))


ASKED = "Walsh = PROPN 2 nsubj\nasked ask VERB 0 root\nArden = PROPN 2 obj\nfor = ADP 5 case\nmoney = NOUN 2 obl"
OPEN = (
    "Walsh = PROPN 4 nsubj\ndid do AUX 4 aux\nnot = PART 4 advmod\nrule = VERB 0 root\nout = ADP 4 compound:prt\n"
    "talks talk NOUN 4 obj"
)


def test_to_ask_for_something_is_to_demand_it():
    assert attributed(ASKED, (1, 2), (2, 5)).act == "demand"


def test_what_is_not_ruled_out_is_possible():
    found = attributed(OPEN, (1, 5), (5, 6))
    assert (found.act, found.certainty, found.negated) == ("assert", "possible", False)
    assert attributed(OPEN.replace("not = PART", "soon = ADV"), (1, 5), (5, 6)).act == "decline"


def test_a_news_conference_that_is_told_is_a_medium():
    table = "Walsh = PROPN 2 nsubj\ntold tell VERB 0 root\na = DET 4 det\nbriefing = NOUN 2 obj\nno = INTJ 2 ccomp"
    assert attributed(table, (1, 2), (4, 5)).medium == (2, 4)


DEED = "Walsh = PROPN 2 nsubj\n{} VERB 0 root\nto = PART 4 mark\npay = VERB 2 xcomp"
CLAUSE = "Walsh = PROPN 2 nsubj\n{} VERB 0 root\nhe = PRON 4 nsubj\npaid pay VERB 2 ccomp"
NAMED = "Walsh = PROPN 2 nsubj\n{} VERB 0 root\nclosing close VERB 2 xcomp\nit = PRON 3 obj"


@pytest.mark.parametrize(
    ("table", "verb", "act"),
    [
        (DEED, "swore swear", "promise"),
        (CLAUSE, "swore swear", "assert"),
        (DEED, "agreed agree", "promise"),
        (CLAUSE, "agreed agree", "confirm"),
        (NAMED, "suggested suggest", "propose"),
        (CLAUSE, "suggested suggest", "assert"),
    ],
)
def test_a_deed_is_promised_or_proposed_where_a_clause_is_told(table: str, verb: str, act: str):
    assert attributed(table.format(verb), (1, 2), (2, 4)).act == act


def test_nobody_is_told_to_have_done_something():
    said = "Walsh = PROPN 3 nsubj\nis be AUX 3 aux:pass\nsaid say VERB 0 root\n"
    table = f"{said}to = PART 6 mark\nhave = AUX 6 aux\npaid pay VERB 3 xcomp"
    assert attributed(table, (1, 3), (3, 6)).act == "assert"


@pytest.mark.parametrize("verb", ["refused refuse", "declined decline"])
def test_who_refuses_to_discuss_a_report_denies_nothing_and_leaves_it_open(verb: str):
    table = f"Walsh = PROPN 2 nsubj\n{verb} VERB 0 root\nto = PART 4 mark\ndiscuss = VERB 2 xcomp\nreport = NOUN 4 obj"
    found = attributed(table, (1, 4), (4, 5))
    assert (found.act, found.certainty) == ("decline", "underspecified")


def test_who_neither_confirms_nor_denies_it_leaves_it_open():
    table = "Walsh = PROPN 3 nsubj\nneither = CCONJ 3 advmod\nconfirmed confirm VERB 0 root\nthat = PRON 3 obj"
    found = attributed(table, (1, 3), (3, 4))
    assert (found.act, found.certainty) == ("decline", "underspecified")
