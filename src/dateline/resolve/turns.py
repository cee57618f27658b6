"""The turns of an interview: who speaks in each paragraph. Takes a scene and its entities, gives speakers by word.

A paragraph speaks for whom its label names ("BERG: We agree."). Where paragraphs ask and answer without labels, the
person who was interviewed gives the answers; who asks is known where the opening names the person who did.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from dateline.record.labels import Label, speaker_in
from dateline.record.words import words
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene

FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
LABEL = re.compile(r"[^\n:]{1,40}:\s")
SECOND = frozenset(["you", "your", "yours", "yourself"])
# An interview has so many questions that the next paragraph answers, one less where its opening says that it is one;
# and so many words that say "I" or "you" outside quotations.
QUESTIONS, PERSONS, OPENING = 3, 3, 60
# A longer paragraph is an answer, whatever it ends in and however often it says "you".
LONG_QUESTION = 60
# How much speaks for someone in the opening to be who is interviewed: said to have been met, named, named at the top,
# and each mention up to the fifth. In seven of the nine training interviews of GUM the right one comes out first; the
# other two were given by people whom the opening does not name.
MET, NAMED, TOP, MENTION, MENTIONS = 2.0, 2.0, 1.0, 0.3, 5
# The subject of these asks; that of the other words for an interview may be either party.
ONE_SIDED = frozenset(["interview", "question"])
# After these a name is that of a photographer.
CREDITS = frozenset(["image", "photo", "photograph", "picture", "credit", "by"])


@dataclass(frozen=True)
class Turns:
    """Per word whether its paragraph asks, and whom its label names; who gives the answers and who asks."""

    asks: list[bool]
    labelled: list[Entity | None] = field(repr=False)
    answering: Entity | None = None
    asking: Entity | None = None

    def speaker(self, item: Item, *, second: bool) -> Entity | None:
        """Who "I" is at a mention outside quotations; for `second`, who "you" is."""
        own = self.labelled[item.head]
        if own is not None:
            return self._other(own) if second else own
        return self.answering if self.asks[item.head] == second else self.asking

    def behind(self, label: Label) -> Entity | None:
        """Who asks, or answers, where a label only says that someone does."""
        return self.answering if label.sort == "answer" else self.asking

    @cached_property
    def parties(self) -> frozenset[Entity]:
        """All who are labelled."""
        return frozenset(entity for entity in self.labelled if entity is not None)

    def _other(self, one: Entity) -> Entity | None:
        """The other of two who are labelled."""
        others = self.parties - {one}
        return next(iter(others)) if len(others) == 1 else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words [first, last) that ask or do not; `question`: whether they end in a question mark."""

    first: int
    last: int
    asks: bool
    question: bool


