"""The dependency trees of a story, with what each word governs. Takes Tokens, gives `Tree`.

A tree may be wrong or missing: every walk is bounded, and without syntax each word is its own root.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.attributes.lemmas import right_lemma
from dateline.record.parsed import ParsedStory

Range = tuple[int, int]
# No phrase or chain of heads that matters here is longer; it bounds the work on a broken tree.
LONGEST_PHRASE = 60


@dataclass(frozen=True, slots=True)
class Tree:
    """Parallel tuples over the words of a story; `children` are in text order, `relation` is without its subtype."""

    text: tuple[str, ...]
    lemma: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    relation: tuple[str, ...]
    sentence: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.text)

    def kids(self, i: int, *relations: str) -> list[int]:
        """Dependents of a word with one of these relations, subtypes included."""
        return [c for c in self.children[i] if self.relation[c] in relations]

    def has(self, i: int, feature: str) -> bool:
        """Whether a word has a feature, as in "Mood=Imp"."""
        return feature in self.feats[i].split("|")

    def cases(self, i: int) -> list[str]:
        """The prepositions of a noun, as lemmas."""
        return [self.lemma[c] for c in self.kids(i, "case")]


@lru_cache(maxsize=1)
def tree_of(parsed: ParsedStory) -> Tree:
    """The trees of a parsed story; lemmas are in lower case. Made once for all the steps of a story."""
    tokens, n = parsed.tokens, len(parsed.tokens)
    text = tuple(map(plain, tokens.text))
    if len(tokens.head) != n or len(tokens.lemma) != n:
        blank = ("_",) * n
        lemma = tuple(right_lemma(form, "") or form for form in text)
        return Tree(text, lemma, blank, blank, tuple(range(n)), blank, blank, tokens.sentence, ((),) * n)
    lemma = tuple(right_lemma(form, plain(word)) for form, word in zip(text, tokens.lemma, strict=True))
    relation = tuple(rel.partition(":")[0] for rel in tokens.deprel)
    children = parsed.tree.children
    return Tree(text, lemma, tokens.upos, tokens.feats, tokens.head, tokens.deprel, relation, tokens.sentence, children)


def plain(word: str) -> str:
    """In lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


def words_in(ranges: Iterable[Range]) -> list[int]:
    """The words of some ranges, in order."""
    return [i for first, last in ranges for i in range(first, last)]


def tops(tree: Tree, ranges: Sequence[Range]) -> list[int]:
    """Words of the ranges whose head lies outside them, one per clause or phrase; punctuation only if nothing else."""
    inside = set(words_in(ranges))
    found = [i for i in sorted(inside) if tree.head[i] == i or tree.head[i] not in inside]
    return [i for i in found if tree.upos[i] not in ("PUNCT", "SYM")] or found


def top(tree: Tree, ranges: Sequence[Range]) -> int | None:
    """The word that governs the ranges: of several tops a verb or noun before a particle, then the first."""
    found = tops(tree, ranges)
    content = [i for i in found if tree.upos[i] in ("VERB", "NOUN", "PROPN", "ADJ", "PRON", "AUX", "_")]
    return next(iter(content or found), None)


def below(tree: Tree, i: int, without: frozenset[str] = frozenset()) -> Iterator[int]:
    """A word and what hangs from it, but not through direct dependents of `i` with the relations in `without`."""
    waiting = [i]
    seen = {i}
    while waiting and len(seen) <= LONGEST_PHRASE:
        word = waiting.pop()
        yield word
        for child in tree.children[word]:
            if child not in seen and not (word == i and tree.relation[child] in without):
                seen.add(child)
                waiting.append(child)


def above(tree: Tree, i: int) -> Iterator[int]:
    """The heads of a word, nearest first."""
    for _ in range(LONGEST_PHRASE):
        if tree.head[i] == i:
            return
        i = tree.head[i]
        yield i


def phrase(tree: Tree, i: int, without: frozenset[str]) -> Range:
    """The stretch of words around `i` that hang from it without a gap, less what `without` cuts off."""
    members = set(below(tree, i, without))
    first, last = i, i + 1
    while first - 1 in members:
        first -= 1
    while last in members:
        last += 1
    return first, last
