"""Whom the mentions of one story stand for, while it is being worked out.

Takes mentions one by one, gives `Entity`s.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record.words import countries, word_groups
from dateline.resolve.belonging import NOWHERE, Belonging, belonging
from dateline.resolve.items import Item, Scene

SEXES = ("male", "female")
ACTING = frozenset({"person", "organization", "state", "group"})


@dataclass(slots=True, eq=False)
class Entity:
    """One person, body, state or group of the story, growing as mentions join it.

    `nouns`: what the story calls it ("minister"). `marks`: the words before those nouns, countries by their codes.
    `why`: per mention, the reason for which it joined. `gender`: what titles, nouns and full names tell. `hinted`: what
    a first name alone would; `called`: how often a pronoun of either gender was taken for it. `belongs`: to which
    countries and bodies, and what its office is in charge of.
    """

    kind: str
    items: list[Item] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    gender: str | None = None
    hinted: str | None = None
    called: dict[str, int] = field(default_factory=dict)
    belongs: Belonging = NOWHERE
    plural: bool = False
    earliest: Item | None = None

    def add(self, item: Item, why: str) -> None:
        """Takes a mention in."""
        self.items.append(item)
        if self.earliest is None or item.head < self.earliest.head:
            self.earliest = item
        self.why[item.index] = why

    @property
    def named(self) -> bool:
        """Whether the story gives it a name."""
        return bool(self.names)


def name_words(item: Item) -> tuple[str, ...]:
    """The bare name of a mention in words, without marks."""
    return tuple(item.mention.head.text.replace("’", "'").replace(",", " ").removesuffix("'s").split())


def describe(scene: Scene, entity: Entity, item: Item) -> None:
    """Notes what a mention's words tell of its entity: nouns, countries, offices, gender, number."""
    tokens = scene.parsed.tokens
    entity.belongs |= belonging(scene, item)
    for i in described_by(scene, item):
        if i == item.head or is_title(scene, item, i):
            entity.nouns.add(tokens.lemma[i].lower())
        elif tokens.upos[i] in {"ADJ", "NOUN", "PROPN"}:
            entity.marks.add(mark(tokens.text[i]))
    entity.gender = entity.gender or gender(scene, item)
    if item.mention.form == "name" and " " not in item.mention.head.text:
        entity.hinted = entity.hinted or by_first_name(item.mention.head.text)
    if item.mention.form == "nominal":
        entity.plural = entity.plural or scene.has(item.head, "Number=Plur") or item.mention.kind == "group"


def described_by(scene: Scene, item: Item) -> list[int]:
    """The words of a phrase that tell who it is: up to its head word, or all around a bare name."""
    start, head = scene.parsed.tokens.start, item.mention.head
    if item.mention.form != "name":
        return list(range(item.first, item.head + 1))
    return [i for i in range(item.first, item.last) if not head.start <= start[i] < head.end]


def is_title(scene: Scene, item: Item, i: int) -> bool:
    """Whether a word beside a bare name says what the one named is."""
    tokens = scene.parsed.tokens
    return (
        item.mention.form == "name"
        and tokens.deprel[i] in {"nmod:desc", "compound", "flat"}
        and tokens.upos[i] in {"NOUN", "PROPN"}
    )


def mark(word: str) -> str:
    """A word of a description so that "Russian" and "Russia" are one: the country's code, else the word itself."""
    known = countries()
    return known.demonyms.get(word) or known.names.get(word) or word.lower()


def gender(scene: Scene, item: Item) -> str | None:
    """Whether it is "male" or "female", by title, noun or first name; None where nothing tells."""
    lists, tokens = word_groups("gender"), scene.parsed.tokens
    if item.mention.kind != "person":
        return None
    around = described_by(scene, item)
    nouns = {tokens.lemma[i].lower() for i in around if i == item.head or is_title(scene, item, i)}
    first, _, others = item.mention.head.text.partition(" ")
    titles = {first, *(tokens.text[i] for i in around)}
    for sex in SEXES:
        if nouns & lists[f"{sex}.nouns"] or lists[f"{sex}.titles"] & titles:
            return sex
    return by_first_name(first) if others and item.mention.form == "name" else None


def by_first_name(name: str) -> str | None:
    """The gender that a first name has."""
    return next((sex for sex in SEXES if name in word_groups("gender")[f"{sex}.names"]), None)
