"""What a cue means: the kind of statement it makes, its usual act and certainty.

Takes a tree and the words of a cue, gives `Sense`. The lexicon is data/cues.yaml, coded by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from dateline.extract.attributes.tree import Range, Tree, top, words_in
from dateline.extract.attributes.wordlists import checked_keys, entries, sections, word_sets
from dateline.record.findings import Act, Certainty, StatementKind

LISTS = (
    "documents",
    "evidence_sources",
    "answering",
    "refusing",
    "claims",
    "naming",
    "wrongs",
    "states",
    "proclaiming",
    "asides",
    "performatives",
    "light",
)
KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
ACTS: tuple[Act, ...] = get_args(Act)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue means; `certainty` only where the cue itself settles it. `head`: the word that decides, or None."""

    kind: StatementKind
    act: Act | None
    certainty: Certainty | None = None
    entry: str | None = None
    head: int | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`senses` maps an entry ("point out", "report/NOUN") to its sense; `phrases` the first word to longer entries."""

    senses: dict[str, Sense]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    lists: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    raw = sections("cues.yaml", ("cues", "certainty", "irregular", *LISTS))
    senses = with_certainty(coded(raw["cues"]), raw["certainty"])
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in senses:
        first, *rest = entry.split(" ")
        if rest:
            phrases.setdefault(first, []).append((first, *rest))
    longest_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
    return Lexicon(senses, longest_first, word_sets(raw, LISTS, "cues.yaml"))


def coded(raw: Any) -> dict[str, Sense]:
    """The senses of the section `cues`: kind, then act or "none", then entries."""
    senses: dict[str, Sense] = {}
    for kind in KINDS:
        acts = checked_keys(raw, set(KINDS), "cues.yaml: cues")[kind]
        for act, listed in acts.items():
            if act not in (*ACTS, "none"):
                raise ValueError(f"data/cues.yaml: {kind}: unknown act {act!r}; valid is none or one of {ACTS}")
            for entry in entries(listed, f"cues.yaml: {kind}: {act}"):
                if entry in senses:
                    raise ValueError(f"data/cues.yaml: {entry!r} has two senses; valid is one per part of speech")
                senses[entry] = Sense(kind, None if act == "none" else act, None, entry)
    return senses


def with_certainty(senses: dict[str, Sense], raw: Any) -> dict[str, Sense]:
    """The same senses, those of the section `certainty` with what it says."""
    out = dict(senses)
    for certainty in CERTAINTIES:
        for entry in entries(raw[certainty], f"cues.yaml: certainty: {certainty}") if certainty in raw else ():
            if entry not in senses or out[entry].certainty:
                raise ValueError(f"data/cues.yaml: certainty of {entry!r}: no such cue, or given twice")
            sense = senses[entry]
            out[entry] = Sense(sense.kind, sense.act, certainty, entry)
    if set(raw) - set(CERTAINTIES):
        raise ValueError(f"data/cues.yaml: certainty: {sorted(raw)}; valid is {CERTAINTIES}")
    return out


def sense_of(tree: Tree, cue: Sequence[Range]) -> Sense | None:
    """The sense of a cue, or None where the lexicon knows none of its words."""
    inside = words_in(cue)
    phrases = [found for k in range(len(inside)) if (found := phrase_at(tree, inside[k:]))]
    if phrases:
        return max(phrases, key=lambda found: len((found.entry or "").split()))
    known = [found for i in candidates(tree, cue, inside) if (found := word_sense(tree, i))]
    light = lexicon().lists["light"]
    best = next((s for s in known if s.entry not in light), next(iter(known), None))
    if best and best.kind not in ("speech", "writing"):
        return next((s for s in known if is_saying(tree, s)), best)
    return best


def is_saying(tree: Tree, sense: Sense) -> bool:
    """Whether a sense is that of a participle of speech: "defended the plan, saying"."""
    return sense.kind in ("speech", "writing") and sense.head is not None and tree.text[sense.head].endswith("ing")


def candidates(tree: Tree, cue: Sequence[Range], inside: Sequence[int]) -> Iterator[int]:
    """The words of a cue, best first: the one that governs it, then verbs, nouns and others from the right."""
    head = top(tree, cue)
    if head is not None:
        yield head
    verbs = [i for i in inside if tree.upos[i] in ("VERB", "_")]
    yield from reversed(verbs)
    yield from (i for i in reversed(inside) if i not in verbs)


def phrase_at(tree: Tree, inside: Sequence[int]) -> Sense | None:
    """The sense of the longest phrase that starts with the first of these words; adverbs may come between."""
    rest = [
        i for i in inside[:12] if tree.upos[i] not in ("ADV", "ADJ", "DET", "PUNCT", "PART", "AUX") or i == inside[0]
    ]
    plain = list(inside[:8])
    for entry in lexicon().phrases.get(tree.lemma[inside[0]], ()):
        for row in (plain, rest):
            if tuple(tree.lemma[i] for i in row[: len(entry)]) == entry:
                sense = lexicon().senses[" ".join(entry)]
                return Sense(sense.kind, sense.act, sense.certainty, sense.entry, row[0])
    return None


def word_sense(tree: Tree, i: int) -> Sense | None:
    """The sense of one word: that of its part of speech, else of the word as such; of "alleged" before "allege"."""
    senses, words = lexicon().senses, [tree.lemma[i], tree.text[i]]
    if tree.relation[i] == "amod":
        words.reverse()
    found = next((senses[key] for word in words for key in (f"{word}/{tree.upos[i]}", word) if key in senses), None)
    return found and Sense(found.kind, found.act, found.certainty, found.entry, i)
