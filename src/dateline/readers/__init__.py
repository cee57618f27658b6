"""Input formats, one file each: bytes in, stories out.

Takes an open binary file, gives a `Story` or a `Failure` for each story in it, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import BinaryIO

from dateline.readers.given import NOTHING, Fetcher, Given
from dateline.readers.guess import guess
from dateline.readers.sources import stories
from dateline.readers.table import FORMATS, Format, StoryReader, formats
from dateline.record.failure import Failure
from dateline.record.story import Story


def _reader(one: Format) -> StoryReader:
    def read(source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
        return one.read(source, given)

    read.__doc__ = one.about
    return read


READERS: MappingProxyType[str, StoryReader] = MappingProxyType({one.name: _reader(one) for one in FORMATS})

__all__ = ["READERS", "Fetcher", "Format", "Given", "StoryReader", "formats", "guess", "stories"]
