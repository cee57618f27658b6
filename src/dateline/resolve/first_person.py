"""Whom "I", "we" and "you" stand for: the speaker of a quotation, or who answers in an interview.

Takes the entities known so far, gives more mentions to them.
"""

from __future__ import annotations

from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.turns import SECOND, Turns

SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
PLURAL = frozenset(["we", "us", "our", "ours", "ourselves"])
# Spaces that may stand between a quotation and the end of its line.
MARGIN = 4
BODIES = frozenset({"state", "organization"})


def first_person(scene: Scene, entities: dict[int, Entity], taken: Turns) -> None:
    """Gives "I" and its like to the speakers of the quotations and of the turns that they stand in."""
    quoted = [mentioned(scene, entities, word) for word in scene.speakers]
    bodies = represented(scene, entities)
    for item in scene.items:
        word = scene.lower(item.head)
        if item.mention.form != "pronoun" or item.index in entities or word not in SINGULAR | PLURAL | SECOND:
            continue
        if not quoted_whole(scene, item):
            entity = taken.speaker(item, second=word in SECOND)
        else:
            entity = whom(word, quoted[item.quotation], bodies)
            if entity is None and fills_paragraph(scene, item):
                entity = taken.speaker(item, second=word in SECOND)
        if entity is not None and (word not in SINGULAR or entity.kind == "person"):
            entity.add(item, "whom a question is put to" if word in SECOND else "whose words they are")
            entities[item.index] = entity


def quoted_whole(scene: Scene, item: Item) -> bool:
    """Whether a mention stands in a quotation that is closed, there or in the next paragraph; else it may be none."""
    if item.quotation < 0:
        return False
    after = scene.parsed.quotations[item.quotation + 1 : item.quotation + 2]
    return scene.parsed.quotations[item.quotation].closed or any(q.continues for q in after)


def fills_paragraph(scene: Scene, item: Item) -> bool:
    """Whether a mention stands in a quotation that is all of its paragraph: in an interview, words of an answer."""
    quotation, text = scene.parsed.quotations[item.quotation], scene.parsed.story.text
    before = text[max(quotation.start - MARGIN, 0) : quotation.start].rstrip(" ")
    after = text[quotation.end : quotation.end + MARGIN].lstrip(" ")
    return before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}


def whom(word: str, speaker: Entity | None, bodies: dict[Entity, Entity]) -> Entity | None:
    """For "I" the speaker; for "we" the body that the speaker stands for, where the story says so, else the speaker."""
    if speaker is None or word in SECOND:
        return None
    return speaker if word in SINGULAR or speaker.kind != "person" else bodies.get(speaker, speaker)


def represented(scene: Scene, entities: dict[int, Entity]) -> dict[Entity, Entity]:
    """The state or organization in a person's title: "U.S." in "U.S. Trade Secretary Ida Berg"."""
    found: dict[Entity, Entity] = {}
    around: Item | None = None
    for item in scene.items:
        entity = entities.get(item.index)
        if entity is None:
            continue
        if entity.kind == "person" and item.mention.form != "pronoun" and (around is None or item.first >= around.last):
            around = item
        elif around is not None and item.last <= around.last and entity.kind in BODIES and entity.named:
            found.setdefault(entities[around.index], entity)
    return found


def mentioned(scene: Scene, entities: dict[int, Entity], word: int | None) -> Entity | None:
    """The entity of the mention at a word."""
    item = None if word is None else scene.by_word.get(word)
    return None if item is None else entities.get(item.index)
