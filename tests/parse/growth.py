"""A check that time grows no faster than the text, and texts that invite a rule to look too far."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

SIZE, TRIES = 5_000, 8
UNITS = (
    "a", ".", '"', "'", "-", "“", "”", "‘ a", "a'", "a.", "a-", "a@", "&", "1", "1,", "1,22", "1.", "1/", "co-", "'s",
    "n't", "_b.", "http://", "#", "\ud800", "\x00", "א", "😀", "\u200d", " ", "\n", "<a>", '" ', "“\n", '"a\n', "' ",
    "s' 's ", ". ", "? ", ". ) ", "1. ", "[1] ", "By A ", "AP/", "AP/A\n", "A (AP) — ", "A, ", "Sources\n", "Photo: ",
    "(Photo: a", "a\nb\n\n",
)  # fmt: skip


def seconds(run: Callable[[str], object], text: str) -> float:
    # The garbage collector would look through all that the other tests have left, and more often the longer the text.
    gc.disable()
    start = process_time()
    run(text)
    spent = process_time() - start
    gc.enable()
    return spent


def is_linear(run: Callable[[str], object], unit: str) -> bool:
    """Whether twice the text takes less than three times the time, in one of several tries on a busy machine."""
    short = unit * (SIZE // len(unit))
    return any(seconds(run, short + short) < 3 * seconds(run, short) + 0.01 for _ in range(TRIES))
