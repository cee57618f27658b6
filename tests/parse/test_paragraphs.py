from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.paragraphs import paragraphs

WRAPPED = (
    "The ministry of roads said on Tuesday that the old bridge\n"
    "would stay closed until spring, and that drivers from North\n"
    "Harbour should take the ferry."
)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_every_line_break_parts():
    assert parts(" One.\n\n \nTwo\r\nThree \n") == ["One.", "Two", "Three"]


def test_wrapped_lines_are_one_paragraph():
    assert parts(f"{WRAPPED}\n\nEnd.") == [WRAPPED, "End."]


def test_lists_are_not_wrapped_text():
    listed = WRAPPED.replace("\n", "\n- ")
    assert len(parts(listed)) == 3


def test_short_lines_are_not_wrapped_text():
    assert parts("Roses are red\nviolets are blue") == ["Roses are red", "violets are blue"]


@given(st.text() | st.text(alphabet="ab .\n\r\t-\u2028"))
def test_paragraphs_hold_all_but_white_space(text):
    found = paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert found == sorted(found)
