"""Known words and phrases in a run of lemmas. Takes lemmas in order, gives those of a table that stand in them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

LONGEST = 4


def runs(lemmas: Sequence[str], known: Container[str]) -> Iterator[str]:
    """The longest known phrase at each place, left to right, none within another; hyphens count as blanks."""
    words = [word for lemma in lemmas for word in lemma.lower().replace("-", " ").split()]
    i = 0
    while i < len(words):
        sizes = range(min(LONGEST, len(words) - i), 0, -1)
        size = next((n for n in sizes if " ".join(words[i : i + n]) in known), 0)
        if size:
            yield " ".join(words[i : i + size])
        i += size or 1
