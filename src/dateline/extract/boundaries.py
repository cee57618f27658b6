"""Where exactly a source or a content begins and ends, once it is known roughly.

Takes a range of words that a cue claims, gives the range whose edges fit best.

The heads decide word by word, so they stop in the middle of a phrase. A ranking of the places near an edge by a few
features, where the heads' probabilities turn and where the syntax breaks, does that less. `training/boundaries.py` fits
the weights; beside them, in `data/encoder/boundaries.json`, stands how often an edge is right without and with them.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import numpy as np

from dateline.record.parsed import CueLinks, Floats, ParsedStory, Quotation
from dateline.record.tags import Range

T = TypeVar("T")
Role = Literal["source", "cue", "content"]
Side = Literal["first", "last"]

# How many words around an edge are looked at: 97 of 100 right edges of content lie within.
REACH = 15
# A place that costs more than so many log odds is not looked at, which saves time: exact F1 of content on PolNeAR dev
# was 69.15 with no bound, 69.12, 69.20 and 69.16 with 25, 15 and 10 (the encoder before this one).
HOPELESS = -10.0
# A word that belongs to a source or a content with this probability is no part of their cue.
TAKEN = 0.5
# Words beyond an edge whose heads may lie on its other side.
AROUND = 20
MARKS = frozenset([".", ",", "!", "?", ";", ":", "-", "--", "—", "–", ")", "(", "…", "...", "]", "["])
LEANING = frozenset(["DET", "ADP", "CCONJ", "AUX", "SCONJ", "PART"])
JOINING = frozenset(["CCONJ", "ADV", "INTJ"])
BEGINS = {"source": 1, "cue": 4, "content": 7}
# What speaks for and against an edge; a positive weight draws it there.
FEATURES = (
    "gained",  # log odds of the words between here and the present edge, as taken in or given up, bounded
    "gained_far",  # the same, not bounded
    "leaving",  # words inside that depend on words outside
    "reaching",  # words outside that depend on words inside
    "whole",  # neither
    "inner",  # log odds of the last word inside
    "outer",  # log odds of the first word outside
    "begins",  # log odds that the first word inside (or, at the end, outside) begins a span
    "sentence",  # a sentence begins or ends here
    "mark",  # a punctuation mark stands outside
    "comma",  # a comma does
    "leaning",  # at the end, the last word inside leans on the next; at the start, the first joins to what was before
    "opening",  # the first word inside is "that" or "to"
    "present",  # the edge is here already
    "cue",  # the cue stands right outside
    "quotation",  # a quotation begins or ends here
    "quoted",  # a quotation is cut in two
    "claimed",  # of a cue: log odds that the first word outside belongs to its source or its content
    "claimed_in",  # of a cue: the same of the last word inside
)


@cache
def weights(role: Role, side: Side) -> Floats:
    """One weight per feature."""
    path = files("dateline") / "data" / "encoder" / "boundaries.json"
    named = json.loads(path.read_text(encoding="utf-8"))[f"{role}.{side}"]["weights"]
    return np.array([named[name] for name in FEATURES], np.float32)


def settled(parsed: ParsedStory, link: CueLinks, role: Role, span: Range) -> Range:
    """The range with both edges where they fit best."""
    first, last = span
    if first < link.offset or last > link.offset + len(link.content):
        return span
    places, rows = edges(parsed, link, role, span, "last")
    last = places[int((rows @ weights(role, "last")).argmax())]
    places, rows = edges(parsed, link, role, (first, last), "first")
    return places[int((rows @ weights(role, "first")).argmax())], last


def edges(parsed: ParsedStory, link: CueLinks, role: Role, span: Range, side: Side) -> tuple[list[int], Floats]:
    """The places where an edge of a range may be, as words that it would begin at or end before, and their features."""
    tokens, present = parsed.tokens, span[side == "last"]
    at = max(link.offset, present - REACH - 1)
    reach = slice(at - link.offset, present + REACH + 1 - link.offset)
    log, begins = log_odds(parsed, link, role, reach)
    total = np.concatenate(([0.0], np.cumsum(log)))
    sign = 1 if side == "last" else -1
    places, gained = [], []
    for place in candidates(parsed, link, role, span, side):
        gain = float(sign * (total[place - at] - total[present - at]))
        if gain >= HOPELESS:
            places.append(place)
            gained.append(gain)
    leaving, reaching = crossing(
        parsed, range(0) if role == "cue" else range(link.first, link.last), span, places, side
    )
    claimed = _logits(np.maximum(link.source[reach], link.content[reach])) if role == "cue" else np.zeros(len(log))
    quotations = list(near(parsed.quotations, places[0], places[-1]))
    rows = []
    for k, place in enumerate(places):
        inner, outer = (place - 1, place) if side == "last" else (place, place - 1)
        exists = 0 <= outer < len(tokens)
        beside = tokens.text[outer] if exists else "."
        later = max(inner, outer)
        rows.append((
            min(max(gained[k], -4.0), 4.0),
            gained[k] / 4,
            min(leaving[k], 3),
            min(reaching[k], 3),
            leaving[k] + reaching[k] == 0,
            log[inner - at] / 4,
            (log[outer - at] if 0 <= outer - at < len(log) else -4.0) / 4,
            (begins[later - at] if later - at < len(log) else -4.0) / 4,
            not exists or tokens.sentence[inner] != tokens.sentence[outer],
            beside in MARKS,
            beside == ",",
            tokens.upos[inner] in (LEANING if side == "last" else JOINING),
            side == "first" and tokens.text[inner].lower() in {"that", "to"},
            place == present,
            link.first <= outer < link.last,
            any(place in (q.first, q.last) for q in quotations),
            any(q.first < place < q.last for q in quotations),
            claimed[outer - at] / 4 if 0 <= outer - at < len(log) else 0.0,
            claimed[inner - at] / 4,
        ))  # fmt: skip
    return places, np.array(rows, np.float32)


def onward(rows: Sequence[T], first: int) -> Iterator[T]:
    """The rows from `first` on, without a copy of them all."""
    return (rows[k] for k in range(first, len(rows)))


def near(quotations: Sequence[Quotation], low: int, high: int) -> Iterator[Quotation]:
    """The quotations that touch the words from `low` to `high`."""
    for quotation in onward(quotations, bisect_left(quotations, low, key=lambda q: q.last)):
        if quotation.first > high:
            return
        yield quotation


def candidates(parsed: ParsedStory, link: CueLinks, role: Role, span: Range, side: Side) -> list[int]:
    """The words near the present edge that it may be moved to: neither over the other edge nor over the cue.

    A source and a cue are phrases, so they do not grow out of their sentence.
    """
    first, last = span
    low, high = link.offset, link.offset + len(link.content)
    if role != "content":
        of = parsed.tokens.sentence
        low = max(low, parsed.sentences[of[first]].first)
        high = min(high, parsed.sentences[of[last - 1]].last)
    if role == "cue":
        return near_cue(link, span, side, (low, high))
    if last <= link.first:
        high = min(high, link.first)
    elif first >= link.last:
        low = max(low, link.last)
    if side == "last":
        return list(range(max(first + 1, last - REACH), min(high, last + REACH) + 1))
    return list(range(max(low, first - REACH), min(last, first + REACH + 1)))


def near_cue(link: CueLinks, span: Range, side: Side, bounds: Range) -> list[int]:
    """The places that an edge of a cue may be moved to: not over words that are surely its source or its content."""
    taken = np.maximum(link.source, link.content)
    step, edge = (1, span[1]) if side == "last" else (-1, span[0])
    inside = (max(span[0] + 1, edge - REACH), edge + 1) if side == "last" else (edge, min(span[1], edge + REACH + 1))
    places = list(range(*inside))
    while (
        bounds[0] < edge + step < bounds[1]
        and len(places) < REACH
        and taken[edge - (side == "first") - link.offset] < TAKEN
    ):
        edge += step
        places.append(edge)
    return sorted(places)


def log_odds(parsed: ParsedStory, link: CueLinks, role: Role, reach: slice) -> tuple[Floats, Floats]:
    """Per word in reach the log odds of belonging to the span, the mean of what the heads say; and of beginning one."""
    column, lo = BEGINS[role], link.offset + reach.start
    row = (link.source if role == "source" else link.content)[reach]
    roles = parsed.scores.roles[lo : lo + len(row), column : column + 2]
    if role == "cue":
        # Only one head says how likely a word is a part of a cue.
        return _logits(roles.sum(1)), _logits(roles[:, 0])
    return np.float32(0.5) * (_logits(roles.sum(1)) + _logits(row)), _logits(roles[:, 0])


def _logits(p: Floats) -> Floats:
    bounded = np.clip(p, 1e-4, 1 - 1e-4)
    found: Floats = np.log(bounded / (1 - bounded)).astype(np.float32)
    return found


def crossing(
    parsed: ParsedStory, cue: range, span: Range, places: Sequence[int], side: Side
) -> tuple[list[int], list[int]]:
    """Per place, words inside that depend on words outside beyond that edge, and the reverse; those of `cue` not."""
    tokens, (first, last) = parsed.tokens, span
    low, high = max(first if side == "last" else 0, places[0] - AROUND), min(len(tokens), places[-1] + AROUND)
    if side == "first":
        high = min(high, last)
    change = np.zeros((2, high + 2 - low), np.int64)
    for i in range(low, high):
        head = tokens.head[i]
        if head == i or not low <= head < high or i in cue:
            continue
        from_inside = (i < head) == (side == "last")
        if from_inside and side == "first" and head in cue:
            continue
        if not from_inside and tokens.text[i] in MARKS:
            continue
        row = change[0 if from_inside else 1]
        row[min(i, head) + 1 - low] += 1
        row[max(i, head) + 1 - low] -= 1
    leaving, reaching = change.cumsum(1)[:, [place - low for place in places]].tolist()
    return leaving, reaching
