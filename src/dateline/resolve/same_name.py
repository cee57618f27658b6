"""Which names of a story name the same: in full, by surname, by initials. Takes named mentions, gives their entities.

Each name is looked up in an index, so the cost is linear in the number of names.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict

from dateline.record.words import countries, words
from dateline.resolve.entities import ACTING, Entity, describe, name_words
from dateline.resolve.items import Item, Scene

# What a body's name may end in and still be the same name.
ENDINGS = frozenset([
    "inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "ltd", "ltd.", "limited", "plc", "llc", "ag",
    "group", "sa", "party", "movement", "organization", "news",
])  # fmt: skip
# Names that stand at the head of longer ones: "UN Security Council".
ABBREVIATED = {"un": "united nations", "us": "united states", "uk": "united kingdom", "eu": "european union"}
LINKING = frozenset({"of", "the", "for", "and", "on", "in", "to", "&", "de", "la", "du", "des"})
PARTICLES = frozenset({"al", "el", "von", "van", "de", "bin", "ibn", "da", "di"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md"})


def named_entities(scene: Scene) -> dict[int, Entity]:
    """The entity of every mention by name, by index of the mention."""
    items = [item for item in scene.items if item.mention.form in {"name", "metonym"} and item.mention.kind in ACTING]
    found = people_by_name(people_of(items))
    bodies = [item for item in items if item.index not in found]
    for item in bodies:
        found[item.index] = Entity(item.mention.kind)
    bodies_by_name(bodies, found)
    for item in items:
        describe(scene, found[item.index], item)
    return found


def people_of(items: list[Item]) -> list[Item]:
    """The mentions of people; a single name is one too where the story has someone of that surname."""
    people = [item for item in items if item.mention.kind == "person"]
    surnames = {surname(name[-1]) for item in people if len(name := person_name(name_words(item))) > 1}
    return [
        item
        for item in items
        if item.mention.kind == "person"
        or (
            item.mention.kind == "organization"
            and len(name_words(item)) == 1
            and surname(name_words(item)[0]) in surnames
        )
    ]


def people_by_name(items: list[Item]) -> dict[int, Entity]:
    """People: full names by first name and surname, then single names by the nearest full name that has them."""
    full: dict[tuple[str, str], Entity] = {}
    parts: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
    found: dict[int, Entity] = {}
    split = {item.index: person_name(name_words(item)) for item in items}
    for item in items:
        name = split[item.index]
        if len(name) > 1:
            entity = full.setdefault((name[0].lower(), name[-1].lower()), Entity("person"))
            join(entity, item, name, "full name")
            found[item.index] = entity
            for part in {name[0].lower(), surname(name[-1])}:
                parts[part].append((item.first, entity))
    for item in items:
        if item.index not in found:
            found[item.index] = single_name(item, split[item.index], parts)
    return found


def single_name(item: Item, name: tuple[str, ...], parts: dict[str, list[tuple[int, Entity]]]) -> Entity:
    """The person of a single name: the latest before it with that surname (or first name), else the first after it."""
    key = surname(name[-1]) if name else ""
    known = parts[key]
    at = bisect(known, item.first, key=lambda pair: pair[0])
    if known:
        entity = known[at - 1][1] if at else known[0][1]
        join(entity, item, name, f"part of the name {' '.join(entity.names[0])!r} in the same story")
        return entity
    entity = Entity("person")
    join(entity, item, name, "name")
    known.append((item.first, entity))
    return entity


def join(entity: Entity, item: Item, name: tuple[str, ...], why: str) -> None:
    """Adds a mention by name."""
    if name and name not in entity.names:
        entity.names.append(name)
    entity.add(item, why)


def person_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without "Jr." and the like."""
    kept = tuple(word for word in words if word.lower() not in SUFFIXES)
    return kept or words


def surname(word: str) -> str:
    """A surname as an index has it: "al-Hadi" and "Hadi" are one."""
    before, hyphen, after = word.lower().partition("-")
    return after if hyphen and before in PARTICLES else word.lower()


def bodies_by_name(items: list[Item], found: dict[int, Entity]) -> None:
    """States and organizations: by country, by name, by name without its ending, by initials."""
    known: dict[str, Entity] = {}
    for item in items:
        name = name_words(item)
        keys = body_keys(name, metonym=item.mention.form == "metonym")
        entity = next((known[key] for key in keys if key in known), found[item.index])
        why = same_body(entity, name)
        join(entity, item, name, why)
        found[item.index] = entity
        for key in keys:
            known.setdefault(key, entity)


def same_body(entity: Entity, name: tuple[str, ...]) -> str:
    """Why a name is that of a body, which may have no name yet."""
    if not entity.names:
        return "name"
    return "same name" if name in entity.names else f"another form of {' '.join(entity.names[0])!r}"


def body_keys(name: tuple[str, ...], *, metonym: bool) -> list[str]:
    """What a body may be looked up by, the surest first."""
    text, lists = " ".join(name), countries()
    code = lists.names.get(text) or (lists.seats.get(text) if metonym else None)
    if code:
        return [f"country {code}"]
    lower = " ".join(ABBREVIATED.get(word.lower().replace(".", ""), word.lower()) for word in name).split()
    keys = [" ".join(lower)]
    if "of" in lower and lower[0] in words("org_nouns"):
        keys.append(lower[0])
    while len(lower) > 1 and lower[-1] in ENDINGS:
        lower = lower[:-1]
        keys.append(" ".join(lower))
    if (short := initials(name)) is not None:
        keys.append(short)
    if len(name) == 1 and text.replace(".", "").isupper():
        keys.append(text.replace(".", "").lower())
    return keys


def initials(name: tuple[str, ...]) -> str | None:
    """Initials, as in "iaea" for "International Atomic Energy Agency"; None where fewer than three words count."""
    letters = [word[0] for word in name if word.lower() not in LINKING and word[0].isalpha()]
    return "".join(letters).lower() if len(letters) > 2 and all(map(str.isupper, letters)) else None
