"""Statements and actors laid into a story parsed by hand, for tests of what is made of them.

Takes a ParsedStory and the words of each statement, gives the scores an encoder would have found them with; takes names
and the phrases that mean them, gives a Record with actors.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.record import Actor, Mention, Record
from dateline.record.ids import actor_id, finding_id
from dateline.record.parsed import CueLinks, ParsedStory, Scores
from tests.builders import where

Range = tuple[int, int]
SOURCE, CUE, CONTENT = 0, 3, 6


def told(parsed: ParsedStory, *statements: tuple[str | Range | None, str | Range, str | Range]) -> ParsedStory:
    """The story with scores for (source, cue, content), each as words or as a range of words. Outer ones come first."""
    tags = np.zeros((len(parsed.tokens), 9), np.float32)
    tags[:, (SOURCE, CUE, CONTENT)] = 1.0
    links = []
    for said in statements:
        source, cue, content = (words if words is None else _range(parsed, words) for words in said)
        assert cue is not None
        for first, words in ((SOURCE, source), (CUE, cue), (CONTENT, content)):
            # One level is marked, as by the encoder: what stands inside another's content has no tags of its own.
            if words is not None and tags[words[0], first] == 1.0:
                tags[words[0] : words[1], first : first + 3] = (0, 0, 1)
                tags[words[0], first : first + 3] = (0, 1, 0)
        links.append(CueLinks(*cue, 0.95, 0, _row(parsed, source), _row(parsed, content)))
    links.sort(key=lambda link: link.first)
    return replace(parsed, scores=Scores(parsed.scores.names, tags, tuple(links)))


def known(parsed: ParsedStory, actors: dict[str, list[str | Range]]) -> Record:
    """A record whose mentions are these phrases, each of the actor of that name; all actors are persons."""
    rows = tuple(
        Actor(id=actor_id(parsed.story.id, name), name=name, kind="person", aliases=(name,)) for name in actors
    )
    mentions = tuple(_mention(parsed, row, words) for row in rows for words in actors[row.name])
    return Record.of(parsed.story, parsed.zones, mentions=mentions, actors=rows)


def _mention(parsed: ParsedStory, actor: Actor, words: str | Range) -> Mention:
    first, last = _range(parsed, words)
    span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
    found = finding_id(parsed.story.id, "mention", (span,))
    return Mention(id=found, span=span, head=span, kind="person", form="name", actor=actor.id)


def _range(parsed: ParsedStory, words: str | Range) -> Range:
    return where(parsed, words) if isinstance(words, str) else words


def _row(parsed: ParsedStory, words: Range | None) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    row = np.full(len(parsed.tokens), 0.02, np.float32)
    if words is not None:
        row[words[0] : words[1]] = 0.95
    return row
