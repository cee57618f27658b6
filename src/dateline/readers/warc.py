"""Stories of a web archive: WARC, also compressed, as Common Crawl's news. Takes bytes, gives a `Story` per page.

Records that hold no page (requests, pictures, redirects) are passed over. A damaged record costs that record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.errors import BadArchive, SkipStory, TooLarge
from dateline.readers import charset, html
from dateline.readers.fields import line, made
from dateline.readers.given import NOTHING, Given
from dateline.readers.warc_records import records
from dateline.record.failure import Failure
from dateline.record.story import Story

HOLDS_PAGES = (WarcRecordType.response, WarcRecordType.resource)
PAGES = ("text/html", "application/xhtml+xml")


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:  # noqa: ARG001 - readers are alike
    """A web archive (WARC, WARC.gz): a story per page."""
    for where, found in records(source):
        one = Failure.of(where, found) if isinstance(found, SkipStory) else _story(where, found)
        if one is not None:
            yield one


def _story(where: str, data: bytes) -> Story | Failure | None:
    """The story of a record, or None where it holds no page."""
    try:
        record = WarcRecord.from_bytes(data)
        _check(record)
        record.parse_http(auto_decode="all", strict_mode=False)
        return _page(where, record)
    except SkipStory as error:
        return Failure.of(where, error)
    except Exception as error:  # noqa: BLE001 - a damaged header or body, in whatever way the library says so
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        return Failure.of(where, BadArchive("the record", reason))


def _check(record: WarcRecord) -> None:
    if record.headers.get("WARC-Block-Digest") and not record.verify_block_digest():
        raise BadArchive("the record", "its bytes are not those that its digest was made of")


def _page(where: str, record: WarcRecord) -> Story | Failure | None:
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    url = line((record.headers.get("WARC-Target-URI") or "").strip("<>"))
    if record.record_type == WarcRecordType.conversion and kind.startswith("text/plain"):
        text, doubt = charset.decoded(_body(record))
        return made(where, {"text": text, "url": url}, [(charset.NOTE, doubt)])
    if record.record_type not in HOLDS_PAGES or not kind.startswith(PAGES):
        return None
    if record.is_http and record.http_headers.status_code != 200:
        return None
    return html.story(_body(record), Given(url=url, charset=record.http_charset), where)


def _body(record: WarcRecord) -> bytes:
    data = record.reader.read(html.LARGEST + 1)
    if len(data) > html.LARGEST:
        raise TooLarge("the page", html.LARGEST)
    return bytes(data)
