"""Stories in ninjs, the IPTC's JSON for news (1.0 to 3.0). Takes bytes of JSON, gives a `Story` per item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dateline.errors import NoMainText
from dateline.readers.fields import dated, language, line, made
from dateline.readers.given import NOTHING, Given
from dateline.readers.markup import plain
from dateline.readers.objects import objects
from dateline.record.failure import Failure
from dateline.record.story import Story

# In the order in which they are taken: markup keeps its paragraphs, text may not.
BODIES = ("body_xhtml", "body_html", "body_text")
# When this version was written; what "Thursday" in it is counted from.
DATES = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """ninjs: items of the IPTC's JSON for news, one or a list."""
    for where, item in objects(source, "item"):
        yield item if isinstance(item, Failure) else _story(where, item, given)


def _story(where: str, item: dict[str, Any], given: Given) -> Story | Failure:
    text = next((plain(body) for body in _bodies(item) if body.strip()), "")
    if not text:
        return Failure.of(where, NoMainText("item"))
    published, unread = dated(next((date for key in DATES if isinstance(date := item.get(key), str)), None))
    uri = item.get("uri")
    fields = {
        "text": text,
        "title": line(item.get("headline") or item.get("title")) or line(_chosen(item.get("headlines"), "main")),
        "url": given.url or _url(item, uri),
        "outlet": _outlet(item),
        "byline": line(item.get("byline") or item.get("by")),
        "published": published,
        "language": language(item.get("language")),
    }
    return made(where, fields, [unread])


def _bodies(item: dict[str, Any]) -> Iterator[str]:
    for name in BODIES:
        if isinstance(body := item.get(name), str):
            yield body
    if body := _chosen(item.get("bodies"), "main"):
        yield body


def _chosen(values: Any, role: str) -> str | None:
    """The value of this role, else the longest (2.0 and later give lists of them, each with its role)."""
    found = [one for one in _dicts(values) if isinstance(one.get("value"), str)]
    found.sort(key=lambda one: (one.get("role") == role, len(one["value"])))
    return str(found[-1]["value"]) if found else None


def _outlet(item: dict[str, Any]) -> str | None:
    for one in (
        item.get("source"),
        item.get("provider"),
        *_dicts(item.get("infosources")),
        item.get("copyrightholder"),
    ):
        if name := line(one.get("name") if isinstance(one, dict) else one):
            return name
    return None


def _url(item: dict[str, Any], uri: Any) -> str | None:
    for value in (item.get("url"), item.get("link"), uri):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return line(value)
    return None


def _dicts(values: Any) -> Iterable[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []
