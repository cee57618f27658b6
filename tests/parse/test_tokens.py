from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.tokens import words
from tests.parse.growth import UNITS, is_linear


def forms(text: str) -> str:
    """The words of a text, a space between tokens and a bar between the words of one token."""
    out = ""
    for i, (start, end, multiword) in enumerate(words(text)):
        out += ("|" if 0 <= multiword < i else " ") + text[start:end]
    return out[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They do|n't know ."),
        ("Chile's plan, Peru’s too", "Chile|'s plan , Peru|’s too"),
        ("We're here; I'd've gone", "We|'re here ; I|'d|'ve gone"),
        ("She cannot, he's gonna, I dunno", "She can|not , he|'s gon|na , I du|n|no"),
        ("CAN'T AND WON'T", "CA|N'T AND WO|N'T"),
        ("the ministers' cars", "the ministers|' cars"),
        ("O'Neill came at five o'clock", "O'Neill came at five o'clock"),
        ("'em and '90s and ’72", "'em and '90s and ’72"),
        ("in the 1980's", "in the 1980's"),
        ("rock 'n' roll", "rock 'n' roll"),
    ],
)
def test_clitics(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 15-year-old boy", "a 15 - year - old boy"),
        ("the U.S.-led force", "the U.S. - led force"),
        ("a co-founder was re-elected", "a co-founder was re-elected"),
        ("e-mail in mid-2014", "e-mail in mid-2014"),
        ("anti-war, pro-Kremlin", "anti-war , pro-Kremlin"),
        ("al-Bashir", "al - Bashir"),
        ("Hizb-e-Nur", "Hizb - e - Nur"),
    ],
)
def test_hyphens(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Ode met Gen. Lu in the U.S. on Aug. 28.", "Mr. Ode met Gen. Lu in the U.S. on Aug. 28 ."),
        ("at 9 a.m., or 5pm", "at 9 a.m. , or 5 pm"),
        ("Acme Inc., No. 5", "Acme Inc. , No. 5"),
        ("She said no. He left", "She said no . He left"),
        ("George W. Ode and vitamin C.", "George W. Ode and vitamin C ."),
        ("cups, plates, etc. are", "cups , plates , etc. are"),
        ("a Ph.D. in Salem, Mass., at", "a Ph.D. in Salem , Mass. , at"),
        ("1. Begin\n2. End", "1. Begin 2. End"),
        ("So do I. He", "So do I . He"),
    ],
)
def test_periods(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1,000.50 or 12%", "$ 1,000.50 or 12 %"),
        ("US$3.5bn, €5m", "US$ 3.5 bn , € 5 m"),
        ("the 21st and 50,000th", "the 21st and 50,000th"),
        ("[13,14] at 7:30", "[ 13 , 14 ] at 7:30"),
        ("on 9/11 and 2015-09-24, 10-15", "on 9/11 and 2015-09-24 , 10 - 15"),
        ("call 555-867-5309", "call 555-867-5309"),
    ],
)
def test_numbers(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see http://a.example/b?c=d.", "see http://a.example/b?c=d ."),
        ("to jo.b@mail.example, @jo #now", "to jo.b@mail.example , @jo #now"),
        ("on shop.com and AT&T", "on shop.com and AT&T"),
        ("and/or either", "and / or either"),
        ("fine :) thanks", "fine :) thanks"),
        ("wait... what?! no—never -- ok…", "wait ... what ?! no — never -- ok …"),
        ("“Yes,” ''no'' ``so'' «oui»", "“ Yes , ” '' no '' `` so '' « oui »"),
        ('"Go," she said', '" Go , " she said'),
        ("'Go,' she said", "' Go , ' she said"),
        ("the 'ten best boys' list", "the ' ten best boys ' list"),
        ("the 'ten best boys' club', he said", "the ' ten best boys|' club ' , he said"),
        ("tell 'em the boys' toys of '09", "tell 'em the boys|' toys of '09"),
        ("👍🏽🇫🇷ok", "👍🏽 🇫🇷 ok"),
    ],
)
def test_marks(text, expected):
    assert forms(text) == expected


@given(
    st.text() | st.text(alphabet="ab.'’\"-s 1,/@:\n“”U") | st.text(st.characters(categories=["Cs", "Cc", "Cf", "Mn"]))
)
def test_every_character_but_white_space_is_in_one_word(text):
    found = words(text)
    assert all(start < end for start, end, _ in found)
    assert "".join(text[start:end] for start, end, _ in found) == "".join(text.split())
    assert [start for start, _, _ in found] == sorted({start for start, _, _ in found})


@given(st.text(alphabet="ab.'’n tsS\n"))
def test_words_of_one_token_are_glued_and_know_the_first(text):
    found = words(text)
    for i, (start, _, multiword) in enumerate(found):
        assert -1 <= multiword <= i
        if 0 <= multiword < i:
            assert found[i - 1][1:] == (start, multiword)
            assert found[multiword][2] == multiword


@given(st.text(alphabet="ab.'s ‘’"), st.text(alphabet="ab.'s ‘’\n"))
def test_a_further_paragraph_changes_nothing(text, more):
    found = words(text)
    assert words(text + "\n\n" + more)[: len(found)] == found


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    assert is_linear(words, unit)
