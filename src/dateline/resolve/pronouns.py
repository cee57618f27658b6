"""Whom a pronoun of the third person stands for. Takes a pronoun and what is mentioned around it, gives an entity.

The candidates are the entities within reach whose gender, number and kind agree and which the clause does not forbid;
a ranking of what speaks for each decides, or says that it is none of them (`ranking`).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.resolve.clues import Candidate, Place, clues, role_of, says
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Question, Ranker, best

MALE = frozenset(["he", "him", "his", "himself"])
FEMALE = frozenset(["she", "her", "hers", "herself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
THING = frozenset(["it", "its", "itself"])
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
# Sentences and mentions that are looked back over and ahead; the counts keep the cost linear whatever sentences are.
BACK, BEFORE = 6, 60
AHEAD, AFTER = 2, 24
# What the probability of nobody counts for. The CoNLL average on thirds of GUM that were not trained on is 53.7 with 1
# everywhere and 54.1 with this for "they"; for "it" less is worse, and for people it costs a third of a point on GAP.
NOBODY = {"he": 1.0, "they": 0.35, "it": 1.0}
# The same where the pronoun is the subject of a verb of speaking: who speaks is seldom nobody. The CoNLL average on
# the held-out documents is 63.6 with 0.35, 63.8 with 0.15 and 63.9 with this, speakers 64.8, 64.8 and 67.6.
SPEAKING = 0.05
# Words from a relative pronoun up to the verb of its clause.
CLAUSES = 6


def third_person(
    scene: Scene, item: Item, entities: dict[int, Entity], ranker: Ranker, speaking: Entity | None = None
) -> tuple[Entity, str] | None:
    """The entity that the pronoun most probably stands for; None where that is nobody the story has named.

    `speaking`: who is known to speak there, and so is "I".
    """
    found = [one for one in candidates(scene, item, entities) if one.entity is not speaking]
    if not found:
        return None
    place = Place.of(scene, item, family(scene.lower(item.head)))
    asked = Question("pronoun", item, place.sorts, [one.entity for one in found], clues(scene, place, found))
    nobody = NOBODY[place.family]
    chosen = best(ranker, asked, min(nobody, SPEAKING) if says(scene, item) else nobody)
    if chosen is None:
        return None
    entity, probability = chosen
    one = next(one for one in found if one.entity is entity)
    return entity, f"pronoun, most likely ({probability:.2f}): {said(scene, item, one)}"


def said(scene: Scene, item: Item, one: Candidate) -> str:
    """Where the entity stands beside the pronoun, in words."""
    near = one.nearest
    far = item.sentence - near.sentence
    where = {0: "of the same sentence", 1: "of the sentence before", -1: "of the next sentence"}
    when = where.get(far) or (f"{far} sentences before" if far > 0 else f"{-far} sentences ahead")
    return f"{role_of(scene, near.head)} {when}, {near.mention.head.text!r}"


def family(word: str) -> str:
    """Whether a pronoun stands for a person, for many or for a thing."""
    return "it" if word in THING else "they" if word in PLURAL else "he"


def candidates(scene: Scene, item: Item, entities: dict[int, Entity]) -> list[Candidate]:
    """The entities that the pronoun can stand for, each with its mentions around it, the nearest first."""
    word, found, barred = scene.lower(item.head), dict[Entity, Candidate](), set[Entity]()
    for other in around(scene, item):
        entity = entities.get(other.index)
        if entity is None or not fits(word, entity):
            continue
        if bound(scene, item, other, word):
            barred.add(entity)
            continue
        one = found.setdefault(entity, Candidate(entity, [], []))
        (one.before if other.index < item.index else one.after).append(other)
    return [one for entity, one in found.items() if entity not in barred]


def around(scene: Scene, item: Item) -> Iterator[Item]:
    """The mentions before a pronoun, the nearest first, then those after it that may name whom it anticipates."""
    at = item.index
    for other in reversed(scene.items[max(0, at - BEFORE) : at]):
        if item.sentence - other.sentence > BACK:
            break
        yield other
    for other in scene.items[at + 1 : at + AFTER]:
        if other.sentence - item.sentence > AHEAD:
            break
        yield other


def fits(word: str, entity: Entity) -> bool:
    """Whether gender, number and kind agree."""
    if word in MALE | FEMALE:
        return entity.kind == "person" and entity.gender in {None, "male" if word in MALE else "female"}
    if word in PLURAL:
        return entity.kind in {"group", "organization"} or entity.plural
    return entity.kind in {"organization", "state"} and not entity.plural


def bound(scene: Scene, item: Item, other: Item, word: str) -> bool:
    """Whether the clause forbids it: a pronoun within the other's phrase, or both parts of the same verb or list."""
    if other.first <= item.head < other.last:
        return True
    heads = scene.parsed.tokens.head
    if scene.parsed.tokens.deprel[item.head] == "nmod:poss":
        return False
    return heads[other.head] == heads[item.head] and word not in REFLEXIVE


def relative(scene: Scene, item: Item, entities: dict[int, Entity]) -> tuple[Entity, str] | None:
    """The entity of the noun that the pronoun's clause modifies ("the minister who resigned")."""
    tokens = scene.parsed.tokens
    clause = item.head
    for _ in range(CLAUSES):
        if tokens.deprel[clause] == "acl:relcl":
            break
        clause = tokens.head[clause]
    other = scene.by_word.get(tokens.head[clause]) if tokens.deprel[clause] == "acl:relcl" else None
    entity = entities.get(other.index) if other is not None else None
    return None if other is None or entity is None else (entity, f"relative pronoun of {other.mention.head.text!r}")
