"""Claims that the causal heads see where no signal of the lexicon is. Takes the scores of a sentence, gives links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import trimmed
from dateline.extract.causes.link import Link
from dateline.record.parsed import ParsedStory, Reasons
from dateline.record.tags import Range

# A cause and an effect that are each other's best belong together; others from here on.
PAIR = 0.5


def by_heads(parsed: ParsedStory, tree: Tree, one: Reasons) -> Iterator[Link]:
    """A link for every cause and effect that belong together."""
    for c, e in paired(one.pairs):
        cause, effect = (trimmed(tree, *side) for side in (one.causes[c], one.effects[e]))
        if cause[0] < effect[1] and effect[0] < cause[1]:
            continue
        if any(bare(tree, parsed.tree.head_of(*side)) for side in (cause, effect)):
            continue
        signal = nearest(one.signals, cause, effect)
        head = parsed.tree.head_of(*effect)
        anchor = signal[0] if signal else head
        yield Link(
            cause, effect, (signal,) if signal else (), anchor, head, None, "causal heads", float(one.pairs[c, e])
        )


def bare(tree: Tree, head: int) -> bool:
    """Whether a side is a name, a number or a word that stands for another: no cause or effect of anything."""
    return tree.upos[head] in {"PROPN", "NUM", "PRON", "DET", "ADP", "PUNCT", "SYM"} and not tree.kids(
        head, "cop", "nsubj"
    )


def paired(pairs: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> list[tuple[int, int]]:
    """For each cause its best effect and for each effect its best cause, and all that are probable."""
    if not pairs.size:
        return []
    found = {(c, int(e)) for c, e in enumerate(pairs.argmax(1))}
    found |= {(int(c), e) for e, c in enumerate(pairs.argmax(0))}
    found |= {(int(c), int(e)) for c, e in zip(*np.nonzero(pairs > PAIR), strict=True)}
    return sorted(found)


def nearest(signals: Sequence[Range], cause: Range, effect: Range) -> Range | None:
    """The signal that stands beside or between the two."""
    low, high = min(cause[0], effect[0]), max(cause[1], effect[1])
    near = [s for s in signals if low - 2 <= s[0] and s[1] <= high + 2]
    between = [s for s in near if min(cause[1], effect[1]) <= s[0] < max(cause[0], effect[0])]
    return next(iter(between or near), None)
