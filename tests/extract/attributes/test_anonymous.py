from __future__ import annotations

import pytest

from dateline.extract.attributes.anonymous import is_anonymous
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import tree_of
from tests.builders import parsed_story

CLOSE = "a = DET 2 det\nsource = NOUN 0 root\nclose = ADJ 2 amod\nto = ADP 5 case\ntalks talk NOUN 3 obl"


@pytest.mark.parametrize(
    ("table", "anonymous"),
    [
        ("Two two NUM 2 nummod\nofficials official NOUN 0 root Number=Plur", True),
        (CLOSE, True),
        ("Some some DET 0 root", True),
        ("critics critic NOUN 0 root Number=Plur", True),
        ("reports report NOUN 0 root Number=Plur", True),
        ("the = DET 2 det\nreport = NOUN 0 root", False),
        (
            "his = PRON 2 nmod:poss\naide = NOUN 0 root\n+, , PUNCT 4 punct\nIvo = PROPN 2 appos\nDahl = PROPN 4 flat",
            False,
        ),
        ("spokesman = NOUN 0 root\nIvo = PROPN 1 flat", False),
        ("Norway = PROPN 0 root", False),
        ("the = DET 2 det\ngovernment = NOUN 0 root", False),
        ("judges judge NOUN 0 root Number=Plur", False),
        ("EU = PROPN 3 compound\nforeign = ADJ 3 amod\nministers minister NOUN 0 root Number=Plur", False),
        ("protesters protester NOUN 0 root Number=Plur", False),
        ("two two NUM 2 nummod\nministers minister NOUN 0 root Number=Plur", True),
        ("some some DET 2 det\nministers minister NOUN 0 root Number=Plur", True),
        ("the = DET 2 det\nmayor = NOUN 0 root\nof = ADP 4 case\nBern = PROPN 2 nmod", False),
        ("a = DET 2 det\nmayor = NOUN 0 root\nof = ADP 4 case\nBern = PROPN 2 nmod", True),
        ("he = PRON 0 root", None),
        ("the = DET 2 det\nofficial = NOUN 0 root Number=Sing", None),
    ],
)
def test_who_is_unnamed(table: str, anonymous: bool | None):
    tree = tree_of(parsed_story(table))
    assert is_anonymous(tree, Parts(((0, len(tree)),), (), ())) is anonymous


def test_no_source_is_not_anonymous():
    tree = tree_of(parsed_story("he = PRON 0 root"))
    assert is_anonymous(tree, Parts((), (), ((0, 1),))) is False
