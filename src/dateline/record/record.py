"""The record of one story, in the form of the contract. Takes findings, gives one line of JSON and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, Literal, Self

from pydantic import ConfigDict, Field, ValidationError

from dateline.errors import BadRecord, SkipStory, UnknownId
from dateline.record.findings import (
    Actor,
    CausalClaim,
    Event,
    Finding,
    Mention,
    Model,
    Place,
    Position,
    SentenceRow,
    Statement,
    Time,
)
from dateline.record.html import fragment
from dateline.record.story import Story, Zone

SCHEMA: Final = "1"
FINDINGS: Final = ("mentions", "actors", "places", "times", "statements", "events", "causal_claims", "positions")


class ReaderVersion(Model):
    """Which program read the story."""

    version: str | None = Field(default=None, description="version of this package")
    encoder: str | None = Field(default=None, description="digest of the encoder")


class Warning_(Model):  # noqa: N801
    """Something the reader of a record should know about how it was made."""

    code: str = Field(description="short name, for programs ('not-english')")
    message: str = Field(description="what it means, for people")


class ZonedStory(Story):
    """The story as the record holds it: with the zones of its text."""

    zones: tuple[Zone, ...] = Field(default=(), description="headline, body and so on, in order, without overlap")


class Record(Model):
    """All that was found in one story. Every span is a slice of `story.text`; every id that is named exists here."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    # Not `schema`: pydantic's models have a method of that name.
    schema_version: Literal["1"] = Field(default=SCHEMA, alias="schema", description="version of this contract")
    reader: ReaderVersion = Field(default=ReaderVersion(), description="which program read the story")
    warnings: tuple[Warning_, ...] = Field(default=(), description="what to know about this reading")
    story: ZonedStory = Field(description="the story, with the zones of its text")
    sentences: tuple[SentenceRow, ...] = Field(default=(), description="sentences, in order, without overlap")
    mentions: tuple[Mention, ...] = Field(default=(), description="phrases that refer")
    actors: tuple[Actor, ...] = Field(default=(), description="who speaks and acts")
    places: tuple[Place, ...] = Field(default=(), description="where")
    times: tuple[Time, ...] = Field(default=(), description="when")
    statements: tuple[Statement, ...] = Field(default=(), description="who said what")
    events: tuple[Event, ...] = Field(default=(), description="what happened")
    causal_claims: tuple[CausalClaim, ...] = Field(default=(), description="what is said to bring about what")
    positions: tuple[Position, ...] = Field(default=(), description="who stands where")

    @classmethod
    def of(cls, story: Story, zones: tuple[Zone, ...] = (), **lists: Any) -> Self:
        """A record of a story, with as many of the lists as are known."""
        return cls(story=ZonedStory(**story.model_dump(exclude={"zones"}), zones=zones), **lists)

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The record that a line holds; raises `BadRecord` where it holds none."""
        try:
            return cls.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            raise BadRecord(f"no record of schema {SCHEMA}: {where}: {first['msg']}") from error
        except SkipStory as error:
            raise BadRecord(f"no record of schema {SCHEMA}: {error}") from error

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The record that parsed JSON holds; raises `BadRecord` where it holds none."""
        return cls.from_json(json.dumps(data))

    def to_json(self) -> str:
        """One line of JSON, the same for the same record: keys in the contract's order, null where not known."""
        return self.model_dump_json()

    def with_findings(self, **lists: tuple[Any, ...]) -> Self:
        """This record with other lists in place of its own, which are not checked again."""
        return self.model_copy(update=lists)

    def finding(self, wanted: str) -> Finding:
        """The finding of that id, of whatever kind; raises `UnknownId`."""
        try:
            return self._by_id[wanted]
        except KeyError:
            raise UnknownId(wanted, self.story.id) from None

    def actor(self, wanted: str) -> Actor:
        """The actor of that id; raises `UnknownId`."""
        found = self._by_id.get(wanted)
        if not isinstance(found, Actor):
            raise UnknownId(wanted, self.story.id, "actor")
        return found

    @cached_property
    def _by_id(self) -> dict[str, Finding]:
        return {finding.id: finding for name in FINDINGS for finding in getattr(self, name)}

    def __copy__(self) -> Self:
        # The index belongs to the lists it was made from; a copy is made to be given other lists.
        copied = super().__copy__()
        copied.__dict__.pop("_by_id", None)
        return copied

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in FINDINGS if getattr(self, name))
        return f"<Record {self.story.id}: {counts or 'no findings'}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return fragment(self.story.text, self.statements, self.actors, self.events, (*self.places, *self.times))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record as it is written: every key required, none beside them."""
    return Record.model_json_schema(mode="serialization")
