"""Fits the weights of `dateline.extract.causes.confidence` to the encoder that is shipped.

Takes the Causal News Corpus, whose held-out tenth no head was trained on, gives the weights, printed, for WEIGHTS.
Then sweep LEAST, ALONE and CAUSAL of `extract/causes/__init__.py` with `python -m evals causes`.

    python -m training.fit_causes CORPORA/causal/cnc_v2.train.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.attributes.tree import tree_of
from dateline.extract.causes import by_signals, sound
from dateline.extract.causes.confidence import features
from dateline.extract.causes.headed import by_heads
from dateline.parse import parse
from dateline.parse.encoder import Encoder
from dateline.record import Story
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range
from training.held_out import HELD, TENTHS

SAME = 0.5
SIDES = ("cause", "effect")


def examples(row: dict[str, Any], parsed: ParsedStory) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The features of every link of a sentence, and whether both its sides are those of a gold relation."""
    tree, heads = tree_of(parsed), {one.first: one for one in parsed.scores.reasons}
    gold = [[{i for a, b in r[k] for i in range(a, b)} for k in SIDES] for r in row["relations"]]
    for sentence in parsed.sentences:
        if (scores := heads.get(sentence.first)) is None:
            continue
        for link in (*by_signals(parsed, tree, sentence), *by_heads(parsed, tree, scores)):
            if sound(link, sentence):
                sides = [characters(parsed, words) for words in (link.cause, link.effect)]
                right = any(min(map(dice, sides, both)) >= SAME for both in gold)
                yield features(link, scores), right


def characters(parsed: ParsedStory, words: Range) -> set[int]:
    """The offsets of some words."""
    return set(range(parsed.tokens.start[words[0]], parsed.tokens.end[words[1] - 1]))


def dice(a: set[int], b: set[int]) -> float:
    """How much two sets share."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def fitted(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method; the intercept is free."""
    a = np.column_stack([np.ones(len(x)), x])
    w = np.zeros(a.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        slope = a.T @ (p - y) + ridge * np.concatenate([[0.0], w[1:]])
        w -= np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + ridge * np.eye(len(w)), slope)
    return w


def main(path: Path) -> None:
    """Prints the weights."""
    encoder = Encoder()
    rows = [json.loads(x) for i, x in enumerate(path.read_text(encoding="utf-8").splitlines()) if i % TENTHS == HELD]
    found = [one for row in rows for one in examples(row, parse(Story(id=row["id"], text=row["text"]), encoder))]
    x, y = np.array([one[0] for one in found]), np.array([float(one[1]) for one in found])
    print(f"{len(y)} links, {int(y.sum())} right:", tuple(fitted(x, y).round(2).tolist()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