def turns(scene: Scene, entities: dict[int, Entity]) -> Turns:
    """The turns of a story; without speakers where it is no interview."""
    talk = scene.parsed.talk
    asks = [False] * len(scene.parsed.tokens)
    found = [paragraph(scene, first, last) for first, last in scene.parsed.lines]
    for one in found:
        asks[one.first : one.last] = [one.asks] * (one.last - one.first)
    named = at_labels(scene, entities)
    for turn in talk:
        for first, last in [(turn.label.first, turn.label.last), *turn.said]:
            asks[first:last] = [turn.label.sort == "question"] * (last - first)
    if any(one.label.is_unnamed for one in talk):
        return by_letters(scene, entities, asks, named)
    answered = sum(one.question and not after.asks for one, after in pairwise(found))
    if talk or answered < QUESTIONS - announced(scene) or persons(scene) < PERSONS:
        return Turns(asks, named)
    opening = opened(scene, entities, next((i for i, asked in enumerate(asks) if asked and i >= OPENING // 2), 0))
    answering = interviewee(scene, opening)
    return Turns(asks, named, answering, interviewer(scene, opening, answering))


def by_letters(scene: Scene, entities: dict[int, Entity], asks: list[bool], named: list[Entity | None]) -> Turns:
    """The turns where labels say that someone asks or answers: who has a label of his own, else whom the opening names.

    Who is only described in the opening is no speaker of the answers: a guess.
    """
    labelled = {entity for entity in named if entity is not None}
    if labelled:
        return Turns(asks, named, labelled.pop() if len(labelled) == 1 else None)
    opening = opened(scene, entities, scene.parsed.talk[0].label.first)
    answering = interviewee(scene, {entity: items for entity, items in opening.items() if entity.named}, sure=True)
    return Turns(asks, named, answering, interviewer(scene, opening, answering))


def at_labels(scene: Scene, entities: dict[int, Entity]) -> list[Entity | None]:
    """Per word of a turn whom its label names; a story of two or three turns may have labels that are no sure ones."""
    named: list[Entity | None] = [None] * len(scene.parsed.tokens)
    for first, last in scene.parsed.lines:
        item = scene.by_word.get(first)
        if item is not None and LABEL.match(scene.parsed.story.text, scene.parsed.tokens.start[first]):
            named[first:last] = [entities.get(item.index)] * (last - first)
    for turn in scene.parsed.talk:
        item = scene.by_word.get(turn.label.name[1] - 1)
        entity = None if item is None or turn.label.is_unnamed else entities.get(item.index)
        for first, last in [(turn.label.first, turn.label.last), *turn.said] if entity is not None else ():
            named[first:last] = [entity] * (last - first)
    return named


def paragraph(scene: Scene, first: int, last: int) -> Paragraph:
    """One paragraph, which asks where it is short and ends in a question, or says "you" more often than "I"."""
    tokens = scene.parsed.tokens
    text = scene.parsed.story.text[tokens.start[first] : tokens.end[last - 1]]
    said = [w.lower() for w in tokens.text[first:last]]
    question = text.rstrip("\"”' ").endswith("?")
    you = sum((w in SECOND) - (w in FIRST) for w in said)
    even = you == 0 and not SECOND.isdisjoint(said)
    return Paragraph(first, last, last - first < LONG_QUESTION and (question or you > 0 or even), question)


def announced(scene: Scene) -> bool:
    """Whether the opening says that someone was interviewed."""
    return any(lemma.lower() == "interview" for lemma in scene.parsed.tokens.lemma[:OPENING])


def persons(scene: Scene) -> int:
    """How often "I" or "you" is said outside quotations."""
    return sum(item.quotation < 0 and scene.lower(item.head) in FIRST | SECOND for item in scene.items)


def opened(scene: Scene, entities: dict[int, Entity], start: int) -> dict[Entity, list[Item]]:
    """Who is mentioned before the first question, at word `start`, and where."""
    opening: defaultdict[Entity, list[Item]] = defaultdict(list)
    for item in scene.items:
        if item.head < start and item.index in entities:
            opening[entities[item.index]].append(item)
    return opening


def interviewee(scene: Scene, opening: dict[Entity, list[Item]], *, sure: bool = False) -> Entity | None:
    """The person, or the people, for whom most speaks in what comes before the first question.

    `sure`: nobody, where as much speaks for another one.
    """
    top = next(iter(scene.parsed.lines), (0, 0))[1]

    def weight(entity: Entity) -> float:
        items = opening[entity]
        met, at_top = any(party(scene, item) for item in items), any(item.head < top for item in items)
        return MET * met + NAMED * entity.named + TOP * at_top + MENTION * min(len(items), MENTIONS)

    people = [entity for entity in opening if entity.kind in {"person", "group"}]
    others = {e for e in people if any(credited(scene, item) or asking(scene, item) for item in opening[e])}
    found = sorted((entity for entity in people if entity not in others), key=weight, reverse=True)
    tied = sure and len(found) > 1 and weight(found[0]) == weight(found[1])
    return found[0] if found and not tied else None


def interviewer(scene: Scene, opening: dict[Entity, list[Item]], answering: Entity | None) -> Entity | None:
    """The one other person whom the opening names as a party to the interview."""
    named = (entity for entity in opening if entity.kind == "person" and entity.named and entity is not answering)
    found = [e for e in named if any(asking(scene, item) or party(scene, item) for item in opening[e])]
    return found[0] if len(found) == 1 else None


def credited(scene: Scene, item: Item) -> bool:
    """Whether a name is that of who took a picture."""
    before = [scene.lower(i) for i in range(max(item.first - 2, 0), item.first)]
    return not CREDITS.isdisjoint(before)


def asking(scene: Scene, item: Item) -> bool:
    """Whether it is who interviews someone ("The Courier interviewed ...")."""
    tokens = scene.parsed.tokens
    verb = tokens.head[item.head]
    return tokens.deprel[item.head] == "nsubj" and tokens.lemma[verb].lower() in ONE_SIDED


def party(scene: Scene, item: Item) -> bool:
    """Whether the sentence has someone interview, speak to or meet the person, or sit down with another one."""
    tokens = scene.parsed.tokens
    lemma = tokens.lemma[tokens.head[item.head]].lower()
    roles = {"obj", "obl", "nmod"} if lemma in ONE_SIDED else {"obj", "obl", "nmod", "nsubj"}
    return tokens.deprel[item.head] in roles and lemma in words("interview_words")


def behind_labels(scene: Scene, entities: dict[int, Entity], taken: Turns) -> None:
    """Gives a "Q" or an "A" before a turn to who asks or answers, where the story tells who does."""
    for turn in scene.parsed.talk:
        item = scene.by_word.get(turn.label.name[0])
        entity = taken.behind(turn.label) if turn.label.is_unnamed else None
        if item is not None and entity is not None and item.index not in entities:
            entity.add(item, "who asks in this interview" if turn.label.sort == "question" else "who answers in it")
            entities[item.index] = entity


def by_role(scene: Scene, item: Item, roles: dict[str, Entity]) -> Entity:
    """Whom a label without a name stands for: "THE MODERATOR" for one person, "REPORTER" for another one each time."""
    sort, _ = speaker_in(scene.parsed.tokens.text[item.first : item.last])
    if sort == "somebody":
        return Entity("person")
    return roles.setdefault(item.mention.span.text.casefold(), Entity("person"))


def voices_of(scene: Scene, entities: dict[int, Entity]) -> list[Entity | None]:
    """Per word who is named as speaking there, or as who is asked; empty in a story without labels."""
    if not scene.parsed.talk:
        return []
    named = at_labels(scene, entities)
    labelled = {entity for entity in named if entity is not None}
    asked = labelled.pop() if len(labelled) == 1 else None
    for turn in scene.parsed.talk if asked is not None else ():
        for first, last in turn.said if turn.label.sort == "question" else ():
            named[first:last] = [asked] * (last - first)
    return named
