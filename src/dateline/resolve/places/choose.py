"""Which place a name stands for: a weighed sum of reasons, each of which can be told. Takes groups, gives `Choice`s.

The weights are fitted by training/places.py (conditional logit over the candidates of a name; a logistic over what it
chose). The features follow Leidner (2007) and Rauch et al. (2003): containment, minimality, one referent per name,
population.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.resolve.places.context import Anchor, Context, Group
from dateline.resolve.places.gazetteer import Candidate, gazetteer, kilometres
from dateline.resolve.places.rows import Row
from dateline.resolve.places.toponyms import DIVISIONS, IN_BODY, SEAT, lies_in

TOWNS = frozenset([
    "city", "town", "township", "village", "city of", "the city of", "town of", "the town of", "village of", "downtown",
    "the village of", "port of", "uptown", "midtown", "suburban", "metropolitan", "metro",
])  # fmt: skip
# Kilometres at which a neighbour counts half, and within which two readings are of the same ground.
NEAR, SAME = 100.0, 50.0
# A less probable reading is none: of names of TR-News between .3 and .5, one in ten is right; above, nine in ten.
LEAST = 0.4


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a group of names stands for, what spoke for it, and how probably that is right."""

    candidate: Candidate
    features: Mapping[str, float]
    share: float
    confidence: float


def features(group: Group, candidate: Candidate, context: Context) -> dict[str, float]:
    """What speaks for and against a candidate, each between 0 and about 1; zeros are left out."""
    row = candidate.row
    values = {
        "population": math.log10(row.population + 1) / 7,
        f"is {row.precision}": 1.0,
        "capital": capital(row),
        "named as a seat": capital(row) and float(any(t.why == SEAT for t in group.members)),
        "reviewed": float(candidate.reviewed),
        # The only bearer of a name in our own list has no better one.
        "another name": float(candidate.other and not (candidate.reviewed and len(group.candidates) == 1)),
        "alone in our list": float(candidate.reviewed and len(group.candidates) == 1 and " " in group.key),
        "part of the words": float(candidate.cut),
        "said to lie there": contained(group, candidate),
        "named as a division": float(
            row.precision in {"admin1", "admin2"} and any(t.sort in DIVISIONS for t in group.members)
        ),
        "named as a town": float(row.precision == "city" and any(t.sort in TOWNS for t in group.members)),
        "country of the story": context.countries.get(row.country, 0.0),
        "country is named": float(row.country in context.countries),
        "country of the outlet": float(row.country == context.outlet != ""),
        **beside_dateline(row, context.dateline),
        **neighbours(group, row, context),
    }
    return {name: value for name, value in values.items() if value}


def capital(row: Row) -> float:
    """For a capital, how large its country is: Washington is named for more than its inhabitants."""
    state = gazetteer().country(row.country) if row.feature == "PPLC" else None
    return 0.0 if state is None else math.log10(state.population + 1) / 9


def contained(group: Group, candidate: Candidate) -> float:
    """1 where the place lies in that which the story says it does."""
    return float(bool(group.holder) and any(lies_in(candidate, outer) for outer in gazetteer().find(group.holder)))


def beside_dateline(row: Row, place: Row | None) -> dict[str, float]:
    """Whether the story was filed in the same country or division."""
    if place is None or row == place:
        return {}
    same = row.country == place.country != ""
    return {
        "country of the dateline": float(same),
        "division of the dateline": float(same and row.admin1 == place.admin1 != ""),
    }


def neighbours(group: Group, row: Row, context: Context) -> dict[str, float]:
    """How near the other places of the story are, and how many lie in the same country and division."""
    anchors = context.anchors(group)
    if not anchors or row.precision in {"country", "region"}:
        return {}
    near = max(0.0 if a.row.precision == "country" else a.share / (1 + kilometres(row, a.row) / NEAR) for a in anchors)
    inland = [one for one in anchors if one.row.country == row.country]
    beside = [one for one in inland if one.row.admin1 == row.admin1 != ""]
    # Not the sum of the weights: a name that may itself be one of many says little of its neighbours.
    whole = sum(one.count for one in anchors)
    return {
        "near another place": near,
        "neighbours in its country": sum(one.weight for one in inland) / whole,
        "neighbours in its division": sum(one.weight for one in beside) / whole,
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """What each reason weighs: before and after the other names are known, and in the judgement of the choice."""

    first: Mapping[str, float]
    second: Mapping[str, float]
    trust: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights of data/gazetteer/weights.yaml."""
    text = files("dateline").joinpath("data", "gazetteer", "weights.yaml").read_text(encoding="utf-8")
    return Weights(**{name: {k: float(v) for k, v in table.items()} for name, table in yaml.safe_load(text).items()})


def weighed(values: Mapping[str, float], by: Mapping[str, float]) -> float:
    return sum(by.get(name, 0.0) * value for name, value in values.items())


def choices(groups: Sequence[Group], context: Context, by: Weights) -> list[Choice]:
    """One for each group, in their order: each name by itself first, then beside what the others came out as."""
    together = replace(context, chosen=alone(groups, context, by.first))
    return [judged(group, together, by) for group in groups]


def alone(groups: Sequence[Group], context: Context, by: Mapping[str, float]) -> dict[tuple[str, str, bool], Anchor]:
    """What each group is read as without the others."""
    found: dict[tuple[str, str, bool], Anchor] = {}
    for group in groups:
        scores = [weighed(features(group, c, context), by) for c in group.candidates]
        at = best_of(scores)
        found[group.name] = Anchor(group.candidates[at].row, share_of(group, scores, at), len(group.members))
    return found


def best_of(scores: Sequence[float]) -> int:
    """Where the highest score stands; of several, the first, which is that of the most populous."""
    return max(range(len(scores)), key=lambda k: (scores[k], -k))


def share_of(group: Group, scores: Sequence[float], at: int) -> float:
    """The share of the odds that a reading has, together with others of the same ground: a town and its county."""
    odds = [math.exp(max(score - scores[at], -30.0)) for score in scores]
    best = group.candidates[at].row
    same = (o for o, c in zip(odds, group.candidates, strict=True) if c.row is best or kilometres(c.row, best) < SAME)
    return sum(same) / sum(odds)


def judged(group: Group, context: Context, by: Weights) -> Choice:
    """The best candidate with its share of the odds, and the probability that it is right."""
    rows = [features(group, c, context) for c in group.candidates]
    scores = [weighed(row, by.second) for row in rows]
    at = best_of(scores)
    share = share_of(group, scores, at)
    trust = weighed(trusted(group, rows[at], share), by.trust)
    return Choice(group.candidates[at], rows[at], share, round(1 / (1 + math.exp(-trust)), 4))


def trusted(group: Group, values: Mapping[str, float], share: float) -> dict[str, float]:
    """What the probability of a choice is read off: the reasons for it, its share, and how the name was found."""
    found = max((t.item.mention.confidence for t in group.members if t.item is not None), default=0.5)
    body = float(all(t.why == IN_BODY for t in group.members))
    free = float(not body and all(t.item is None for t in group.members))
    return {**values, "one": 1.0, "share": share, "names head": found, "no mention": free, "in a body": body}
