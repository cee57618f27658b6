import pytest

from tests.builders import parsed_story

TABLE = """
The the DET 4 det
old = ADJ 4 amod
harbour = NOUN 4 compound
master = NOUN 8 nsubj
of = ADP 6 case
Oslo = PROPN 4 nmod
himself = PRON 4 nmod:unmarked
spoke speak VERB 0 root
"""


@pytest.fixture(scope="module")
def tree():
    return parsed_story(TABLE).tree


def test_a_phrase_has_its_modifiers_on_both_sides(tree):
    assert (tree.phrase_start(3, 3), tree.phrase_end(3, 4)) == (0, 6)


def test_a_subtree_reaches_from_its_first_word_to_its_last(tree):
    assert (tree.left[3], tree.right[3]) == (0, 7)
    assert (tree.left[7], tree.right[7]) == (0, 8)


def test_the_prepositions_of_a_phrase(tree):
    assert tree.cases(5) == ["of"]


def test_the_head_of_a_run_is_the_word_that_the_others_hang_on(tree):
    assert tree.head_of(0, 4) == 3


def test_a_deep_tree_is_walked_without_recursion():
    deep = "\n".join(f"word = NOUN {k} nmod" if k else "word = NOUN 0 root" for k in range(5000))
    tree = parsed_story(deep).tree
    assert tree.right[0] == 5000
    assert tree.phrase_end(0, 1) <= 20
