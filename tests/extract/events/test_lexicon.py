"""What the lexicon and the traps say of a word, by what stands with it."""

import pytest

from dateline.extract.attributes.tree import tree_of
from dateline.extract.events.coding import cameo, coded
from dateline.extract.events.lexicon import asked_for, means, sense
from dateline.extract.events.traps import trapped
from dateline.record.plover import MODE_TAGS
from tests.builders import parsed_story, where
from tests.extract.happened import sure

ARMED = """
Ostra = PROPN 2 nsubj
armed arm VERB 0 root
rebels rebel NOUN 2 obj
"""
FLEW = """
Ostra = PROPN 2 nsubj
flew fly VERB 0 root
surveillance = NOUN 4 compound
drones drone NOUN 2 obj
over = ADP 6 case
Karsk = PROPN 2 obl
"""
STRUCK = """
A a DET 3 det
surveillance = NOUN 3 compound
drone = NOUN 4 nsubj
struck strike VERB 0 root
a = DET 6 det
convoy = NOUN 4 obj
with = ADP 9 case
a = DET 9 det
missile = NOUN 4 obl
"""
STORM = """
Officials official NOUN 2 nsubj
warned warn VERB 0 root
that = SCONJ 6 mark
storms storm NOUN 6 nsubj
could = AUX 6 aux
grow = VERB 2 ccomp
"""
OWN = """
Karsk = PROPN 2 nsubj
warned warn VERB 0 root
that = SCONJ 6 mark
it = PRON 6 nsubj
would = AUX 6 aux
retaliate = VERB 2 ccomp
"""
DISARM = """
Karsk = PROPN 2 nsubj
demanded demand VERB 0 root
that = SCONJ 5 mark
militias militia NOUN 5 nsubj
disarm = VERB 2 ccomp
"""
PLAIN = sure(len(MODE_TAGS), 0, 0.9)


def tree_and(table, word):
    parsed = parsed_story(table)
    return tree_of(parsed), where(parsed, word)[0]


def test_arming_rebels_is_aid():
    found = sense(*tree_and(ARMED, "armed"))
    assert found is not None
    assert (found.type, found.cameo) == ("AID", "072")


def test_a_phrase_is_found_by_its_words():
    found = sense(*tree_and(FLEW, "flew"))
    assert found is not None
    assert (found.lemma, found.type) == ("fly surveillance", "MOBILIZE")


@pytest.mark.parametrize(
    ("table", "word", "kind", "meant"),
    [
        (FLEW, "flew", "ASSAULT", "MOBILIZE"),
        (STRUCK, "struck", "ASSAULT", "ASSAULT"),
        (STORM, "warned", "THREATEN", None),
        (OWN, "warned", "THREATEN", "THREATEN"),
        (ARMED, "armed", "AID", "AID"),
    ],
)
def test_traps(table, word, kind, meant):
    tree, at = tree_and(table, word)
    assert trapped(tree, at, kind) == meant


def test_means_tell_a_mode_and_what_is_demanded_another():
    tree, at = tree_and(STRUCK, "struck")
    assert means(tree, at, "ASSAULT") is not None
    tree, at = tree_and(DISARM, "demanded")
    found = asked_for(tree, at, "REQUEST")
    assert found is not None
    assert found[0] == "yield"


def test_a_mode_says_what_decided_it():
    tree, at = tree_and(DISARM, "demanded")
    codes = coded(tree, at, "REQUEST", PLAIN, sense(tree, at))
    assert "yield" in codes.modes
    assert codes.found_by.startswith("mode by ")
    tree, at = tree_and(ARMED, "armed")
    codes = coded(tree, at, "AID", PLAIN, sense(tree, at))
    assert (codes.modes, codes.cameo, codes.found_by) == ((), "072", "CAMEO by lexicon 'arm'")


def test_what_is_to_come_has_the_code_of_its_announcement():
    tree, at = tree_and(ARMED, "armed")
    codes = coded(tree, at, "AID", PLAIN, sense(tree, at))
    assert cameo("AID", codes, "occurred", ()) == "072"
    assert cameo("AID", codes, "planned", ()).startswith("03")
