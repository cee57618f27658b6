"""Windows of the training documents as padded batches of tensors.

Takes prepared documents, gives batches; each epoch cuts every document at other places.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dateline.parse.inputs import FEATURES, Inputs, inputs, units, window
from dateline.parse.quotations import quotations
from dateline.parse.sentences import sentence_starts
from training.corpora import Document
from training.told import ACTS

SYNTAX = ("upos", "xpos", "feats", "lemma", "deprel")
ROLES = ("source", "cue", "content")
MASKED = 103


@dataclass
class Prepared:
    """A document with its inputs and its labels as integer arrays per word."""

    doc: Document
    feed: Inputs
    starts: list[int]
    labels: dict[str, np.ndarray[Any, Any]]


def prepare(doc: Document, pieces: Callable[[str], tuple[int, ...]], vocab: dict[str, dict[str, int]]) -> Prepared:
    """Inputs as the reader makes them, from the gold words; labels as class numbers, -1 where unknown."""
    n = len(doc.words)
    starts = sentence_starts(doc.text, doc.words)
    feed = inputs(
        doc.text, [w[0] for w in doc.words], [w[1] for w in doc.words], quotations(doc.text, doc.words), pieces
    )
    labels: dict[str, Any] = {}
    if doc.syntax is not None and doc.sentence is not None:
        for k in SYNTAX:
            labels[k] = np.array([vocab[k].get(v, -1) for v in doc.syntax[k]])
        labels["head"], labels["sentence"] = doc.head, doc.sentence
        labels["boundary"] = np.diff(doc.sentence, prepend=-1).clip(0, 1)
    labels |= doc.roles or {}
    labels |= doc.acts or {}
    assert all(len(v) == n for v in labels.values())
    return Prepared(doc, feed, starts, labels)


def cuts(item: Prepared, capacity: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences of at most `capacity` pieces; the first run is shortened at random, so that cuts move."""
    feed, room = item.feed, capacity - 2
    limit, a = (room if rng.random() < 0.3 else rng.randint(room // 3, room)), 0
    for s, e in units(feed, item.starts, room):
        if feed.last[e - 1] - feed.first[a] + 1 > limit and s > a:
            yield a, s
            a, limit = s, room
    yield a, len(feed.first)


@dataclass
class Piece:
    """One window of one document."""

    item: Prepared
    a: int
    b: int

    def size(self) -> int:
        return int(self.item.feed.last[self.b - 1] - self.item.feed.first[self.a] + 3)


def epoch(items: list[Prepared], repeats: dict[str, float], capacity: int, rng: random.Random) -> list[Piece]:
    """Windows of one epoch; a corpus with `repeats` 1.5 comes one and a half times."""
    out = []
    for item in items:
        times = repeats.get(item.doc.corpus, 1.0)
        for _ in range(int(times) + (rng.random() < times % 1)):
            out += [Piece(item, a, b) for a, b in cuts(item, capacity, rng) if b > a]
    rng.shuffle(out)
    return out


def grouped(pieces: list[Piece], size: int, rng: random.Random) -> list[list[Piece]]:
    """Batches of windows of like size (sorted within stretches of 16 batches), in random order."""
    out = []
    for i in range(0, len(pieces), size * 16):
        part = sorted(pieces[i : i + size * 16], key=Piece.size)
        out += [part[j : j + size] for j in range(0, len(part), size)]
    rng.shuffle(out)
    return out


def pad(rows: list[np.ndarray[Any, Any]], value: int = 0) -> Tensor:
    """Rows of unequal length as one tensor."""
    out = np.full((len(rows), max(len(r) for r in rows), *rows[0].shape[1:]), value, dtype=rows[0].dtype)
    for i, r in enumerate(rows):
        out[i, : len(r)] = r
    return torch.from_numpy(out)


def collate(group: list[Piece], tags: int, noise: float, rng: np.random.Generator) -> dict[str, Any]:
    """One batch: inputs, labels (-1 = unknown), allowed name tags, and links as lists per row."""
    rows = [window(p.item.feed, p.a, p.b) for p in group]
    out: dict[str, Any] = {k: pad([r[k] for r in rows]) for k in ("pieces", "first", "last")}
    out["features"] = {k: pad([r[k] for r in rows]) for k in FEATURES}
    if noise:
        hit = torch.from_numpy(rng.random(out["pieces"].shape) < noise) & (out["pieces"] > 103)
        out["pieces"] = out["pieces"].masked_fill(hit, MASKED)
    width = out["first"].shape[1]
    for key in (*SYNTAX, "head", "sentence", "boundary", *ROLES, *ACTS):
        table = torch.full((len(group), width), -1, dtype=torch.long)
        for i, p in enumerate(group):
            if key in p.item.labels:
                values = torch.from_numpy(p.item.labels[key][p.a : p.b].astype(np.int64))
                if key == "head":
                    values = torch.where((values >= p.a) & (values < p.b), values - p.a, -1)
                table[i, : len(values)] = values
        out[key] = table
    allowed = torch.ones((len(group), width, tags), dtype=torch.bool)
    for i, p in enumerate(group):
        if p.item.doc.names is not None:
            allowed[i, : p.b - p.a] = torch.from_numpy(p.item.doc.names[p.a : p.b])
    out["names"] = allowed
    out["links"] = [links_of(p) for p in group]
    out |= told_of(group)
    return out


def links_of(p: Piece) -> list[tuple[list[int], Tensor]]:
    """For each cue wholly inside the window: its words, and per word 0 none, 1 source, 2 content, -1 unknown."""
    out = []
    for link in p.item.doc.links:
        if link.cue[0] >= p.a and link.cue[-1] < p.b:
            target = torch.full((p.b - p.a,), 0 if link.whole else -1, dtype=torch.long)
            for value, words in ((1, link.source), (2, link.content)):
                target[[i - p.a for i in words if p.a <= i < p.b]] = value
            out.append(([i - p.a for i in link.cue], target))
    return out


def told_of(group: list[Piece]) -> dict[str, Any]:
    """Events, pairs, classes of sentences and causes, where all their words lie in the window, as words of it."""
    out: dict[str, Any] = {k: [] for k in ("deeds", "pairs", "quads", "effects")}
    for row, p in enumerate(group):
        doc, inside = p.item.doc, range(p.a, p.b)
        for anchor, *sides in doc.deeds:
            if anchor in inside:
                target = torch.zeros(p.b - p.a, dtype=torch.long)
                for value, words in enumerate(sides, 1):
                    target[[i - p.a for i in words if i in inside]] = value
                out["deeds"].append((row, anchor - p.a, target))
        for here, actors, recipients, types in doc.pairs:
            if here.start >= p.a and here.stop <= p.b:
                shifted = [[i - p.a for i in words] for words in (actors, recipients)]
                out["pairs"].append((row, here.start - p.a, here.stop - p.a, *shifted, types))
        for here, types in doc.quads:
            if here.start >= p.a and here.stop <= p.b:
                out["quads"].append((row, here.start - p.a, here.stop - p.a, types))
        for cause, effect in doc.effects:
            if cause and effect and all(i in inside for i in (*cause, *effect)):
                out["effects"].append((row, [i - p.a for i in cause], [i - p.a for i in effect]))
    return out
