"""Stories in NITF, the IPTC's XML for news, alone or inside NewsML-G2. Takes bytes of XML, gives a `Story` each.

No entity is expanded and nothing outside the file is opened: a file that asks for it is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.errors import BadMarkup, NoMainText, SkipStory
from dateline.readers import charset
from dateline.readers.fields import dated, language, line, made
from dateline.readers.given import NOTHING, Given, whole
from dateline.readers.markup import tidy
from dateline.record.failure import Failure
from dateline.record.story import Story

BLOCKS = frozenset({"p", "hl2", "li", "dt", "dd", "pre", "td", "th", "credit"})
SILENT = frozenset({"media", "table", "note", "bibliography"})
# Elements within elements; news nests a few, and a parser of Python 1,000.
DEEPEST = 200


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """NITF: the IPTC's XML for news, also inside NewsML-G2."""
    try:
        text, doubt = charset.decoded(data := whole(source), given.charset or charset.declared(data))
        found = [one for one in parsed(text).iter() if _name(one) == "nitf"]
        if not found:
            raise BadMarkup("it has no element <nitf>")
    except SkipStory as error:
        yield Failure.of("the file", error)
        return
    for number, one in enumerate(found, start=1):
        yield _story(f"item {number}", one, given, doubt)


def parsed(text: str) -> Element:
    """The root of an XML document; raises `BadMarkup`."""
    text = tidy(text).lstrip("\ufeff \t\r\n")
    # What it says of its bytes does not hold any more.
    text = text.partition("?>")[2] if text.startswith("<?xml") else text
    try:
        return fromstring(text)  # type: ignore[no-any-return]
    except (DefusedXmlException, ParseError, ValueError, RecursionError) as error:
        raise BadMarkup(str(error).splitlines()[0] if str(error) else type(error).__name__) from error


def _story(where: str, nitf: Element, given: Given, doubt: str) -> Story | Failure:
    parts = {_name(one): one for one in reversed(list(nitf.iter()))}
    text = "\n\n".join(_blocks(parts.get("body.content")))
    if not text:
        return Failure.of(where, NoMainText("item"))
    place = line(_words(parts.get("dateline")))
    published, unread = dated(_attribute(parts, "date.issue", "norm") or _attribute(parts, "story.date", "norm"))
    fields = {
        # A dateline has an element of its own; on paper it opens the first paragraph.
        "text": f"{place} — {text}" if place and not text.startswith(place) else text,
        "title": line(_words(parts.get("hl1"))) or line(_words(parts.get("title"))),
        "url": given.url,
        "outlet": line(_attribute(parts, "pubdata", "name")) or line(_words(parts.get("distributor"))),
        "byline": line(_words(parts.get("byline"))),
        "published": published,
        "language": language(nitf.get("{http://www.w3.org/XML/1998/namespace}lang")),
    }
    return made(where, fields, [(charset.NOTE, doubt), unread])


def _name(one: Element) -> str:
    # The tag of a comment is a function.
    return str(one.tag).rpartition("}")[2]


def _attribute(parts: dict[str, Element], name: str, attribute: str) -> str | None:
    return parts[name].get(attribute) if name in parts else None


def _words(one: Element | None) -> str:
    return "" if one is None else "".join(one.itertext())


def _blocks(one: Element | None, depth: int = 0) -> Iterator[str]:
    """The paragraphs of a body, in order; pictures and tables with their captions are left out."""
    for part in one if one is not None and depth < DEEPEST else ():
        if (name := _name(part)) in SILENT:
            continue
        if name in BLOCKS:
            if words := " ".join(_words(part).split()):
                yield words
        else:
            yield from _blocks(part, depth + 1)
