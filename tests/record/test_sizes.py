import pytest

from dateline.errors import BadTable
from dateline.record.datafiles import data_text
from dateline.record.sizes import COUNTED, Number, bounded, read_sizes, sizes


@pytest.mark.parametrize(
    ("way", "word", "who"),
    [
        ("verbs", "kill", "dead"),
        ("nouns", "death toll", "dead"),
        ("adjectives", "wounded", "injured"),
        ("verbs", "round up", "arrested"),
        ("of", "flee home", "displaced"),
        ("taken", "life", "dead"),
    ],
)
def test_a_word_tells_who_is_counted(way, word, who):
    assert sizes().counted[way, word] == who
    assert set(sizes().counted.values()) == set(COUNTED)


@pytest.mark.parametrize(
    ("bound", "number"),
    [
        (None, Number(12, 12, 12)),
        ("at least", Number(low=12, best=12)),
        ("More than", Number(low=13)),
        ("up to", Number(best=12, high=12)),
        ("fewer than", Number(high=11)),
        ("nearly", Number(best=12)),
        ("exactly", Number(12, 12, 12)),
    ],
)
def test_a_number_with_its_bound(bound, number):
    assert bounded(12, bound) == number


@pytest.mark.parametrize(("word", "low"), [("dozens", 24), ("scores", 40), ("hundreds", 200), ("thousands", 2000)])
def test_vague_numbers_have_the_low_that_their_word_says(word, low):
    assert sizes().vague[word] == Number(low=low)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dead:\n  verbs:", "dead:\n  deeds:", "no way to count"),
        ("injured:\n  verbs: >-\n    wound,", "injured:\n  verbs: >-\n    kill, wound,", "counts others"),
        ("dozens: {low: 24}", "dozens: {low: 24, high: 12}", "in order"),
        ("dozens: {low: 24}", "dozens: {}", "in order"),
        ("  least: at least", "  fewest: at least", "valid are"),
        ("\nvague:", "\nnumbers:", "valid are"),
    ],
)
def test_a_bad_list_is_refused(old, new, told):
    text = data_text("sizes.yaml")
    assert old in text
    with pytest.raises(BadTable, match=told):
        read_sizes(text.replace(old, new, 1))
