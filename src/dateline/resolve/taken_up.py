"""Which entity a description takes up: "the company", "the Norwegian minister".

Takes a description and the entities of the story so far, gives the one that it most probably means, or none, where it
speaks of someone new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.resolve.descriptions import alike, modifiers
from dateline.resolve.entities import Entity, mark
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Question, Ranker, best
from dateline.resolve.traits import traits

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# Words that set someone apart from those named before.
APART = frozenset([
    "other", "another", "different", "second", "new", "former", "latter", "more", "further", "separate", "rival",
])  # fmt: skip
# How many sentences back a description may refer: names are long remembered, the rest not.
NAMED_REACH, REACH = 30, 20


def by_noun(scene: Scene, item: Item, recent: Iterable[Entity], ranker: Ranker) -> tuple[Entity, str] | None:
    """The entity that the description most probably takes up; for indefinite phrases none."""
    sort = sort_of(scene, item)
    noun = scene.parsed.tokens.lemma[item.head].lower()
    marks = {mark(scene.parsed.tokens.text[i]) for i in modifiers(scene, item)}
    if sort is None or not APART.isdisjoint(marks):
        return None
    found = list(candidates(scene, item, recent))
    if not found:
        return None
    rows = traits(scene, item, noun, marks, found)
    chosen = best(ranker, Question("description", item, (sort,), found, rows))
    if chosen is None:
        return None
    entity, probability = chosen
    return entity, f"description, most likely ({probability:.2f}): {said(noun, entity)}"


def candidates(scene: Scene, item: Item, recent: Iterable[Entity]) -> Iterator[Entity]:
    """The entities that kind, number and distance allow, the latest first."""
    for entity in recent:
        reach = NAMED_REACH if entity.named else REACH
        if alike(scene, item, entity) and item.sentence - entity.items[-1].sentence <= reach:
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
