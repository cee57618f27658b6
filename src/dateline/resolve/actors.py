"""Actors: one for all mentions that stand for the same.

Takes clustered mentions, gives the Record with an actor table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.record import Actor, Mention, Record
from dateline.record.findings import ActorKind
from dateline.record.ids import actor_id
from dateline.record.parsed import ParsedStory
from dateline.record.words import countries

ARTICLES = ("the ", "a ", "an ", "this ", "that ", "these ", "those ", "some ")
ACTOR_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "state": "state",
    "group": "group",
}
OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your"])
# Words that name nobody but in the mouth of who says them.
SPOKEN = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"])
NAMED = frozenset({"name", "metonym", "demonym"})


def find(_: ParsedStory, record: Record) -> Record:
    """The record with its actors, in the order of their first mention; mentions point to them."""
    clusters: dict[str, list[Mention]] = defaultdict(list)
    for mention in record.mentions:
        if mention.actor is not None:
            clusters[mention.actor].append(mention)
    actors: dict[str, Actor] = {}
    ids: dict[str, str] = {}
    for key, mentions in clusters.items():
        actor = actor_of(record.story.id, mentions, actors)
        actors[actor.id] = actor
        ids[key] = actor.id
    pointed = (m if m.actor is None else m.model_copy(update={"actor": ids[m.actor]}) for m in record.mentions)
    return record.with_findings(actors=tuple(actors.values()), mentions=tuple(pointed))


def actor_of(story: str, mentions: Sequence[Mention], taken: dict[str, Actor]) -> Actor:
    """The actor of a cluster; of two with one name the later is numbered, so that no two share an id."""
    full = distinct(full_name(mentions), story, taken)
    offices = titles(mentions)
    return Actor(
        id=actor_id(story, full),
        name=full,
        kind=kind_of(mentions),
        aliases=tuple(dict.fromkeys(m.head.text for m in mentions if m.form in NAMED)),
        description=description(mentions),
        offices=offices,
        basis=basis(mentions),
        confidence=round(max(m.confidence for m in mentions), 4),
        found_by="mentions of the story",
    )


def full_name(mentions: Sequence[Mention]) -> str:
    """The fullest name that the story gives, else the first description without its article, else the pronoun."""
    names = [m.head.text for m in mentions if m.form == "name"]
    if names:
        return max(names, key=len) if not_country(names[0]) else names[0]
    for form in ("metonym", "nominal", "demonym", "pronoun"):
        for mention in mentions:
            if mention.form == form and mention.span.text.lower() not in SPOKEN:
                return without_article(mention.span.text)
    return mentions[0].span.text


def not_country(name: str) -> bool:
    """Whether a name is on no list of countries; those keep the form that the story uses first."""
    return name not in countries().names


def without_article(phrase: str) -> str:
    """A description as a name: no article, one line."""
    one_line = " ".join(phrase.split())
    lower = one_line.lower()
    return next((one_line[len(a) :] for a in ARTICLES if lower.startswith(a) and len(lower) > len(a)), one_line)


def distinct(name: str, story: str, taken: dict[str, Actor]) -> str:
    """The name, numbered where another actor of the story has it."""
    number, candidate = 1, name
    while actor_id(story, candidate) in taken:
        number += 1
        candidate = f"{name} ({number})"
    return candidate


def kind_of(mentions: Sequence[Mention]) -> ActorKind:
    """The kind of the first mention that has one of an actor."""
    return next((ACTOR_KINDS[m.kind] for m in mentions if m.kind in ACTOR_KINDS), "group")


def titles(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The offices that stand before the name ("Foreign Minister Ida Berg"), in order."""
    before = (m.span.text[: m.head.start - m.span.start] for m in mentions if m.form == "name" and m.kind == "person")
    found = (without_article(text).strip(" ,") for text in before)
    # "his Norwegian counterpart" says whom someone is to another, not what he is.
    return tuple(
        dict.fromkeys(t for t in found if t and f"{t.lower()} " not in ARTICLES and t.split()[0] not in OWNERS)
    )


def description(mentions: Sequence[Mention]) -> str | None:
    """What the story calls it without naming it: the longest description, without its article."""
    found = [without_article(m.span.text) for m in mentions if m.form == "nominal"]
    return max(found, key=len) if found and any(m.form == "name" for m in mentions) else None


def basis(mentions: Sequence[Mention]) -> str:
    """How the mentions came together: each reason once, with the words it concerns."""
    reasons = ((m.head.text, m.found_by.partition("; ")[2]) for m in mentions if m.form != "pronoun")
    said = dict.fromkeys(f"{text!r}: {why}" for text, why in reasons if why)
    return "; ".join(said) or "pronouns only"
