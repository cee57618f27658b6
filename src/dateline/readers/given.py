"""What a reader is told beside the bytes, and the limits that hold for all. Takes words of a caller, gives `Given`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dateline.errors import TooLarge

# Bytes of one page, message, record or entry of an archive. The longest story that is read by default has 5 million
# characters; the largest of 1,000 pages of news had 4 MB of markup.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """What a link led to: `url` is where it ended, after redirects."""

    url: str
    data: bytes
    kind: str = ""
    charset: str | None = None


class Fetcher(Protocol):
    """Something that follows links; raises `NotFetched`."""

    def get(self, url: str) -> Page: ...


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a source beside its bytes; each format uses what it can.

    `map`: column or key of the input by field of a story: {"text": "body"}. `url`: where the bytes came from.
    `charset`, `kind`: what a server called their encoding and their type. `fetch`: follows links; None where nobody
    asked for it.
    """

    map: Mapping[str, str] | None = None
    url: str | None = None
    charset: str | None = None
    kind: str = ""
    fetch: Fetcher | None = None


NOTHING = Given()


def whole(source: BinaryIO, what: str = "the file", limit: int | None = None) -> bytes:
    """All bytes of a source; raises `TooLarge` before more than the limit are in memory."""
    limit = LARGEST if limit is None else limit
    data = source.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(what, limit)
    return data


def chunks(source: BinaryIO, size: int = 1 << 16) -> Iterator[bytes]:
    """The bytes of a source, piece by piece."""
    while piece := source.read(size):
        yield piece
