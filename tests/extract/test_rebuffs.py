from __future__ import annotations

import pytest

from dateline.extract.attributes import tree_of
from dateline.extract.attribution import Attribution
from dateline.extract.rebuffs import with_rebuffs
from tests.builders import parsed_story, where, words_of

FIN = "VerbForm=Fin"
SAID = f"""
Prosecutors prosecutor NOUN 2 nsubj
say = VERB 0 root {FIN}
Dorn = PROPN 4 nsubj
lied lie VERB 2 ccomp {FIN}
+, = PUNCT 2 punct
"""
WHICH = f"""{SAID.strip()}
which = PRON 8 obj
he = PRON 8 nsubj
denies deny VERB 4 acl:relcl {FIN}
+. = PUNCT 2 punct
"""
CLAIM = f"""{SAID.strip()}
a = DET 7 det
claim = NOUN 4 obl
he = PRON 9 nsubj
called call VERB 7 acl:relcl {FIN}
a = DET 11 det
lie = NOUN 9 obj
+. = PUNCT 2 punct
"""


def found(table: str, *contents: str) -> list[tuple[str | None, ...]]:
    """Cue and content of every statement, after one with each of these contents was known."""
    parsed = parsed_story(table)
    known = [Attribution((1, 2), ((0, 1),), tuple(where(parsed, told) for told in contents), (1.0, 1.0, 1.0))]
    rows = with_rebuffs(parsed, tree_of(parsed), known if contents else [])
    return [(words_of(parsed, one.cue), *(words_of(parsed, span) for span in one.content)) for one in rows]


def test_what_was_said_right_before_is_denied_and_does_not_hold_the_denial() -> None:
    assert found(WHICH, "Dorn lied, which he denies") == [("say", "Dorn lied"), ("denies", "Dorn lied")]


def test_a_claim_is_what_was_claimed() -> None:
    assert found(CLAIM, "Dorn lied") == [("say", "Dorn lied"), ("called a lie", "Dorn lied")]


def test_without_a_statement_before_it_the_claim_itself_is_denied() -> None:
    assert found(CLAIM) == [("called a lie", "a claim")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lie = NOUN 9", "triumph = NOUN 9"),
        ("claim = NOUN", "house = NOUN"),
        ("called call", "rented rent"),
        ("a = DET 7 det", "and = CCONJ 7 cc"),
    ],
    ids=["praise", "thing", "verb", "no comma"],
)
def test_other_clauses_about_nouns_deny_nothing(old: str, new: str) -> None:
    assert found(CLAIM.replace(old, new), "Dorn lied") == [("say", "Dorn lied")]
