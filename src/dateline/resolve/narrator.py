"""Whom "I" and "we" stand for where no speaker is known: the writer, an unnamed speaker, and whoever is with them.

Takes the entities known so far, gives the pronouns that are left to new ones, so that what one voice says of itself
stays together.
"""

from __future__ import annotations

from dateline.resolve.entities import Entity
from dateline.resolve.first_person import PLURAL, SINGULAR, mentioned, quoted_whole
from dateline.resolve.items import Item, Scene

Voice = tuple[Entity | int, bool]
# A story in which so many paragraphs ask outside quotations has two voices, whether or not it says whose.
QUESTIONS = 3


def narrator(scene: Scene, entities: dict[int, Entity], asked: list[bool]) -> None:
    """Gives each "I" and "we" that has no entity to the voice that speaks there. `asked`: per word whether it asks."""
    left = [item for item in scene.items if item.index not in entities and said_of_oneself(scene, item)]
    asks = asking(asked)
    voices: dict[Voice, Entity] = {}
    for item in left:
        many = scene.lower(item.head) in PLURAL
        voice = (speaking(scene, entities, item, asks), many)
        entity = voices.setdefault(voice, Entity("group" if many else "person", plural=many))
        entity.add(item, "one voice")
        entities[item.index] = entity


def said_of_oneself(scene: Scene, item: Item) -> bool:
    """Whether a mention is a pronoun of the first person."""
    return item.mention.form == "pronoun" and scene.lower(item.head) in SINGULAR | PLURAL


def asking(asks: list[bool]) -> list[bool]:
    """Per word whether a question is put there by another voice; nowhere in a story that is no interview."""
    starts = sum(now and not before for before, now in zip([False, *asks], asks, strict=False))
    return asks if starts >= QUESTIONS else [False] * len(asks)


def speaking(scene: Scene, entities: dict[int, Entity], item: Item, asks: list[bool]) -> Entity | int:
    """What tells voices apart: the speaker of the quotation, else the quotation, else whether it asks or tells."""
    if not quoted_whole(scene, item):
        return asks[item.head]
    speaker = mentioned(scene, entities, scene.speakers[item.quotation])
    return speaker if speaker is not None else item.quotation + 2
