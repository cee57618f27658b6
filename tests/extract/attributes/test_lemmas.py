from __future__ import annotations

import pytest

from dateline.extract.attributes.lemmas import right_lemma


@pytest.mark.parametrize(
    ("form", "lemma", "right"),
    [
        ("warned", "warne", "warn"),
        ("told", "toy", "tell"),
        ("denied", "deny", "deny"),
        ("admitted", "admitte", "admit"),
        ("agreeing", "agre", "agree"),
        ("harbours", "harbour", "harbour"),
        ("'s", "'s", "'s"),
    ],
)
def test_a_lemma_that_no_list_knows_gives_way(form: str, lemma: str, right: str):
    assert right_lemma(form, lemma) == right
