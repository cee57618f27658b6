"""Many stories in one text, as Factiva and LexisNexis export them. Takes bytes of text, gives a `Story` per document.

Tolerant: what marks the end of a document is looked for, what stands in it is read as far as it is understood, and a
document without a body is a named failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import BadEntry, SkipStory
from dateline.readers import charset
from dateline.readers.bundle_parts import CLOSES, OPENS, document
from dateline.readers.fields import dated, language, line, made
from dateline.readers.given import NOTHING, Given, whole
from dateline.record.failure import Failure
from dateline.record.story import Story

LARGEST = 512 * 1024 * 1024
VALID = "a document with a headline, a date and a body, as Factiva or LexisNexis export it"
LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es"}


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """A bundle of texts from Factiva or LexisNexis: a story per document."""
    try:
        text, doubt = charset.decoded(whole(source, "the bundle", LARGEST), given.charset)
    except SkipStory as error:
        yield Failure.of("the bundle", error)
        return
    number = 0
    for part in documents(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")):
        number += 1
        yield _story(f"document {number}", part, doubt)
    if not number:
        yield Failure.of("the bundle", BadEntry("bundle", "no document in it ends as one", VALID))


def documents(text: str) -> Iterator[str]:
    """The documents of a bundle, without the lines that mark their ends; leading tables of contents are none."""
    marks = [(found.start(), found.end(), False) for found in OPENS.finditer(text)]
    marks += [(found.start(), found.end(), True) for found in CLOSES.finditer(text)]
    closing = any(closes for _, _, closes in marks)
    start = 0
    for begin, end, closes in sorted(marks):
        # What stands before the first opening line is the cover of the bundle.
        if (closes or not closing) and (closes or start) and text[start:begin].strip():
            yield text[start:begin]
        start = end
    if not closing and start and text[start:].strip():
        yield text[start:]


def _story(where: str, text: str, doubt: str) -> Story | Failure:
    found = document(text)
    if not found.get("body"):
        return Failure.of(where, BadEntry("document", "it has no body", VALID))
    published, unread = dated(found.get("date"))
    spoken = (found.get("language") or "").strip().lower()
    fields = {
        "text": found["body"],
        "title": line(found.get("title")),
        "outlet": line(found.get("outlet")),
        "byline": line(found.get("byline")),
        "published": published,
        "language": LANGUAGES.get(spoken.partition(";")[0]) or language(spoken),
    }
    return made(where, fields, [(charset.NOTE, doubt), unread])
