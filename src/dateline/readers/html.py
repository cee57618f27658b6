"""A story from a web page: what it says of itself first, then its main text. Takes bytes of HTML, gives a `Story`.

Main text: trafilatura in its fast mode (Barbaresi 2021), F1 .94 on its own collection of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import lxml.html
import trafilatura

from dateline.errors import NoMainText, SkipStory, TooLarge
from dateline.readers import charset, jsonld
from dateline.readers.dates import iso
from dateline.readers.fields import dated, language, line, made
from dateline.readers.given import NOTHING, Given, whole
from dateline.readers.markup import spaced, tidy
from dateline.record.failure import Failure
from dateline.record.story import Story

# Bytes of markup; the extraction takes a second for each 4 MB, and no page of news in sight had more than that.
LARGEST = 8 * 1024 * 1024
# Elements that name a page's date for machines, by what the standards call them.
DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='dc.date' or @name='DC.date.issued' or @name='parsely-pub-date' or @name='sailthru.date']/@content",
)
OUTLETS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
# Characters of a text; what is shorter is what a page without a text has left over: a name, a date, a button.
SHORTEST = 40
CUT = ("…", "...", "[…]")


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """The story of one web page."""
    where = str(getattr(source, "name", "the page"))
    try:
        yield story(whole(source, "the page", LARGEST), given, where)
    except SkipStory as error:
        yield Failure.of(where, error)


def story(data: bytes, given: Given, where: str, known: Mapping[str, Any] | None = None) -> Story | Failure:
    """The story of a page. `known`: fields that a list or a feed gives, where the page itself has none."""
    try:
        if len(data) > LARGEST:
            raise TooLarge("the page", LARGEST)
        text, doubt = charset.decoded(data, given.charset or charset.declared(data))
        fields = {**(known or {}), **{name: value for name, value in _fields(text, given).items() if value}}
    except SkipStory as error:
        return Failure.of(where, error)
    published, unread = dated(fields.get("published"))
    return made(where, fields | {"published": published}, [(charset.NOTE, doubt), unread])


def _fields(text: str, given: Given) -> dict[str, Any]:
    tree = _tree(tidy(text))
    if tree is None:
        raise NoMainText("page")
    said = jsonld.article(tree.xpath("//script[@type='application/ld+json']/text()"))
    meta = {"published": _first(tree, DATES, dates=True), "outlet": _first(tree, OUTLETS), "url": _first(tree, URLS)}
    spoken = language(tree.get("lang") if tree.tag == "html" else None)
    heads = tree.xpath("//h1")
    main = _main(tree)
    body = _body(said.pop("body", ""), main.pop("body", ""))
    titles = {said.get("title"), main.get("title"), *(line(one.text_content()) for one in heads)}
    body = _without(titles, body)
    if len(body) < SHORTEST:
        raise NoMainText("page")
    layers = ({"text": body, "url": given.url}, said, meta, main, {"language": spoken})
    names = ("text", "url", "title", "byline", "outlet", "published", "language")
    return {name: next((value for layer in layers if (value := layer.get(name))), None) for name in names}


def _tree(text: str) -> Any:
    try:
        # lxml refuses characters where a declaration says which bytes they were.
        return lxml.html.document_fromstring(text.partition("?>")[2] if text.lstrip()[:5] == "<?xml" else text)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _main(tree: Any) -> dict[str, Any]:
    try:
        found = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, with_metadata=True, date_extraction_params=_PUBLISHED
        )
    except Exception:  # noqa: BLE001 - four libraries on pages that nobody has seen; none may end the run
        return {}
    if found is None or isinstance(found, dict):
        return {}
    byline = found.author.replace("; ", ", ") if found.author else None
    return {"body": spaced(found.text or ""), "title": line(found.title), "byline": byline, "published": found.date}


# What the page was first published as; no dates from its running text, which are of other things.
_PUBLISHED = {"original_date": True, "extensive_search": False}


def _first(tree: Any, paths: tuple[str, ...], *, dates: bool = False) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if found := iso(value) if dates else line(str(value)):
                return found
    return None


def _without(titles: set[str | None], body: str) -> str:
    """A body without the headline on top of it: that stands beside the text."""
    first, _, rest = body.partition("\n")
    return rest.lstrip("\n") if rest and first in titles else body


def _body(said: str, main: str) -> str:
    """The body for machines where it is whole; the main text where that says the same with its paragraphs.

    Bodies for machines are often a teaser, and often one paragraph; paragraphs tell where a quotation ends.
    """
    if not said or not main:
        return main or said
    if said.endswith(CUT) or len(said) < 0.8 * len(main):
        return main
    return said if "\n" in said or len(main) < 0.6 * len(said) else main
