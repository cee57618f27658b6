"""A story as it came in, and the zones of its text. Takes fields from outside, gives `Story` or a named `SkipStory`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from dateline.errors import BadField, BadPublished, BadSetting, LoneSurrogate, TextMissing, TextTooLong
from dateline.record.ids import story_id
from dateline.record.span import Span, cut
from dateline.settings import settings

ZoneKind = Literal["caption", "credit", "headline", "dateline", "byline", "body", "boilerplate"]
METADATA = ("title", "url", "outlet", "byline", "language")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text of one kind; zones follow each other and do not overlap."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: Annotated[ZoneKind, Field(description="what this stretch of the text is")]
    start: Annotated[int, Field(ge=0, description="offset of its first code point")]
    end: Annotated[int, Field(ge=0, description="offset after its last code point")]


class Story(BaseModel):
    """One story as it came in. The text is never altered: all offsets count its code points, end exclusive.

    A field that cannot be used raises a `SkipStory` of its own name (`BadPublished`, `LoneSurrogate`, ...), here and
    not later. A lone surrogate is refused, not replaced: it has no UTF-8 form, and the text may not be altered.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_serialization_defaults_required=True)

    # `checked` fills it; the factory tells type checkers that a caller may leave it out.
    id: str = Field(default_factory=str, description="the caller's id; else the hash of text, published, outlet, url")
    text: str = Field(description="plain text, exactly as given")
    title: str | None = Field(default=None, description="headline, where it came beside the text")
    url: str | None = Field(default=None, description="where the story was published")
    outlet: str | None = Field(default=None, description="the paper, agency or site that published it")
    byline: str | None = Field(default=None, description="who wrote it, as printed")
    published: str | None = Field(
        default=None, description="ISO date or datetime of publication, as given: what 'Thursday' is resolved against"
    )
    language: str | None = Field(default=None, description="language of the text, ISO 639-1")

    # Not a field: it is no part of the story, and stands in the record as warnings.
    _notes: tuple[tuple[str, str], ...] = PrivateAttr(default=())

    @model_validator(mode="before")
    @classmethod
    def _usable(cls, fields: Any) -> Any:
        return checked(fields) if isinstance(fields, Mapping) else fields

    @property
    def day(self) -> date | None:
        """The day of publication, in the time zone in which it was given."""
        return None if self.published is None else datetime.fromisoformat(self.published).date()

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """What happened to the story on its way in, a code and a message each: warnings of its record."""
        return self._notes

    def noted(self, code: str, message: str) -> Self:
        """The same story with a note more."""
        story = self.model_copy()
        story._notes = (*self._notes, (code, message))  # noqa: SLF001 - of its own class
        return story

    def span(self, start: int, end: int) -> Span:
        """The words from start to end (code points, end exclusive)."""
        return cut(self.text, start, end)


def checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a story, each found usable, with an id; raises the `SkipStory` that says which one is not."""
    text = _text(fields.get("text"))
    metadata = {name: _string(name, fields.get(name)) for name in METADATA}
    published = _published(fields.get("published"))
    own = _string("id", fields.get("id")) or story_id(text, published, metadata["outlet"], metadata["url"])
    return {**fields, **metadata, "text": text, "published": published, "id": own}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TextMissing(value)
    if len(value) > (limit := _limit()):
        raise TextTooLong(len(value), limit)
    return _unicode("text", value)


def _limit() -> int:
    # Settings and errors are strangers; this is the lowest room that knows both.
    try:
        return settings().max_characters
    except ValueError as error:
        raise BadSetting(str(error)) from error


def _string(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadField(name, value, "a string, or null where it is not known")
    return _unicode(name, value)


def _unicode(name: str, value: str) -> str:
    if surrogate := _SURROGATE.search(value):
        raise LoneSurrogate(name, value, surrogate.start())
    return value


def _published(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadPublished(value) from None
    return str(value)
