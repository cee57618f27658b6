"""Stories of a feed: RSS, Atom, RDF. Takes bytes of XML, gives a `Story` per entry.

An entry is what the feed holds of it, in full or as a summary; where links may be followed, the page behind a summary.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from dateline.errors import BadMarkup, NoMainText, SkipStory
from dateline.readers import charset
from dateline.readers.fields import Note, dated, language, line, made
from dateline.readers.given import NOTHING, Given, whole
from dateline.readers.links import followed
from dateline.readers.markup import plain, tidy
from dateline.record.failure import Failure
from dateline.record.story import Story

log = logging.getLogger(__name__)
DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
TYPE = {"content-type": "application/xml; charset=utf-8"}


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """A feed (RSS, Atom, RDF): a story per entry."""
    try:
        text, doubt = charset.decoded(data := whole(source, "the feed"), given.charset or charset.declared(data))
        feed = _parsed(text)
    except SkipStory as error:
        yield Failure.of("the feed", error)
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _story(f"entry {number}", entry, feed, given, (charset.NOTE, doubt))


def _parsed(text: str) -> Any:
    if "<!ENTITY" in text:
        raise BadMarkup("it declares entities")
    clean = DECLARATION.sub("", tidy(text).lstrip("\ufeff"), count=1)
    try:
        feed = feedparser.parse(io.BytesIO(clean.encode()), response_headers=TYPE)
    except Exception as error:  # a parser of last resort for any XML; what it may raise is nowhere said
        raise BadMarkup(f"{type(error).__name__}: {error}") from error
    if not feed.entries and (feed.bozo or not feed.get("version")):
        raise BadMarkup(str(feed.get("bozo_exception") or "it is no feed that is known"))
    if feed.bozo:
        log.warning("the feed is damaged (%s); its entries were read as far as they go", feed.get("bozo_exception"))
    return feed


def _story(where: str, entry: Any, feed: Any, given: Given, note: Note) -> Story | Failure:
    fields, is_whole = _text(entry), bool(entry.get("content"))
    published, unread = dated(entry.get("published") or entry.get("updated"))
    origin = entry.get("source") or {}
    fields |= {
        "title": line(plain(entry.get("title") or "")),
        "url": line(entry.get("link")),
        "outlet": line(origin.get("title") or feed.feed.get("publisher") or feed.feed.get("title")),
        "byline": line(entry.get("author")),
        "published": published,
        "language": language(entry.get("language") or feed.feed.get("language")),
    }
    if not is_whole and given.fetch and fields["url"]:
        return followed(where, fields["url"], fields, given)
    if not fields["text"]:
        return Failure.of(where, NoMainText("entry"))
    summary = "" if is_whole else "the feed holds a summary of this story, and that is what was read"
    return made(where, fields, [note, unread, ("summary", summary)])


def _text(entry: Any) -> dict[str, Any]:
    bodies = [one.get("value") or "" for one in entry.get("content") or ()] or [entry.get("summary") or ""]
    return {"text": plain(max(bodies, key=len))}
