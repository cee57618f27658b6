"""What a story says of where it plays: countries, its dateline, its outlet. Takes toponyms, gives `Context`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.record.story import Story
from dateline.record.words import words
from dateline.resolve.items import Scene
from dateline.resolve.places.gazetteer import Candidate, best, gazetteer
from dateline.resolve.places.rows import Row
from dateline.resolve.places.toponyms import DIVISIONS, Toponym, lies_in, peoples

# Places that others are measured against, the most often named first; the cap keeps the cost linear.
ANCHORS = 12
# What a province, a region, a district is in the gazetteer.
PARTS = frozenset({"admin1", "admin2", "region"})


@dataclass(frozen=True)
class Group:
    """The names of one story that stand for one place: the same words, said to lie in the same place or in none.

    `division`: called a province, a region or the like. `seat`: not called so, but others of the same words are.
    """

    key: str
    holder: str
    members: tuple[Toponym, ...]
    division: bool = False
    seat: bool = False

    @property
    def name(self) -> tuple[str, str, bool]:
        """What tells it from the other groups of the story."""
        return self.key, self.holder, self.division

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the names may stand for: what lies where the story says, and is what it says, if anything is that."""
        found = self.members[0].candidates
        outer = gazetteer().find(self.holder) if self.holder else ()
        found = tuple(c for c in found if any(lies_in(c, one) for one in outer)) or found
        if self.seat:
            return without_divisions(found)
        return (self.division and tuple(c for c in found if c.row.precision in PARTS)) or found


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
    chosen: Mapping[tuple[str, str, bool], Anchor] = field(default_factory=dict)

    @cached_property
    def _anchors(self) -> list[tuple[tuple[str, str, bool], Anchor]]:
        known = ((name, one) for name, one in self.chosen.items() if one.row.precision != "region")
        return sorted(known, key=lambda pair: -pair[1].weight)[: ANCHORS + 1]

    def anchors(self, without: Group) -> list[Anchor]:
        """The places that the other names stand for, those that weigh most first."""
        return [one for name, one in self._anchors if name != without.name][:ANCHORS]


def grouped(found: Sequence[Toponym]) -> list[Group]:
    """Names by words, holder and sort; a name without a holder has that of the same words before it, or after it."""
    first: dict[str, str] = {}
    for top in reversed(found):
        if top.holder:
            first[top.key] = top.holder
    members: dict[tuple[str, str, bool], list[Toponym]] = {}
    for top in found:
        holder = first[top.key] = top.holder or first.get(top.key, "")
        division = top.sort in DIVISIONS and any(c.row.precision in PARTS for c in top.candidates)
        members.setdefault((top.key, holder, division), []).append(top)
    divisions = {name for name, _, division in members if division}
    return [
        Group(name, holder, tuple(tops), division, seat=name in divisions and not division)
        for (name, holder, division), tops in members.items()
    ]


def without_divisions(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """What is left beside the divisions in which a town of the same name lies: Donetsk beside "the Donetsk region"."""
    towns = [c for c in found if c.row.precision not in PARTS]
    return tuple(c for c in found if c in towns or not any(lies_in(town, c) for town in towns))


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
