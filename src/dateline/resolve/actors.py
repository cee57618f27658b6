"""Actors: one for all mentions that stand for the same, with country, sectors and key where they are known.

Takes clustered mentions, gives the Record with its actors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.record import Actor, Mention, Record
from dateline.record.findings import ActorKind
from dateline.record.ids import actor_id
from dateline.record.parsed import ParsedStory
from dateline.record.words import countries, states, word_groups
from dateline.resolve.context import Context, Identity
from dateline.resolve.identity import identify
from dateline.resolve.items import Item, Scene

ARTICLES = ("the ", "a ", "an ", "this ", "that ", "these ", "those ", "some ")
ACTOR_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "state": "state",
    "group": "group",
    "crowd": "crowd",
}
OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your"])
# Words that name nobody but in the mouth of who says them.
SPOKEN = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"])
NAMED = frozenset({"name", "metonym", "demonym"})


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its actors, in the order of their first mention; mentions point to them."""
    scene = Scene.of(parsed, record.mentions)
    clusters: dict[str, list[Item]] = defaultdict(list)
    for item in scene.items:
        if item.mention.actor is not None:
            clusters[item.mention.actor].append(item)
    known = identities(Context.of(scene), clusters)
    actors: dict[str, Actor] = {}
    ids: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for keys in same(known):
        items = sorted((item for key in keys for item in clusters[key]), key=lambda item: item.index)
        actor = actor_of(record.story.id, [item.mention for item in items], known[keys[0]], numbers)
        actors[actor.id] = actor
        ids.update(dict.fromkeys(keys, actor.id))
    pointed = (m if m.actor is None else m.model_copy(update={"actor": ids[m.actor]}) for m in record.mentions)
    return record.with_findings(actors=tuple(actors.values()), mentions=tuple(pointed))


def identities(context: Context, clusters: Mapping[str, Sequence[Item]]) -> dict[str, Identity]:
    """The identity of each cluster. Bodies come first, then people by name: others are called after them."""
    found: dict[str, Identity] = {}
    for turn in (0, 1, 2):
        for key, items in clusters.items():
            if turn_of(items) == turn:
                found[key] = identify(context, items, found)
    return {key: found[key] for key in clusters}


def turn_of(items: Sequence[Item]) -> int:
    """When a cluster's turn is: a named body or state first, then a named person, then who has no name."""
    named = [item.mention.kind for item in items if item.mention.form in {"name", "metonym"}]
    return 2 if not named else 0 if not {"state", "organization"}.isdisjoint(named) else 1


def same(known: Mapping[str, Identity]) -> list[list[str]]:
    """Clusters that are one actor of the table, together; the others alone."""
    groups: dict[str, list[str]] = {}
    for key, identity in known.items():
        groups.setdefault(identity.key or f" {key}", []).append(key)
    return list(groups.values())


def actor_of(story: str, mentions: Sequence[Mention], identity: Identity, numbers: Counter[str]) -> Actor:
    """The actor of a cluster. `numbers`: how often each name was given so far."""
    full = identity.name if identity.name and not spelled_out(mentions, identity) else full_name(mentions)
    if identity.key is None:
        full = distinct(full, numbers)
    return Actor(
        id=identity.key or actor_id(story, full),
        name=full,
        kind=kind_of(mentions, identity),
        code=identity.code,
        sectors=identity.sectors,
        aliases=tuple(dict.fromkeys(m.head.text for m in mentions if m.form in NAMED)),
        description=description(mentions) or identity.description,
        offices=titles(mentions),
        wikidata=wikidata(identity),
        basis=basis(mentions, identity),
        confidence=round(max(m.confidence for m in mentions), 4),
        found_by="actor table and mentions of the story" if identity.key else "mentions of the story",
    )


def wikidata(identity: Identity) -> str | None:
    """The Wikidata id of a state."""
    return states().get(identity.key or "", {}).get("wikidata") or None


def spelled_out(mentions: Sequence[Mention], identity: Identity) -> bool:
    """Whether the story itself gives a person's first name and surname; the table's spelling is then not needed."""
    return identity.kind == "person" and any(m.form == "name" and " " in m.head.text for m in mentions)


def full_name(mentions: Sequence[Mention]) -> str:
    """The fullest name that the story gives, else the first description without its article, else the pronoun."""
    names = [m.head.text for m in mentions if m.form == "name"]
    if names:
        # Of "MARK WARNER" and "Mark Warner" the latter.
        return max(names, key=lambda name: (len(name), not name.isupper())) if not_country(names[0]) else names[0]
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


def distinct(name: str, numbers: Counter[str]) -> str:
    """The name; of two actors with one name the later is numbered, so that no two share an id."""
    numbers[name] += 1
    if numbers[name] == 1:
        return name
    return distinct(f"{name} ({numbers[name]})", numbers)


def kind_of(mentions: Sequence[Mention], identity: Identity) -> ActorKind:
    """The kind that the table gives; else that of the first mention that has one of an actor."""
    if identity.kind in ACTOR_KINDS:
        return ACTOR_KINDS[identity.kind]
    if all(m.form in {"nominal", "pronoun"} for m in mentions) and any(is_crowd(m) for m in mentions):
        return "crowd"
    return next((ACTOR_KINDS[m.kind] for m in mentions if m.kind in ACTOR_KINDS), "group")


def is_crowd(mention: Mention) -> bool:
    """Whether a description is one of many people who form no body ("protesters")."""
    word = mention.head.text.lower()
    crowd = word_groups("sectors")["crowd"]
    return mention.kind == "group" and (word in crowd or word.removesuffix("s") in crowd)


def titles(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The offices that stand before the name ("Foreign Minister Ida Berg"), in order."""
    before = (m.span.text[: m.head.start - m.span.start] for m in mentions if m.form == "name" and m.kind == "person")
    found = (without_article(text).strip(" ,/-") for text in before)
    # "his Norwegian counterpart" says whom someone is to another, not what he is.
    return tuple(
        dict.fromkeys(t for t in found if t and f"{t.lower()} " not in ARTICLES and t.split()[0] not in OWNERS)
    )


def description(mentions: Sequence[Mention]) -> str | None:
    """What the story calls it without naming it: the longest description, without its article."""
    found = [without_article(m.span.text) for m in mentions if m.form == "nominal"]
    return max(found, key=len) if found and any(m.form == "name" for m in mentions) else None


def basis(mentions: Sequence[Mention], identity: Identity) -> str:
    """What gave the actor its identity, and how its mentions came together: each reason once, with the words."""
    reasons = ((m.head.text, m.found_by.partition("; ")[2]) for m in mentions if m.form != "pronoun")
    said = dict.fromkeys(f"{text!r}: {why}" for text, why in reasons if why)
    return "; ".join([*identity.why, *said]) or "pronouns only"
