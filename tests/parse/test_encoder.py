"""The exported int8 network against what PyTorch made of the same window in full precision (training/export.py)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.parse.encoder import Encoder, Outputs, windows
from dateline.parse.quotations import quotations
from dateline.parse.sentences import sentence_starts
from dateline.parse.tokens import words

SAMPLE = Path(__file__).parents[2] / "docs" / "sample-story.txt"
REFERENCE = Path(__file__).with_name("encoder_reference.npz")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def read(encoder: Encoder) -> Outputs:
    """The outputs of the first window of the sample story."""
    text = SAMPLE.read_text(encoding="utf-8")
    found = words(text)
    feed = encoder.inputs(text, [w[0] for w in found], [w[1] for w in found], quotations(text, found))
    starts = sentence_starts(text, found)
    _, size = next(iter(windows(feed, starts)))
    return {k: v[:size] for k, v in encoder.run(feed, starts).items()}


@pytest.fixture(scope="module")
def reference() -> Outputs:
    with np.load(REFERENCE) as stored:
        return dict(stored)


@pytest.mark.parametrize("head", ["upos", "xpos", "feats", "lemma"])
def test_classes_agree(read: Outputs, reference: Outputs, head: str) -> None:
    size = len(reference[head]) // 2  # the second half of a window may be taken from the next one
    assert (read[head][:size] == reference[head][:size]).mean() >= 0.95


@pytest.mark.parametrize("head", ["boundary", "names", "roles"])
def test_probabilities_agree(read: Outputs, reference: Outputs, head: str) -> None:
    size = len(reference[head]) // 2
    assert np.abs(read[head][:size] - reference[head][:size]).mean() < 0.03


def test_most_heads_of_words_agree(read: Outputs, reference: Outputs) -> None:
    size = len(reference["heads"])
    scores = read["arc_dep"][:size] @ read["arc_head"][:size].T
    assert (scores.argmax(1)[: size // 2] == reference["heads"][: size // 2]).mean() >= 0.9


def test_probabilities_are_probabilities(read: Outputs) -> None:
    assert np.allclose(read["names"].sum(1), 1, atol=1e-4)
    assert np.allclose(read["roles"].reshape(-1, 3, 3).sum(2), 1, atol=1e-4)


def test_two_sessions_give_the_same_bytes(encoder: Encoder) -> None:
    text = "Ana Ruiz said the bridge is safe."
    found = words(text)
    sessions = (encoder, Encoder())
    outs = [e.run(e.inputs(text, [w[0] for w in found], [w[1] for w in found], []), [0]) for e in sessions]
    assert all(np.array_equal(outs[0][k], outs[1][k]) for k in outs[0])
