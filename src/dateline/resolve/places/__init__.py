"""Places: where on the map the names of a story lie.

Takes a ParsedStory and a Record with actors, gives the Record with its places; mentions point to them.

A name that no gazetteer has, or whose best reading is too doubtful, gets no place. What acts, by the name of a place or
of its people, keeps its actor and stays off the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.record import Mention, Place, Record, Span
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory
from dateline.record.words import countries
from dateline.resolve.items import Scene
from dateline.resolve.places.choose import LEAST, Choice, choices, weights
from dateline.resolve.places.context import Group, context_of, grouped
from dateline.resolve.places.reasons import reasons
from dateline.resolve.places.toponyms import Toponym, toponyms


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with a place for each name that has one, in the order of their first mention."""
    if not parsed.sentences:
        return record
    scene = Scene.of(parsed, record.mentions)
    groups = grouped(toponyms(scene))
    if not groups:
        return record
    chosen = choices(groups, context_of(scene, groups), weights())
    placed = [(top, choice) for group, choice in zip(groups, chosen, strict=True) for top in on_map(group, choice)]
    return written(parsed, record, sorted(placed, key=lambda pair: pair[0].first), groups)


def on_map(group: Group, choice: Choice) -> Iterator[Toponym]:
    """The names of a group that are meant as the place it stands for.

    The name of a country that acts stays an actor, unless it turns out to be that of something else ("Georgia voters").
    """
    if choice.confidence < LEAST:
        return
    for top in group.members:
        if top.mapped or misread(top, choice):
            yield top


def misread(top: Toponym, choice: Choice) -> bool:
    """Whether the name of a country that acts is that of a place outside it; Singapore is both state and city."""
    mention, row = top.item.mention if top.item else None, choice.candidate.row
    if mention is None or mention.kind != "state" or mention.form != "name" or row.precision == "country":
        return False
    return row.country != countries().names.get(mention.head.text.replace("’", "'"))


def written(
    parsed: ParsedStory,
    record: Record,
    placed: Sequence[tuple[Toponym, Choice]],
    groups: Sequence[Group],
) -> Record:
    """The record with places, with the mentions that name them, and without actors that nothing refers to any more."""
    by_member = {id(top): group for group in groups for top in group.members}
    places: dict[str, Place] = {}
    pointed: dict[str, Mention] = {}
    new: list[Mention] = []
    for top, choice in placed:
        known = places.get(choice.candidate.id)
        if known is None or known.confidence < choice.confidence:
            places[choice.candidate.id] = place_of(choice, by_member[id(top)])
        own = None if top.item is None else top.item.mention
        if own is not None and own.id not in pointed:
            pointed[own.id] = moved(parsed, own, top, choice)
        else:
            new.append(added(parsed, top, choice))
    mentions = in_order([pointed.get(m.id, m) for m in record.mentions], new)
    left = {m.actor: k for k, m in reversed(list(enumerate(mentions)))}
    # In the order of their first mentions, which may no longer be those of before.
    actors = tuple(sorted((a for a in record.actors if a.id in left), key=lambda a: left[a.id]))
    return record.with_findings(places=tuple(places.values()), mentions=mentions, actors=actors)


def place_of(choice: Choice, group: Group) -> Place:
    """The place as a finding."""
    row = choice.candidate.row
    return Place(
        id=choice.candidate.id,
        name=row.name,
        geonameid=row.geonameid or None,
        lat=row.lat,
        lon=row.lon,
        country=row.country or None,
        feature=row.feature or None,
        precision=row.precision,
        confidence=choice.confidence,
        found_by=reasons(choice, group),
    )


def moved(parsed: ParsedStory, mention: Mention, top: Toponym, choice: Choice) -> Mention:
    """A mention that points to its place; its head is the name that the gazetteer has ("northern | Iraq")."""
    kind = mention.kind if mention.kind == "facility" else "location"
    head = span(parsed, top)
    if not mention.span.start <= head.start < head.end <= mention.span.end:
        # The gazetteer's name has a period that the mention has not ("Mo.").
        head = mention.head
    return mention.model_copy(
        update={
            "head": head,
            "kind": kind,
            "actor": None,
            "place": choice.candidate.id,
            "found_by": f"{mention.found_by.partition('; ')[0]}; {top.why}",
        }
    )


def added(parsed: ParsedStory, top: Toponym, choice: Choice) -> Mention:
    """A mention for a name that had none of its own."""
    words = span(parsed, top)
    return Mention(
        id=finding_id(parsed.story.id, "mention", (words,)),
        span=words,
        head=words,
        kind="location",
        form="name",
        place=choice.candidate.id,
        confidence=choice.confidence,
        found_by=top.why,
    )


def span(parsed: ParsedStory, top: Toponym) -> Span:
    return parsed.story.span(parsed.tokens.start[top.first], parsed.tokens.end[top.last - 1])


def in_order(mentions: Sequence[Mention], new: Iterable[Mention]) -> tuple[Mention, ...]:
    """All mentions in text order, longer ones first; a stretch of words that has one already gets no second."""
    taken = {m.id for m in mentions}
    fresh = [m for m in new if m.id not in taken]
    if not fresh:
        return tuple(mentions)
    return tuple(sorted([*mentions, *fresh], key=lambda m: (m.span.start, -m.span.end)))
