from __future__ import annotations

import numpy as np
import pytest

from dateline.parse.links import REACH, buckets, cues, links
from dateline.record.parsed import Floats

WIDTH, DISTANCES = 4, 32


def roles(*words: tuple[float, float]) -> Floats:
    """Role scores of words with these probabilities of beginning and continuing a cue."""
    out = np.zeros((len(words), 9), np.float32)
    out[:, 4:6] = np.reshape(words, (-1, 2))
    out[:, 3] = 1 - out[:, 4:6].sum(1)
    return out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([(0, 0), (0.9, 0), (0, 0)], [(1, 2)]),
        ([(0.9, 0), (0, 0.9), (0, 0)], [(0, 2)]),
        ([(0.9, 0), (0.9, 0)], [(0, 1), (1, 2)]),
        ([(0.9, 0), (0, 0.3)], [(0, 1)]),
        ([(0.3, 0), (0, 0.9), (0, 0.3)], [(0, 2)]),
        ([(0.9, 0), (0, 0.4), (0, 0.9)], [(0, 3)]),
        ([(0.25, 0), (0, 0.25)], [(0, 2)]),
        ([(0.1, 0.05), (0, 0.1)], []),
        ([(0.9, 0), (0, 0.02), (0, 0.9)], [(0, 1), (2, 3)]),
        ([], []),
    ],
    ids=[
        "one word",
        "two words",
        "a new beginning cuts",
        "weak end",
        "a weak beginning that a strong end needs",
        "weak within",
        "all weak",
        "too weak",
        "a gap cuts",
        "no words",
    ],
)
def test_cues(words: list[tuple[float, float]], expected: list[tuple[int, int]]) -> None:
    assert [(first, last) for first, last, _ in cues(roles(*words))] == expected


def test_a_cue_inside_content_is_found_by_its_probability() -> None:
    given = roles((0.9, 0), (0, 0), (0.9, 0), (0, 0.5))
    given[2:, 7:9] = 0.45
    assert [(first, last) for first, last, _ in cues(given)] == [(0, 1), (2, 3)]


def test_a_cue_is_as_probable_as_its_words_are_on_average() -> None:
    ((_, _, probability),) = cues(roles((0.6, 0.2), (0, 1.0), (0, 0.3)))
    assert probability == pytest.approx(0.9)


def test_buckets_are_exact_nearby_and_coarse_far_off() -> None:
    found = buckets(np.array([0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 10**6]), DISTANCES) - DISTANCES // 2
    assert found.tolist() == [0, 1, 2, 3, 4, 4, 5, 6, 6, 7, 15]


def test_buckets_of_both_directions_are_apart() -> None:
    offset = np.arange(1, 400)
    before, after = buckets(-offset, DISTANCES), buckets(offset, DISTANCES)
    assert (after - before == DISTANCES // 2).all()
    assert before.min() >= 0
    assert after.max() < DISTANCES


def outputs(n: int, *at: int) -> dict[str, Floats]:
    """Outputs for n words with a cue at each of these."""
    rng = np.random.default_rng(0)
    vectors = {k: rng.normal(size=(n, WIDTH)).astype(np.float32) for k in ("link_cue", "link_token")}
    return {"roles": roles(*((0.9, 0) if i in at else (0, 0) for i in range(n))), **vectors}


@pytest.fixture
def weights() -> dict[str, Floats]:
    rng = np.random.default_rng(1)
    shapes = {"link_weight": (3, WIDTH), "link_bias": (3,), "distance": (DISTANCES, WIDTH)}
    return {k: rng.normal(size=shape).astype(np.float32) for k, shape in shapes.items()}


def test_links_are_probabilities_of_the_words_in_reach(weights: dict[str, Floats]) -> None:
    n = 3 * REACH
    found = links(outputs(n, 5, n // 2, n - 2), weights)
    reached = [(link.first, link.last, link.offset, link.offset + len(link.source)) for link in found]
    assert reached == [
        (5, 6, 0, 6 + REACH),
        (n // 2, n // 2 + 1, n // 2 - REACH, n // 2 + 1 + REACH),
        (n - 2, n - 1, n - 2 - REACH, n),
    ]
    for link in found:
        assert link.source.shape == link.content.shape
        assert (link.source >= 0).all()
        assert (link.content >= 0).all()
        assert (link.source + link.content <= 1 + 1e-6).all()


def test_without_cues_there_are_no_links(weights: dict[str, Floats]) -> None:
    assert links(outputs(3), weights) == ()


def test_a_word_is_scored_as_source_or_content_by_its_vector(weights: dict[str, Floats]) -> None:
    out = outputs(3, 1)
    out["link_cue"][:], out["link_token"][:] = 0, [[9, 0, 0, 0], [0, 0, 9, 0], [0, 9, 0, 0]]
    plain = {"link_weight": np.eye(3, WIDTH, k=0, dtype=np.float32)[[2, 0, 1]], "link_bias": np.zeros(3, np.float32)}
    (link,) = links(out, {"distance": np.zeros_like(weights["distance"]), **plain})
    assert link.source.round(2).tolist() == [1, 0, 0]
    assert link.content.round(2).tolist() == [0, 0, 1]
