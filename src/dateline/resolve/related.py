"""Who an actor is by who stands beside it: a spokesman, a counterpart, a list. Takes mentions, gives an `Identity`.

Each function gives None where it says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.record.words import countries
from dateline.resolve.belonging import described
from dateline.resolve.context import Context, Identity
from dateline.resolve.items import LISTS, Item, Scene
from dateline.resolve.listing import with_row

# Who speaks for whom was named at most so many sentences and mentions before.
JUST_BEFORE, MOST_BEFORE = 2, 12
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
COUNTERPARTS = frozenset({"counterpart", "opposite"})


def of_list(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """What the members of a list have in common: "France and Germany" are of no one country."""
    item = next((item for item in items if item.mention.found_by.startswith(LISTS)), None)
    if item is None:
        return None
    known = (others.get(other.mention.actor or "") for other in context.scene.within(item))
    members = [member for member in known if member is not None]
    codes = {member.code for member in members}
    sectors = [member.sectors for member in members]
    shared = tuple(s for s in sectors[0] if all(s in own for own in sectors)) if sectors else ()
    return Identity(code=codes.pop() if len(codes) == 1 else None, sectors=shared, why=("a list",))


def department(scene: Scene, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """The one body named in the story for what an office is of: "Secretary of Transportation", its department."""
    ends = {f" {scene.parsed.tokens.text[item.last - 1]}" for item in items if is_office(scene, item)}
    if not ends:
        return None
    named = (other.mention for other in scene.items if any(other.mention.head.text.endswith(end) for end in ends))
    found = {m.actor: others[m.actor] for m in named if m.actor is not None and m.actor in others}
    bodies = [body for body in found.values() if body.code]
    return bodies[0] if len(bodies) == 1 else None


def is_office(scene: Scene, item: Item) -> bool:
    """Whether a description is of a minister of something ("Secretary of Transportation")."""
    of = item.head + 1
    named = of < item.last - 1 and scene.lower(of) == "of" and scene.parsed.tokens.text[item.last - 1].istitle()
    return item.mention.form == "nominal" and named and scene.lower(item.head) in {"secretary", "minister"}


def spokesman_of(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """Whom a mere "spokesman" speaks for: the body or state that was the last to do something, just before him."""
    scene = context.scene
    item = next((i for i in items if i.mention.form in {"name", "nominal"}), None)
    if item is None or scene.has(item.head, "Number=Plur") or not speaks_for(scene, item):
        return None
    for other in reversed(scene.items[max(item.index - MOST_BEFORE, 0) : item.index]):
        if item.sentence - other.sentence > JUST_BEFORE:
            return None
        if other.mention.kind in {"organization", "state"} and scene.parsed.tokens.deprel[other.head] == "nsubj":
            found = others.get(other.mention.actor or "")
            return found if found is not None and found.code and found.name else None
    return None


def speaks_for(scene: Scene, item: Item) -> bool:
    """Whether a person is called a spokesman, and nothing more."""
    first, last, head = described(scene, item)
    spoken = first < last and scene.parsed.tokens.lemma[head].lower() in SPOKESMEN
    return spoken and all(scene.parsed.tokens.upos[i] == "DET" for i in range(first, last) if i != head)


def counterpart(
    context: Context, items: Sequence[Item], code: str | None, others: Mapping[str, Identity]
) -> Identity | None:
    """Who holds the same office in another country: "his Chinese counterpart"."""
    scene = context.scene
    for item in items:
        owner = scene.tree.child(item.head, "nmod:poss") if scene.lower(item.head) in COUNTERPARTS else None
        other = scene.by_word.get(owner) if owner is not None else None
        found = others.get(other.mention.actor or "") if other is not None else None
        if found is None or found.office is None or code not in countries().codes:
            continue
        told = f"counterpart of {found.name or 'one'} who is {found.office}"
        row = context.table.holder(code or "", found.office, context.day) if context.day else None
        known = Identity(code=code, sectors=found.sectors, office=found.office, why=(told,))
        return known if row is None else with_row(context, row, code, (), (told,))
    return None
