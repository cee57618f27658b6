"""Whom a pronoun of the third person stands for. Takes a pronoun and what was mentioned before it, gives an entity.

A salience model in the manner of Lappin and Leass (1994): an earlier mention within reach is worth more the nearer
it is and the higher its grammatical role; gender, number and the clause itself rule candidates out.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from dateline.record.words import words
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene

MALE = frozenset(["he", "him", "his", "himself"])
FEMALE = frozenset(["she", "her", "hers", "herself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
THING = frozenset(["it", "its", "itself"])
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
# Sentences and mentions that are looked back over; the second keeps the cost linear whatever the sentences are like.
SENTENCES, MENTIONS = 4, 60
# Words from a relative pronoun up to the verb of its clause.
CLAUSES = 6
# Swept on 67 documents of GUM (news, interviews, biographies, speeches, essays and the like), by the share of pronouns
# that come to a name or description of their own chain: he and she .85, they .51, it .29.
ROLES = {
    "nsubj": 0.6,
    "nsubj:pass": 0.6,
    "obj": 0.8,
    "iobj": 0.5,
    "nmod:poss": 0.5,
    "obl:agent": 0.4,
    "root": 0.4,
    "obl": 0.4,
}
DISTANCE, FREQUENCY, PARALLEL, NAMED, SPEAKER, COORDINATED = 1.6, 0.35, 0.3, 0.3, 0.5, 2.0
ENOUGH = {"he": -4.0, "they": -1.2, "it": 0.6}


def third_person(
    scene: Scene, item: Item, before: Sequence[Item], entities: dict[int, Entity]
) -> tuple[Entity, str] | None:
    """The most salient entity that the pronoun can stand for."""
    word = scene.lower(item.head)
    total = {
        entity: score + FREQUENCY * log(len(entity.items)) + NAMED * entity.named
        for entity, score in candidates(scene, item, before, entities).items()
    }
    entity = max(total, key=lambda e: (total[e], e.items[-1].index), default=None)
    least = ENOUGH["it" if word in THING else "they" if word in PLURAL else "he"]
    if entity is None or total[entity] < least:
        return None
    return entity, f"pronoun, most salient ({total[entity]:.1f})"


def candidates(scene: Scene, item: Item, before: Sequence[Item], entities: dict[int, Entity]) -> dict[Entity, float]:
    """The entities that the pronoun can stand for, each by its most salient mention within reach."""
    word, best = scene.lower(item.head), dict[Entity, float]()
    for other in reversed(before):
        if item.sentence - other.sentence > SENTENCES:
            break
        entity = entities.get(other.index)
        if entity is not None and fits(word, entity) and not bound(scene, item, other, word):
            best[entity] = max(best.get(entity, -9.0), salience(scene, item, other))
    return best


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


def salience(scene: Scene, item: Item, other: Item) -> float:
    """What one earlier mention is worth to a pronoun."""
    deprel = scene.parsed.tokens.deprel
    role = deprel[other.head]
    score = ROLES.get(role, 0.0) - DISTANCE * (item.sentence - other.sentence)
    score += PARALLEL * (role == deprel[item.head])
    if says(scene, item) and says(scene, other):
        score += SPEAKER
    if deprel[item.head] == "nmod:poss" and listed_after(scene, item, other):
        score += COORDINATED
    # Inside a quotation and outside it different people are at the centre.
    return score + (0.4 if item.quotation == other.quotation else -0.2)


def listed_after(scene: Scene, item: Item, other: Item) -> bool:
    """Whether the two are the ends of a list: "Berg and her deputy"."""
    tokens, owned = scene.parsed.tokens, scene.parsed.tokens.head[item.head]
    if tokens.deprel[owned] == "nmod:desc":
        owned = tokens.head[owned]
    return tokens.deprel[owned] == "conj" and tokens.head[owned] == other.head


def says(scene: Scene, item: Item) -> bool:
    """Whether someone is the subject of a verb of speaking, or whom a statement is according to."""
    tokens = scene.parsed.tokens
    if tokens.deprel[item.head] == "nsubj":
        return tokens.lemma[tokens.head[item.head]].lower() in words("speech_verbs")
    return "according" in scene.tree.cases(item.head)


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
