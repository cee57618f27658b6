"""All stories of a source: a file, a folder, a pattern, an archive, a URL. Takes what a user names, gives stories.

One file at a time, in the order of their names; a file that cannot be read is a `Failure`, and the next one is read.
"""

from __future__ import annotations

import glob
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from dateline.errors import (
    BadArchive,
    BadFormat,
    BadMap,
    NotFetched,
    NothingToRead,
    SkipStory,
    UnknownFormat,
    Unreadable,
)
from dateline.readers import archives
from dateline.readers.fields import checked_map
from dateline.readers.given import Fetcher, Given
from dateline.readers.guess import HEAD, guess, suffix_of
from dateline.readers.table import BY_NAME
from dateline.record.failure import Failure
from dateline.record.story import Story

Found = Iterator[Story | Failure]
NOT_ASKED = "links are followed only when asked for"
# Archives within archives; a zip of gzip files has two.
DEEPEST = 3


def stories(
    source: str | Path | BinaryIO,
    format: str | None = None,  # noqa: A002 - as the option is called
    map: Mapping[str, str] | None = None,  # noqa: A002
    fetch: Fetcher | None = None,
) -> Found:
    """A `Story` or a `Failure` for each story in a file, a folder, a pattern ("news/*.xml"), a zip or behind a URL.

    `format`: a name of `formats()`; guessed for each file if None. `map`: columns or keys by field of a story, for
    formats that take one. `fetch`: follows links; without it a link is a failure that says so. Raises `BadFormat`,
    `BadMap`, `NothingToRead` here, and `MissingLibrary` on the way.
    """
    if format is not None and format not in BY_NAME:
        raise BadFormat(format, BY_NAME)
    if map and format and not BY_NAME[format].takes_map:
        takers = ", ".join(name for name, one in BY_NAME.items() if one.takes_map)
        raise BadMap(f"the format {format} takes no map; those that do are: {takers}")
    given = Given(checked_map(map), fetch=fetch)
    if isinstance(source, (str, Path)):
        return _named(str(source), format, given)
    return _bytes(source, _name(source), format, given)


def _named(source: str, name: str | None, given: Given) -> Found:
    if source.startswith(("http://", "https://")):
        return _fetched(source, name, given)
    path = Path(source)
    if path.is_dir():
        return _many([(str(one.relative_to(path)), one) for one in _below(path)], name, given)
    if path.exists():
        return _file(path, name, given)
    if glob.has_magic(source):
        found = sorted(one for one in map_paths(source) if one.is_file())
        if found:
            return _many([(str(one), one) for one in found], name, given)
    raise NothingToRead(source)


def map_paths(pattern: str) -> Iterator[Path]:
    """The paths that a pattern matches; "**" is any number of folders."""
    return map(Path, glob.iglob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


def _below(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, by name; hidden ones, pipes and devices are none."""
    found = (path for path in folder.rglob("*") if not archives.is_hidden(path.relative_to(folder).as_posix()))
    return sorted(path for path in found if path.is_file())


def _many(files: list[tuple[str, Path]], name: str | None, given: Given) -> Found:
    for where, path in files:
        yield from _within(where, _file(path, name, given))


def _within(where: str, found: Found) -> Found:
    """The same, each failure with the file that it is in."""
    for one in found:
        yield replace(one, where=f"{where}: {one.where}") if isinstance(one, Failure) else one


def _file(path: Path, name: str | None, given: Given) -> Found:
    try:
        with path.open("rb") as source:
            yield from _bytes(source, str(path), name, given)
    except OSError as error:
        yield Failure.of("the file", Unreadable(error))


def _fetched(url: str, name: str | None, given: Given) -> Found:
    try:
        if given.fetch is None:
            raise NotFetched(url, NOT_ASKED)
        page = given.fetch.get(url)
    except SkipStory as error:
        yield Failure.of(url, error)
        return
    given = replace(given, url=page.url, charset=page.charset, kind=page.kind)
    yield from _bytes(io.BytesIO(page.data), urlsplit(page.url).path, name, given)


def _bytes(source: BinaryIO, label: str, name: str | None, given: Given, depth: int = 0) -> Found:
    """The stories in open bytes. `label`: name of the file, `name`: of the format if it was given."""
    try:
        head, source = _ahead(source)
        if not (name == "warc" or (name and not head.startswith((b"\x1f\x8b", b"PK\x03\x04")))):
            packed = guess(label, head, given.kind)
            if packed == "gzip" and not _holds_warc(head):
                yield from _bytes(_deeper(archives.gunzipped(source), depth), label, name, given, depth + 1)
                return
            if packed == "zip":
                yield from _zip(_deeper(source, depth), name, given, depth)
                return
            name = name or ("warc" if packed == "gzip" else packed)
        if name is None:
            raise UnknownFormat(BY_NAME)
        yield from BY_NAME[name].read(source, given)
    except SkipStory as error:
        yield Failure.of("the file", error)
    except OSError as error:
        yield Failure.of("the file", Unreadable(error))


def _deeper(source: BinaryIO, depth: int) -> BinaryIO:
    if depth >= DEEPEST:
        raise BadArchive("the archive", f"archives in archives are {DEEPEST} deep and more")
    return source


def _zip(source: BinaryIO, name: str | None, given: Given, depth: int) -> Found:
    for member, inside in archives.members(source):
        if isinstance(inside, Failure):
            yield inside
        else:
            with inside:
                yield from _within(member, _bytes(inside, member, name, given, depth + 1))


def _holds_warc(head: bytes) -> bool:
    return archives.first_of_gzip(head, 5) == b"WARC/"


def _name(source: BinaryIO) -> str:
    name = getattr(source, "name", "")
    return name if isinstance(name, str) and suffix_of(name) else ""


def _ahead(source: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and the source with them still to be read."""
    if source.seekable():
        start = source.tell()
        head = source.read(HEAD)
        source.seek(start)
        return head, source
    # A pipe gives what it has, which may be less than what it will have.
    head = b""
    while len(head) < HEAD and (piece := source.read(HEAD - len(head))):
        head += piece
    return head, io.BufferedReader(_Rejoined(head, source))


class _Rejoined(io.RawIOBase):
    """Bytes that were read already, and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else self._head
        buffer[: len(data)] = data
        return len(data)
