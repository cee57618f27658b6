"""Words that may tell an event, and the event between two sides, from outputs made by hand."""

import numpy as np
import pytest

from dateline.parse.tellers import LEAST, between, parts, tellers
from dateline.record.parsed import Sentence
from dateline.record.plover import EVENT_TAGS, MODE_TAGS, TYPES

# "Karsk attacked Velmar": the first word acts, the last is acted upon, the middle one tells of an attack.
WIDTH = 3
SENTENCE = Sentence(0, 21, 0, 3, "body")
ASSAULT = EVENT_TAGS.index("ASSAULT")


def logged(*rows):
    return np.log(np.array(rows, np.float32) + 1e-9)


def outputs():
    event = np.full((3, len(EVENT_TAGS)), 1e-5)
    event[:, 0] = 0.999
    event[1, 0], event[1, ASSAULT] = 0.1, 0.9
    mode = np.full((3, len(MODE_TAGS)), 1 / len(MODE_TAGS))
    word = np.zeros((3, WIDTH), np.float32)
    word[0, 1], word[2, 2], word[1, 0] = 5, 5, 5
    return {
        "event": logged(*event),
        "mode": logged(*mode),
        "act_event": np.zeros((3, WIDTH), np.float32),
        "act_word": word,
    }


def weights():
    return {
        "part_distance": np.zeros((8, WIDTH), np.float32),
        "part_weight": np.eye(3, WIDTH, dtype=np.float32),
        "part_bias": np.zeros(3, np.float32),
    }


def test_only_words_that_may_tell_an_event_are_kept():
    (found,) = tellers(outputs(), weights(), [SENTENCE])
    assert found.word == 1
    assert found.types[0] == pytest.approx(0.1, abs=0.01)
    assert 1 - found.types[0] >= LEAST
    assert found.actor.argmax() == 0
    assert found.recipient.argmax() == 2


def test_the_parts_of_a_word_sum_to_one():
    assert np.allclose(parts(outputs(), weights(), np.array([1]), range(3)).sum(-1), 1)


def test_the_event_between_two_sides_is_at_the_word_that_tells_it():
    shares = between(outputs(), weights(), range(3), [0], [2])
    assert shares.shape == (3, len(TYPES))
    assert shares.sum() == pytest.approx(1, abs=1e-3)
    assert int(shares.argmax()) == len(TYPES) + TYPES.index("ASSAULT")


def test_a_side_may_be_missing():
    for actors, recipients in (([0], []), ([], [2])):
        shares = between(outputs(), weights(), range(3), actors, recipients)
        assert shares.sum() == pytest.approx(1, abs=1e-3)
