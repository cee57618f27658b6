"""What grammar leaves open of the status of a predicate."""

import pytest

from dateline.extract.attributes.tree import tree_of
from dateline.extract.factuality.effects import of_governor, of_modal, of_quality
from dateline.extract.factuality.grammar import signals
from dateline.extract.factuality.judged import judged, narrowed
from tests.builders import parsed_story, where
from tests.extract.happened import Said, happened


def clause(*between, verb="attack"):
    rows = ["Karsk = PROPN 9 nsubj", *between, f"{verb} attack VERB 0 root", "Velmar = PROPN 9 obj"]
    at = len(between) + 2
    return "\n".join(row.replace(" 9 ", f" {at} ") for row in rows)


MAY = clause("may = AUX 9 aux")
WILL = clause("will = AUX 9 aux")
NOT = clause("did do AUX 9 aux", "not = PART 9 advmod")
IS = clause("is be AUX 9 aux Tense=Pres", verb="attacking")
ATTACKED = clause(verb="attacked")
FAILED = """
Karsk = PROPN 2 nsubj
failed fail VERB 0 root
to = PART 4 mark
attack = VERB 2 xcomp
Velmar = PROPN 4 obj
"""
DENIED = """
Karsk = PROPN 2 nsubj
denied deny VERB 0 root
that = SCONJ 6 mark
it = PRON 6 nsubj
had have AUX 6 aux
attacked attack VERB 2 ccomp
Velmar = PROPN 6 obj
"""
IF = """
If if SCONJ 3 mark
Karsk = PROPN 3 nsubj
attacks attack VERB 7 advcl
, , PUNCT 3 punct
Velmar = PROPN 7 nsubj
will = AUX 7 aux
answer = VERB 0 root
"""


def left(table, word, kind="ASSAULT"):
    parsed = parsed_story(table)
    return narrowed(signals(tree_of(parsed), where(parsed, word)[0]))


@pytest.mark.parametrize(
    ("table", "word", "statuses"),
    [
        (MAY, "attack", {"hypothetical"}),
        (NOT, "attack", {"negated"}),
        (FAILED, "attack", {"negated"}),
        (IF, "attacks", {"hypothetical", "threatened"}),
    ],
)
def test_what_grammar_leaves_open(table, word, statuses):
    found, why = left(table, word)
    assert found == statuses
    assert why


def test_will_leaves_open_whether_it_is_planned_or_threatened():
    found, why = left(WILL, "attack")
    assert {"planned", "threatened"} <= found
    assert "occurred" not in found
    assert why == ["'will'"]


def test_the_progressive_goes_on_or_is_to_come():
    assert "occurred" not in left(IS, "attacking")[0]


def test_a_plain_past_leaves_all_open_and_the_head_decides():
    parsed = happened(parsed_story(ATTACKED), Said("attacked", "ASSAULT"))
    found = judged(parsed, tree_of(parsed), 1, "ASSAULT")
    assert (found.status, found.value, found.why, found.happened) == ("occurred", "CT+", "status head", True)


def test_grammar_outweighs_a_head_that_is_fairly_sure_of_the_opposite():
    parsed = happened(parsed_story(MAY), Said("attack", "ASSAULT", status="occurred", sure=0.7))
    found = judged(parsed, tree_of(parsed), 2, "ASSAULT")
    assert (found.status, found.why) == ("hypothetical", "'may'")
    assert not found.happened


def test_trees_err_so_that_a_head_that_is_wholly_sure_outweighs_grammar():
    parsed = happened(parsed_story(MAY), Said("attack", "ASSAULT", status="occurred", sure=0.99))
    assert judged(parsed, tree_of(parsed), 2, "ASSAULT").status == "occurred"


def test_a_refusal_is_made_of_its_own_not():
    parsed = happened(parsed_story(NOT), Said("attack", "REJECT", status="occurred", sure=0.6))
    assert judged(parsed, tree_of(parsed), 3, "REJECT").status == "occurred"
    assert judged(parsed, tree_of(parsed), 3, "ASSAULT").status == "negated"


def test_an_outer_signal_that_excludes_all_gives_way():
    parsed = parsed_story(DENIED)
    found, _ = narrowed(signals(tree_of(parsed), 5))
    assert found


@pytest.mark.parametrize(
    ("lemma", "pos", "complement", "status"),
    [("plan", "VERB", "to", "planned"), ("threaten", "VERB", "to", "threatened"), ("refuse", "VERB", "to", "negated")],
)
def test_governors(lemma, pos, complement, status):
    assert status in (of_governor(lemma, pos, complement) or ())


def test_words_that_say_nothing():
    assert of_governor("walk", "VERB", "to") is None
    assert of_quality("green") is None
    assert of_modal("be") is None
