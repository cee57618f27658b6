"""Stories behind a list of links: GDELT DOC, Media Cloud. Takes a list in JSON or CSV, gives a `Story` per link.

The list holds no texts. A link is followed only where the caller gives something to follow it with.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dateline.errors import BadEntry, NotFetched, SkipStory
from dateline.readers.csv import rows
from dateline.readers.dates import iso
from dateline.readers.fields import language, line
from dateline.readers.given import NOTHING, Given, whole
from dateline.readers.objects import objects
from dateline.record.failure import Failure
from dateline.record.story import Story

# Columns by field of a story, in the order in which they are looked for. When GDELT saw a story is not when it was
# published, but within the hour for most: it stands where the page gives no date.
GDELT = {"url": ("url", "URL"), "title": ("title", "Title"), "published": ("seendate", "Date"), "outlet": ("domain",)}
MEDIA_CLOUD = {
    "url": ("url",),
    "title": ("title",),
    "published": ("publish_date",),
    "outlet": ("media_name",),
    "language": ("language",),
}
NOT_ASKED = "the list holds links, not texts, and links are followed only when asked for"
VALID = "an entry with a `url`"


def gdelt(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """GDELT DOC, its list of articles in JSON or CSV: a story per link that is followed."""
    return _stories(source, GDELT, given)


def mediacloud(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """Media Cloud, its list of stories in CSV or JSON: a story per link that is followed."""
    return _stories(source, MEDIA_CLOUD, given)


def followed(where: str, url: str, known: Mapping[str, Any], given: Given) -> Story | Failure:
    """The story behind a link. `known`: what the list says of it, for what the page does not say."""
    from dateline.readers import html  # noqa: PLC0415 - lists are read where no library for pages is

    try:
        if given.fetch is None:
            raise NotFetched(url, NOT_ASKED)
        page = given.fetch.get(url)
    except SkipStory as error:
        return Failure.of(where, error)
    fields = {name: value for name, value in known.items() if name != "text"}
    return html.story(page.data, Given(url=page.url, charset=page.charset), where, fields)


def _stories(source: BinaryIO, columns: Mapping[str, tuple[str, ...]], given: Given) -> Iterator[Story | Failure]:
    for where, row in _entries(source):
        if isinstance(row, Failure):
            yield row
            continue
        known = {field: line(next((row[n] for n in names if row.get(n)), None)) for field, names in columns.items()}
        if url := known.get("url"):
            spoken = language(known.get("language"))
            yield followed(where, url, known | {"published": iso(known["published"]), "language": spoken}, given)
        else:
            yield Failure.of(where, BadEntry("entry", "it has no link", VALID))


def _entries(source: BinaryIO) -> Iterator[tuple[str, dict[str, Any] | Failure]]:
    try:
        data = whole(source, "the list")
    except SkipStory as error:
        yield "the list", Failure.of("the list", error)
        return
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        yield from objects(io.BytesIO(data))
    else:
        yield from ((where, row) for where, row, _ in rows(io.BytesIO(data)))
