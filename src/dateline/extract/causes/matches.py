"""Where the signals of the lexicon stand. Takes a sentence, gives the words of each match, the longest only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.lexicon import Index
from dateline.extract.causes.link import Entry
from dateline.record.tags import Range

# Words that may stand between two words of a signal: an adverb, a mark, an article.
GAP = 2
BETWEEN = frozenset({"ADV", "PUNCT", "DET", "ADJ", "PART", "SYM"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and its words, in order."""

    entry: Entry
    words: tuple[int, ...]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The runs of its words."""
        return runs(self.words)


def runs(words: Sequence[int]) -> tuple[Range, ...]:
    """Words next to each other as ranges."""
    found: list[Range] = []
    for i in words:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)


def matches(tree: Tree, index: Index, first: int, last: int, gap: int = GAP) -> Iterator[Match]:
    """The longest entry at each word of [first, last)."""
    for i in range(first, last):
        for entry in index.get(tree.lemma[i], ()) or index.get(tree.text[i], ()):
            words = sequence(tree, i, last, entry.words[1:], gap)
            if words is not None:
                yield Match(entry, words)
                break


def sequence(tree: Tree, i: int, last: int, rest: Sequence[str], gap: int) -> tuple[int, ...] | None:
    """The word and the following words of an entry, with at most `gap` small words between two."""
    found = [i]
    for wanted in rest:
        at = next((k for k in range(found[-1] + 1, min(found[-1] + 2 + gap, last)) if is_word(tree, k, wanted)), None)
        if at is None or (gap <= GAP and any(tree.upos[k] not in BETWEEN for k in range(found[-1] + 1, at))):
            return None
        found.append(at)
    return tuple(found)


def is_word(tree: Tree, i: int, wanted: str) -> bool:
    """Whether a word is the one wanted, in any form."""
    return wanted in {tree.lemma[i], tree.text[i]}
