"""Fits the weights by which the edges of spans are chosen: `python -m training.boundaries --corpora DIR`, after export.

Takes dev stories and the exported encoder, gives boundaries.json beside it: a weight per feature for each edge, and how
often the edge is right as found and as chosen, the latter on the half of the stories the weights were not fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.attribution import LEAST, confidence_of, linked, parents
from dateline.extract.boundaries import FEATURES, Role, Side, edges
from dateline.parse import parse
from dateline.parse.encoder import Encoder
from dateline.record import Story
from dateline.record.parsed import Floats, ParsedStory
from training.corpora import read_lines

OUT = Path("src/dateline/data/encoder/boundaries.json")
ROLES: tuple[Role, ...] = ("source", "cue", "content")
SIDES: tuple[Side, ...] = ("first", "last")
RIDGE, STEPS, SMALL = 0.002, 60, 1e-4


@dataclass(frozen=True)
class Choice:
    """The features of the places where one edge may be, which of them are right, and whether the present one is."""

    rows: Floats
    right: np.ndarray[Any, np.dtype[np.bool_]]
    was_right: bool


def choices(parsed: ParsedStory, row: dict[str, Any], role: Role, side: Side) -> Iterator[Choice]:
    """One for every span of a statement that would be kept and that shares words with a gold one.

    Statements inside others are left out: the corpus marks none.
    """
    gold = {(w.start, w.stop) for a in row["attributions"] for w in (parsed.words_in(s, e) for s, e in a[role]) if w}
    found = linked(parsed)
    for (link, one), parent in zip(found, parents([one for _, one in found]), strict=True):
        spans = (one.cue,) if role == "cue" else getattr(one, role)
        for span in spans if parent is None and confidence_of(one) >= LEAST else ():
            best = max(gold, key=lambda g: min(g[1], span[1]) - max(g[0], span[0]), default=(0, 0))
            inside = link.offset <= span[0] and span[1] <= link.offset + len(link.content)
            if min(best[1], span[1]) <= max(best[0], span[0]) or not inside:
                continue
            places, rows = edges(parsed, link, role, span, side)
            goal, present = (bare_edge(parsed, edge[side == "last"], side) for edge in (best, span))
            right = np.array([bare_edge(parsed, place, side) == goal for place in places])
            yield Choice(rows, right, present == goal)


def bare_edge(parsed: ParsedStory, place: int, side: Side) -> int:
    """The edge without punctuation inside it, which no scorer looks at."""
    text = parsed.tokens.text
    if side == "last":
        return next((k for k in range(place, 0, -1) if any(map(str.isalnum, text[k - 1]))), 0)
    return next((k for k in range(place, len(text)) if any(map(str.isalnum, text[k]))), len(text))


def fit(found: list[Choice]) -> Floats:
    """Weights that make the right places most probable (conditional logit, McFadden 1974).

    Newton's steps with the curvature of the convex part, halved until they help.
    """
    known = [c for c in found if c.right.any()]
    w = np.zeros(len(FEATURES))
    before = cost(known, w)
    for _ in range(STEPS):
        gradient, hessian = RIDGE * len(known) * w, RIDGE * len(known) * np.eye(len(w))
        for c in known:
            scores = c.rows @ w
            p, q = softmax(scores), softmax(np.where(c.right, scores, -np.inf))
            centred = c.rows - p @ c.rows
            gradient = gradient + (p - q) @ c.rows
            hessian = hessian + (centred * p[:, None]).T @ centred
        step = np.linalg.solve(hessian, gradient)
        while (after := cost(known, w - step)) > before and np.abs(step).max() > SMALL:
            step = step / 2
        if np.abs(step).max() <= SMALL:
            break
        w, before = w - step, after
    return w


def cost(known: list[Choice], w: Floats) -> float:
    """Minus the log probability of the right places, with a little ridge."""
    scores = [c.rows @ w for c in known]
    right = sum(log_sum(s[c.right]) - log_sum(s) for s, c in zip(scores, known, strict=True))
    return float(RIDGE * len(known) * (w @ w) / 2 - right)


def log_sum(scores: Floats) -> float:
    top = float(scores.max())
    return top + float(np.log(np.exp(scores - top).sum()))


def softmax(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max())
    found: Floats = odds / odds.sum()
    return found


def share_right(found: list[Choice], w: Floats) -> float:
    """How often the place of most weight is right, in per cent."""
    return 100 * float(np.mean([c.right[int((c.rows @ w).argmax())] for c in found]))


def fitted(halves: list[list[Choice]]) -> dict[str, Any]:
    """The weights from all stories, and how often the edge is right before and after."""
    after = [share_right(test, fit(train)) for train, test in (halves, halves[::-1])]
    everything = halves[0] + halves[1]
    named = dict(zip(FEATURES, np.round(fit(everything), 3).tolist(), strict=True))
    before = 100 * float(np.mean([c.was_right for c in everything]))
    return {
        "n": len(everything), "right_before": round(before, 2), "right_after": round(float(np.mean(after)), 2),
        "weights": named,
    }  # fmt: skip


def boundaries(corpora: Path) -> None:
    """Fits and writes the weights of all edges."""
    encoder = Encoder()
    rows = list(read_lines(corpora / "statements/polnear.dev.jsonl"))
    parsed = [parse(Story(id=str(row["id"]), text=row["text"]), encoder) for row in rows]
    out = {}
    for role in ROLES:
        for side in SIDES:
            halves: list[list[Choice]] = [[], []]
            for i, (row, story) in enumerate(zip(rows, parsed, strict=True)):
                halves[i % 2] += choices(story, row, role, side)
            out[f"{role}.{side}"] = fitted(halves)
            print(role, side, {k: v for k, v in out[f"{role}.{side}"].items() if k != "weights"}, flush=True)
    OUT.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    boundaries(ap.parse_args().corpora)


if __name__ == "__main__":
    main()
