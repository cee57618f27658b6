"""Times of short texts whose words and syntax are written down by hand. Takes text or tables, gives what was found."""

from __future__ import annotations

from dataclasses import replace

from dateline.parse.segment import segment
from dateline.record import Record, Story, Time
from dateline.record.parsed import ParsedStory, Scores
from dateline.resolve.times import find
from tests.builders import parsed_story
from tests.named import with_names


def of_text(text: str, published: str | None = "2015-09-24") -> list[Time]:
    """The times of a text without syntax: what needs none. 2015-09-24 is a Thursday."""
    return list(read(of_words(Story(id="story", text=text, published=published))).times)


def of_words(story: Story) -> ParsedStory:
    """The story with its words and sentences, no syntax, and an encoder that is sure of nothing."""
    parts = segment(story)
    blank = parsed_story("Rain = NOUN 0 root")
    parsed = replace(blank, story=story, zones=parts.zones, sentences=parts.sentences, tokens=parts.tokens)
    parsed = replace(parsed, scores=Scores(blank.scores.names, blank.scores.roles))
    return with_names(parsed)


def of_table(table: str, published: str | None = "2015-09-24", **names: list[str]) -> list[Time]:
    """The times of a story that a table spells with its syntax."""
    parsed = with_names(parsed_story(table), **names)
    story = Story(id="story", text=parsed.story.text, published=published)
    return list(read(replace(parsed, story=story)).times)


def read(parsed: ParsedStory) -> Record:
    return find(parsed, Record.of(parsed.story, parsed.zones))


def values(times: list[Time]) -> list[tuple[str, str, str | None]]:
    """Words, type and value of each."""
    return [(time.span.text, time.type, time.value) for time in times]
