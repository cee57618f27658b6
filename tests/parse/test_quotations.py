from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.quotations import quotations
from dateline.parse.tokens import words
from dateline.record.parsed import Quotation
from tests.parse.growth import UNITS, is_linear


def found(text: str) -> tuple[Quotation, ...]:
    return quotations(text, words(text))


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ("''We go,'' he said. ``Now.''", ["We go,", "Now."]),
        ("«We go,» he said. „Now.“", ["We go,", "Now."]),
        ("'We go,' he said. ‘Now.’", ["We go,", "Now."]),
        ("\"He said 'now' and ‘no’ to us.\"", ["He said 'now' and ‘no’ to us."]),
        ("'He said \"now\" to us.'", ['He said "now" to us.']),
        ("“He said “now” twice,” she said", ["He said “now” twice,"]),
        ("The boys' toys aren't the Joneses' or 'em all's", []),
        ('He is 5\'11" tall and said "yes".', ["yes"]),
        ("It'll be the summer of '69, the firms' best", []),
        ('He called it ("late"), a "mess"—"huge," too', ["late", "mess", "huge,"]),
        ('<a href="x.example">The</a> "deal"', ["deal"]),
        ("“one”, ”two”", ["one", "two"]),
    ],
)
def test_pairs(text, expected):
    assert inner(text) == expected


def test_offsets_and_words_take_the_marks_in():
    (quotation,) = found('He said "we go" twice')
    assert quotation == Quotation(8, 15, 9, 14, 2, 6)


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "He said: “We go. They stay.\n\nNobody came. “Yes,” she said."
    first, second = found(text)
    assert (text[first.inner_start : first.end], first.closed) == ("We go. They stay.", False)
    assert (text[second.start : second.end], second.closed, second.continues) == ("“Yes,”", True, False)


def test_an_unclosed_quotation_inside_a_sentence_ends_with_it():
    assert inner("It was “bad for us. Nobody came.\n\nThey stay.") == ["bad for us."]
    assert inner("It was “bad for us. Nobody came.\n\n“They stay.”")[0] == "bad for us. Nobody came."


def test_an_unclosed_quotation_ends_where_someone_is_said_to_speak():
    assert inner("“We go. They stay. She said no more.") == ["We go. They stay."]


def test_an_unclosed_quotation_ends_where_another_opens():
    assert inner('"We go, he said. "They stay," she said.') == ["We go, he said.", "They stay,"]


def test_paragraphs_of_one_quotation():
    text = "“We go.\n\n“They stay.\n\n“Nobody knows,” he said. “Nobody.”"
    assert [(q.opened, q.closed, q.continues) for q in found(text)] == [
        (True, False, False),
        (True, False, True),
        (True, True, True),
        (True, True, False),
    ]


def test_a_paragraph_that_goes_on_without_a_mark():
    text = "He said: “We go.\n\nThey stay,” he said."
    first, second = found(text)
    assert not first.closed
    assert (text[second.start : second.end], second.opened, second.continues) == ("They stay,”", False, True)


def test_a_stray_closing_mark_is_nothing():
    assert inner("We go,” he said.\n\n“Yes.”") == ["Yes."]


@given(st.text() | st.text(alphabet="a.,\"'“”‘’«»„ \n`s5") | st.text(alphabet='"“” \na'))
def test_quotations_are_apart_in_order_and_fit_their_words(text):
    tokens, at = words(text), 0
    for q in quotations(text, tokens):
        assert at <= q.start <= q.inner_start <= q.inner_end <= q.end
        assert q.first < q.last
        assert (tokens[q.first][0], tokens[q.last - 1][1]) == (q.start, q.end)
        assert q.opened or q.continues
        assert "\n" not in text[q.start : q.end]
        at = q.end


@given(st.text(alphabet="a.\"'“”‘’ \ns"), st.text(alphabet="a.\"'“”‘’ \ns"))
def test_a_further_paragraph_changes_nothing(text, more):
    before = found(text)
    assert found(text + "\n\n" + more)[: len(before)] == before


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    assert is_linear(found, unit)
