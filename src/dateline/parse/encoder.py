"""The only model call: one pass of the encoder over each window of a story, all heads sharing it.

Takes words and quotations, gives one array per head for the whole story, in the order of the words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib import resources
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.errors import BadEncoder
from dateline.parse.inputs import Inputs, inputs, piecer, units, window
from dateline.record.parsed import Floats, Quotation

# A window of words in pieces, and the pieces that neighbouring windows share: what lies near the edge of a window is
# taken from its neighbour. The encoder was trained with windows of 256; attention costs the square of a window, and
# 192 reads as well (PolNeAR dev) and faster. Sharing 32 pieces instead of 40 spares 4 in 100 of the encoder's time.
WINDOW = 192
CONTEXT = 32
# Fused with the sum before it, layer normalisation takes three times as long (ONNX Runtime 1.32, x86-64).
SLOWER_FUSIONS = ["SkipLayerNormFusion"]

# Most of what a story holds in memory; half the precision changes no head or relation in ten thousand.
HALVED = frozenset([
    "arc_dep", "arc_head", "rel_dep", "rel_head", "link_cue", "link_token", "act_event", "act_word", "mode", "event",
    "why_cause", "why_effect",
])  # fmt: skip

Outputs = dict[str, NDArray[Any]]


class Encoder:
    """The encoder session: weights, label lists and the tokenizer, read from `dateline/data/encoder`. One thread."""

    def __init__(self) -> None:
        folder = resources.files("dateline") / "data" / "encoder"
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # Windows differ in size; to plan the memory of each anew costs a fourteenth of the time, and saves none.
        options.enable_mem_pattern = False
        self._session = ort.InferenceSession(
            (folder / "encoder.onnx").read_bytes(),
            options,
            ["CPUExecutionProvider"],
            disabled_optimizers=SLOWER_FUSIONS,
        )
        self._names = [o.name for o in self._session.get_outputs()]
        self._pieces = piecer(Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8")))
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        with (folder / "heads.npz").open("rb") as f:
            self.weights: dict[str, Floats] = dict(np.load(f))

    @cached_property
    def version(self) -> str:
        """What the record names as its encoder: a digest of the weights."""
        return encoder_version()

    def inputs(self, text: str, starts: Sequence[int], ends: Sequence[int], quotations: Sequence[Quotation]) -> Inputs:
        """The encoder's view of a story's words."""
        return inputs(text, starts, ends, quotations, self._pieces)

    def run(self, feed: Inputs, sentences: Sequence[int]) -> Outputs:
        """Every head's output for every word. `sentences`: indices of words that start a sentence by rule."""
        out: Outputs = {}
        for a, b, first, last in stitched(list(windows(feed, sentences)), sentences):
            for name, rows in zip(self._names, self._session.run(None, window(feed, a, b)), strict=True):
                if name not in out:
                    kept = np.float16 if name in HALVED else rows.dtype
                    out[name] = np.empty((len(feed.first), *rows.shape[1:]), kept)
                out[name][first:last] = rows[first - a : last - a]
        return out


def windows(feed: Inputs, sentences: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Windows as runs of words [a, b): whole sentences up to WINDOW pieces.

    Each begins at most CONTEXT pieces before the end of the last one, where its sentences are short enough.
    """
    room = WINDOW - 2
    runs = list(units(feed, sentences, room))
    i = 0
    while i < len(runs):
        j = i + 1
        while j < len(runs) and feed.last[runs[j][1] - 1] - feed.first[runs[i][0]] < room:
            j += 1
        yield runs[i][0], runs[j - 1][1]
        if j == len(runs):
            return
        back = j
        while back - 1 > i and feed.last[runs[j - 1][1] - 1] - feed.first[runs[back - 1][0]] < CONTEXT:
            back -= 1
        # Of what is shared so much is left out that the next sentence has room: a window of shared words alone is idle.
        while back < j and feed.last[runs[j][1] - 1] - feed.first[runs[back][0]] >= room:
            back += 1
        i = back


def stitched(found: list[tuple[int, int]], sentences: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """(a, b, first, last): each window and the words [first, last) taken from it; overlaps are cut in the middle."""
    starts = set(sentences)
    first = 0
    for k, (a, b) in enumerate(found):
        last = b
        if k + 1 < len(found):
            middle = max((found[k + 1][0] + b + 1) // 2, first + 1)
            last = next((i for i in range(middle, b) if i in starts), middle)
        yield a, b, first, last
        first = last


@cache
def encoder_version() -> str:
    """The version of the encoder that is shipped, without loading it; raises `BadEncoder` where it is missing."""
    try:
        data = (resources.files("dateline") / "data" / "encoder" / "encoder.onnx").read_bytes()
    except OSError as error:
        raise BadEncoder(f"the encoder cannot be read: {error}") from error
    return hashlib.blake2b(data, digest_size=6).hexdigest()
