"""Compressed files and archives, read in place and never unpacked to disk. Takes bytes, gives the bytes inside.

What is small and unpacks to very much is refused: text packs to a fifth, tables to a fiftieth, a bomb to a thousandth.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from typing import BinaryIO, Protocol

from dateline.errors import BadArchive, TooLarge
from dateline.readers.given import LARGEST, whole
from dateline.record.failure import Failure

# How many times its packed size a file may have, above `LARGEST` bytes.
MOST_TIMES = 200
# Bytes of an archive that comes through a pipe or inside another, and so is held in memory.
LARGEST_ARCHIVE = 1024 * 1024 * 1024
DAMAGED = (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, LZMAError, RuntimeError, NotImplementedError)

Entry = tuple[str, BinaryIO | Failure]


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """A source that knows how many of its bytes were read."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.count += len(data)
        return data


class _Capped(io.RawIOBase):
    """What is unpacked, up to a limit; foreign errors become ours here."""

    def __init__(self, source: Readable, packed: _Counted | int, what: str) -> None:
        self._source, self._packed, self._what = source, packed, what
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._source.read(len(buffer))
        except DAMAGED as error:
            raise BadArchive(self._what, str(error) or type(error).__name__) from error
        self._count += len(data)
        packed = self._packed if isinstance(self._packed, int) else self._packed.count
        if self._count > (limit := max(LARGEST, MOST_TIMES * packed)):
            raise TooLarge(f"what {self._what} unpacks to", limit)
        buffer[: len(data)] = data
        return len(data)


def gunzipped(source: BinaryIO) -> BinaryIO:
    """What a gzip file holds; reading it raises `BadArchive` where it is damaged and `TooLarge` where it is a bomb."""
    packed = _Counted(source)
    inside = gzip.GzipFile(fileobj=packed, mode="rb")
    return io.BufferedReader(_Capped(inside, packed, "the gzip file"))


def first_of_gzip(head: bytes, size: int) -> bytes:
    """The first bytes that a gzip file holds."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, size)
    except zlib.error:
        return b""


def members(source: BinaryIO) -> Iterator[Entry]:
    """The files of a zip archive, in its order, under their names in it; hidden ones and folders are passed over."""
    if not source.seekable():
        source = io.BytesIO(whole(source, "the archive", LARGEST_ARCHIVE))
    try:
        archive = zipfile.ZipFile(source)
        infos = archive.infolist()
    except (*DAMAGED, ValueError, OverflowError) as error:
        raise BadArchive("the archive", str(error)) from error
    for info in infos:
        if not info.is_dir() and not is_hidden(info.filename):
            yield info.filename, _member(archive, info)


def is_hidden(name: str) -> bool:
    """Whether a file is one that systems and editors lay beside those of their users."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in name.split("/") if part not in {".", ".."})


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO | Failure:
    try:
        inside = archive.open(info)
    except (*DAMAGED, ValueError, OSError) as error:
        return Failure.of(info.filename, BadArchive("the archive", str(error)))
    return io.BufferedReader(_Capped(inside, info.compress_size, "the file in the archive"))
