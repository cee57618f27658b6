"""The formats that can be read, as one table. Takes a name, gives the reader; says what each fills and what it needs.

A reader is imported when it is first used: most need a library that takes a while, and some one that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import BinaryIO

from dateline.errors import MissingLibrary
from dateline.readers.given import NOTHING, Given
from dateline.record.failure import Failure
from dateline.record.story import Story

StoryReader = Callable[..., Iterator[Story | Failure]]
ANY = "what the map or the names say"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `fills`: fields of a story beside its text. `takes`: words of `Given` that it heeds.

    `room`, `function`: where its reader is. `library`, `extra`: what it needs beyond the package itself, and the name
    under which pip installs it.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    fills: str
    room: str
    function: str = "read"
    library: str = ""
    extra: str = ""
    takes_map: bool = False
    follows_links: bool = False

    def reader(self) -> StoryReader:
        """The function that reads it; raises `MissingLibrary`."""
        try:
            return getattr(import_module(f"dateline.readers.{self.room}"), self.function)  # type: ignore[no-any-return]
        except ModuleNotFoundError as error:
            if self.library and not (error.name or "").startswith("dateline"):
                raise MissingLibrary(self.name, self.library, self.extra) from error
            raise

    def read(self, source: BinaryIO, given: Given = NOTHING) -> Iterator[Story | Failure]:
        """A `Story` or a `Failure` for each story in the bytes, in order."""
        if self.name == "text":
            return self.reader()(source, url=given.url)
        if self.name == "jsonl":
            return self.reader()(source, given.map)
        return self.reader()(source, given)


PAGE = "title, byline, outlet, published, url, language"
FORMATS = (
    Format("text", (".txt", ".text"), "Plain text: one file, one story.", "nothing", "text"),
    Format("jsonl", (".jsonl", ".ndjson"), "JSON Lines: a story per line.", ANY, "jsonl", takes_map=True),
    Format("json", (".json",), "JSON: an object of a story, or a list of them.", ANY, "objects", takes_map=True),
    Format("csv", (".csv", ".tsv", ".tab"), "A table in text: a story per row.", ANY, "csv", takes_map=True),
    Format(
        "parquet",
        (".parquet", ".pq"),
        "A Parquet table: a story per row.",
        ANY,
        "parquet",
        library="pyarrow",
        extra="parquet",
        takes_map=True,
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "A web page: what it says of itself (JSON-LD) first, then its main text.",
        PAGE,
        "html",
        library="trafilatura",
        extra="html",
    ),
    Format(
        "feed",
        (".rss", ".atom", ".rdf", ".xml"),
        "RSS or Atom: a story per entry, in full or as a summary.",
        PAGE,
        "feed",
        follows_links=True,
    ),
    Format(
        "warc",
        (".warc", ".warc.gz"),
        "A web archive, as of CC-News: a story per page.",
        PAGE,
        "warc",
        library="fastwarc and trafilatura",
        extra="warc",
    ),
    Format("ninjs", (".ninjs", ".json"), "ninjs, the IPTC's JSON for news.", PAGE, "ninjs"),
    Format(
        "nitf",
        (".nitf", ".xml"),
        "NITF, the IPTC's XML for news, also inside NewsML-G2.",
        "title, byline, outlet, published, language",
        "nitf",
    ),
    Format("eml", (".eml",), "An e-mail: its text, or the text of its HTML.", "title, byline, published", "eml"),
    Format(
        "bundle",
        (".txt",),
        "Texts from Factiva or LexisNexis, many in one file.",
        "title, byline, outlet, published, language",
        "bundle",
    ),
    Format(
        "gdelt",
        (".json", ".csv"),
        "GDELT DOC, its list of articles: a story per link that is followed.",
        PAGE,
        "links",
        "gdelt",
        library="trafilatura",
        extra="html",
        follows_links=True,
    ),
    Format(
        "mediacloud",
        (".csv", ".json"),
        "Media Cloud, its list of stories: a story per link that is followed.",
        PAGE,
        "links",
        "mediacloud",
        library="trafilatura",
        extra="html",
        follows_links=True,
    ),
)
BY_NAME: Mapping[str, Format] = MappingProxyType({one.name: one for one in FORMATS})


def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are listed."""
    return FORMATS


def listed() -> str:
    """The formats as a Markdown table, for the docs."""
    head = ["| name | files | what it is | what it fills beside `text` | needs |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(_line(one) for one in FORMATS)])


def _line(one: Format) -> str:
    needs = f"`pip install 'dateline[{one.extra}]'`" if one.extra else ""
    extras = [word for word, there in (("takes a map", one.takes_map), ("follows links", one.follows_links)) if there]
    about = one.about + (f" ({', '.join(extras)})" if extras else "")
    return f"| `{one.name}` | {' '.join(f'`{suffix}`' for suffix in one.suffixes)} | {about} | {one.fills} | {needs} |"
