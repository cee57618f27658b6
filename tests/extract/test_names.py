import numpy as np
import pytest

from dateline.extract.names import Name, names
from dateline.parse.labels import NAME_TAGS


def scores(*tags, sure=0.9):
    """One row per tag, which has most of the probability; the rest is spread over the others."""
    rows = np.full((len(tags), len(NAME_TAGS)), (1 - sure) / (len(NAME_TAGS) - 1), np.float32)
    for row, tag in zip(rows, tags, strict=True):
        row[NAME_TAGS.index(tag)] = sure
    return rows


def test_a_name_is_a_run_that_begins():
    found = names(scores("O", "B-person", "I-person", "O", "B-place"))
    assert [(n.first, n.last, n.kind) for n in found] == [(1, 3, "person"), (4, 5, "place")]


def test_two_names_may_touch():
    found = names(scores("B-person", "B-person", "I-person"))
    assert [(n.first, n.last) for n in found] == [(0, 1), (1, 3)]


@pytest.mark.parametrize("tags", [("I-person",), ("O", "I-place", "O"), ("B-person", "I-place", "I-person")])
def test_no_name_goes_on_that_has_not_begun(tags):
    for name in names(scores(*tags)):
        assert name.first < name.last
        assert isinstance(name, Name)
    assert len(names(scores(*tags))) <= 1


def test_a_confidence_is_that_of_the_least_sure_word():
    rows = scores("B-person", "I-person", sure=0.9)
    rows[1] = scores("I-person", sure=0.6)
    (name,) = names(rows)
    assert 0.6 <= name.confidence < 0.9


def test_no_words_have_no_names():
    assert names(np.zeros((0, len(NAME_TAGS)), np.float32)) == []
