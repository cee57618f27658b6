"""Records that were written before. Takes bytes of JSON Lines or of indented JSON, gives records as they stand there.

They are given as JSON and not as `Record`, because `verify` must see what is there, sound or not.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

_INK = re.compile(r"\S")
JsonRecord = bytes | dict[str, Any]


def read(source: BinaryIO) -> Iterator[tuple[int, JsonRecord]]:
    """Each record with the number of its line; in a file that is indented, with its number in the file."""
    first = source.readline().removeprefix(codecs.BOM_UTF8)
    if first.lstrip().startswith(b"[") or first.strip() == b"{":
        yield from enumerate(_whole(first + source.read()), start=1)
        return
    for number, line in enumerate(chain((first,), source), start=1):
        if line.strip():
            yield number, line


def _whole(data: bytes) -> Iterator[Any]:
    """The records of JSON values in a row; what is left where one is no JSON, for the caller to say so."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield data
        return
    at, decoder = 0, json.JSONDecoder()
    while begin := _INK.search(text, at):
        try:
            value, at = decoder.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            yield text[begin.start() :].encode()
            return
        yield from value if isinstance(value, list) else [value]
