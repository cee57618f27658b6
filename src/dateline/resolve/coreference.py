"""Coreference: which mentions of a story stand for the same.

Takes a ParsedStory and mentions, gives the mentions with `actor` set.

Until the actors step makes its table, the id in `actor` is that of the first mention of the same actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.record import Mention, Record
from dateline.record.parsed import ParsedStory
from dateline.record.talk import LABEL
from dateline.record.words import countries
from dateline.resolve.descriptions import by_country, by_owner, by_syntax, by_title, owned
from dateline.resolve.entities import ACTING, Entity, describe
from dateline.resolve.first_person import first_person
from dateline.resolve.items import Item, Scene
from dateline.resolve.lists import lists
from dateline.resolve.narrator import narrator
from dateline.resolve.pronouns import FEMALE, MALE, PLURAL, RELATIVE, THING, relative, third_person
from dateline.resolve.ranking import Ranker, shipped
from dateline.resolve.same_name import named_entities
from dateline.resolve.taken_up import by_noun
from dateline.resolve.turns import behind_labels, by_role, turns, voices_of

# Entities that a description may refer back to; the cap keeps the cost linear.
RECENT = 40


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with each mention of an actor pointing to the first mention of the same one."""
    scene = with_lists(parsed, record.mentions)
    entities = clusters(scene, shipped())
    kept = (item for item in scene.items if item.index in entities or not (item.joint or only_label(item)))
    first = {entity: min(entity.items, key=lambda item: item.index) for entity in dict.fromkeys(entities.values())}
    linked = (with_actor(item, entities.get(item.index), first) for item in kept)
    return record.with_findings(mentions=tuple(linked))


def with_lists(parsed: ParsedStory, mentions: Sequence[Mention]) -> Scene:
    """The scene of a story, lists of people among its mentions ("Berg and Dahl") for "they" to stand for."""
    scene = Scene.of(parsed, mentions)
    known = {mention.id for mention in mentions}
    joint = [mention for mention in lists(scene) if mention.id not in known]
    if not joint:
        return scene
    return scene.with_joint(joint)


@dataclass(slots=True)
class Cast:
    """The entities so far: by mention, by how lately spoken of, states, relatives by whose, peoples by their word."""

    by_mention: dict[int, Entity]
    recent: list[Entity]
    states: dict[str, Entity]
    relatives: dict[tuple[Entity, str], Entity]
    ranker: Ranker
    voices: list[Entity | None] = field(default_factory=list)
    peoples: dict[str, Entity] = field(default_factory=dict)
    roles: dict[str, Entity] = field(default_factory=dict)

    def speaking(self, item: Item) -> Entity | None:
        """Who is known by a label to speak there."""
        return self.voices[item.head] if self.voices else None

    def others(self, item: Item) -> list[Entity]:
        """The recent ones but for who speaks there."""
        speaking = self.speaking(item)
        return self.recent if speaking is None else [entity for entity in self.recent if entity is not speaking]


def clusters(scene: Scene, ranker: Ranker) -> dict[int, Entity]:
    """The entity of each mention, by index of the mention: names first, then the rest in text order."""
    entities = named_entities(scene)
    cast = Cast(entities, [], by_code(entities.values()), {}, ranker, voices_of(scene, entities))
    # By head words, so that "his" has an entity before "his father" needs to know whose.
    joint = {item.index: Entity("group", plural=True) for item in scene.items if item.joint}
    for item in scene.items:
        if item.joint:
            joint[item.index].add(item, "list")
    entities.update(joint)
    for item in sorted(scene.single, key=lambda item: item.head):
        if item.index not in entities and (found := resolved(scene, item, cast)) is not None:
            entities[item.index] = found
        if item.index in entities:
            latest = entities[item.index]
            cast.recent = [latest, *(other for other in cast.recent if other is not latest)][:RECENT]
    for index, entity in joint.items():
        if len(entity.items) == 1:
            del entities[index]
    taken = turns(scene, entities)
    behind_labels(scene, entities, taken)
    first_person(scene, entities, taken)
    narrator(scene, entities, taken.asks)
    return entities


