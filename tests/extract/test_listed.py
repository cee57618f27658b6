from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.extract.listed import is_listed, with_listed
from dateline.extract.names import Name, names
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story
from tests.named import with_names

STORY = """
The the DET 6 det
Economic = PROPN 6 compound
Community = PROPN 6 compound
of = ADP 6 case
West = PROPN 6 compound
African = PROPN 8 nsubj
States = PROPN 6 flat
met meet VERB 0 root
DEA = PROPN 8 obj
agents agent NOUN 8 obj
"""


def sure(parsed: ParsedStory) -> ParsedStory:
    """With an encoder that is sure that no word is a name."""
    scores = np.zeros_like(parsed.scores.names)
    scores[:, 0] = 1.0
    return replace(parsed, scores=replace(parsed.scores, names=scores))


def found(parsed: ParsedStory, known: list[Name]) -> list[tuple[str, str]]:
    words = parsed.tokens.text
    return [(" ".join(words[n.first : n.last]), n.kind) for n in with_listed(parsed, known)]


def test_names_of_several_words_and_in_capitals_are_found_without_the_encoder() -> None:
    assert found(sure(parsed_story(STORY)), []) == [
        ("Economic Community of West African States", "organization"),
        ("DEA", "organization"),
    ]


def test_the_table_mends_the_edges_of_a_name() -> None:
    parsed = with_names(parsed_story(STORY), person=["Economic Community of"])
    assert found(parsed, names(parsed.scores.names))[0] == ("Economic Community of West African States", "organization")


def test_a_longer_name_stands() -> None:
    parsed = with_names(parsed_story(STORY), other=["DEA agents"])
    assert ("DEA agents", "other") in found(parsed, names(parsed.scores.names))


def test_a_single_word_needs_the_encoder_to_think_it_may_be_a_name() -> None:
    parsed = parsed_story("Hamas = PROPN 2 nsubj\nfired fire VERB 0 root")
    assert found(sure(parsed), []) == []
    assert found(parsed, []) == [("Hamas", "organization")]


def test_capitals_say_nothing_among_capitals() -> None:
    assert found(sure(parsed_story("THE = DET 2 det\nDEA = PROPN 3 nsubj\nMOVED move VERB 0 root")), []) == []


def test_people_are_not_bodies() -> None:
    assert is_listed("Hamas")
    assert not is_listed("Barack Obama")
