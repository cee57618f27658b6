"""Fits the weights by which coreference ranks candidates: `python -m training.coreference --corpora DIR`.

Takes GUM's chains (without the two sets that are held out) and GAP's development set, gives data/coreference.json: the
weights, fitted on both, and what the same fit reaches on folds of GAP that it has not seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.parse import parse
from dateline.parse.encoder import Encoder
from dateline.record import Story
from dateline.record.parsed import ParsedStory
from dateline.resolve.coreference import clusters
from dateline.resolve.ranking import Ranker, Weights
from training.chains import Example, Row, examples, scene_of, touches
from training.corpora import read_lines
from training.held_out import COREFERENCE_DEV, SPEAKER_DEV
from training.ranked import fit

OUT = Path("src/dateline/data/coreference.json")
FOLDS = 5
# GAP's pronouns are hard by choice and all that its texts teach; so weighted, its folds come out best (tried 1-4).
GAP_WEIGHT = 2.0

Pairs = list[tuple[Row, ParsedStory]]


def parsed(rows: Iterable[Row], encoder: Encoder) -> Pairs:
    return [(row, parse(Story(id=str(row["id"]), text=row["text"]), encoder)) for row in rows]


def taught(pairs: Pairs, weights: Mapping[str, Weights]) -> list[Example]:
    return [example for row, story in pairs for example in examples(row, story, weights)]


def fold(row: Row) -> int:
    """Texts of one page go into one fold."""
    return int(hashlib.sha256(str(row["url"]).encode()).hexdigest(), 16) % FOLDS


def weighted(gum: list[Example], gap: list[Example]) -> dict[str, float]:
    return fit([*gum, *gap], [1.0] * len(gum) + [GAP_WEIGHT] * len(gap))


def judged(pairs: Pairs, ranker: Ranker) -> Counter[str]:
    """GAP's counts, by gender: names that were rightly called the pronoun's, wrongly, and not."""
    found: Counter[str] = Counter()
    for row, story in pairs:
        scene = scene_of(story)
        entities = clusters(scene, ranker)
        asking = (i for i in scene.items if touches(i, row["pronoun"]) and i.last - i.first == 1)
        own = next((entities.get(i.index) for i in asking), None)
        for name in "ab":
            says = own is not None and any(entities.get(i.index) is own and touches(i, row[name]) for i in scene.items)
            gold = row[f"{name}_coref"]
            found[f"{row['gender']}.{'tp' if says and gold else 'fp' if says else 'fn' if gold else 'tn'}"] += 1
    return found


def f1(counts: Mapping[str, int], genders: str) -> float:
    tp, fp, fn = (sum(counts.get(f"{g}.{k}", 0) for g in genders) for k in ("tp", "fp", "fn"))
    return round(200 * tp / max(2 * tp + fp + fn, 1), 2)


def cross_validated(
    pairs: Pairs, gum: list[Example], gap: list[Example], others: Mapping[str, Weights]
) -> dict[str, Any]:
    """F1 on each fold of GAP with weights from GUM and the other folds."""
    folds = {str(row["id"]): fold(row) for row, _ in pairs}
    counts: Counter[str] = Counter()
    for k in range(FOLDS):
        weights = weighted(gum, [example for example in gap if folds[example.story] != k])
        counts += judged([pair for pair in pairs if folds[pair[0]["id"]] == k], Ranker({**others, "pronoun": weights}))
        print("fold", k, f1(counts, "MF"), flush=True)
    figures = {"f1": f1(counts, "MF"), "masculine": f1(counts, "M"), "feminine": f1(counts, "F")}
    return {"folds": FOLDS, "n": len(pairs), **figures}


def coreference(corpora: Path) -> None:
    """Fits and writes all weights."""
    encoder, held_out = Encoder(), {*SPEAKER_DEV, *COREFERENCE_DEV}
    chains = read_lines(corpora / "coref/gum_chains.train.jsonl.gz")
    stories = parsed((row for row in chains if row["id"] not in held_out), encoder)
    texts = parsed(read_lines(corpora / "coref/gap.development.jsonl"), encoder)
    gum = taught(stories, {})
    by_task = {task: [e for e in gum if e.task == task] for task in ("pronoun", "description")}
    weights = {task: fit(found, [1.0] * len(found)) for task, found in by_task.items()}
    gap = taught(texts, weights)
    others = {"description": weights["description"]}
    figures = cross_validated(texts, by_task["pronoun"], gap, others)
    out = {
        "questions": {"gum": {k: len(v) for k, v in by_task.items()}, "gap": len(gap)},
        "gap_cross_validated": figures,
        "weights": {**others, "pronoun": weighted(by_task["pronoun"], gap)},
    }
    OUT.write_text(json.dumps(out, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    coreference(ap.parse_args().corpora)


if __name__ == "__main__":
    main()
