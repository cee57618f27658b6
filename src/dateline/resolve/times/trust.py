"""How sure it is that an expression was read right. Takes a `Resolved`, gives a probability."""

from __future__ import annotations

from dateline.resolve.times.anchoring import Resolved

DEFAULT = 0.9


def confidence(row: Resolved) -> float:
    """By rule."""
    return DEFAULT
