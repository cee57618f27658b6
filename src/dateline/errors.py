"""What can go wrong, as one small tree; the type says what to do. Takes nothing, gives exceptions only.

    DatelineError
    ├── SkipStory            this story cannot be read; the run goes on and ends with exit status 1
    │   ├── TextMissing      no `text`, or it is not a string
    │   ├── NotText          the bytes of a file are no text in any encoding
    │   ├── TextTooLong      more characters than the settings allow
    │   ├── LoneSurrogate    half of a surrogate pair: a string that is not Unicode text and has no UTF-8 form
    │   ├── BadPublished     `published` is not an ISO date or datetime
    │   ├── BadField         another field of the story has the wrong type
    │   ├── BadSpan          a span that was asked about holds no word of the text
    │   ├── BadLine          a line of input is not a JSON object
    │   ├── BadEntry         one entry of an input (a row, a record, an item) cannot be read
    │   ├── ColumnMissing    a table has no column of the name that is looked for
    │   ├── NoMainText       a page, a message or an item holds no text of a story
    │   ├── BadMarkup        XML that cannot be read, or that asks for what is not in it
    │   ├── TooLarge         more bytes than one story or one archive may have
    │   ├── BadArchive       compressed data or an archive that is damaged
    │   ├── UnknownFormat    a file that is of none of the formats
    │   ├── Unreadable       a file that cannot be opened
    │   ├── NotFetched       a link that was not followed, and why
    │   ├── TooLong          a story is longer than this run reads
    │   └── BadPair          a row of pairs names no side, or one that its text does not hold once
    ├── StopRun              nothing can be read; the run ends
    │   ├── BadSetting       an environment variable holds a value that cannot be used
    │   ├── BadFormat        there is no format of that name
    │   ├── BadMap           a field map names what no story has, or a format that takes none
    │   ├── MissingLibrary   a format needs a library that is not installed
    │   ├── NothingToRead    there is no such file, or no file matches
    │   ├── BadTable         a table of actors or places cannot be read
    │   ├── BadEncoder       the encoder is missing or does not fit this version
    │   └── BadStore         a file is no store, is missing, or was made by a newer version
    │       └── StoreBusy    another program has the store open
    ├── BadRecord            a line is no record of this version of the contract
    ├── UnknownId            a record holds no finding of that id
    ├── AmbiguousId          several ids of a record begin so
    └── BadQuery             a question or a query that a store cannot answer

A message says what is wrong and what would be valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DatelineError(Exception):
    """Any error that this package raises on purpose."""


class SkipStory(DatelineError):
    """This story cannot be read; the run goes on."""


class TextMissing(SkipStory):
    """A story without a text."""

    def __init__(self, found: object = None) -> None:
        what = "is missing" if found is None else f"is of type {type(found).__name__}"
        super().__init__(f"the story's `text` {what}; a story needs a `text` that is a string (it may be empty)")


class NotText(SkipStory):
    """Bytes that are no text."""

    def __init__(self, strange: int, size: int) -> None:
        super().__init__(
            f"the file is not text: {strange:,} of its {size:,} bytes stand for no character; valid is text in UTF-8, "
            "UTF-16 or UTF-32 with a byte order mark, or Windows-1252"
        )


class TextTooLong(SkipStory):
    """A text longer than the settings allow."""

    def __init__(self, characters: int, limit: int) -> None:
        super().__init__(
            f"the text has {characters:,} characters; valid is at most {limit:,}, as DATELINE_MAX_CHARACTERS sets it"
        )


class LoneSurrogate(SkipStory):
    """A string with half of a surrogate pair in it.

    Such a string cannot be written as UTF-8, and to replace the half would alter the text, so the story is refused.
    """

    def __init__(self, field: str, text: str, offset: int) -> None:
        super().__init__(
            f"`{field}` has a lone surrogate (U+{ord(text[offset]):04X}) at character {offset}; valid is text that can "
            "be written as UTF-8: decode the bytes with errors='replace', or repair the broken \\u escape"
        )


class BadPublished(SkipStory):
    """A publication date that is not ISO 8601."""

    def __init__(self, found: object) -> None:
        super().__init__(
            f"`published` is {_shown(found)}; valid is an ISO date or datetime: 2015-09-24 or 2015-09-24T18:05:00Z"
        )


class BadField(SkipStory):
    """A field of a story with a value of the wrong type."""

    def __init__(self, field: str, found: object, wanted: str) -> None:
        super().__init__(f"the story's `{field}` is {_shown(found)}; valid is: {wanted}")


class BadSpan(SkipStory):
    """A span of characters that holds no word of its text."""

    def __init__(self, what: str, span: object, size: int) -> None:
        super().__init__(
            f"`{what}` is {_shown(span)}; valid is (start, end) in code points, with a word between, in a text of "
            f"{size:,}"
        )


class BadPair(SkipStory):
    """A row of pairs that cannot be coded."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the row is no pair: {reason}; valid is a `text` with `actor` or `recipient` as it stands there once, or "
            "their `_start` and `_end` in code points"
        )