def by_code(entities: Iterable[Entity]) -> dict[str, Entity]:
    """The states that the story names, by country."""
    names = countries().names
    return {names[text]: entity for entity in entities for name in entity.names if (text := " ".join(name)) in names}


def resolved(scene: Scene, item: Item, cast: Cast) -> Entity | None:
    """The entity of a mention without a name: one that is known, else a new one; None where it stands for no actor."""
    if item.mention.form == "pronoun":
        found = pronoun(scene, item, cast)
    elif item.mention.form == "nominal" and item.mention.kind in ACTING:
        found = described(scene, item, cast)
    elif item.mention.form == "demonym" and people(scene, item):
        same = cast.peoples.setdefault(scene.lower(item.head), Entity("group", plural=True))
        found = same, "people of a nationality"
    else:
        return None
    if found is None:
        return None
    entity, why = found
    entity.add(item, why)
    if item.mention.form == "nominal":
        describe(scene, entity, item)
        if (whose := owned(scene, item, cast.by_mention)) is not None:
            cast.relatives.setdefault(whose, entity)
    return entity


def described(scene: Scene, item: Item, cast: Cast) -> tuple[Entity, str]:
    """The entity of a description: a state by its government, what syntax says, what was called so, or a new one."""
    if item.mention.found_by == LABEL:
        return by_role(scene, item, cast.roles), LABEL
    speaking = cast.speaking(item)
    # Nobody says "the secretary" of himself; the parser takes a label for a part of the sentence behind it.
    known = (one for one in readings(scene, item, cast) if one is not None and one[0] is not speaking)
    return next(known, None) or (Entity(item.mention.kind), "description")


def readings(scene: Scene, item: Item, cast: Cast) -> Iterator[tuple[Entity, str] | None]:
    """Whom a description may stand for, the surest reading first."""
    yield by_country(scene, item, cast.by_mention, cast.states)
    yield by_title(scene, item, cast.by_mention)
    yield by_syntax(scene, item, cast.by_mention)
    yield by_owner(scene, item, cast.by_mention, cast.relatives)
    yield by_noun(scene, item, cast.others(item), cast.ranker)


def only_label(item: Item) -> bool:
    """Whether a mention is a "Q" or an "A" before a turn, which stands for nobody where no one is known to speak."""
    return item.mention.found_by == LABEL and item.mention.form == "pronoun"


def people(scene: Scene, item: Item) -> bool:
    """Whether a nationality word stands for people who act ("the Russians agreed"), not before a noun."""
    tokens = scene.parsed.tokens
    role = tokens.deprel[item.head]
    return role in {"nsubj", "nsubj:pass", "obj", "obl", "conj"} and scene.has(item.head, "Number=Plur")


def pronoun(scene: Scene, item: Item, cast: Cast) -> tuple[Entity, str] | None:
    """The entity of a pronoun of the third person or of a relative one."""
    word = scene.lower(item.head)
    if word in RELATIVE:
        return relative(scene, item, cast.by_mention)
    if word not in MALE | FEMALE | PLURAL | THING:
        return None
    found = third_person(scene, item, cast.by_mention, cast.ranker, cast.speaking(item))
    if found is not None and word in MALE | FEMALE:
        sex = "male" if word in MALE else "female"
        found[0].called[sex] = found[0].called.get(sex, 0) + 1
    return found


def with_actor(item: Item, entity: Entity | None, firsts: Mapping[Entity, Item]) -> Mention:
    """The mention with the id of the first mention of its entity, and why it is the same."""
    if entity is None:
        return item.mention
    first = firsts[entity]
    as_entity = item.mention.form == "pronoun" or entity.kind == "person"
    kind = entity.kind if as_entity else item.mention.kind
    why = f"{item.mention.found_by}; {entity.why[item.index]}"
    return item.mention.model_copy(update={"actor": first.mention.id, "kind": kind, "found_by": why})
