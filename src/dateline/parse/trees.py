"""The best dependency tree of one sentence from a matrix of arc scores.

Takes (n, n) scores (dependent, head; the diagonal is the score of being root), gives n heads forming one tree.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.record.parsed import Floats


def tree(scores: Floats) -> NDArray[np.int64]:
    """One root, no cycle. The best head of every word is mostly a tree already; if not, Chu-Liu/Edmonds repairs it."""
    best: NDArray[np.int64] = scores.argmax(1).astype(np.int64)
    if is_tree(best):
        return best
    n = len(scores)
    graph = np.full((n + 1, n + 1), -np.inf, dtype=np.float64)
    graph[1:, 1:] = scores
    np.fill_diagonal(graph, -np.inf)
    # One root only: the word that loses least by being root, as its own best choice of all words.
    margin = np.diag(scores) - np.where(np.eye(n, dtype=bool), -np.inf, scores).max(1, initial=-1e9)
    root = int(margin.argmax())
    graph[root + 1, 0] = 0.0
    found = spanning(graph)[1:] - 1
    found[root] = root
    return found


def is_tree(head: NDArray[np.int64]) -> bool:
    """Whether there is exactly one root (its own head) and every word leads to it."""
    n = len(head)
    if (head == np.arange(n)).sum() != 1:
        return False
    at = head
    for _ in range(n.bit_length()):
        at = at[at]
    return bool((at == at[0]).all())


def cycle_of(head: NDArray[np.int64]) -> list[int]:
    """The members of one cycle, or nothing. Node 0 is the root and has no head."""
    state = np.zeros(len(head), dtype=np.int64)
    for start in range(1, len(head)):
        path, at = [], start
        while at > 0 and state[at] == 0:
            state[at] = start
            path.append(at)
            at = int(head[at])
        if at > 0 and state[at] == start:
            return path[path.index(at) :]
    return []


def spanning(graph: NDArray[np.float64]) -> NDArray[np.int64]:
    """Maximum spanning arborescence from node 0 (Chu & Liu 1965, Edmonds 1967): contracts one cycle after another."""
    head: NDArray[np.int64] = graph.argmax(1).astype(np.int64)
    head[0] = -1
    cycle = cycle_of(head)
    if not cycle:
        return head
    inside = np.array(sorted(cycle))
    outside = np.setdiff1d(np.arange(len(graph)), inside)
    gain = graph[inside] - graph[inside, head[inside]][:, None]
    enter, leave = gain[:, outside].argmax(0), graph[np.ix_(outside, inside)].argmax(1)
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = graph[np.ix_(outside, outside)]
    small[m, :m] = gain[:, outside].max(0)
    small[:m, m] = graph[np.ix_(outside, inside)].max(1)
    small[0, :] = -np.inf
    found = spanning(small)
    result = head.copy()
    for k, node in enumerate(outside.tolist()):
        if k:
            result[node] = inside[leave[k]] if found[k] == m else outside[found[k]]
    broken = int(inside[enter[found[m]]])
    result[broken] = outside[found[m]]
    return result
