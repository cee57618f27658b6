"""Records that were written before. Takes bytes of JSON Lines or of one JSON value, gives records as they stand there.

They are given as JSON and not as `Record`, because `verify` must see what is there, sound or not.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

JsonRecord = bytes | dict[str, Any]


def read(source: BinaryIO) -> Iterator[tuple[int, JsonRecord]]:
    """Each record with the number of its line; in a file that is one JSON list, with its number in the list."""
    first = source.readline().removeprefix(codecs.BOM_UTF8)
    if first.lstrip().startswith(b"[") or first.strip() == b"{":
        yield from enumerate(_whole(first + source.read()), start=1)
        return
    for number, line in enumerate(chain((first,), source), start=1):
        if line.strip():
            yield number, line


def _whole(data: bytes) -> list[Any]:
    """The records of one JSON value; the bytes themselves where they are no JSON, for the caller to say so."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return [data]
    return value if isinstance(value, list) else [value]
