"""What is known of a story: the findings, and the record that holds them. Takes nothing, gives types only.

The names are those of the field: source, cue and content from PARC3 and PolNeAR; actor, recipient, type, mode and
context from PLOVER; factuality from FactBank; TIMEX3 from TimeML; cause, effect and signal from the Causal News Corpus.
A field that is not known is null or an empty list, never guessed and never absent.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from dateline.record.span import Span
from dateline.record.story import ZoneKind

MentionKind = Literal[
    "person", "organization", "state", "group", "facility", "location",
    "weapon", "platform", "date", "money", "nationality", "other",
]  # fmt: skip
MentionForm = Literal["name", "nominal", "pronoun", "metonym", "demonym"]
ActorKind = Literal["person", "organization", "state", "group", "crowd"]
Precision = Literal["country", "region", "admin1", "admin2", "city", "facility", "point"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementForm = Literal["direct", "indirect", "mixed"]
StatementKind = Literal["speech", "writing", "thought", "attitude", "evidence"]
Act = Literal[
    "assert", "warn", "deny", "confirm", "announce", "demand", "propose",
    "promise", "accuse", "praise", "threaten", "question", "decline",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
Status = Literal["occurred", "ongoing", "planned", "threatened", "hypothetical", "negated", "historical"]
FactValue = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"]
Relation = Literal["cause", "enable", "prevent", "motivate"]
Polarity = Literal["increase", "decrease", "unknown"]
Stance = Literal["support", "oppose", "conditional", "neutral"]

Confidence = Annotated[
    float,
    Field(ge=0, le=1, description="calibrated probability that this was read correctly; not that it is true"),
]
FoundBy = Annotated[
    str, Field(min_length=1, description="the rule or the head that decided; 'hand' for what a person wrote")
]


def refers_to(table: str, word: str | None = None) -> dict[str, JsonValue]:
    """Marks a field that holds ids of another list of the record, or a word that the contract allows in their place.

    It stands in the JSON Schema, and `verify` follows it.
    """
    return {"refers_to": table} if word is None else {"refers_to": table, "or_word": word}


class Model(BaseModel):
    """A frozen value without keys beyond those of the contract."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, json_schema_serialization_defaults_required=True
    )


class SentenceRow(Model):
    """A sentence of the story."""

    id: str = Field(description="unique in the record")
    start: int = Field(ge=0, description="offset of the first code point")
    end: int = Field(ge=0, description="offset after the last code point")
    zone: ZoneKind = Field(description="kind of the zone that it lies in")


