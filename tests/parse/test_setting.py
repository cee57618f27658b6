from __future__ import annotations

import pytest

from dateline.parse.setting import closing_credit, is_boilerplate, is_byline, is_caption, is_credit, is_date, is_section


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Monday, March 3, 2014", True),
        ("Updated 14:05 GMT, 3 Mar 2014", True),
        ("2014-03-03T14:05Z", True),
        ("March 3rd, 2014 at 2:05 p.m. EST", True),
        ("May", False),
        ("12", False),
        ("March 3 was cold", False),
        ("1" * 99, False),
    ],
)
def test_date(line, expected):
    assert is_date(line) is expected


def test_every_test_takes_any_short_line():
    for line in ("x", "(", "“", "By", "By ", "AP", "\x00", "1", "©", "."):
        found = [test(line) for test in (is_date, is_byline, is_credit, is_caption, is_boilerplate, is_section)]
        assert all(isinstance(answer, bool) for answer in found)
        assert closing_credit(line) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The bridge on Sunday. Reuters/Ana Ruiz", "Reuters/Ana Ruiz"),
        ("The bridge on Sunday (AP Photo/Ana Ruiz)", "(AP Photo/Ana Ruiz)"),
        ("The bridge on Sunday. (ANA RUIZ/AFP/Getty Images)", "(ANA RUIZ/AFP/Getty Images)"),
        ("The bridge on Sunday. Photo by Ana Ruiz", "Photo by Ana Ruiz"),
        ("The bridge closed, the city told AP and Reuters.", None),
        ("The bridge closed. Images were shown.", None),
        ("The bridge closed (and/or will close)", None),
    ],
)
def test_credit_at_the_end(line, credit):
    at = closing_credit(line)
    assert (None if at is None else line[at:]) == credit


def test_long_lines_are_text():
    line = "Read more: " + "word " * 300
    assert not is_boilerplate(line)
    assert not is_caption("Pictured: " + "word " * 300)
    assert not is_credit("Photo: " + "word " * 300)
