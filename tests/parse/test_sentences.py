from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.paragraphs import paragraphs
from dateline.parse.sentences import sentence_starts
from dateline.parse.tokens import words
from tests.parse.growth import UNITS, is_linear


def cut(text: str) -> list[str]:
    found = words(text)
    starts = sentence_starts(text, found)
    return [text[found[a][0] : found[b - 1][1]] for a, b in pairwise([*starts, len(found)])]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge closed.",
        "It rained. | Nobody came.",
        "Who came? | Nobody! | So we left.",
        "It rose approx. 250 metres above the sea.",
        "It paid $1.5 bln. at once.",
        "The order came from U.S. Defense Secretary Ana Ruiz.",
        "He met U.S officials in the U.S. | They talked.",
        "George W. Ode and J. K. Lam met Dr. Ruiz at St. Mary's.",
        "PARIS (AP) — The bridge closed. | It rained.",
        "The talks end at 8 p.m. Monday. | They began at 9 a.m. | Ministers left.",
        "She works for Acme Inc. | The firm is old.",
        "It costs about $5. | Ten would do.",
        "He said the U.S. “may go” and the U.K. may not. | “They went to the U.S. | “Why?” he asked.",
        "It was on Who Knows? last week.",
        "It pays 5 crore ltd. at most.",
        "why go? | nobody knows. | we stay",
        "“We came. | We saw,” he said. | “They left.” | Nobody spoke.",
        '"Why?" Ms. Ruiz asked. | "Nobody knows." | Then she left.',
        '"Why?" she asked.',
        "It fell (again.) | It rose.",
        "Costs rose.[3] | Wages fell.",
        "Wait... | Nothing came.",
        "1. Begin here. | Then go.",
        "First line\n| second line",
        "• one\n| • two",
        "The end.|It begins.",
    ],
)
def test_breaks(text):
    """A bar marks each break that is wanted."""
    expected = [part.strip() for part in text.split("|")]
    assert cut(text.replace("| ", "").replace("|", "")) == expected


@given(st.text() | st.text(alphabet="aB.?!\"”“' \n1)…"))
def test_starts_are_increasing_words_and_every_paragraph_has_one(text):
    found = words(text)
    starts = sentence_starts(text, found)
    assert starts == sorted(set(starts))
    assert starts[:1] == [0][: len(found)]
    assert {found[i][0] for i in starts} >= {start for start, _ in paragraphs(text)}


@given(st.text(alphabet='aB.?!"” \n'), st.text(alphabet='aB.?!"” \n'))
def test_a_further_paragraph_changes_nothing(text, more):
    before, after = words(text), words(text + "\n\n" + more)
    starts = sentence_starts(text + "\n\n" + more, after)
    assert [i for i in starts if i < len(before)] == sentence_starts(text, before)


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    assert is_linear(lambda text: sentence_starts(text, words(text)), unit)
