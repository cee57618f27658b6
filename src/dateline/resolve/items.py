"""Mentions with the syntax that resolution looks at. Takes a ParsedStory and a Record, gives `Item`s in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.record import Mention, Span
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tree import Tree
from dateline.resolve.voices import speakers

# Mentions in one phrase that are looked at; a phrase of an honest story holds two or three.
MOST_WITHIN = 20
# What finds a mention that is a list of others.
LISTS = "list of mentions"


@dataclass(frozen=True, slots=True)
class Item:
    """A mention as words [first, last) with its head word; `quotation`: index of the quotation it stands in, or -1.

    `joint`: it is a list of mentions that stand beside it as well ("Berg and Dahl").
    """

    index: int
    mention: Mention
    first: int
    last: int
    head: int
    sentence: int
    quotation: int
    joint: bool = False


@dataclass(frozen=True)
class Scene:
    """A story as coreference sees it: its mentions, its trees, and which quotation each word stands in."""

    parsed: ParsedStory
    tree: Tree
    items: tuple[Item, ...]

    @classmethod
    def of(cls, parsed: ParsedStory, mentions: Sequence[Mention]) -> Scene:
        """The scene of a story with its mentions."""
        tree, inside = parsed.tree, quoted_words(parsed)
        items = (_item(parsed, tree, inside, k, mention) for k, mention in enumerate(mentions))
        return cls(parsed, tree, tuple(items))

    def with_joint(self, mentions: Sequence[Mention]) -> Scene:
        """This scene with mentions that are lists of others."""
        inside = quoted_words(self.parsed)
        joint = [replace(_item(self.parsed, self.tree, inside, 0, mention), joint=True) for mention in mentions]
        items = sorted([*self.items, *joint], key=lambda i: (i.mention.span.start, -i.mention.span.end))
        return Scene(self.parsed, self.tree, tuple(_at(k, item) for k, item in enumerate(items)))

    @cached_property
    def single(self) -> tuple[Item, ...]:
        """The mentions that are no lists of others."""
        return tuple(item for item in self.items if not item.joint)

    @cached_property
    def by_head(self) -> dict[int, Item]:
        """The mention that each word is the head of; of several, the longest."""
        found: dict[int, Item] = {}
        for item in self.single:
            known = found.get(item.head)
            if known is None or item.last - item.first > known.last - known.first:
                found[item.head] = item
        return found

    @cached_property
    def by_word(self) -> dict[int, Item]:
        """The mention whose bare name or head word each word is a part of."""
        found: dict[int, Item] = {}
        for item in self.single:
            for i in range(*token_range(self.parsed, item.mention.head)):
                found.setdefault(i, item)
        return {**found, **self.by_head}

    @cached_property
    def by_phrase(self) -> dict[int, Item]:
        """The shortest mention by name whose phrase each word stands in."""
        found: dict[int, Item] = {}
        for item in sorted((i for i in self.single if i.mention.form == "name"), key=lambda i: i.last - i.first):
            for word in range(item.first, item.last):
                found.setdefault(word, item)
        return found

    @cached_property
    def by_head_start(self) -> dict[int, Item]:
        """The mention by name whose bare name begins at each word."""
        named = (item for item in self.single if item.mention.form == "name")
        return {token_range(self.parsed, item.mention.head)[0]: item for item in named}

    def within(self, item: Item) -> list[Item]:
        """The other mentions that stand in the phrase of one; they follow it in the order of the items."""
        found: list[Item] = []
        for other in self.items[item.index + 1 :]:
            if other.first >= item.last or len(found) == MOST_WITHIN:
                break
            if other.last <= item.last and (other.first, other.last) != (item.first, item.last):
                found.append(other)
        return found

    @cached_property
    def by_name_end(self) -> dict[int, Item]:
        """The mention by name that ends right before each word."""
        return {item.last: item for item in self.single if item.mention.form == "name"}

    @cached_property
    def speakers(self) -> list[int | None]:
        """Per quotation the word that names its speaker."""
        return speakers(self.parsed, self.tree)

    def lower(self, i: int) -> str:
        """Word i in lower case."""
        return self.parsed.tokens.text[i].lower()

    def has(self, i: int, feature: str) -> bool:
        """Whether word i has a feature such as "Number=Plur"."""
        return feature in self.parsed.tokens.feats[i]


def _item(parsed: ParsedStory, tree: Tree, inside: list[int], index: int, mention: Mention) -> Item:
    first, last = token_range(parsed, mention.span)
    head = tree.head_of(*token_range(parsed, mention.head))
    return Item(index, mention, first, last, head, parsed.tokens.sentence[head], inside[head])


def _at(index: int, item: Item) -> Item:
    return Item(index, item.mention, item.first, item.last, item.head, item.sentence, item.quotation, item.joint)


def token_range(parsed: ParsedStory, span: Span) -> tuple[int, int]:
    """The words [first, last) that a span touches; at least one."""
    first = bisect_right(parsed.tokens.end, span.start)
    last = bisect_left(parsed.tokens.start, span.end)
    return first, max(last, first + 1)


def quoted_words(parsed: ParsedStory) -> list[int]:
    """Per word the index of the innermost quotation around it, or -1."""
    inside = [-1] * len(parsed.tokens)
    for k in sorted(range(len(parsed.quotations)), key=lambda k: -_length(parsed.quotations[k])):
        quotation = parsed.quotations[k]
        inside[quotation.first : quotation.last] = [k] * (quotation.last - quotation.first)
    return inside


def _length(quotation: Quotation) -> int:
    return quotation.last - quotation.first
