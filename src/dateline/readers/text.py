"""Plain text: one file is one story. Takes bytes in UTF-8, UTF-16, UTF-32 or Windows-1252, gives a `Story`.

Decoding is all that happens to the text: line ends, spaces and control characters stay as they are.
"""

from __future__ import annotations

import codecs
import logging
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import NotText, SkipStory
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
NAMES = {FALLBACK: "Windows-1252", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32"}
# Bytes that no text in it has, and the share of them above which there is none: of random bytes 12 in 100 are such.
STRANGE = bytes(b for b in (*range(0x20), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D) if b not in b"\t\n\v\f\r\x1a\x1b")
MOST_STRANGE, FEW_STRANGE = 0.01, 3


def read(source: BinaryIO, **metadata: str | None) -> Iterator[Story | Failure]:
    """Plain text: one file, one story.

    `metadata`: `published` and other fields of a story, which such a file cannot hold.
    """
    try:
        text, doubt = decoded(source.read())
        story = Story.model_validate({"text": text, **metadata})
        yield story.noted("not-utf-8", doubt) if doubt else story
    except SkipStory as error:
        yield Failure.of(str(getattr(source, "name", "the text")), error)


def decoded(data: bytes) -> tuple[str, str]:
    """The text that the bytes hold, and what is doubtful about it; what cannot be decoded becomes U+FFFD.

    Raises `NotText` where too much cannot.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        encoding = FALLBACK if encoding == "utf-8" else encoding
        strange = len(data) - len(data.translate(None, STRANGE))
        if encoding == FALLBACK and strange > max(FEW_STRANGE, MOST_STRANGE * len(data)):
            raise NotText(strange, len(data)) from error
        text = data.decode(encoding, errors="replace")
        doubt = f"byte {error.start} is no {error.encoding.upper()} ({error.reason}); it was read as {NAMES[encoding]}"
        if lost := text.count("\ufffd"):
            doubt += f", with U+FFFD where nothing could be read ({lost})"
        log.warning("%s", doubt)
        return text, doubt
