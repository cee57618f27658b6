"""The codes of an event: PLOVER modes, contexts, CAMEO code. Takes type, scores and the lexicon's rows, gives codes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dateline.extract.attributes.tree import Tree
from dateline.extract.events import lexicon
from dateline.record.cameo import TO_COME, code_of
from dateline.record.contexts import contexts_of
from dateline.record.deeds import Deed
from dateline.record.parsed import Floats
from dateline.record.plover import MODE_TAGS, MODES_OF

# A mode is given where it is at least so probable among those of its type and none; a second one from SECOND on.
FIRST, SECOND = 0.4, 0.3
# What the lexicon's mode counts beside the head's probabilities.
BY_LEXICON = 0.5
# Words on either side of an event that may tell its context, and how many of these there may be.
AROUND, MOST = 15, 3


@dataclass(frozen=True, slots=True)
class Codes:
    """The modes, the most probable first, and the CAMEO code that the lexicon is sure of, if any; what decided."""

    modes: tuple[str, ...]
    cameo: str | None = None
    found_by: str = ""


def coded(tree: Tree, word: int, kind: str, shares: Floats, sense: Deed | None) -> Codes:
    """Modes and code of an event. `shares`: (68,) probabilities of all types' modes and of none."""
    of_type = {mode: float(shares[MODE_TAGS.index(f"{kind}.{mode}")]) for mode in MODES_OF[kind]}
    total = max(float(shares[0]) + sum(of_type.values()), 1e-6)
    ranked = {mode: share / total for mode, share in of_type.items()}
    rows: list[tuple[str, str, str]] = []
    if sense is not None and sense.type == kind:
        rows.append((sense.mode, sense.cameo, f"lexicon '{sense.lemma}'"))
    if (found := lexicon.means(tree, word, kind)) is not None:
        rows.append((found.mode, found.cameo, "means"))
    if (about := lexicon.asked_for(tree, word, kind)) is not None:
        rows.append((*about, "what it is about"))
    for mode in {mode for mode, _, _ in rows if mode}:
        ranked[mode] += BY_LEXICON
    best = sorted(ranked.items(), key=lambda row: (-row[1], row[0]))
    modes = tuple(mode for k, (mode, share) in enumerate(best) if share >= (SECOND if k else FIRST))[:2]
    first = modes[0] if modes else ""
    code, by = next(((code, by) for mode, code, by in rows if mode == first), (None, "mode head"))
    return Codes(modes, code, f"{'mode' if modes else 'CAMEO'} by {by}" if modes or code else "")


def cameo(kind: str, codes: Codes, status: str, sectors: Collection[str]) -> str:
    """The CAMEO code: the lexicon's where it has happened, else that of type, mode and status."""
    if codes.cameo is not None and status not in TO_COME:
        return codes.cameo
    return code_of(kind, codes.modes[0] if codes.modes else None, status, sectors)


def contexts(tree: Tree, word: int) -> tuple[str, ...]:
    """The contexts that the words around an event speak for, most words first."""
    here = range(max(0, word - AROUND), min(len(tree), word + AROUND + 1))
    found = contexts_of([tree.lemma[i] for i in here if tree.sentence[i] == tree.sentence[word]])
    return tuple(name for name, _ in found[:MOST])
