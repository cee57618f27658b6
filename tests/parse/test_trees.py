from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.trees import is_tree, tree


def best_by_trying(scores: np.ndarray) -> float:
    """The score of the best tree with one root, by trying all."""
    n = len(scores)
    heads = (np.array(h) for h in itertools.product(range(n), repeat=n))
    return max(float(scores[np.arange(n), h].sum()) for h in heads if is_tree(h))


@given(st.integers(1, 30), st.integers(0, 10_000))
def test_always_one_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    assert is_tree(tree(scores))


@pytest.mark.parametrize("seed", range(30))
def test_best_tree_for_the_root_it_chose(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    found = tree(scores)
    root = int(np.flatnonzero(found == np.arange(5))[0])
    only = scores.copy()
    only[np.arange(5) != root, np.arange(5) != root] = -100
    assert scores[np.arange(5), found].sum() == pytest.approx(best_by_trying(only), abs=1e-4)


def test_cycle_is_broken_where_it_costs_least() -> None:
    # "saw" is root; "dog" and "the" prefer each other.
    scores = np.array([[0, 5, 1], [6, 0, 4], [0, 0, 9]], dtype=np.float32)
    assert tree(scores).tolist() == [1, 2, 2]


def test_cycles_and_two_roots_are_no_tree() -> None:
    assert not is_tree(np.array([1, 0, 2]))
    assert not is_tree(np.array([0, 1]))
    assert is_tree(np.array([1, 1]))
