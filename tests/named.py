"""Names for stories parsed by hand.

Takes a ParsedStory and names by kind, gives it with the scores of an encoder that is sure of them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.parse.labels import NAME_TAGS
from dateline.record.parsed import ParsedStory


def with_names(parsed: ParsedStory, **names: list[str]) -> ParsedStory:
    """The story with scores that are sure of these names, wherever they stand; of two that overlap, of the later."""
    scores = np.zeros((len(parsed.tokens), len(NAME_TAGS)), np.float32)
    scores[:, 0] = 1.0
    for kind, texts in names.items():
        for text in texts:
            for inside in _places(parsed, text):
                scores[inside] = 0.0
                scores[inside[:1], NAME_TAGS.index(f"B-{kind}")] = 1.0
                scores[inside[1:], NAME_TAGS.index(f"I-{kind}")] = 1.0
    return replace(parsed, scores=replace(parsed.scores, names=scores))


def _places(parsed: ParsedStory, text: str) -> list[list[int]]:
    starts = [k for k in range(len(parsed.story.text)) if parsed.story.text.startswith(text, k)]
    spans = [(start, start + len(text)) for start in starts]
    ends = list(zip(parsed.tokens.start, parsed.tokens.end, strict=True))
    return [[i for i, (a, b) in enumerate(ends) if start <= a and b <= end] for start, end in spans]
