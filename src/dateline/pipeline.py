"""The line from a story to its record, with the order of its steps. Takes a `Story`, gives a `Record`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack, cast

from dateline.errors import StopRun
from dateline.extract import causes, events, factuality, mentions, positions, statements
from dateline.parse import parse
from dateline.parse.doubts import doubts, quotation_doubts, unreadable
from dateline.parse.encoder import Encoder
from dateline.record import ReaderVersion, Record, SentenceRow, Story, Warning_, table
from dateline.record.failure import Failure
from dateline.record.ids import finding_id
from dateline.resolve import actors, coreference, places, times, towns
from dateline.resolve.places import gazetteer as map_

if TYPE_CHECKING:
    from datetime import date

    from dateline.record.parsed import ParsedStory
    from dateline.record.story import ZoneKind

STEPS: Final = (mentions, towns, coreference, actors, places, times, statements, events, factuality, causes, positions)


class Metadata(TypedDict, total=False):
    """What may be known of a story beside its text."""

    id: str | None
    published: str | date | None
    title: str | None
    url: str | None
    outlet: str | None
    byline: str | None
    language: str | None


class Reader:
    """Reads stories one after the other; holds the encoder, which takes about a second to load."""

    def __init__(self, actors: str | Path | None = None, gazetteer: str | Path | None = None) -> None:
        """`actors`, `gazetteer`: tables of your own (docs/tables.md); raises `BadTable` where one cannot be used."""
        self._actors = table.load(Path(actors)) if actors else None
        self._gazetteer = map_.load(Path(gazetteer)) if gazetteer else None
        self.encoder = Encoder()

    def read(self, text: str | Story, **metadata: Unpack[Metadata]) -> Record:
        """The record of a story; raises the `SkipStory` that says why it cannot be read."""
        with table.using(self._actors), map_.using(self._gazetteer):
            return read_story(story_of(text, metadata), self.encoder)

    def read_many(self, stories: Iterable[Story | Failure]) -> Iterator[Record | Failure]:
        """A record for each story, in order, or the failure that stands in its place."""
        return (story if isinstance(story, Failure) else self._tried(story) for story in stories)

    def _tried(self, story: Story) -> Record | Failure:
        try:
            return self.read(story)
        except StopRun:
            raise
        # The border of a run: whatever goes wrong in one story is that story's failure, with its name, and no other's.
        except Exception as error:  # noqa: BLE001
            return Failure.of(f"story {story.id}", error)


def read(text: str | Story, **metadata: Unpack[Metadata]) -> Record:
    """The record of one story; the first call loads the encoder. `published`: ISO date, what "Thursday" counts from."""
    return shared_reader().read(text, **metadata)


def story_of(text: str | Story, metadata: Metadata) -> Story:
    """A story of a text and what is known about it; of a story, itself with other metadata."""
    if unknown := metadata.keys() - Metadata.__annotations__.keys():
        raise TypeError(f"{sorted(unknown)} are no metadata of a story; valid are {sorted(Metadata.__annotations__)}")
    if isinstance(text, Story):
        return Story.model_validate({**text.model_dump(), **metadata}) if metadata else text
    return Story.model_validate({"text": text, **metadata})


def read_story(story: Story, encoder: Encoder) -> Record:
    """The line itself: parse, then each step adds what it finds."""
    reader = ReaderVersion(version=code_version(), encoder=encoder.version)
    why = unreadable(story.text)
    warnings = tuple(_warnings(story, (why,) if why else doubts(story.text)))
    if why:
        return Record.of(story, reader=reader, warnings=warnings)
    parsed = parse(story, encoder)
    warnings += tuple(_warned(quotation_doubts(parsed.quotations)))
    record = Record.of(story, parsed.zones, reader=reader, warnings=warnings, sentences=tuple(_rows(parsed)))
    for step in STEPS:
        record = step.find(parsed, record)
    return record


def _warnings(story: Story, found: Iterable[tuple[str, str]]) -> Iterator[Warning_]:
    yield from _warned((*story.notes, *found))
    if story.published is None:
        yield Warning_(code="no-publication-date", message="no publication date: relative times have no anchor")


def _warned(found: Iterable[tuple[str, str]]) -> Iterator[Warning_]:
    yield from (Warning_(code=code, message=message) for code, message in found)


def _rows(parsed: ParsedStory) -> Iterator[SentenceRow]:
    story = parsed.story
    for sentence in parsed.sentences:
        found = finding_id(story.id, "sentence", [story.span(sentence.start, sentence.end)])
        yield SentenceRow(id=found, start=sentence.start, end=sentence.end, zone=cast("ZoneKind", sentence.zone))


@cache
def code_version() -> str | None:
    """The version of this package; None where it is not installed."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return None


@cache
def shared_reader() -> Reader:
    """The reader of those who do not make their own."""
    return Reader()
