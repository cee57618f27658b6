from __future__ import annotations

import pytest

from dateline.extract.attributes import tree_of
from dateline.extract.attribution import Attribution
from dateline.extract.questions import only_asked
from tests.builders import parsed_story, where

HAS_DECIDED = """
Has have AUX 4 aux
the = DET 3 det
mayor = NOUN 4 nsubj
decided decide VERB 0 root
on = ADP 6 case
tolls toll NOUN 4 obl
+? = PUNCT 4 punct
"""
WHY = "\nWhy = ADV 5 advmod\n" + HAS_DECIDED.strip().replace("Has have AUX 4", "did do AUX 5").replace(
    "mayor = NOUN 4", "mayor = NOUN 5"
).replace("DET 3", "DET 4").replace("ADP 6", "ADP 7").replace("NOUN 4 obl", "NOUN 5 obl").replace("PUNCT 4", "PUNCT 5")
DO_YOU = """
Do = AUX 3 aux
you = PRON 3 nsubj
think = VERB 0 root
so = ADV 3 advmod
+? = PUNCT 3 punct
"""
WHO = """
Who = PRON 2 nsubj
said say VERB 0 root
so = ADV 2 advmod
+? = PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("table", "cue", "asked"),
    [
        (HAS_DECIDED, "decided", True),
        (HAS_DECIDED.replace("+?", "+."), "decided", False),
        (WHY, "decided", False),
        (DO_YOU, "think", False),
        (WHO, "said", True),
    ],
)
def test_what_is_only_asked(table: str, cue: str, asked: bool):
    parsed = parsed_story(table)
    one = Attribution(where(parsed, cue), ((0, 1),), ((3, 4),), (1.0, 1.0, 1.0))
    assert only_asked(parsed, tree_of(parsed), one) is asked
