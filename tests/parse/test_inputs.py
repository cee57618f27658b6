from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.encoder import CONTEXT, WINDOW, stitched, windows
from dateline.parse.inputs import MOST_PIECES, Inputs, case_of, gaps, inputs, quote_states, window
from dateline.record.parsed import Quotation


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", 1),
        ("Moscow", 2),
        ("NATO", 3),
        ("I", 4),
        ("McKay", 5),
        ("2015", 6),
        ("F-16", 7),
        (",", 0),
        ("1,000.5", 6),
        ("a", 1),
    ],
)
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


def test_gaps_tell_lines_from_paragraphs() -> None:
    text = "One, two\nthree\n\nfour"
    starts, ends = [0, 3, 5, 9, 16], [3, 4, 8, 14, 20]
    assert gaps(text, starts, ends).tolist() == [3, 0, 1, 2, 3]


def test_quotation_states() -> None:
    whole = Quotation(0, 9, 1, 8, 1, 4)
    unclosed = Quotation(10, 19, 11, 19, 5, 7, closed=False)
    assert quote_states(8, [whole, unclosed]).tolist() == [0, 2, 1, 3, 0, 2, 1, 0]


def test_long_words_are_cut_to_their_first_pieces() -> None:
    feed = inputs("ab", [0, 1], [1, 2], [], lambda w: (7,) * MOST_PIECES if w == "a" else (9,))
    assert feed.first.tolist() == [0, MOST_PIECES]
    assert feed.last.tolist() == [MOST_PIECES - 1, MOST_PIECES]


def test_window_marks_and_features() -> None:
    feed = inputs("Go on", [0, 3], [2, 5], [], lambda w: (5, 6) if w == "on" else (4,))
    row = window(feed, 1, 2)
    assert row["pieces"].tolist() == [101, 5, 6, 102]
    assert row["first"].tolist() == [1]
    assert row["last"].tolist() == [2]
    assert row["case"].tolist() == [0, 1, 1, 0]


def feed_of(sizes: list[int]) -> Inputs:
    """Inputs of words of that many pieces."""
    last = np.cumsum(sizes) - 1
    empty = {k: np.zeros(len(sizes), dtype=np.int64) for k in ("case", "quote", "gap")}
    return Inputs(np.full(sum(sizes), 5), last - np.array(sizes) + 1, last, empty)


@given(st.lists(st.integers(1, MOST_PIECES), min_size=1, max_size=900), st.data())
def test_every_word_comes_from_one_window_that_fits(sizes: list[int], data: st.DataObject) -> None:
    feed = feed_of(sizes)
    starts = sorted({0, *data.draw(st.lists(st.integers(0, len(sizes) - 1), max_size=60))})
    found = list(stitched(list(windows(feed, starts)), starts))
    assert [i for _, _, first, last in found for i in range(first, last)] == list(range(len(sizes)))
    assert all(a <= first < last <= b for a, b, first, last in found)
    assert all(feed.last[b - 1] - feed.first[a] + 3 <= WINDOW for a, b, _, _ in found)


def test_windows_overlap_where_sentences_are_short() -> None:
    feed = feed_of([1] * 1000)
    found = list(windows(feed, list(range(0, 1000, 10))))
    shared = [b - a for (_, b), (a, _) in pairwise(found)]
    assert all(0 < size <= CONTEXT for size in shared)


def test_no_window_holds_shared_words_alone() -> None:
    # The short sentence could be shared, but then the long one behind it would not fit.
    sizes = [1] * (WINDOW - 12) + [1] * 10 + [1] * (WINDOW - 2)
    found = list(windows(feed_of(sizes), [0, WINDOW - 12, WINDOW - 2]))
    assert found == [(0, WINDOW - 2), (WINDOW - 2, 2 * WINDOW - 4)]


def test_text_after_a_story_leaves_its_first_windows_alone() -> None:
    starts = list(range(0, 1000, 10))
    short, longer = list(windows(feed_of([1] * 600), starts[:60])), list(windows(feed_of([1] * 1000), starts))
    assert short[:-1] == longer[: len(short) - 1]
