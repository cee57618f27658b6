from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.boundaries import FEATURES, Side, crossing, edges, settled, weights
from dateline.record.parsed import CueLinks, Scores
from tests.builders import parsed_story, where

TABLE = """
Berg = PROPN 2 nsubj
described describe VERB 0 root
the = DET 5 det
first = ADJ 5 amod
report = NOUN 2 obj
about = ADP 9 case
the = DET 9 det
broken = ADJ 9 amod
dam = NOUN 5 nmod
on = ADP 11 case
Monday = PROPN 2 obl
+. = PUNCT 2 punct
"""


def told(content: tuple[int, int], odd: dict[int, float] | None = None, p: float = 0.95):
    """The story with a cue at word 1 whose content both heads see at these words, and at others as told."""
    parsed = parsed_story(TABLE)
    n = len(parsed.tokens)
    row = np.full(n, 1 - p, np.float32)
    row[slice(*content)] = p
    for word, probability in (odd or {}).items():
        row[word] = probability
    roles = np.zeros((n, 9), np.float32)
    roles[:, 8] = row
    roles[content[0], 7:9] = row[content[0]], 0.0
    roles[:, 6] = 1 - row
    link = CueLinks(1, 2, 0.9, 0, np.full(n, 0.02, np.float32), row)
    return replace(parsed, scores=Scores(np.zeros((n, 21), np.float32), roles, (link,))), link


def test_an_edge_that_stops_in_the_middle_of_a_phrase_goes_on_to_its_end():
    parsed, link = told((2, 6), {6: 0.45, 7: 0.4, 8: 0.45, 9: 0.002, 10: 0.002, 11: 0.002})
    assert settled(parsed, link, "content", (2, 6)) == (2, where(parsed, "dam")[1])


def test_an_edge_where_the_phrase_ends_stays():
    parsed, link = told((2, 9))
    assert settled(parsed, link, "content", (2, 9)) == (2, 9)


def test_a_range_out_of_the_cues_reach_is_left_alone():
    parsed, link = told((2, 9))
    near = replace(link, offset=3, source=link.source[3:], content=link.content[3:])
    assert settled(parsed, near, "content", (2, 9)) == (2, 9)


def test_every_place_has_every_feature_and_one_of_them_is_the_present_edge():
    parsed, link = told((2, 9))
    sides: tuple[tuple[Side, int], ...] = (("first", 2), ("last", 9))
    for side, present in sides:
        places, rows = edges(parsed, link, "content", (2, 9), side)
        assert rows.shape == (len(places), len(FEATURES))
        assert [places[k] for k in np.flatnonzero(rows[:, FEATURES.index("present")])] == [present]


def test_what_crosses_an_edge_is_counted_from_both_sides():
    parsed, link = told((2, 9))
    # "the first | report about the broken dam": two words depend on "report"; nothing inside reaches out to them.
    assert crossing(parsed, range(link.first, link.last), (2, 9), [4], "last") == ([2], [0])
    # "the first report | about ...": "dam" and the words before it depend on what is inside through "report" only.
    assert crossing(parsed, range(link.first, link.last), (2, 9), [5], "last") == ([0], [1])
    # The relation to the cue itself does not count.
    assert crossing(parsed, range(link.first, link.last), (2, 9), [2], "first") == ([0], [0])


@pytest.mark.parametrize("role", ["source", "cue", "content"])
@pytest.mark.parametrize("side", ["first", "last"])
def test_there_is_a_weight_for_every_feature(role, side):
    assert weights(role, side).shape == (len(FEATURES),)
    assert np.isfinite(weights(role, side)).all()


@given(st.lists(st.floats(0, 1), min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 12))
def test_whatever_the_scores_a_range_stays_a_range_and_off_the_cue(scores, first, size):
    parsed, link = told((2, 9), dict(enumerate(scores)))
    last = min(first + size, 12)
    if first < 2 and last > 1:
        first, last = (0, 1) if first == 0 else (2, 3)
    a, b = settled(parsed, link, "content", (first, last))
    assert 0 <= a < b <= 12
    assert b <= 1 or a >= 2
