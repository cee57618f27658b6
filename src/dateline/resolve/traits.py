"""What speaks for each entity that a description may take up ("the company"). Takes a description, gives named clues.

The clues: the same noun, words that are new, countries that differ, how long ago and how often the entity was named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from dateline.record.words import countries, word_groups
from dateline.resolve.entities import SEXES, Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Clues

# Nouns that any body may be called by when it has been named: "the group" is the last one that is a group.
GENERIC = frozenset([
    "agency", "body", "company", "firm", "group", "institution", "movement", "organisation", "organization", "party",
])  # fmt: skip
# Names of one entity that are looked at.
NAMES = 8
# Offices that one person at a time has in a country.
OFFICES = frozenset([
    "chancellor", "emperor", "king", "leader", "minister", "monarch", "premier", "president", "queen",
])  # fmt: skip


def traits(scene: Scene, item: Item, noun: str, marks: set[str], found: Sequence[Entity]) -> list[Clues]:
    """What speaks for each entity, the latest first, and last for nobody."""
    out = [dict(of_entity(scene, item, noun, marks, entity)) for entity in found]
    alike = [k for k, entity in enumerate(found) if entity.kind == item.mention.kind]
    for rank, k in enumerate(alike):
        out[k][f"latest of its kind but {min(rank, 3)}"] = 1.0
    called = [k for k, entity in enumerate(found) if noun in entity.nouns]
    for rank, k in enumerate(called):
        out[k][f"latest of that noun but {min(rank, 2)}"] = 1.0
    nobody = {"nobody": 1.0, f"nobody of {min(len(called), 3)} of that noun": 1.0}
    nobody[f"nobody of {min(len(alike), 4)} of its kind"] = 1.0
    nobody[f"nobody, {min(len(marks), 3)} words before the noun"] = 1.0
    return [*out, nobody]


def of_entity(scene: Scene, item: Item, noun: str, marks: set[str], entity: Entity) -> Iterator[tuple[str, float]]:
    """What one entity tells."""
    near = entity.items[-1]
    far = item.sentence - near.sentence
    yield f"sentences back {min(far, 3)}", 1.0
    yield "sentences back, log", log(1 + max(far, 0))
    yield "times", log(len(entity.items))
    yield f"last by {near.mention.form}", 1.0
    yield f"a {entity.kind} as a {item.mention.kind}", 1.0
    yield ("named" if entity.named else "unnamed"), 1.0
    if entity.items[0].sentence == 0:
        yield "in the first sentence", 1.0
    if entity.plural != scene.has(item.head, "Number=Plur"):
        yield "other number", 1.0
    yield from of_words(noun, marks, entity)
    yield from of_gender(noun, entity)


def of_words(noun: str, marks: set[str], entity: Entity) -> Iterator[tuple[str, float]]:
    """What the noun tells, and the words before it."""
    codes = countries().codes
    new = marks - codes - entity.marks
    own, others = marks & codes, entity.marks & codes
    if own and others and not own & others:
        yield "another country", 1.0
    if own & others:
        yield "the same country", 1.0
        if noun in OFFICES and entity.named and entity.nouns <= {"counterpart", "leader"}:
            yield "an office of its country", 1.0
    if noun in entity.nouns:
        yield "the same noun", 1.0
        yield f"the same noun, {min(len(new), 2)} new words", 1.0
        yield f"the same noun, {min(len(entity.marks - marks), 2)} words gone", 1.0
    else:
        yield ("other nouns" if entity.nouns else "no noun so far"), 1.0
        if entity.named:
            last = {word.lower() for name in entity.names[:NAMES] for word in (name[0], name[-1])}
            yield ("a word of its name" if noun in last else "no word of its name"), 1.0
            if noun in GENERIC and entity.kind in {"organization", "group"}:
                yield "a general word for a body", 1.0
    if marks - codes and not new:
        yield "all words known", 1.0


def of_gender(noun: str, entity: Entity) -> Iterator[tuple[str, float]]:
    """Whether a noun for a man or a woman agrees with what is known of the person."""
    lists = word_groups("gender")
    own = next((sex for sex in SEXES if noun in lists[f"{sex}.nouns"]), None)
    if own is None or entity.kind != "person":
        return
    told = entity.gender or entity.hinted or max(entity.called, key=entity.called.__getitem__, default=None)
    yield ("gender unknown" if told is None else "gender agrees" if told == own else "gender differs"), 1.0
