"""Parsing: what the words of a story are and how they hang together.

Takes a Story, gives a ParsedStory.
"""

from __future__ import annotations

import numpy as np

from dateline.parse.encoder import Encoder, Outputs
from dateline.parse.labels import NAME_TAGS
from dateline.parse.links import links
from dateline.parse.reasons import reasons
from dateline.parse.segment import segment, sentences
from dateline.parse.syntax import sentence_starts, unwrapped, with_syntax
from dateline.parse.tellers import tellers
from dateline.record.parsed import ParsedStory, Scores
from dateline.record.story import Story

# Outside, begins and inside for each of source, cue and content.
ROLE_TAGS = 9


def parse(story: Story, encoder: Encoder) -> ParsedStory:
    """The story in zones, sentences and words, with its syntax and the scores of all heads. `encoder`: the session."""
    return parsed_with(story, encoder)[0]


def parsed_with(story: Story, encoder: Encoder) -> tuple[ParsedStory, Outputs]:
    """The parsed story, and what the encoder said of every word, for who asks about given words."""
    parts = segment(story)
    words = parts.tokens
    if not len(words):
        return ParsedStory(story, parts.zones, (), words, (), empty_scores()), {}
    by_rule = [s.first for s in parts.sentences]
    feed = unwrapped(encoder.inputs(story.text, words.start, words.end, parts.quotations), by_rule)
    out = encoder.run(feed, by_rule)
    starts = sentence_starts(out["boundary"], frozenset(by_rule), words.multiword)
    tokens = with_syntax(words, out, starts, encoder.weights, encoder.labels)
    found = sentences(list(zip(words.start, words.end, words.multiword, strict=True)), starts, parts.zones)
    acts = tellers(out, encoder.weights, found)
    status = np.exp(out["status"].astype(np.float32))
    why = reasons(out, encoder.weights, found)
    scores = Scores(out["names"], out["roles"], links(out, encoder.weights), acts, status, out["happened"], why)
    return ParsedStory(story, parts.zones, found, tokens, parts.quotations, scores), out


def empty_scores() -> Scores:
    """The scores of a story without words."""
    return Scores(np.zeros((0, len(NAME_TAGS)), np.float32), np.zeros((0, ROLE_TAGS), np.float32))
