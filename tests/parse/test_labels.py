from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.labels import apply_script, edit_script


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("was", "be"),
        ("Moscow", "Moscow"),
        ("The", "the"),
        ("n't", "not"),
        ("cities", "city"),
        ("2nd", "2"),
    ],
)
def test_script_makes_the_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) == lemma


@given(st.text("abcdeXY1'", min_size=1, max_size=8), st.text("abcdeXY1'", min_size=1, max_size=8))
def test_every_pair_has_a_script(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) in {lemma, form}


def test_one_script_serves_like_words() -> None:
    assert edit_script("warned", "warn") == edit_script("ANSWERED", "answer") == "l2:"


def test_script_on_a_short_word_leaves_something() -> None:
    assert apply_script("a", "l5:") == "a"
