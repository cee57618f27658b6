"""A record as HTML: every mark in its place, and nothing hostile comes through."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import Actor, Event, Factuality, Record, Statement, Story
from tests.record.examples import BERG, good_record


class Page(HTMLParser):
    """What a browser would see: tags with attributes, and the text of the story with its marks."""

    def __init__(self, html):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.pieces: list[tuple[str, str | None]] = []
        self.story_depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if ("class", "story") in attrs:
            self.story_depth = len(self.open)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if len(self.open) < self.story_depth:
            self.story_depth = 0

    def handle_data(self, data):
        if self.story_depth:
            inside = len(self.open) > self.story_depth
            self.pieces.append((data, self.tags[-1][1]["class"] if inside else None))

    @property
    def story(self):
        return "".join(piece for piece, _ in self.pieces)


TAGS = {"div", "style", "span", "table", "thead", "tbody", "tr", "th", "td", "p"}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></div><script>",
    "&lt;b&gt; &amp; <!-- -->",
]


def hostile_record(words):
    story = Story(id=words, text=f"{words} said {words}")
    first, last = story.span(0, len(words)), story.span(len(words) + 6, len(story.text))
    said = story.span(len(words) + 1, len(words) + 5)
    statement = Statement(
        id=words,
        source=(first,),
        cue=(said,),
        content=(last,),
        speaker="a",
        form="direct",
        kind="speech",
        found_by=words,
    )
    event = Event(
        id=words,
        type="ACCUSE",
        mode=(words,),
        cameo=words,
        anchor=(said,),
        actors=("a",),
        recipients=(words,),
        place=words,
        time=words,
        status="occurred",
        factuality=(Factuality(source=words, value="CT-"),),
        found_by=words,
    )
    actors = (Actor(id="a", name=words, kind="person"),)
    return Record.of(story, statements=(statement,), events=(event,), actors=actors)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    record = hostile_record(words)
    page = Page(record._repr_html_())
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= {"class", "title", "dir"}
    assert page.story == record.story.text
    assert any(words in (attributes.get("title") or "") for _, attributes in page.tags)
    assert any("anchor" in (attributes.get("title") or "") for _, attributes in page.tags)


@given(st.text(alphabet="<>\"'&/ab \n", min_size=1), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_spans_that_nest_or_cross_show_the_text_once_and_whole(text, pairs):
    story = Story(id="x", text=text)
    spans = [story.span(min(p), max(p) + 1) for p in pairs if max(p) < len(text)]
    statements = tuple(
        Statement(id=f"s{i}", content=(span,), form="mixed", kind="speech") for i, span in enumerate(spans)
    )
    page = Page(Record.of(story, statements=statements)._repr_html_())
    assert page.story == text
    covered = {i for span in spans for i in range(span.start, span.end)}
    shown = [role for piece, role in page.pieces for _ in piece]
    assert shown == ["content" if i in covered else None for i in range(len(text))]


def test_a_cue_inside_a_content_shows_as_a_cue_and_names_both():
    html = good_record()._repr_html_()
    title = re.search(r'<span class="cue" title="([^"]*)">denied</span>', html)
    assert title is not None
    assert [line.split(" ")[0] for line in title[1].split("\n")] == ["content", "cue"]


def test_the_table_names_speakers_and_offsets():
    html = good_record()._repr_html_()
    assert html.count("<tr>") == 9
    assert '<td dir="auto">Ida Berg</td><td dir="auto">denied</td><td dir="auto">taking money</td>' in html


def test_a_record_with_unknown_speakers_or_no_statement_still_shows():
    record = good_record()
    orphaned = record.with_findings(actors=tuple(actor for actor in record.actors if actor.id != BERG))
    assert '<td dir="auto">union leader Ida Berg</td>' in orphaned._repr_html_()
    assert '<td dir="auto">—</td>' in orphaned._repr_html_()
    bare = record.with_findings(statements=(), events=())._repr_html_()
    assert "No statements." in bare
    assert "No events." in bare


def test_an_anchor_has_its_colour_its_codes_and_a_row():
    html = good_record()._repr_html_()
    title = re.search(r'<span class="anchor" title="([^"]*)">ended their strike</span>', html)
    assert title is not None
    assert "anchor · RETREAT · dockers in Lindhaven · occurred" in title[1]
    row = ("RETREAT", "", "dockers in Lindhaven", "Lindhaven", "Friday", "ended their strike", "occurred, countable")
    assert "".join(f'<td dir="auto">{cell}</td>' for cell in row) in html
    assert ".anchor {" in html


def test_both_light_and_dark_pages_are_served():
    assert "light-dark(" in good_record()._repr_html_()
