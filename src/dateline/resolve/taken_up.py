"""Which entity a description takes up: "the company", "the Norwegian minister".

Takes a description and the entities of the story so far, gives the one that it most probably means, or none, where it
speaks of someone new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dateline.record.words import countries, word_groups
from dateline.resolve.belonging import belonging
from dateline.resolve.descriptions import alike, modifiers
from dateline.resolve.entities import Entity, mark
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Question, Ranker, best
from dateline.resolve.traits import NAMES, OFFICES, traits

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# Words that set someone apart from those named before.
APART = frozenset([
    "other", "another", "different", "second", "new", "former", "latter", "more", "further", "separate", "rival",
])  # fmt: skip
# How many sentences back a description may refer: names are long remembered, the rest not.
NAMED_REACH, REACH = 30, 20
# Entities that are weighed; what a description takes up is among the latest.
MOST = 16


def by_noun(scene: Scene, item: Item, recent: Iterable[Entity], ranker: Ranker) -> tuple[Entity, str] | None:
    """The entity that the description most probably takes up; for indefinite phrases none."""
    sort = sort_of(scene, item)
    noun = scene.parsed.tokens.lemma[item.head].lower()
    marks = {mark(scene.parsed.tokens.text[i]) for i in modifiers(scene, item)}
    if sort is None or not APART.isdisjoint(marks):
        return None
    found = list(islice(candidates(scene, item, recent), MOST))
    if not found:
        return None
    if sort == "the" and (sure := by_name(noun, marks, found)) is not None:
        return sure
    rows = traits(scene, item, noun, marks, found)
    chosen = best(ranker, Question("description", item, (sort,), found, rows))
    if chosen is None:
        return None
    entity, probability = chosen
    return entity, f"description, most likely ({probability:.2f}): {said(noun, entity)}"


def by_name(noun: str, marks: set[str], found: Sequence[Entity]) -> tuple[Entity, str] | None:
    """The latest body with the noun in its name ("the ministry"), or the person who leads the country that is named."""
    heads = [one for one in found if heads_state(noun, marks, one)]
    if len(heads) == 1:
        return heads[0], f"the one head of that country in the story, {noun!r}"
    for entity in found:
        if named_so(noun, marks, entity):
            return entity, f"a word of its name, {noun!r}"
        if leads(noun, marks, entity):
            return entity, f"the one named person of that country, {noun!r}"
    return None


def named_so(noun: str, marks: set[str], entity: Entity) -> bool:
    """Whether the noun is what a body's name begins or ends with."""
    if entity.kind not in {"organization", "group"} or not entity.named:
        return False
    ends = {word.lower() for name in entity.names[:NAMES] for word in (name[0], name[-1])}
    return noun in ends and not marks & countries().codes - entity.marks


def leads(noun: str, marks: set[str], entity: Entity) -> bool:
    """Whether a country's office ("the Norwegian president") fits a named person of that country of unknown office."""
    country = marks & entity.marks & countries().codes
    return noun in OFFICES and entity.named and bool(country) and entity.nouns <= {"counterpart", "leader"}


def heads_state(noun: str, marks: set[str], entity: Entity) -> bool:
    """Whether "the Norwegian leader" fits someone who has been called that country's president or the like."""
    country = marks & countries().codes
    own = country & (entity.belongs.countries or entity.marks)
    return noun == "leader" and bool(own) and not word_groups("posts")["leads"].isdisjoint(entity.belongs.posts)


def candidates(scene: Scene, item: Item, recent: Iterable[Entity]) -> Iterator[Entity]:
    """The entities that kind, number, distance, countries and offices allow, the latest first."""
    own = belonging(scene, item)
    for entity in recent:
        reach = NAMED_REACH if entity.named else REACH
        if (
            alike(scene, item, entity)
            and item.sentence - entity.items[-1].sentence <= reach
            and not own.denies(entity.belongs)
        ):
            yield entity


def sort_of(scene: Scene, item: Item) -> str | None:
    """Whether the phrase speaks of someone as known ("the"), or has no article ("army officials"); None for others."""
    if scene.lower(item.first) in DEFINITE:
        return "the"
    if scene.tree.child(item.head, "nmod:poss") is not None:
        return "owned"
    if scene.tree.child(item.head, "det", "nummod") is not None:
        return None
    return "bare plural" if scene.has(item.head, "Number=Plur") else "bare"


def said(noun: str, entity: Entity) -> str:
    """What the description has in common with its entity, in words."""
    if noun in entity.nouns:
        return f"the same noun, {noun!r}"
    return f"{entity.kind} last mentioned as {entity.items[-1].mention.head.text!r}"
