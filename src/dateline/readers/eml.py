"""A story that came by e-mail: newsletters, press releases, alerts. Takes bytes of a message, gives a `Story`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Any, BinaryIO

from dateline.errors import NoMainText, SkipStory
from dateline.readers import charset
from dateline.readers.fields import dated, language, line, made
from dateline.readers.given import NOTHING, Given, whole
from dateline.readers.markup import plain, tidy
from dateline.record.failure import Failure
from dateline.record.story import Story

# A line that ends in a space goes on in the next one (RFC 3676); "-- " opens a signature.
FLOWED = re.compile(r"(?<!^--) \r?\n", re.MULTILINE)


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:  # noqa: ARG001 - readers are alike
    """An e-mail (.eml): its text, or the text of its HTML."""
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(whole(source, "the message"))
        yield _story(message)
    except SkipStory as error:
        yield Failure.of("the message", error)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The parser takes what it can and stumbles over the rest in these ways.
        yield Failure.of("the message", error)


def _story(message: Message) -> Story | Failure:
    text, doubt = _text(message)
    if not text.strip():
        raise NoMainText("message")
    published, unread = dated(_header(message, "Date"))
    name, address = parseaddr(_header(message, "From") or "")
    fields = {
        "text": text,
        "title": line(_header(message, "Subject")),
        "byline": line(name) or line(address),
        "published": published,
        "language": language((_header(message, "Content-Language") or "").partition(",")[0]),
    }
    return made("the message", fields, [(charset.NOTE, doubt), unread])


def _text(message: Message) -> tuple[str, str]:
    """The first part that is text, else the first that is HTML; attachments are none."""
    parts = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and not part.is_multipart():
                text, doubt = _decoded(part)
                if text.strip():
                    return (plain(text) if kind == "text/html" else text), doubt
    return "", ""


def _decoded(part: Message) -> tuple[str, str]:
    data = part.get_payload(decode=True)
    said = part.get_content_charset()
    data = data if isinstance(data, bytes) else b""
    text, doubt = charset.decoded(data, said or charset.declared(data))
    text = text.replace("\r\n", "\n")
    flows = str(part.get_param("format") or "").lower() == "flowed"
    return (FLOWED.sub(" ", text) if flows else text), doubt


def _header(message: Message, name: str) -> str | None:
    value: Any = message.get(name)
    if value is None:
        return None
    try:
        value = str(make_header(decode_header(value)))
    except (MessageError, ValueError, LookupError):
        value = str(value)
    return tidy(value)
