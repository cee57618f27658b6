from __future__ import annotations

import itertools

import numpy as np
import pytest

from dateline.record.tags import BEGINS, INSIDE, OUTSIDE, best_path, spans

O, B, I = np.eye(3, dtype=np.float32)  # noqa: E741 - the tags' own names


def test_spans_of_clear_tags() -> None:
    assert spans(np.array([O, B, I, O, B, B, I])) == [(1, 3), (4, 5), (5, 7)]


def test_nothing_in_nothing() -> None:
    assert spans(np.zeros((0, 3), dtype=np.float32)) == []


def test_a_span_never_starts_in_its_middle() -> None:
    assert spans(np.array([O, [0.4, 0.05, 0.55], I, O])) in ([(1, 3)], [])


@pytest.mark.parametrize("seed", range(20))
def test_best_path_of_all(seed: int) -> None:
    rows = np.random.default_rng(seed).dirichlet((1, 1, 1), size=5).astype(np.float32)
    legal = [
        p
        for p in itertools.product((OUTSIDE, BEGINS, INSIDE), repeat=5)
        if "02" not in (path := "0" + "".join(map(str, p))) and path
    ]
    best = max(legal, key=lambda p: sum(np.log(rows[i, t]) for i, t in enumerate(p)))
    assert best_path(rows) == list(best)
