from __future__ import annotations

import pytest

from dateline.extract.attributes import tree_of
from dateline.extract.attribution import Attribution
from dateline.extract.refusals import refusals, unquoted
from tests.builders import parsed_story, words_of

DECLINED = """
Dahl = PROPN 2 nsubj
declined decline VERB 0 root
to = PART 4 mark
comment = VERB 2 xcomp
+. = PUNCT 2 punct
"""
CALLS = """
Dahl = PROPN 4 nsubj
did do AUX 4 aux
not = PART 4 advmod
return = VERB 0 root
calls call NOUN 4 obj
seeking seek VERB 5 acl
comment = NOUN 6 obj
+. = PUNCT 4 punct
"""
REQUEST = """
Dahl = PROPN 4 nsubj
did do AUX 4 aux
not = PART 4 advmod
respond = VERB 0 root
to = ADP 7 case
a = DET 7 det
request = NOUN 4 obl
+. = PUNCT 4 punct
"""
REACHED = """
Dahl = PROPN 5 nsubj:pass
could = AUX 5 aux
not = PART 5 advmod
be = AUX 5 aux:pass
reached reach VERB 0 root
for = ADP 7 case
comment = NOUN 5 obl
+. = PUNCT 5 punct
"""
NO_COMMENT = """
Dahl = PROPN 2 nsubj
had have VERB 0 root
no = DET 4 det
comment = NOUN 2 obj
on = ADP 7 case
the = DET 7 det
vote = NOUN 4 nmod
+. = PUNCT 2 punct
"""
NOT_SAY = """
Asked ask VERB 7 advcl
why = ADV 1 ccomp
+, = PUNCT 1 punct
Dahl = PROPN 7 nsubj
would = AUX 7 aux
not = PART 7 advmod
say = VERB 0 root
+. = PUNCT 7 punct
"""


def found(table: str, known: list[Attribution] | None = None) -> list[tuple[str | None, ...]]:
    parsed = parsed_story(table)
    rows = refusals(parsed, tree_of(parsed), known or [])
    return [
        (words_of(parsed, r.source[0]), words_of(parsed, r.cue), *(words_of(parsed, c) for c in r.content))
        for r in rows
    ]


@pytest.mark.parametrize(
    ("table", "refused"),
    [
        (DECLINED, ("Dahl", "declined to comment")),
        (CALLS, ("Dahl", "did not return", "calls seeking comment")),
        (REQUEST, ("Dahl", "did not respond to", "a request")),
        (REACHED, ("Dahl", "could not be reached for comment")),
        (NO_COMMENT, ("Dahl", "had no comment on", "the vote")),
        (NOT_SAY, ("Dahl", "would not say")),
    ],
    ids=["comment", "calls", "request", "reached", "no comment", "not say"],
)
def test_a_refusal(table: str, refused: tuple[str, ...]) -> None:
    assert found(table) == [refused]


def test_who_answers_refuses_nothing() -> None:
    assert found(CALLS.replace("not = PART", "soon = ADV")) == []
    assert found(REACHED.replace("not = PART", "soon = ADV")) == []


def test_troops_that_do_not_respond_to_an_attack_refuse_no_words() -> None:
    assert found(REQUEST.replace("request", "attack")) == []


def test_what_a_statement_has_is_left_to_it() -> None:
    assert found(DECLINED, [Attribution((1, 2), (), ((2, 4),), (1.0, 1.0, 1.0))]) == []


def test_a_refusal_in_a_quotation_is_part_of_its_words() -> None:
    shifted = DECLINED.strip().replace(" 2 ", " 3 ").replace(" 4 ", " 5 ")
    assert found(f"“ = PUNCT 3 punct\n{shifted}\n” = PUNCT 3 punct") == []


UNANSWERED = """
Calls call NOUN 6 nsubj:pass
to = ADP 3 case
Dahl = PROPN 1 nmod
were be AUX 6 aux:pass
not = PART 6 advmod
returned return VERB 0 root
+. = PUNCT 6 punct
"""
NONE = """
There = PRON 2 expl
was be VERB 0 root
no = DET 4 det
comment = NOUN 2 nsubj
from = ADP 6 case
Dahl = PROPN 4 nmod
+. = PUNCT 2 punct
"""
KEPT_BACK = """
Dahl = PROPN 2 nsubj
declined decline VERB 0 root
to = PART 4 mark
name = VERB 2 xcomp
the = DET 6 det
victims victim NOUN 4 obj
+. = PUNCT 2 punct
"""
AVAILABLE = """
Dahl = PROPN 4 nsubj
was be AUX 4 cop
not = PART 4 advmod
available = ADJ 0 root
to = PART 6 mark
comment = VERB 4 xcomp
+. = PUNCT 4 punct
"""
QUOTED_AFTER = (
    DECLINED
    + "\n"
    + """
“ = PUNCT 3 punct
Dams dam NOUN 3 nsubj
fail = VERB 0 root
+. = PUNCT 3 punct
” = PUNCT 3 punct
"""
)


@pytest.mark.parametrize(
    ("table", "refused"),
    [
        (UNANSWERED, ("Dahl", "were not returned", "Calls")),
        (NONE, ("Dahl", "no comment")),
        (KEPT_BACK, ("Dahl", "declined to name", "the victims")),
        (AVAILABLE, ("Dahl", "was not available to comment")),
    ],
    ids=["unanswered", "none", "kept back", "available"],
)
def test_a_refusal_whose_source_or_object_stands_elsewhere(table: str, refused: tuple[str, ...]) -> None:
    assert found(table) == [refused]


def test_who_declines_to_comment_has_not_said_the_next_sentence() -> None:
    parsed = parsed_story(QUOTED_AFTER)
    tree = tree_of(parsed)
    one = Attribution((1, 4), ((0, 1),), ((5, 10),), (1.0, 1.0, 1.0))
    assert unquoted(parsed, tree, one) is None
    assert unquoted(parsed, tree, Attribution((1, 2), ((0, 1),), ((2, 4),), (1.0, 1.0, 1.0))) is not None
