from __future__ import annotations

import pytest

from dateline.parse.marks import marks
from dateline.parse.tokens import words


def shapes(text: str) -> str:
    """One letter per mark, small for single ones: (O)pens, (C)loses, (E)ither."""
    letters = ((mark.shape[0].upper(), mark.single) for mark in marks(text, words(text)))
    return "".join(letter.lower() if single else letter for letter, single in letters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said, "now."', "OCOC"),
        ("“We go,” he said", "OC"),
        ('a "b"c" d', "OEC"),
        ('a " b', "E"),
        ('("We"), ["go"]—"now"', "OCOCOC"),
        ("'We go,' he said", "oc"),
        ("\"'We go,' he said\"", "OocC"),
        ("the boys' toys aren't '90s stuff", ""),
        ("6'2\" tall", ""),
        ('<a href="b">', ""),
        ("„so“ ”so” »so«", "OCOCOC"),
        ("„so“, he said. »So«, she said; ‚so‘, ‹so›, ›so‹.", "OCOCocococ"),
        ("« so », he said. ‹ so ›, she said", "OCoc"),
        ("„so\n“so”", "OOC"),
    ],
)
def test_shapes(text, expected):
    assert shapes(text) == expected
