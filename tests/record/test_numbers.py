"""Numbers in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record.numbers import LARGEST, number_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("17", 17),
        ("1,200", 1200),
        ("1.5 million", 1_500_000),
        ("twenty-one", 21),
        ("two dozen", 24),
        ("a dozen", 12),
        ("a hundred and five", 105),
        ("three thousand two hundred", 3200),
        ("one million two hundred thousand", 1_200_000),
        ("a", None),
        ("1.5", None),
        ("many", None),
        ("", None),
        ("99999999999", None),
    ],
)
def test_numbers(words, number):
    assert number_of(words.split()) == number


@given(st.integers(0, 999_999))
def test_figures_with_and_without_commas_are_the_same(n):
    assert number_of([str(n)]) == number_of([f"{n:,}"]) == n


@given(st.lists(st.sampled_from(["9", "billion", "million", "hundred", "and", "x", "1e9", "٣", "-", "a"])))
def test_nothing_makes_it_raise_or_go_beyond_its_bound(words):
    assert (number_of(words) or 0) <= LARGEST
