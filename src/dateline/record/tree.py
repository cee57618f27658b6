"""The syntax of a story as trees of words that can be walked downwards. Takes `Tokens`, gives a `Tree`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from dateline.record.tokens import Tokens

# Dependents before a noun that belong to its phrase, and those after it; clauses, appositions and conjuncts do not.
BEFORE = frozenset([
    "det", "det:predet", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nummod", "flat", "goeswith",
])  # fmt: skip
AFTER = frozenset({"nmod", "flat", "compound", "nummod", "goeswith"})
# A phrase ends where its words are not next to each other; marks like these stand between, never within.
BREAKS = frozenset({",", ";", ":", "--", "—", "–", '"', "“", "”", "(", ")"})
JOINTS = frozenset({"-", "/", "."})
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Tree:
    """`children[i]`: the direct dependents of word i, in order; its subtree stands within [left[i], right[i])."""

    tokens: Tokens
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @classmethod
    def of(cls, tokens: Tokens) -> Self:
        """The tree of every sentence of a story. The cost is linear in its length."""
        children: list[list[int]] = [[] for _ in tokens.head]
        for i, head in enumerate(tokens.head):
            if head != i:
                children[head].append(i)
        left, right = list(range(len(children))), list(range(1, len(children) + 1))
        for i in _upwards(children, tokens.head):
            for child in children[i]:
                left[i] = min(left[i], left[child])
                right[i] = max(right[i], right[child])
        return cls(tokens, tuple(map(tuple, children)), tuple(left), tuple(right))

    def child(self, i: int, *deprels: str) -> int | None:
        """The first dependent of word i with one of these relations."""
        return next((c for c in self.children[i] if self.tokens.deprel[c] in deprels), None)

    def cases(self, i: int) -> list[str]:
        """The prepositions (or the possessive mark) of the phrase that word i heads, in lower case."""
        return [self.tokens.text[c].lower() for c in self.children[i] if self.tokens.deprel[c] == "case"]

    def phrase_start(self, i: int, first: int) -> int:
        """Where the noun phrase of word i begins, reading left from word `first` over what modifies it."""
        start = first
        for child in reversed(self.children[i]):
            joins = self.tokens.deprel[child] in BEFORE or self.tokens.text[child] in JOINTS
            if child < first and joins and self.right[child] >= start:
                start = min(start, self._after_case(child))
        return max((k + 1 for k in range(start, first) if self.tokens.text[k] in BREAKS), default=start)

    def _after_case(self, i: int) -> int:
        """Where the words of a dependent begin; a preposition before them is none of theirs, though parsers err."""
        left = self.left[i]
        return left + (left < i and self.tokens.deprel[left] == "case" and self.tokens.upos[left] == "ADP")

    def phrase_end(self, i: int, last: int, depth: int = 0) -> int:
        """Where the noun phrase of word i ends (exclusive), reading right from `last` over what modifies it."""
        end = last
        for child in self.children[i]:
            if child >= end and self.tokens.deprel[child] in AFTER and depth < DEEPEST:
                if self.left[child] != end:
                    break
                end = self.phrase_end(child, child + 1, depth + 1)
        return end

    def head_of(self, first: int, last: int) -> int:
        """The word of [first, last) that the others depend on: the first whose own head lies outside."""
        heads = self.tokens.head
        return next((i for i in range(first, last) if heads[i] == i or not first <= heads[i] < last), last - 1)


def _upwards(children: list[list[int]], heads: tuple[int, ...]) -> list[int]:
    """All words, dependents before their heads."""
    order = [i for i, head in enumerate(heads) if head == i]
    for i in order:
        order.extend(children[i])
    return order[::-1]