class BadLine(SkipStory):
    """A line of input that is not one JSON object."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f'line {number} is no story: {reason}; valid is one JSON object per line: {{"text": "..."}}')


class BadEntry(SkipStory):
    """One entry of an input that cannot be read; those after it can."""

    def __init__(self, kind: str, reason: str, valid: str) -> None:
        super().__init__(f"the {kind} is no story: {reason}; valid is {valid}")


class ColumnMissing(SkipStory):
    """A table without the column that holds a field."""

    def __init__(self, column: str, field: str, columns: Iterable[str]) -> None:
        listed = ", ".join(_shown(name) for name in list(columns)[:30]) or "none"
        super().__init__(
            f"no column {_shown(column)} for `{field}`; the columns are: {listed}; name the right one in a map, as "
            f"{field}=COLUMN"
        )


class NoMainText(SkipStory):
    """Something that should hold a story and holds no text of one."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the {kind} holds no text of a story; valid is one with at least a sentence of running text")


class BadMarkup(SkipStory):
    """XML that cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the XML cannot be read: {reason}; valid is well-formed XML without entities of its own")


class TooLarge(SkipStory):
    """More bytes than may be held in memory for one story, or a small archive that unpacks to very much."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"{what} is larger than {limit:,} bytes, which is the most that is read")


class BadArchive(SkipStory):
    """Compressed data or an archive that is damaged."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(f"{what} is damaged: {reason}; valid is a whole file, as its program wrote it")


class UnknownFormat(SkipStory):
    """A file that is of none of the formats."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(f"its name and its first bytes fit no format; valid is one of: {', '.join(names)}")


class Unreadable(SkipStory):
    """A file that cannot be opened or read to its end."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"it cannot be read: {error.strerror or error}")


class NotFetched(SkipStory):
    """A link that was not followed, or that led to nothing readable."""

    def __init__(self, url: str, reason: str, status: int = 0) -> None:
        super().__init__(f"{_shown(url, 200)} was not fetched: {reason}")
        self.reason, self.status = reason, status


class TooLong(SkipStory):
    """A story longer than the limit of a run."""

    def __init__(self, characters: int, limit: int) -> None:
        super().__init__(f"the text has {characters:,} characters; this run reads at most {limit:,}")


class StopRun(DatelineError):
    """Nothing can be read; the run ends."""


class BadSetting(StopRun):
    """An environment variable with a value that cannot be used."""


class BadFormat(StopRun):
    """A name that is no format's."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        super().__init__(f"there is no format {_shown(name)}; valid is one of: {', '.join(names)}")


class BadMap(StopRun):
    """A map of fields that cannot be used."""


class MissingLibrary(StopRun):
    """A format whose library is not installed."""

    def __init__(self, name: str, library: str, extra: str) -> None:
        super().__init__(f"to read {name}, {library} is needed: pip install 'dateline[{extra}]'")


class NothingToRead(StopRun):
    """No file where there should be one."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"{source}: no such file; valid is a file, a folder, a pattern that some file matches, or a URL"
        )


class BadTable(StopRun):
    """A table of knowledge, given by its path, that cannot be read or has cells that cannot be used."""


class BadEncoder(StopRun):
    """The encoder is missing, damaged, or made for another version."""


class BadStore(StopRun):
    """A path at which there is no store that this version can open."""


class StoreBusy(BadStore):
    """A store that another program has open."""


class BadRecord(DatelineError):
    """A line that is no record of this version of the contract."""


class UnknownId(DatelineError):
    """An id that the record does not hold."""

    def __init__(self, wanted: str, story: str, kind: str = "finding") -> None:
        super().__init__(f"story {story!r} has no {kind} {wanted!r}; ids are listed in the `id` fields of its record")


class AmbiguousId(DatelineError):
    """The beginning of more than one id."""

    def __init__(self, beginning: str, story: str, count: int) -> None:
        super().__init__(
            f"story {story!r} has {count} ids that begin with {beginning!r}; give more of the one you mean"
        )


class BadQuery(DatelineError):
    """A question, a filter or a query that a store cannot answer."""


def _shown(value: object, limit: int = 60) -> str:
    """A value as it may stand in a message: escaped, and cut where it is long."""
    text = ascii(value)
    return text if len(text) <= limit else f"{text[:limit]}..."
