"""Lists of people that a story may take up as one: "Berg and Dahl ... they".

Takes a scene, gives mentions of lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Mention
from dateline.record.ids import finding_id
from dateline.resolve.items import LISTS, Item, Scene

# What may be taken up together, and how many members are looked for.
LISTED = frozenset({"person", "organization", "state"})
MOST = 8
CONFIDENCE = 0.8


def lists(scene: Scene) -> list[Mention]:
    """A mention for every list of two or more people or bodies."""
    return [mention(scene, members) for item in scene.items if len(members := list(members_of(scene, item))) > 1]


def members_of(scene: Scene, item: Item) -> Iterator[Item]:
    """The mentions in a row that a mention begins; for another than the first of a list none."""
    tokens = scene.parsed.tokens
    if (
        item.mention.kind not in LISTED
        or tokens.deprel[item.head] == "conj"
        or scene.by_word.get(item.head) is not item
    ):
        return
    yield item
    last = item
    for child in scene.tree.children[item.head]:
        other = scene.by_word.get(child)
        if tokens.deprel[child] != "conj" or child < last.head or other is None:
            continue
        if other.mention.kind not in LISTED or (scene.tree.child(child, "cc") is None and not joined(scene, child)):
            return
        yield other
        last = other


def joined(scene: Scene, word: int) -> bool:
    """Whether a member of a list follows a comma."""
    return scene.tree.child(word, "punct") is not None


def mention(scene: Scene, members: list[Item]) -> Mention:
    """The list from its first member to its last."""
    tokens, story = scene.parsed.tokens, scene.parsed.story
    first, last = members[0].first, max(item.last for item in members)
    span = story.span(tokens.start[first], tokens.end[last - 1])
    return Mention(
        id=finding_id(story.id, "mention", (span,)),
        span=span,
        head=span,
        kind="group",
        form="name" if all(item.mention.form == "name" for item in members) else "nominal",
        confidence=CONFIDENCE,
        found_by=LISTS,
    )
