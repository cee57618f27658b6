from __future__ import annotations

import pytest

from dateline.extract.echoes import echoes, likeness, merged, only_above, recognised
from dateline.record import Actor, Mention, Record, Statement
from dateline.record.findings import MentionForm
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
    assert echoes(parsed, rows, ["headline", "body", "body"], {}) == {0: 2}


@pytest.mark.parametrize(
    ("speakers", "zones"),
    [
        (("lee", "kim"), ("headline", "body")),
        ((None, None), ("headline", "body")),
        (("lee", "lee"), ("body", "body")),
        (("lee", "lee"), ("caption", "headline")),
    ],
    ids=["another speaker", "unknown speakers", "both in the body", "neither in the body"],
)
def test_no_echo(parsed: ParsedStory, speakers: tuple[str | None, str | None], zones: tuple[str, str]) -> None:
    rows = [row(parsed, HEADLINE, speakers[0]), row(parsed, BODY, speakers[1])]
    assert echoes(parsed, rows, zones, {}) == {}


@pytest.mark.parametrize("named", ["lee", None])
def test_a_caption_echoes_a_headline_that_may_not_name_who_speaks(parsed: ParsedStory, named: str | None) -> None:
    rows = [row(parsed, HEADLINE, named), row(parsed, BODY)]
    assert echoes(parsed, rows, ["headline", "caption"], {}) == {1: 0}


def test_other_words_are_no_echo(parsed: ParsedStory) -> None:
    assert echoes(parsed, [row(parsed, HEADLINE), row(parsed, OTHER)], ["caption", "body"], {}) == {}


def test_likeness_is_of_the_shorter_one() -> None:
    assert likeness(frozenset("ab"), frozenset("abcd")) == 1.0
    assert likeness(frozenset("ab"), frozenset("bcd")) == 0.5
    assert likeness(frozenset(), frozenset("b")) == 0.0


UNNAMED = """
# headline
Minister minister NOUN 2 nsubj
fears fear VERB 0 root
slow = ADJ 5 amod
harbour = NOUN 5 compound
repairs repair NOUN 2 obj

# body
Quist = PROPN 2 nsubj
fears fear VERB 0 root
slow = ADJ 5 amod
harbour = NOUN 5 compound
repairs repair NOUN 2 obj
"""
SAME = "slow harbour repairs"


def met(parsed: ParsedStory, words: str, actor: str, form: MentionForm) -> Mention:
    first, last = where(parsed, words)
    span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
    return Mention(id=words, span=span, head=span, kind="person", form=form, actor=actor)


def headed(parsed: ParsedStory, *, above: MentionForm = "nominal") -> Record:
    """The record of UNNAMED with its two actors, the first mentioned in the headline only."""
    mentions = (met(parsed, "Minister", "minister", above), met(parsed, "Quist", "quist", "name"))
    actors = tuple(Actor(id=key, name=key.title(), kind="person") for key in ("minister", "quist"))
    return Record.of(parsed.story, parsed.zones, mentions=mentions, actors=actors)


def said(parsed: ParsedStory) -> list[Statement]:
    rows = []
    for nth, speaker in enumerate(["minister", "quist"]):
        first, last = where(parsed, SAME, nth)
        span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
        rows.append(Statement(id=speaker, content=(span,), speaker=speaker, form="indirect", kind="speech"))
    return rows


def test_who_speaks_unnamed_in_a_headline_is_who_says_the_same_by_name() -> None:
    parsed = parsed_story(UNNAMED)
    record, rows = headed(parsed), said(parsed)
    unnamed = only_above(record)
    echo = echoes(parsed, rows, ["headline", "body"], unnamed)
    same = recognised(record, rows, echo, unnamed)
    after = merged(record, same)
    assert (set(unnamed), echo, same) == ({"minister"}, {0: 1}, {"minister": "quist"})
    assert [m.actor for m in after.mentions] == ["quist", "quist"]
    assert [a.id for a in after.actors] == ["quist"]


def test_a_name_in_a_headline_is_nobody_elses() -> None:
    parsed = parsed_story(UNNAMED)
    assert only_above(headed(parsed, above="name")) == {}
