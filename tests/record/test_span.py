"""Spans are words with their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record.span import Span, cut, joined_text


@given(st.text(min_size=1), st.data())
def test_a_cut_is_the_slice(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = cut(text, start, end)
    assert span.text == text[span.start : span.end]
    assert len(span) == end - start


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 1, "ab"), (2, 2, ""), (3, 2, "x"), (0, 3, "ab"), (0, 1, "ab")])
def test_offsets_that_do_not_fit_the_text_are_refused(start, end, text):
    with pytest.raises(ValueError, match="valid is 0 <= start < end"):
        Span(start, end, text)


def test_a_span_is_frozen_hashable_and_in_text_order():
    first, second = Span(0, 2, "ab"), Span(3, 4, "d")
    with pytest.raises(AttributeError):
        first.start = 1  # type: ignore[misc]
    assert sorted({second, first, Span(0, 2, "ab")}) == [first, second]


def test_overlap_and_cover():
    outer, inner, beside = Span(0, 4, "abcd"), Span(1, 3, "bc"), Span(4, 5, "e")
    assert outer.covers(inner)
    assert not inner.covers(outer)
    assert inner.overlaps(outer)
    assert not outer.overlaps(beside)


def test_joined_text_shows_the_gap():
    assert joined_text([Span(0, 1, "a"), Span(5, 6, "b")]) == "a … b"
