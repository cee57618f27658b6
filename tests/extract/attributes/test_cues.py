from __future__ import annotations

import pytest

from dateline.extract.attributes.cues import coded, lexicon, sense_of, with_certainty
from dateline.extract.attributes.tree import tree_of
from tests.builders import parsed_story, where


def sense(table: str, cue: str) -> tuple[str, str | None]:
    parsed = parsed_story(table)
    found = sense_of(tree_of(parsed), (where(parsed, cue),))
    assert found is not None
    return found.kind, found.act


@pytest.mark.parametrize(
    ("entry", "kind", "act"),
    [
        ("say", "speech", "assert"),
        ("according to", "speech", "assert"),
        ("deny", "speech", "deny"),
        ("tweet", "writing", "assert"),
        ("believe", "thought", None),
        ("hope", "attitude", None),
        ("show", "evidence", "assert"),
    ],
)
def test_common_cues_are_coded(entry: str, kind: str, act: str | None):
    found = lexicon().senses[entry]
    assert (found.kind, found.act) == (kind, act)


def test_the_lexicon_is_large():
    assert len(lexicon().senses) > 1000


def test_a_phrase_goes_before_its_words():
    assert sense(
        "Kari = PROPN 2 nsubj\ncalled call VERB 0 root\nfor for ADP 4 case\npeace = NOUN 2 obl", "called for"
    ) == (
        "speech",
        "demand",
    )


def test_an_adjective_may_stand_in_a_phrase():
    table = "They they PRON 2 nsubj\nexpressed express VERB 0 root\ndeep = ADJ 4 amod\nconcern = NOUN 2 obj"
    assert sense(table, "expressed deep concern") == ("attitude", None)


def test_a_light_verb_leaves_the_meaning_to_its_noun():
    table = "They they PRON 2 nsubj\nmade make VERB 0 root\na = DET 5 det\nfirm = ADJ 5 amod\npledge = NOUN 2 obj"
    assert sense(table, "made a firm pledge") == ("speech", "promise")


def test_an_unknown_cue_has_no_sense():
    parsed = parsed_story("Kari = PROPN 2 nsubj\nsneezed sneeze VERB 0 root")
    assert sense_of(tree_of(parsed), (where(parsed, "sneezed"),)) is None


def test_an_unknown_act_stops_the_loading():
    table: dict[str, dict[str, str]] = {kind: {} for kind in ("speech", "writing", "thought", "attitude", "evidence")}
    with pytest.raises(ValueError, match="unknown act 'shout'"):
        coded({**table, "speech": {"shout": "yell"}})


def test_a_cue_with_two_senses_stops_the_loading():
    table: dict[str, dict[str, str]] = {kind: {} for kind in ("speech", "writing", "thought", "attitude", "evidence")}
    with pytest.raises(ValueError, match="two senses"):
        coded({**table, "speech": {"assert": "say"}, "thought": {"none": "say"}})


def test_certainty_of_an_unknown_cue_stops_the_loading():
    with pytest.raises(ValueError, match="no such cue"):
        with_certainty({}, {"probable": "think"})