class Mention(Model):
    """A phrase that refers to someone, somewhere, something or some time."""

    id: str = Field(description="hash of the story's id and the span")
    span: Span = Field(description="the whole phrase, as in 'Norwegian Foreign Minister Ida Berg'")
    head: Span = Field(description="the bare name ('Ida Berg'), or the head word of a phrase without a name")
    kind: MentionKind = Field(description="what sort of thing it refers to")
    form: MentionForm = Field(description="how it refers; a metonym is a place or a house that acts, and has an actor")
    actor: str | None = Field(
        default=None,
        description="id of the actor it refers to; at most one of actor, place, time is set",
        json_schema_extra=refers_to("actors"),
    )
    place: str | None = Field(
        default=None, description="id of the place it refers to", json_schema_extra=refers_to("places")
    )
    time: str | None = Field(
        default=None, description="id of the time it refers to", json_schema_extra=refers_to("times")
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that make it this mention and no other: what its id is the hash of."""
        return (self.span,)


class Actor(Model):
    """Someone who can speak or act: a person, a body, a state, a group, a crowd."""

    id: str = Field(description="key in the actor table; else the hash of the story's id and the name")
    name: str = Field(description="fullest name that is known")
    kind: ActorKind = Field(description="what sort of actor")
    code: str | None = Field(
        default=None, description="ISO 3166 alpha-3 of the state, or a PLOVER code (IGO, NGO, ...)"
    )
    sectors: tuple[str, ...] = Field(default=(), description="PLOVER sector codes, primary first (GOV, MIL, REB, ...)")
    aliases: tuple[str, ...] = Field(default=(), description="names the story uses, each once, in order of appearance")
    description: str | None = Field(
        default=None, description="what the story calls the actor beside a name or an office"
    )
    offices: tuple[str, ...] = Field(default=(), description="offices the story gives the actor ('Foreign Minister')")
    wikidata: str | None = Field(default=None, description="Wikidata id (Q...)")
    basis: str | None = Field(default=None, description="how the actor was resolved, in words")
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"


class Place(Model):
    """A place on the map."""

    id: str = Field(description="key in the gazetteer; else the hash of the story's id and the name")
    name: str = Field(description="name of the place")
    geonameid: int | None = Field(default=None, description="GeoNames id")
    lat: float | None = Field(default=None, ge=-90, le=90, description="latitude in degrees, WGS 84")
    lon: float | None = Field(default=None, ge=-180, le=180, description="longitude in degrees, WGS 84")
    country: str | None = Field(default=None, description="ISO 3166 alpha-3")
    feature: str | None = Field(default=None, description="GeoNames feature code (PPLC, ADM1, ...)")
    precision: Precision | None = Field(default=None, description="how finely the coordinates place it")
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"


class Time(Model):
    """An expression of time and what it amounts to."""

    id: str = Field(description="hash of the story's id and the span")
    span: Span = Field(description="the expression")
    type: TimeType = Field(description="TIMEX3 type")
    value: str | None = Field(default=None, description="TIMEX3 value ('2015-W39', 'P3D', 'PAST_REF')")
    begin: str | None = Field(default=None, description="ISO date: first day of the value")
    end: str | None = Field(default=None, description="ISO date: last day of the value")
    anchor: str | None = Field(
        default=None,
        description="what it was resolved against: 'published', the id of a time, or null",
        json_schema_extra=refers_to("times", "published"),
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that make it this time and no other: what its id is the hash of."""
        return (self.span,)


class Statement(Model):
    """Words, thoughts or knowledge that the story attributes to a source."""

    id: str = Field(description="hash of the story's id and the source, cue and content")
    source: tuple[Span, ...] = Field(
        default=(), description="whom the story attributes it to; empty where it names nobody"
    )
    cue: tuple[Span, ...] = Field(default=(), description="the words that attribute ('said', 'according to')")
    content: tuple[Span, ...] = Field(default=(), description="what is attributed, without outer quotation marks")
    speaker: str | None = Field(
        default=None, description="id of the actor that the source resolves to", json_schema_extra=refers_to("actors")
    )
    form: StatementForm = Field(
        description="all of the content in the source's own words (quoted, or a turn of talk), none of it, or a part"
    )
    kind: StatementKind = Field(description="said, written, thought, held as an attitude, or shown by evidence")
    act: Act | None = Field(
        default=None, description="what the source does in saying it; a refusal to speak is 'decline'"
    )
    quotation: tuple[Span, ...] = Field(default=(), description="the parts in quotation marks, with the marks")
    addressee: str | None = Field(
        default=None, description="id of the actor spoken to", json_schema_extra=refers_to("actors")
    )
    medium: Span | None = Field(default=None, description="through what it was said ('in a radio interview')")
    place: str | None = Field(
        default=None, description="id of the place where it was said", json_schema_extra=refers_to("places")
    )
    time: str | None = Field(
        default=None, description="id of the time when it was said", json_schema_extra=refers_to("times")
    )
    certainty: Certainty = Field(default="underspecified", description="how sure the source is of the content")
    negated: bool = Field(default=False, description="whether the content is a denial ('would not')")
    parent: str | None = Field(
        default=None,
        description="id of the statement whose content this one is part of",
        json_schema_extra=refers_to("statements"),
    )
    continues: str | None = Field(
        default=None,
        description="id of the statement that this one goes on with, without a new cue",
        json_schema_extra=refers_to("statements"),
    )
    echo_of: str | None = Field(
        default=None,
        description="id of the statement that this one repeats (a caption, a headline)",
        json_schema_extra=refers_to("statements"),
    )
    anonymous: bool = Field(
        default=False,
        description="whether the source is unnamed people ('two officials'), not an office, a court or a crowd",
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that make it this statement and no other: what its id is the hash of."""
        return self.source + self.cue + self.content


class Factuality(Model):
    """What one voice commits to about an event."""

    source: str = Field(description="'author' or the id of an actor", json_schema_extra=refers_to("actors", "author"))
    value: FactValue = Field(description="FactBank value: certain, probable, possible; that it is so, is not, unknown")
    statement: str | None = Field(
        default=None,
        description="id of the statement that commits the source",
        json_schema_extra=refers_to("statements"),
    )


class Amount(Model):
    """How many, as a range."""

    low: int | None = Field(default=None, ge=0, description="at least")
    best: int | None = Field(default=None, ge=0, description="the number given")
    high: int | None = Field(default=None, ge=0, description="at most")
    span: Span | None = Field(default=None, description="the words that give the number")


class Size(Model):
    """How many people an event concerned."""

    dead: Amount | None = Field(default=None, description="people killed")
    injured: Amount | None = Field(default=None, description="people hurt")
    arrested: Amount | None = Field(default=None, description="people arrested")
    displaced: Amount | None = Field(default=None, description="people driven from their homes")


class Event(Model):
    """One happening, with all the words that tell of it. What is only said is a statement, not an event."""

    id: str = Field(description="hash of the story's id and the anchors")
    type: str = Field(description="PLOVER event type (AGREE, ASSAULT, ...)")
    mode: tuple[str, ...] = Field(default=(), description="PLOVER modes")
    context: tuple[str, ...] = Field(default=(), description="PLOVER contexts")
    cameo: str | None = Field(default=None, description="CAMEO code")
    quad: Quad | None = Field(default=None, description="class of the event type")
    score: float | None = Field(default=None, description="PLOVER conflict and cooperation score, -10 to 10")
    anchor: tuple[Span, ...] = Field(default=(), description="the words that name the event, every time the story does")
    actors: tuple[str, ...] = Field(
        default=(), description="ids of the actors that do it", json_schema_extra=refers_to("actors")
    )
    recipients: tuple[str, ...] = Field(
        default=(), description="ids of the actors it is done to", json_schema_extra=refers_to("actors")
    )
    place: str | None = Field(default=None, description="id of the place", json_schema_extra=refers_to("places"))
    time: str | None = Field(default=None, description="id of the time", json_schema_extra=refers_to("times"))
    status: Status = Field(description="whether and when it happens; 'negated': the author commits that it does not")
    factuality: tuple[Factuality, ...] = Field(default=(), description="who commits to what about it")
    reported_by: tuple[str, ...] = Field(
        default=(), description="ids of the statements that tell of it", json_schema_extra=refers_to("statements")
    )
    size: Size = Field(default=Size(), description="people concerned")
    countable: bool = Field(
        default=False, description="whether it may be counted as having happened, as of publication"
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that make it this event and no other: what its id is the hash of."""
        return self.anchor


class CausalClaim(Model):
    """A claim, by the author or by a source, that one thing brings about another."""

    id: str = Field(description="hash of the story's id and the cause, effect and signal")
    cause: Span = Field(description="what brings about")
    effect: Span = Field(description="what is brought about")
    signal: tuple[Span, ...] = Field(default=(), description="the words that say so ('because of', 'led to')")
    relation: Relation = Field(description="how the one brings about the other")
    polarity: Polarity = Field(default="unknown", description="what the cause does to the effect as spanned")
    certainty: Certainty = Field(default="underspecified", description="how sure the claimant is")
    negated: bool = Field(default=False, description="whether the claim is that it does not")
    claimant: str | None = Field(
        default=None,
        description="id of the actor that claims it, 'author', or null",
        json_schema_extra=refers_to("actors", "author"),
    )
    statement: str | None = Field(
        default=None, description="id of the statement that holds the claim", json_schema_extra=refers_to("statements")
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that make it this claim and no other: what its id is the hash of."""
        return (self.cause, self.effect, *self.signal)


class Position(Model):
    """Where an actor stands on an issue, from its statements and deeds."""

    id: str = Field(description="hash of the story's id, the actor and the issue")
    actor: str | None = Field(description="id of the actor", json_schema_extra=refers_to("actors"))
    issue: str = Field(description="what is at issue, in words")
    stance: Stance = Field(description="for, against, only if, or neither")
    condition: Span | None = Field(default=None, description="the condition on which the stance rests")
    statement: tuple[str, ...] = Field(
        default=(), description="ids of the statements that show it", json_schema_extra=refers_to("statements")
    )
    event: tuple[str, ...] = Field(
        default=(), description="ids of the events that show it", json_schema_extra=refers_to("events")
    )
    confidence: Confidence = 1.0
    found_by: FoundBy = "hand"


Finding = Mention | Actor | Place | Time | Statement | Event | CausalClaim | Position
