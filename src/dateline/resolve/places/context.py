"""What a story says of where it plays: countries, its dateline, its outlet. Takes toponyms, gives `Context`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.record.story import Story
from dateline.record.words import words
from dateline.resolve.items import Scene
from dateline.resolve.places.gazetteer import Candidate, best
from dateline.resolve.places.rows import Row
from dateline.resolve.places.toponyms import Toponym, peoples

# Places that others are measured against, the most often named first; the cap keeps the cost linear.
ANCHORS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """The names of one story that stand for one place: the same words, said to lie in the same place or in none."""

    key: str
    holder: str
    members: tuple[Toponym, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the names may stand for."""
        return self.members[0].candidates


@dataclass(frozen=True, slots=True)
class Anchor:
    """What another name of the story was read as, how surely (its share of the odds), and how often it is named."""

    row: Row
    share: float
    count: int

    @property
    def weight(self) -> float:
        """What it says of the names beside it: nothing, where it may be one of many itself."""
        return self.share * self.count


@dataclass(frozen=True)
class Context:
    """The surroundings of every name: shares of mentions by country, and what names before this one came out as.

    `chosen`: the best reading so far of each group, with its share of the odds and how often it is named.
    """

    countries: Mapping[str, float]
    outlet: str
    dateline: Row | None
    chosen: Mapping[tuple[str, str], Anchor] = field(default_factory=dict)

    @cached_property
    def _anchors(self) -> list[tuple[tuple[str, str], Anchor]]:
        known = ((name, one) for name, one in self.chosen.items() if one.row.precision != "region")
        return sorted(known, key=lambda pair: -pair[1].weight)[: ANCHORS + 1]

    def anchors(self, without: Group) -> list[Anchor]:
        """The places that the other names stand for, those that weigh most first."""
        own = (without.key, without.holder)
        return [one for name, one in self._anchors if name != own][:ANCHORS]


def grouped(found: Sequence[Toponym]) -> list[Group]:
    """Names by words and holder; a name without a holder joins the first of its words that has one."""
    first: dict[str, str] = {}
    for top in found:
        if top.holder:
            first.setdefault(top.key, top.holder)
    members: dict[tuple[str, str], list[Toponym]] = {}
    for top in found:
        members.setdefault((top.key, top.holder or first.get(top.key, "")), []).append(top)
    return [Group(name, holder, tuple(tops)) for (name, holder), tops in members.items()]


def context_of(scene: Scene, groups: Sequence[Group]) -> Context:
    """What is known before any name is resolved."""
    counts = Counter(peoples(item.mention for item in scene.items))
    total = sum(counts.values()) or 1
    shares = {code: count / total for code, count in counts.items()}
    return Context(shares, outlet_country(scene.parsed.story), dateline(scene, groups))


def outlet_country(story: Story) -> str:
    """The country of a story's outlet by the end of its address: ".co.uk", ".ca"; "" where it tells none."""
    host = (story.url or "").partition("//")[2].partition("/")[0].rpartition(":")[0] or (story.url or "").partition(
        "//"
    )[2]
    return top_domains().get(host.partition("/")[0].rpartition(".")[2], "")


def top_domains() -> Mapping[str, str]:
    """Countries by top-level domain, those left out that the whole world uses."""
    return dict(pair.split("=") for pair in words("gazetteer/domains"))


def dateline(scene: Scene, groups: Iterable[Group]) -> Row | None:
    """The likeliest place of the dateline, as its population has it."""
    zones = scene.parsed.sentences
    for group in groups:
        if any(zones[scene.parsed.tokens.sentence[top.first]].zone == "dateline" for top in group.members):
            found = best(group.candidates)
            return found.row if found else None
    return None
