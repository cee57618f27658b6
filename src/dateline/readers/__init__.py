"""Input formats, one file each: bytes in, stories out.

Takes an open binary file, gives a `Story` or a `Failure` for each story in it, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import BinaryIO

from dateline.readers import jsonl, text
from dateline.record.failure import Failure
from dateline.record.story import Story

StoryReader = Callable[[BinaryIO], Iterator[Story | Failure]]

READERS: MappingProxyType[str, StoryReader] = MappingProxyType({"text": text.read, "jsonl": jsonl.read})

__all__ = ["READERS", "StoryReader"]
