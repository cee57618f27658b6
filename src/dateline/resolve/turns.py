"""The turns of an interview: who speaks in each paragraph. Takes a scene and its entities, gives speakers by word.

A paragraph speaks for whom its label names ("BERG: We agree."). Where paragraphs ask and answer without labels, the
person who was interviewed gives the answers, and nobody is known to ask.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dateline.record.words import words
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.voices import paragraphs

FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
LABEL = re.compile(r"[^\n:]{1,40}:\s")
# An interview has so many paragraphs that ask, one less where its opening says that it is one; and so many words that
# say "I" or "you" outside quotations.
QUESTIONS, PERSONS, OPENING = 3, 3, 60
# A longer paragraph is an answer, whatever it ends in and however often it says "you".
LONG_QUESTION = 60


@dataclass(frozen=True, slots=True)
class Turns:
    """Per word whether its paragraph asks, and whom its label names; `answering`: who gives the answers."""

    asks: list[bool]
    labelled: list[Entity | None] = field(repr=False)
    answering: Entity | None = None

    def speaker(self, item: Item, *, second: bool) -> Entity | None:
        """Who "I" is at a mention outside quotations; for `second`, who "you" is."""
        if self.labelled[item.head] is not None:
            return None if second else self.labelled[item.head]
        return self.answering if self.asks[item.head] == second else None


def turns(scene: Scene, entities: dict[int, Entity]) -> Turns:
    """The turns of a story; without speakers where it is no interview."""
    parsed = scene.parsed
    text, tokens = parsed.story.text, parsed.tokens
    said = [int(w.lower() in SECOND) - int(w.lower() in FIRST) for w in tokens.text]
    asks, questions = [False] * len(tokens), 0
    named: list[Entity | None] = [None] * len(tokens)
    for first, last in paragraphs(parsed):
        question = text[tokens.start[first] : tokens.end[last - 1]].rstrip("\"”' ").endswith("?")
        questions += question
        prompt = last - first < LONG_QUESTION and (question or sum(said[first:last]) > 0)
        speaker = at_label(scene, entities, first)
        asks[first:last], named[first:last] = [prompt] * (last - first), [speaker] * (last - first)
    is_one = questions >= QUESTIONS - announced(scene) and persons(scene) >= PERSONS
    return Turns(asks, named, interviewee(scene, entities, asks) if is_one else None)


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


def interviewee(scene: Scene, entities: dict[int, Entity], asks: list[bool]) -> Entity | None:
    """Whom the opening says was spoken to; else the person of its first paragraph whom the story names most."""
    start = next((i for i, question in enumerate(asks) if question and i >= OPENING // 2), 0)
    opening = [item for item in scene.items if item.head < start and item.index in entities]
    met = Counter(entities[item.index] for item in opening if spoken_to(scene, item))
    top = next(paragraphs(scene.parsed), (0, 0))[1]
    named = Counter(entities[item.index] for item in opening if item.head < top and item.mention.form == "name")
    people = [entity for entity in met or named if entity.kind in {"person", "group"}]
    return max(people, key=lambda e: (e.named, len(e.items)), default=None)


def spoken_to(scene: Scene, item: Item) -> bool:
    """Whether the sentence has someone interview, speak to or meet the person."""
    tokens = scene.parsed.tokens
    above = tokens.lemma[tokens.head[item.head]].lower()
    return tokens.deprel[item.head] in {"obj", "obl", "nmod"} and above in words("interview_words")
