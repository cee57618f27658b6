"""The type of the event between two given sides, each of several tenths of PLV held out in turn.

`python -m training.folds --corpora DIR --start RUN/final.pt --folds 0,1,2,3,4 --out folds.json`: the whole encoder goes
on from one that has seen no event (--start), with the other nine tenths and our own sentences; prints accuracy,
macro-F1 and the accuracy of quad classes. Takes the corpora, gives figures. `python -m evals`
measures the shipped encoder, which has seen all tenths but one.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from dateline.parse.inputs import piecer
from dateline.parse.labels import NAME_TAGS
from dateline.parse.tokens import words
from dateline.record.plover import QUADS, TYPES
from training.__main__ import RATES, optimiser, rate, start_model, start_tokenizer, step_once
from training.batches import Prepared, collate, epoch, grouped, prepare
from training.corpora import Document
from training.dev import batches
from training.held_out import plv_tenths
from training.losses import WEIGHTS
from training.model import Encoder
from training.told import WIDE, document, grouped_rows, own_sentences, own_stories, paired
from training.told_losses import pair_scores

PLV = "events/plv.train.jsonl"
# Of the rates of a run that goes on; epochs of PLV, of which each row comes twice an epoch.
GENTLE = {"trunk": 1.0, "heads": 0.25, "new": 1.0}
EPOCHS, BATCH, WINDOW, NOISE, SEED = 2, 8, 256, 0.06, 1
QUAD_OF = {t: quad for quad, types in QUADS.items() for t in types}


def documents(root: Path, fold: int) -> tuple[list[Document], list[Document]]:
    """Training documents and those of the tenth."""
    tenths = plv_tenths(root / PLV)
    rows = list(paired(root / PLV))
    train = [document(g, "plv", words) for g in grouped_rows([r for r in rows if tenths[r.id] != fold], 2)]
    train += [document(g, "own", words) for g in grouped_rows(list(own_sentences()), 1)]
    train += [document(story, "own", words, "\n") for story in own_stories()]
    return train, [document([r], "plv", words) for r in rows if tenths[r.id] == fold]


def trained(train: list[Prepared], start: Path, lists: dict[str, list[str]], epochs: int) -> Encoder:
    """The encoder of `start` after some epochs of these documents."""
    torch.manual_seed(SEED)
    model = start_model(lists)
    model.load_state_dict(torch.load(start)["model"], strict=False)
    opt, rng, noise = optimiser(model), random.Random(SEED), np.random.default_rng(SEED)
    steps = [group for _ in range(epochs) for group in grouped(epoch(train, {}, WINDOW, rng), BATCH, rng)]
    model.train()
    for step, group in enumerate(steps, start=1):
        for g, (name, base) in zip(opt.param_groups, RATES.items(), strict=True):
            g["lr"] = GENTLE[name] * base * rate(step, len(steps) + 1)
        step_once(model, opt, collate(group, len(NAME_TAGS), NOISE, noise), WEIGHTS)
    return model


def judged(model: Encoder, tenth: list[Prepared]) -> list[tuple[str, str]]:
    """Gold and found types, PLV's YIELD being two of the manual's."""
    model.eval()
    wide = {frozenset(v): k for k, v in WIDE.items()}
    found = []
    with torch.no_grad():
        for batch in batches(tenth):
            out = model(batch["pieces"], batch["features"], batch["first"], batch["last"])
            for pair in batch["pairs"]:
                at, kinds = pair_scores(model, out, pair)
                best = TYPES[int(torch.logsumexp(at[:, None] + kinds, 0).argmax())]
                types = frozenset(TYPES[t] for t in pair[-1])
                gold = wide.get(types, next(iter(types)))
                found.append((gold, gold if best in types else best))
    return found


def summary(found: list[tuple[str, str]]) -> dict[str, float]:
    """Accuracy, macro-F1 over gold types and the accuracy of quad classes, in per cent."""
    right, gold, told = (Counter(x) for x in ([g for g, p in found if g == p], *zip(*found, strict=True)))
    f1 = [2 * right[t] / (gold[t] + told[t]) for t in gold]
    quads = [QUAD_OF.get(WIDE.get(g, (g,))[0]) == QUAD_OF.get(WIDE.get(p, (p,))[0]) or g == p for g, p in found]
    n = len(found)
    shares = {"accuracy": right.total() / n, "macro_f1": sum(f1) / len(f1), "quad": sum(quads) / n}
    return {**{k: round(100 * v, 2) for k, v in shares.items()}, "n": n}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--folds", default="0,1,2,3,4")
    ap.add_argument("--epochs", type=int, default=EPOCHS)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--out", type=Path)
    args = ap.parse_args()
    torch.set_flush_denormal(True)
    torch.set_num_threads(args.threads)
    lists = json.loads((args.start.parent / "vocabulary.json").read_text(encoding="utf-8"))
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces, every = piecer(start_tokenizer()), []
    for fold in map(int, args.folds.split(",")):
        train, tenth = ([prepare(d, pieces, index) for d in part] for part in documents(args.corpora, fold))
        found = judged(trained(train, args.start, lists, args.epochs), tenth)
        every += found
        print(json.dumps({"fold": fold, **summary(found)}), flush=True)
    print(json.dumps({"folds": args.folds, **summary(every)}), flush=True)
    if args.out:
        wrong = Counter(f"{g} > {p}" for g, p in every if g != p)
        args.out.write_text(json.dumps({**summary(every), "confusions": dict(wrong.most_common())}, indent=1) + "\n")


if __name__ == "__main__":
    main()
