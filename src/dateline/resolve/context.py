"""What is known of an actor, and what a story offers to know it by. Takes a scene, gives a `Context`.

An `Identity` is what an actor turns out to be; `resolve.identity` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.record.table import ActorTable, actor_table
from dateline.record.words import countries, halves
from dateline.resolve.items import Scene
from dateline.resolve.sectors import countries_in
from dateline.resolve.shared_names import shared_names


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: in the actor table; `name`: there. `office`: held by a person.

    All are None or empty where neither story nor table says.
    """

    key: str | None = None
    name: str | None = None
    kind: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    description: str | None = None
    office: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What a story offers to all its actors: its mentions, its day, and the countries that it speaks of."""

    scene: Scene
    day: str | None
    table: ActorTable

    @classmethod
    def of(cls, scene: Scene) -> Context:
        """The context of a story; its day is that on which it was published."""
        published = scene.parsed.story.published
        return cls(scene, published[:10] if published else None, actor_table())

    @cached_property
    def codes(self) -> frozenset[str]:
        """The countries that the story speaks of, by name, nationality, seat or region."""
        return frozenset(countries_in(self.scene.parsed.tokens.text))

    @cached_property
    def halves(self) -> Mapping[str, str]:
        """What "the North" and "the South" stand for in a story of a divided country."""
        return halves(self.scene.parsed.tokens.text)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the story in lower case."""
        return frozenset(map(str.lower, self.scene.parsed.tokens.lemma))

    @cached_property
    def shared(self) -> Mapping[str, str]:
        """The key of whom each name that several bear means here."""
        return shared_names(self.scene)

    @cached_property
    def longer(self) -> Mapping[str, str]:
        """For the last word of a country's long name that the story has ("Congo"), that name."""
        known = countries().names
        names = {item.mention.head.text for item in self.scene.items if item.mention.head.text in known}
        return {name.rpartition(" ")[2]: name for name in sorted(names) if " of the " in name or " of " in name}
