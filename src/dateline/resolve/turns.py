"""The turns of an interview: who speaks in each paragraph. Takes a scene and its entities, gives speakers by word.

A paragraph speaks for whom its label names ("BERG: We agree."). Where paragraphs ask and answer without labels, the
person who was interviewed gives the answers; who asks is known where the opening names the person who did.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.record.words import words
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene

FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
LABEL = re.compile(r"[^\n:]{1,40}:\s")
ASKING, ANSWERING = re.compile(r"Q\s?[:.]\s"), re.compile(r"A\s?[:.]\s")
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


@dataclass(frozen=True, slots=True)
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

    def _other(self, one: Entity) -> Entity | None:
        """The other of two who are labelled."""
        others = {entity for entity in self.labelled if entity is not None and entity is not one}
        return others.pop() if len(others) == 1 else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words [first, last) that ask or do not; `question`: whether they end in a question mark."""

    first: int
    last: int
    asks: bool
    question: bool


def turns(scene: Scene, entities: dict[int, Entity]) -> Turns:
    """The turns of a story; without speakers where it is no interview."""
    asks = [False] * len(scene.parsed.tokens)
    named: list[Entity | None] = [None] * len(asks)
    found = [paragraph(scene, first, last) for first, last in scene.parsed.lines]
    for one in found:
        size = one.last - one.first
        asks[one.first : one.last] = [one.asks] * size
        named[one.first : one.last] = [at_label(scene, entities, one.first)] * size
    answered = sum(one.question and not after.asks for one, after in pairwise(found))
    if answered < QUESTIONS - announced(scene) or persons(scene) < PERSONS:
        return Turns(asks, named)
    opening = opened(scene, entities, asks)
    answering = interviewee(scene, opening)
    return Turns(asks, named, answering, interviewer(scene, opening, answering))


def paragraph(scene: Scene, first: int, last: int) -> Paragraph:
    """One paragraph, which asks where it is short and ends in a question, or says "you" more often than "I"."""
    tokens = scene.parsed.tokens
    text = scene.parsed.story.text[tokens.start[first] : tokens.end[last - 1]]
    if ASKING.match(text) or ANSWERING.match(text):
        return Paragraph(first, last, bool(ASKING.match(text)), bool(ASKING.match(text)))
    said = [w.lower() for w in tokens.text[first:last]]
    question = text.rstrip("\"”' ").endswith("?")
    you = sum((w in SECOND) - (w in FIRST) for w in said)
    even = you == 0 and not SECOND.isdisjoint(said)
    return Paragraph(first, last, last - first < LONG_QUESTION and (question or you > 0 or even), question)


def at_label(scene: Scene, entities: dict[int, Entity], first: int) -> Entity | None:
    """Whom a paragraph's label names."""
    item = scene.by_word.get(first)
    if item is None or not LABEL.match(scene.parsed.story.text, scene.parsed.tokens.start[first]):
        return None
    return entities.get(item.index)


def announced(scene: Scene) -> bool:
    """Whether the opening says that someone was interviewed."""
    return any(lemma.lower() == "interview" for lemma in scene.parsed.tokens.lemma[:OPENING])


def persons(scene: Scene) -> int:
    """How often "I" or "you" is said outside quotations."""
    return sum(item.quotation < 0 and scene.lower(item.head) in FIRST | SECOND for item in scene.items)


def opened(scene: Scene, entities: dict[int, Entity], asks: list[bool]) -> dict[Entity, list[Item]]:
    """Who is mentioned before the first question, and where."""
    start = next((i for i, question in enumerate(asks) if question and i >= OPENING // 2), 0)
    opening: defaultdict[Entity, list[Item]] = defaultdict(list)
    for item in scene.items:
        if item.head < start and item.index in entities:
            opening[entities[item.index]].append(item)
    return opening


def interviewee(scene: Scene, opening: dict[Entity, list[Item]]) -> Entity | None:
    """The person, or the people, for whom most speaks in what comes before the first question."""
    top = next(iter(scene.parsed.lines), (0, 0))[1]

    def weight(entity: Entity) -> float:
        items = opening[entity]
        met, at_top = any(party(scene, item) for item in items), any(item.head < top for item in items)
        return MET * met + NAMED * entity.named + TOP * at_top + MENTION * min(len(items), MENTIONS)

    people = [entity for entity in opening if entity.kind in {"person", "group"}]
    others = {e for e in people if any(credited(scene, item) or asking(scene, item) for item in opening[e])}
    return max((entity for entity in people if entity not in others), key=weight, default=None)


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
