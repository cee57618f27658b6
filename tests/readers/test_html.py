"""Web pages: what they say of themselves, then their main text."""

import io
import json

import pytest

from dateline.readers import html, jsonld
from dateline.readers.given import Given
from dateline.record import Story
from dateline.record.failure import Failure
from tests.readers.pages import ARTICLE, BODY, SENTENCES, page


def read(data, **given):
    (one,) = html.read(io.BytesIO(data), Given(**given))
    return one


def test_what_a_page_says_of_itself_comes_first():
    story = read(page(), url="https://gull.example/1")
    assert isinstance(story, Story)
    assert story.model_dump(exclude={"id"}) == {
        "text": BODY,
        "title": "Ferry talks fail in Lower Marren",
        "url": "https://gull.example/1",
        "outlet": "The Gull",
        "byline": "Nell Harrow, Tom Quist",
        "published": "2031-03-14T18:05:00+01:00",
        "language": "en",
    }
    assert story.notes == ()


def test_without_it_the_markup_counts():
    head = (
        '<meta property="article:published_time" content="2031-03-14T18:05:00Z"><link rel="canonical" '
        'href="https://gull.example/7"><meta property="og:site_name" content="The Gull">'
        '<meta name="author" content="Nell Harrow">'
    )
    story = read(page(None, head=head))
    assert story.text == BODY
    assert (story.title, story.outlet, story.byline) == ("Ferry talks fail in Lower Marren", "The Gull", "Nell Harrow")
    assert (story.published, story.url) == ("2031-03-14T18:05:00Z", "https://gull.example/7")


def test_a_page_that_says_nothing_leaves_fields_null():
    story = read(page(None, lang=""))
    assert (story.outlet, story.byline, story.published, story.url, story.language) == (None,) * 5


def test_a_whole_body_for_machines_stands_in_for_a_page_without_a_text():
    story = read(page(ARTICLE | {"articleBody": BODY}, sentences=()))
    assert story.text == BODY


def test_a_teaser_for_machines_does_not_stand_in_for_the_text():
    assert read(page(ARTICLE | {"articleBody": SENTENCES[0][:60] + "..."})).text == BODY


def test_a_body_of_one_paragraph_gives_way_to_the_paragraphs_of_the_page():
    assert read(page(ARTICLE | {"articleBody": " ".join(SENTENCES)})).text == BODY


@pytest.mark.parametrize(
    "said",
    [
        [{"@type": "WebSite", "name": "x"}, ARTICLE],
        {
            "@graph": [
                {"@type": "Organization", "@id": "#o", "name": "The Gull"},
                ARTICLE | {"publisher": {"@id": "#o"}},
            ]
        },
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["Article", "NewsArticle"], "author": "Nell Harrow, Tom Quist"},
    ],
)
def test_articles_are_found_wherever_they_stand(said):
    found = jsonld.article([json.dumps(said)])
    assert (found["title"], found["outlet"]) == ("Ferry talks fail in Lower Marren", "The Gull")
    assert found["byline"] == "Nell Harrow, Tom Quist"


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, '{"@type": 7}', "null", '{"@type": "NewsArticle"}'])
def test_broken_descriptions_are_none(script):
    assert jsonld.article([script]) == {}
    assert jsonld.article([script, json.dumps(ARTICLE)])["outlet"] == "The Gull"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<p>", b"\x00\xff\xfe", b"<!doctype html><title>x</title>"])
def test_a_page_without_a_text_is_a_failure(data):
    failure = read(data)
    assert isinstance(failure, Failure)
    assert failure.error == "NoMainText"


def test_a_page_is_capped(monkeypatch):
    monkeypatch.setattr(html, "LARGEST", 100)
    assert read(page()).error == "TooLarge"


def test_a_charset_that_was_declared_is_used():
    data = page(None).replace(b'charset="utf-8"', b'charset="iso-8859-1"').decode().encode("cp1252")
    story = read(data)
    assert "“Nobody" in story.text
    assert story.notes == ()


def test_a_charset_that_does_not_hold_is_noted():
    data = page(None).decode().encode("cp1252")
    story = read(data)
    assert "“Nobody" in story.text
    assert [code for code, _ in story.notes] == ["charset"]


def test_a_date_that_is_none_is_left_out():
    assert read(page(ARTICLE | {"datePublished": "yesterday"})).published is None


def test_deep_markup_ends():
    assert read(b"<html><body>" + b"<div>" * 50_000 + SENTENCES[0].encode()) is not None
