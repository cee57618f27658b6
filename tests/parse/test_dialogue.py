from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.quotations import quotations
from dateline.parse.tokens import words


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end].strip() for q in quotations(text, words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("— We are tired, — said Petro.", ["We are tired,"]),
        ("— We are tired, — said Petro. — Let us go home.", ["We are tired,", "Let us go home."]),
        ("– Why now? – the old man asked.", ["Why now?"]),
        ("— The roof, — a gift of the town — fell in.", []),
        ("— Bread and milk", []),
        ("The roof — a gift, — said Petro.", []),
        ("— “We are tired,” — said Petro.", ["We are tired,"]),
    ],
)
def test_dashes_mark_what_is_said_before_a_verb_of_speaking(text: str, expected: list[str]):
    assert inner(text) == expected


@given(st.text("— ,.said\nPa", max_size=60))
def test_any_text(text: str):
    for q in quotations(text, words(text)):
        assert q.start <= q.inner_start <= q.inner_end <= q.end
