"""Which office a description names ("the U.S. president"). Takes a mention, gives an office of `data/offices.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.record.words import word_groups
from dateline.resolve.items import Item, Scene, token_range

# These say that someone else is meant than who holds the office now.
OTHERS = frozenset([
    "former", "ex", "next", "future", "acting", "interim", "deputy", "late", "then", "first", "new", "previous",
    "outgoing", "incoming", "would", "self", "elect", "designate", "assistant", "ousted", "deposed", "last", "any",
])  # fmt: skip
FIRST_OF_ALL = frozenset({"a", "an", "no", "any", "every", "each", "another", "some"})


@cache
def offices() -> Mapping[str, str]:
    """The office for each of its names, in lower case."""
    return {name.replace("-", " "): office for office, names in word_groups("office_words").items() for name in names}


def office_of(scene: Scene, item: Item) -> str | None:
    """The office of one person at a time that a definite description names, None where it names none."""
    words = [scene.lower(i) for i in range(item.first, item.last) if scene.parsed.tokens.text[i] != "-"]
    if not OTHERS.isdisjoint(words) or words[0] in FIRST_OF_ALL or scene.has(item.head, "Number=Plur"):
        return None
    at = sum(scene.parsed.tokens.text[i] != "-" for i in range(item.first, item.head))
    before, after = words[: at + 1], words[at:]
    for size in (2, 1):
        if office := offices().get(" ".join(before[-size:])):
            # "the president of the union" is of no country.
            return office if len(after) == 1 or after[1] in {"of", "general"} else None
    return offices().get(" ".join(after[:3])) or offices().get(" ".join(after[:2]))


def title_of(scene: Scene, item: Item) -> str | None:
    """The office that stands before a person's name or that a description names: "Foreign Minister Ida Berg"."""
    if item.mention.form == "nominal":
        return office_of(scene, item)
    start = token_range(scene.parsed, item.mention.head)[0]
    words = [scene.lower(i) for i in range(item.first, start) if scene.parsed.tokens.text[i] != "-"]
    if item.mention.kind != "person" or not words or not OTHERS.isdisjoint(words):
        return None
    return next((office for size in (3, 2, 1) if (office := offices().get(" ".join(words[-size:])))), None)
