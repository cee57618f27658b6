"""What decided an event, in words. Takes a telling, its codes, sides and status, gives the parts of `found_by`.

Parts are short and end up as "event head 0.98, lexicon 'bomb'; mode by means; actors by event head 0.93; ...".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.attributes.tree import Tree
from dateline.extract.events.deed import Deed
from dateline.extract.events.sides import PART, Participant, share
from dateline.extract.events.syntax import objects, subjects
from dateline.extract.events.telling import Telling
from dateline.record.cameo import TO_COME
from dateline.record.parsed import Floats
from dateline.record.plover import TYPES

APART = "; "


def of_type(one: Telling) -> str:
    """The head's share of the type, the lexicon's row if it has this type, the trap if it fell into one."""
    parts = [f"event head {one.scores.types[TYPES.index(one.trap or one.type) + 1]:.2f}"]
    if one.sense is not None and one.sense.type in {one.type, one.trap}:
        parts.append(f"lexicon '{one.sense.lemma}'")
    return ", ".join([*parts, f"trap: no {one.trap}"] if one.trap else parts)


def of_codes(one: Deed, status: str) -> str:
    """What decided mode and code; the code of what is still to come follows from type, mode and status."""
    return "" if status in TO_COME and one.codes_by.startswith("CAMEO") else one.codes_by


def of_sides(one: Telling, tree: Tree, actors: Sequence[Participant], recipients: Sequence[Participant]) -> list[str]:
    """How the sides were found: by the head, by syntax where the head is not sure, or as its best guess."""
    word = one.word
    return [
        f"{name} by {of_side(one.scores.offset, shares, found, heads)}"
        for name, shares, found, heads in (
            ("actors", one.scores.actor, actors, subjects(tree, word)),
            ("recipients", one.scores.recipient, recipients, objects(tree, word)),
        )
        if found
    ]


def of_side(offset: int, shares: Floats, found: Sequence[Participant], heads: Iterable[int]) -> str:
    """How one side was found."""
    least = min(share(shares, offset, p) for p in found)
    if least < PART and not {*heads}.isdisjoint(i for p in found for i in p.head):
        return "syntax"
    return f"event head {least:.2f}"


def joined(*parts: str) -> str:
    """The parts that say something, as one text."""
    return APART.join(part for part in parts if part)
