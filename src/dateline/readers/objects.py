"""Stories in one JSON value: an object, or a list of them. Takes bytes of JSON, gives a `Story` per object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import BadEntry, SkipStory
from dateline.readers import charset
from dateline.readers.fields import checked_map, made, mapped
from dateline.readers.given import NOTHING, Given, whole
from dateline.record.failure import Failure
from dateline.record.story import Story

# Keys under which APIs put their lists.
LISTS = ("items", "_items", "articles", "stories", "results", "docs", "data")
VALID = 'an object: {"text": "..."}, or a list of them'

Entry = tuple[str, dict[str, Any] | Failure]


def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
    """One JSON value: an object of a story, or a list of them."""
    names = checked_map(given.map)
    for where, one in objects(source):
        yield one if isinstance(one, Failure) else made(where, mapped(one, names))


def objects(source: BinaryIO, kind: str = "entry") -> Iterator[Entry]:
    """Each object of a JSON value, with its place; a `Failure` for what is none."""
    try:
        text, _ = charset.decoded(whole(source))
        value = json.loads(text)
    except SkipStory as error:
        yield "the file", Failure.of("the file", error)
        return
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "its values are nested too deeply"
        yield "the file", Failure.of("the file", BadEntry("file", f"it is no JSON ({reason})", VALID))
        return
    for number, one in enumerate(_listed(value), start=1):
        where = f"{kind} {number}"
        wrong = BadEntry(kind, "it is no JSON object", VALID)
        yield where, one if isinstance(one, dict) else Failure.of(where, wrong)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return next((value[key] for key in LISTS if isinstance(value.get(key), list)), [value])
    return value if isinstance(value, list) else [value]
