"""The tree in the docstring is the tree in the code."""

import inspect
import re

from dateline import errors


def test_the_docstring_draws_every_error_under_its_parent():
    drawn = re.findall(r"^ {4}([│├└─ ]*)(\w+)", errors.__doc__ or "", re.MULTILINE)
    above: list[str] = []
    for rails, name in drawn:
        depth = len(rails) // 4
        above[depth:] = [name]
        assert getattr(errors, name).__base__.__name__ == (above[depth - 1] if depth else "Exception")
    classes = [name for name, _ in inspect.getmembers(errors, inspect.isclass)]
    assert sorted(name for _, name in drawn) == classes


def test_a_long_value_is_cut_in_the_message():
    assert len(str(errors.BadPublished("x" * 10_000))) < 250


def test_a_bad_line_says_which():
    assert "line 7" in str(errors.BadLine(7, "not JSON"))
