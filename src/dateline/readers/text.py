"""Plain text: one file is one story. Takes bytes in UTF-8, UTF-16, UTF-32 or Windows-1252, gives a `Story`.

Decoding is all that happens to the text: line ends, spaces and control characters stay as they are.
"""

from __future__ import annotations

import codecs
import logging
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import SkipStory
from dateline.record.failure import Failure
from dateline.record.story import Story

log = logging.getLogger(__name__)

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other. These codecs drop the mark themselves.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What most English text that is not UTF-8 was written in; the WHATWG encoding standard takes it for Latin-1, too.
FALLBACK = "cp1252"


def read(source: BinaryIO, **metadata: str | None) -> Iterator[Story | Failure]:
    """Plain text: one file, one story.

    `metadata`: `published` and other fields of a story, which such a file cannot hold.
    """
    try:
        yield Story.model_validate({"text": decoded(source.read()), **metadata})
    except SkipStory as error:
        yield Failure.of(str(getattr(source, "name", "the text")), error)


def decoded(data: bytes) -> str:
    """The text that the bytes hold; what cannot be decoded becomes U+FFFD, with a warning in the log."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        encoding = FALLBACK if encoding == "utf-8" else encoding
        log.warning("byte %d is no %s (%s); read as %s", error.start, error.encoding, error.reason, encoding)
        return data.decode(encoding, errors="replace")
