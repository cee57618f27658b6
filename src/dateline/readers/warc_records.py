"""The records of a web archive, each whole or named as damaged. Takes bytes, gives (place, record or error).

Ours, because a library that stops at the first damaged record loses all that follow: after an error the next record
is looked for from the byte after the start of the damaged one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import BadArchive, SkipStory, TooLarge
from dateline.readers.given import LARGEST

GZIP = b"\x1f\x8b\x08"
START = b"WARC/"
# A record's first line and its first field: enough to tell it from a page about archives.
AGAIN = re.compile(rb"(?:^|\n)(?=WARC/[01]\.\d+\r?\n[A-Za-z-]+:)")
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
HEADER_END = re.compile(rb"\r?\n\r?\n")
LONGEST_HEADER = 1 << 16
PIECE = 1 << 16

Found = tuple[str, bytes | SkipStory]


class Window:
    """A stretch of a stream, as much of it as is looked at; `start` is the place of its first byte."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.data = bytearray()
        self.start = 0
        self.at_end = False

    def fill(self, size: int) -> bool:
        """Reads until the window holds so many bytes; says whether it does."""
        while len(self.data) < size and not self.at_end:
            piece = self._source.read(max(PIECE, size - len(self.data)))
            self.data += piece
            self.at_end = not piece
        return len(self.data) >= size

    def drop(self, size: int) -> None:
        """Forgets the first bytes."""
        del self.data[:size]
        self.start += size


def records(source: BinaryIO) -> Iterator[Found]:
    """Each record as its bytes, header and all, or the error that stands for it; places are bytes of the file."""
    window = Window(source)
    window.fill(PIECE)
    if _is_packed(window.data):
        yield from _members(window)
    else:
        yield from _plain(window)


def _is_packed(head: bytearray) -> bool:
    """Whether records are compressed, also where the first one is damaged."""
    if head.startswith((GZIP, START)):
        return head.startswith(GZIP)
    at, plain = head.find(GZIP), AGAIN.search(head)
    return at >= 0 and (plain is None or at < plain.start())


def _members(window: Window) -> Iterator[Found]:
    """Records that are compressed one by one, as the standard asks."""
    while window.fill(1):
        where = f"record at byte {window.start}"
        # Zeros fill up the last block of a tape.
        if not window.fill(PIECE) and not window.data.strip(b"\0"):
            return
        try:
            data, size = _unpacked(window)
        except SkipStory as error:
            yield where, error
            _seek_member(window)
            continue
        window.drop(size)
        yield from _inner(where, data)


def _inner(where: str, data: bytes) -> Iterator[Found]:
    for _, found in _plain(_window(data)):
        yield where, found


def _window(data: bytes) -> Window:
    window = Window(_NOTHING)
    window.data += data
    window.at_end = True
    return window


class _Empty:
    def read(self, size: int = -1) -> bytes:  # noqa: ARG002 - as files have it
        return b""


_NOTHING: BinaryIO = _Empty()  # type: ignore[assignment]


def _unpacked(window: Window) -> tuple[bytes, int]:
    """One member of a gzip file, and how many bytes of the window it takes."""
    unpack, parts, total, used = zlib.decompressobj(wbits=31), [], 0, 0
    while not unpack.eof:
        if used == len(window.data) and not window.fill(used + 1):
            raise BadArchive("the record", "the file ends before it does")
        piece = bytes(window.data[used : used + PIECE])
        try:
            parts.append(unpack.decompress(piece, LARGEST + 1 - total))
        except zlib.error as error:
            raise BadArchive("the record", str(error)) from error
        total += len(parts[-1])
        if total > LARGEST or used > LARGEST:
            raise TooLarge("the record", LARGEST)
        used += len(piece) - len(unpack.unused_data)
    return b"".join(parts), used


def _seek_member(window: Window) -> None:
    """Moves on to the next member that holds a record."""
    window.drop(1)
    while True:
        window.fill(PIECE)
        found = window.data.find(GZIP)
        if found < 0:
            window.drop(max(len(window.data) - len(GZIP) + 1, 0))
            if window.at_end:
                window.drop(len(window.data))
                return
            continue
        window.drop(found)
        window.fill(PIECE)
        if _opens(bytes(window.data[:PIECE])):
            return
        window.drop(1)


def _opens(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(START)) == START
    except zlib.error:
        return False


def _plain(window: Window) -> Iterator[Found]:
    """Records one after the other, not compressed."""
    while _trimmed(window):
        where = f"record at byte {window.start}"
        try:
            size = _size(window)
        except SkipStory as error:
            yield where, error
            _seek_record(window)
            continue
        record = bytes(window.data[:size])
        window.drop(size)
        yield where, record


def _trimmed(window: Window) -> bool:
    """Drops the line ends between records; says whether anything follows."""
    while window.fill(1):
        blank = len(window.data) - len(window.data.lstrip(b"\r\n"))
        window.drop(blank)
        if window.data:
            return True
    return False


def _size(window: Window) -> int:
    """Bytes of the record at the start of the window; raises where that is not certain."""
    window.fill(LONGEST_HEADER)
    if not window.data.startswith(START):
        raise BadArchive("the record", "it does not begin as one")
    end = HEADER_END.search(window.data, 0, LONGEST_HEADER)
    length = LENGTH.search(window.data, 0, end.start() + 1) if end else None
    if not end or not length:
        raise BadArchive("the record", "its header has no end or no length")
    size = end.end() + int(length[1])
    if size > LARGEST:
        raise TooLarge("the record", LARGEST)
    if not window.fill(size):
        raise BadArchive("the record", "the file ends before it does")
    window.fill(size + 4 + len(START))
    if window.data[size:].strip(b"\r\n") and not window.data[size : size + 4].startswith((b"\r\n\r\n", b"\n\n")):
        raise BadArchive("the record", "its length is not what its header says")
    return size


def _seek_record(window: Window) -> None:
    """Moves on to the next record."""
    window.drop(1)
    while True:
        if found := AGAIN.search(window.data):
            window.drop(found.end())
            return
        if window.at_end:
            window.drop(len(window.data))
            return
        # A first line may be cut by the end of the window.
        window.drop(max(len(window.data) - 256, 0))
        window.fill(len(window.data) + PIECE)
