from __future__ import annotations

import pytest

from dateline.extract.attributes.certainty import clause_certainty, negated_content
from dateline.extract.attributes.clauses import is_negated, roots
from dateline.extract.attributes.tree import tree_of
from tests.builders import parsed_story

NOT_LEAVE = "They they PRON 4 nsubj\nwill = AUX 4 aux\nnot = PART 4 advmod\nleave = VERB 0 root"
NOT_ONLY = "They they PRON 4 nsubj\nnot = PART 4 advmod\nonly = ADV 4 advmod\nleft leave VERB 0 root"
NO_PROBLEMS = "There there PRON 2 expl\nwere be VERB 0 root\nno = DET 4 det\nproblems problem NOUN 2 nsubj"
NO_DOUBT = "There there PRON 2 expl\nis be VERB 0 root\nno = DET 4 det\ndoubt = NOUN 2 nsubj"
NOBODY = "Nobody nobody PRON 2 nsubj\nleft leave VERB 0 root"
EMBEDDED = (
    "They they PRON 2 nsubj\nknow = VERB 0 root\nhe = PRON 5 nsubj\nnever = ADV 5 advmod\nleft leave VERB 2 ccomp"
)
NO_LONGER = "They they PRON 4 nsubj\nno = ADV 3 advmod\nlonger long ADV 4 advmod\nfish = VERB 0 root"


@pytest.mark.parametrize(
    ("table", "negated"),
    [
        (NOT_LEAVE, True),
        (NO_PROBLEMS, True),
        (NOBODY, True),
        (NO_LONGER, True),
        (NOT_ONLY, False),
        (NO_DOUBT, False),
        (EMBEDDED, False),
    ],
)
def test_negation_of_the_main_predicate(table: str, negated: bool):
    tree = tree_of(parsed_story(table))
    (root,) = roots(tree, ((0, len(tree)),))
    assert is_negated(tree, root) is negated


THINK = "I = PRON 2 nsubj\nthink = VERB 0 root\nthey = PRON 5 nsubj\nmight = AUX 5 aux\nleave = VERB 2 ccomp"
THINK_ONLY = "I = PRON 2 nsubj\nthink = VERB 0 root\nthey = PRON 4 nsubj\nleft leave VERB 2 ccomp"
PROBABLY = "They they PRON 3 nsubj\nprobably = ADV 3 advmod\nleft leave VERB 0 root"
LIKELY = "They they PRON 3 nsubj\nare be AUX 3 cop\nlikely = ADJ 0 root\nto = PART 5 mark\nleave = VERB 3 xcomp"
IF = "We = PRON 2 nsubj\nleave = VERB 0 root\nif = SCONJ 5 mark\nthey = PRON 5 nsubj\ncome = VERB 2 advcl"
MUST = "They they PRON 3 nsubj\nmust = AUX 3 aux\nleave = VERB 0 root"
MUST_HAVE = "They they PRON 4 nsubj\nmust = AUX 4 aux\nhave = AUX 4 aux\nleft leave VERB 0 root"
WISH = "We = PRON 2 nsubj\nwant = VERB 0 root\nto = PART 4 mark\nleave = VERB 2 xcomp"
PLAIN = "They they PRON 2 nsubj\nleft leave VERB 0 root"


@pytest.mark.parametrize(
    ("table", "certainty"),
    [
        (THINK, "possible"),
        (THINK_ONLY, "probable"),
        (PROBABLY, "probable"),
        (LIKELY, "probable"),
        (IF, "underspecified"),
        (MUST, "underspecified"),
        (MUST_HAVE, "probable"),
        (WISH, "underspecified"),
        (PLAIN, "certain"),
    ],
)
def test_certainty_of_the_main_predicate(table: str, certainty: str):
    tree = tree_of(parsed_story(table))
    (root,) = roots(tree, ((0, len(tree)),))
    assert clause_certainty(tree, root) == certainty


def test_most_sentences_decide_on_negation():
    tree = tree_of(parsed_story(f"{NOT_LEAVE}\n\n{PLAIN}\n\n{PLAIN}"))
    assert not negated_content(tree, ((0, len(tree)),))


MIGHT = (
    "It it PRON 3 nsubj\nmight = AUX 3 aux\nend = VERB 0 root\nif = SCONJ 6 mark\nrains rain NOUN 6 nsubj\n"
    "return = VERB 3 advcl"
)


def test_a_modal_counts_before_a_condition():
    tree = tree_of(parsed_story(MIGHT))
    assert clause_certainty(tree, 2) == "possible"
    assert clause_certainty(tree_of(parsed_story(MIGHT.replace("might", "will"))), 2) == "underspecified"


def test_maybe_by_itself_is_possible():
    assert clause_certainty(tree_of(parsed_story("Maybe maybe ADV 0 root")), 0) == "possible"


def test_what_one_heard_is_no_guess():
    table = "I = PRON 2 nsubj\nheard hear VERB 0 root\nit = PRON 2 obj"
    assert clause_certainty(tree_of(parsed_story(table)), 1) == "certain"


LEFT = "Dahl = PROPN 2 nsubj\nleft leave VERB 0 root"


@pytest.mark.parametrize(("table", "negated"), [(f"{NOBODY}\n\n{LEFT}", True), (f"{LEFT}\n\n{NOBODY}", False)])
def test_of_two_sentences_the_first_decides_whether_they_deny(table: str, negated: bool):
    tree = tree_of(parsed_story(table))
    assert negated_content(tree, ((0, 4),)) is negated
