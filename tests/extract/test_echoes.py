from __future__ import annotations

import pytest

from dateline.extract.echoes import echoes, likeness
from dateline.record import Statement
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story, where

STORY = """
# headline
Floods flood NOUN 2 nsubj
worsen = VERB 0 root

# body
the = DET 2 det
flood = NOUN 3 nsubj
worsened worsen VERB 0 root
quickly = ADV 3 advmod

# body
schools school NOUN 2 nsubj
reopened reopen VERB 0 root
"""
HEADLINE, BODY, OTHER = "Floods worsen", "the flood worsened quickly", "schools reopened"


@pytest.fixture
def parsed() -> ParsedStory:
    return parsed_story(STORY)


def row(parsed: ParsedStory, content: str, speaker: str | None = "lee") -> Statement:
    first, last = where(parsed, content)
    span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
    return Statement(id=content, content=(span,), speaker=speaker, form="indirect", kind="speech")


def test_a_headline_echoes_what_it_is_most_like(parsed: ParsedStory) -> None:
    rows = [row(parsed, words) for words in (HEADLINE, OTHER, BODY)]
    assert echoes(parsed, rows, ["headline", "body", "body"]) == {0: 2}


@pytest.mark.parametrize(
    ("speakers", "zones"),
    [
        (("lee", "kim"), ("headline", "body")),
        ((None, None), ("headline", "body")),
        (("lee", "lee"), ("body", "body")),
        (("lee", "lee"), ("headline", "caption")),
    ],
    ids=["another speaker", "unknown speakers", "both in the body", "neither in the body"],
)
def test_no_echo(parsed: ParsedStory, speakers: tuple[str | None, str | None], zones: tuple[str, str]) -> None:
    rows = [row(parsed, HEADLINE, speakers[0]), row(parsed, BODY, speakers[1])]
    assert echoes(parsed, rows, zones) == {}


def test_other_words_are_no_echo(parsed: ParsedStory) -> None:
    assert echoes(parsed, [row(parsed, HEADLINE), row(parsed, OTHER)], ["caption", "body"]) == {}


def test_likeness_is_of_the_shorter_one() -> None:
    assert likeness(frozenset("ab"), frozenset("abcd")) == 1.0
    assert likeness(frozenset("ab"), frozenset("bcd")) == 0.5
    assert likeness(frozenset(), frozenset("b")) == 0.0
