"""Fits what the reader calls its confidence: `python -m training.calibrate --corpora DIR`, after `training.export`.

Takes dev stories and the exported encoder, gives calibration.json beside it: weights, and the expected calibration
error before and after, measured on the half of the stories that the weights were not fitted on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract import attribution, names
from dateline.extract.confidence import logit
from dateline.parse import parse
from dateline.parse.encoder import Encoder
from dateline.record import Story
from dateline.record.parsed import ParsedStory
from training.corpora import read_lines

OUT = Path("src/dateline/data/encoder/calibration.json")
Example = tuple[tuple[float, ...], float, bool]


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}


def dice(a: set[int], b: set[int]) -> float:
    return 1.0 if not a and not b else 2 * len(a & b) / (len(a) + len(b))


def right(mine: dict[str, set[int]], gold: dict[str, set[int]]) -> bool:
    """Hit@50 as the statements' scorer defines it: cues overlap, source and content by half or more."""
    return bool(mine["cue"] & gold["cue"]) and dice(mine["source"], gold["source"]) >= 0.5 <= dice(
        mine["content"], gold["content"]
    )


def statements(parsed: ParsedStory, row: dict[str, Any]) -> Iterator[Example]:
    text, tokens = row["text"], parsed.tokens
    gold = [{k: letters(text, a[k]) for k in ("source", "cue", "content")} for a in row["attributions"]]
    for found in attribution.candidates(parsed):
        if found.parent is None:
            ranges = {"source": found.source, "cue": (found.cue,), "content": found.content}
            mine = {k: letters(text, [(tokens.start[a], tokens.end[b - 1]) for a, b in v]) for k, v in ranges.items()}
            yield attribution.features(found), found.scores[0], any(right(mine, g) for g in gold)


def named(parsed: ParsedStory, row: dict[str, Any]) -> Iterator[Example]:
    gold = {(e[0], e[1], e[2]) for e in row["entities"]}
    annotated = set(row["annotated"])
    for found in names.names(parsed.scores.names):
        if found.kind in annotated:
            span = (parsed.tokens.start[found.first], parsed.tokens.end[found.last - 1], found.kind)
            yield (logit(found.confidence),), found.confidence, span in gold


def fit(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Logistic regression by Newton's method with a little ridge."""
    x = np.hstack([np.ones((len(x), 1)), x])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + 0.1 * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return w


def calibration_error(p: np.ndarray[Any, Any], y: np.ndarray[Any, Any], bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017) over bins of equal count."""
    order = np.array_split(np.argsort(p), bins)
    return float(sum(len(b) * abs(p[b].mean() - y[b].mean()) for b in order if len(b)) / len(p))


def calibrated(halves: list[list[Example]]) -> dict[str, Any]:
    """Weights from all examples, and the error on each half of weights from the other."""
    parts = [
        (np.array([e[0] for e in h]), np.array([e[1] for e in h]), np.array([e[2] for e in h], dtype=float))
        for h in halves
    ]
    errors, before = [], []
    for (x, _, y), (other, raw, gold) in (parts, parts[::-1]):
        w = fit(x, y)
        errors.append(calibration_error(1 / (1 + np.exp(-(w[0] + other @ w[1:]))), gold))
        before.append(calibration_error(raw, gold))
    w = fit(np.vstack([p[0] for p in parts]), np.concatenate([p[2] for p in parts]))
    count = sum(len(p[2]) for p in parts)
    return {
        "weights": np.round(w, 5).tolist(),
        "n": count,
        "error": round(float(np.mean(errors)), 4),
        "error_uncalibrated": round(float(np.mean(before)), 4),
    }


def calibrate(corpora: Path) -> None:
    """Fits and writes the weights of every kind of finding that is calibrated."""
    encoder = Encoder()
    out = {}
    for kind, path, examples in (
        ("statement", "statements/polnear.dev.jsonl", statements),
        ("name", "names/worldwide.dev.jsonl", named),
    ):
        halves: list[list[Example]] = [[], []]
        for i, row in enumerate(read_lines(corpora / path)):
            halves[i % 2] += examples(parse(Story(id=str(row["id"]), text=row["text"]), encoder), row)
        out[kind] = calibrated(halves)
        print(kind, out[kind])
    OUT.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    calibrate(ap.parse_args().corpora)


if __name__ == "__main__":
    main()
