"""Stories as JSON Lines: one object per line, `text` required. Takes bytes in UTF-8, gives a `Story` per line.

A line that holds no story gives a `Failure` that names the line; the lines after it are read all the same.
"""

from __future__ import annotations

import codecs
import json
import logging
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dateline.errors import BadLine, SkipStory
from dateline.readers.fields import mapped
from dateline.record.failure import Failure
from dateline.record.story import Story

log = logging.getLogger(__name__)
VALID = f"a story has {', '.join(Story.model_fields)}"


def read(source: BinaryIO, names: Mapping[str, str] | None = None) -> Iterator[Story | Failure]:
    """JSON Lines: a story per line; empty lines are passed over, but counted. `names`: keys by field of a story."""
    unknown: set[str] = set()
    # A binary file ends its lines at b"\n" only: U+2028 or U+0085 inside a text do not cut it.
    for number, line in enumerate(source, start=1):
        if line := line.removeprefix(codecs.BOM_UTF8).strip():
            yield story(number, line, unknown, names)


def story(number: int, line: bytes, unknown: set[str], names: Mapping[str, str] | None = None) -> Story | Failure:
    """The story of one line. `unknown`: keys that no story has and that were named before."""
    try:
        fields = mapped(_object(number, line), names)
        strange = fields.keys() - Story.model_fields.keys()
        if strange - unknown:
            log.warning("line %d: %s left out, here and below; %s", number, _listed(strange - unknown), VALID)
            unknown |= strange
        found = Story.model_validate({key: value for key, value in fields.items() if key not in strange})
        return found.noted("unknown-keys", f"left out of the input: {_listed(strange)}; {VALID}") if strange else found
    except SkipStory as error:
        return Failure.of(f"line {number}", error)


def _object(number: int, line: bytes) -> dict[str, Any]:
    # Not orjson: it refuses the whole line where a \u escape is half a pair, and `Story` can name the field.
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BadLine(number, f"byte {error.start} is no UTF-8") from error
    except ValueError as error:
        raise BadLine(number, str(error)) from error
    except RecursionError as error:
        raise BadLine(number, "its values are nested too deeply") from error
    if not isinstance(value, dict):
        raise BadLine(number, f"it holds {_kind(value)}, not an object")
    return value


def _listed(keys: set[str]) -> str:
    return ", ".join(ascii(key)[:60] for key in sorted(keys)[:10])


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
