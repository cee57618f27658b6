"""Which names of a story name the same: in full, by surname, by initials. Takes named mentions, gives their entities.

Each name is looked up in an index, so the cost is linear in the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from dateline.record.words import countries, halves, words
from dateline.resolve.belonging import belonging
from dateline.resolve.entities import ACTING, Entity, describe, gender, name_words
from dateline.resolve.items import Item, Scene
from dateline.resolve.sectors import country_at
from dateline.resolve.shared_names import shared_names

# What a body's name may end in and still be the same name.
ENDINGS = frozenset([
    "inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "ltd", "ltd.", "limited", "plc", "llc", "ag",
    "group", "sa", "party", "movement", "organization", "news",
])  # fmt: skip
# Names that stand at the head of longer ones: "UN Security Council".
ABBREVIATED = {"un": "united nations", "us": "united states", "uk": "united kingdom", "eu": "european union"}
LINKING = frozenset({"of", "the", "for", "and", "on", "in", "to", "&", "de", "la", "du", "des"})
PARTICLES = frozenset({"al", "el", "von", "van", "de", "bin", "ibn", "da", "di"})
# What a surname may be taken for; after these words it is a place after all.
OTHERS = frozenset({"location", "facility", "other", "nationality", "platform"})
LOCATIVE = frozenset(
    {"in", "into", "near", "at", "across", "inside", "outside", "throughout", "within", "around", "over"}
)
MARRYING = frozenset({"marry", "wed", "divorce"})
# From a name up a list or an apposition to the noun that says whose relative it is.
KIN_STEPS = 4
# Words of the longest surnames ("ten Hag").
SURNAME = 2
# Bodies of one name that are told apart; the cap keeps the cost linear.
MOST_NAMESAKES = 8
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md"})


def named_entities(scene: Scene) -> dict[int, Entity]:
    """The entity of every mention by name, by index of the mention."""
    items = [item for item in scene.single if item.mention.form in {"name", "metonym"}]
    found = people_by_name(scene, people_of(scene, items))
    bodies = [item for item in items if item.index not in found and item.mention.kind in ACTING]
    for item in bodies:
        found[item.index] = Entity(item.mention.kind)
    bodies_by_name(scene, bodies, found)
    for item in items:
        if item.index in found:
            describe(scene, found[item.index], item)
    return found


def people_of(scene: Scene, items: list[Item]) -> list[Item]:
    """The mentions of people; a surname is one too where the story has someone who bears it."""
    people = [item for item in items if item.mention.kind == "person"]
    full = [name for item in people if len(name := person_name(name_words(item))) > 1]
    surnames = {surname(name[-1]) for name in full} | {end for name in full for end in whole_surname(name)}
    return [item for item in items if item.mention.kind == "person" or mistaken(scene, item, surnames)]


def mistaken(scene: Scene, item: Item, surnames: Collection[str]) -> bool:
    """Whether a name is the surname of someone in the story, for all that it may name a body or a place."""
    name = name_words(item)
    if len(name) > SURNAME or surname(" ".join(name)) not in surnames:
        return False
    if item.mention.kind == "organization":
        return True
    return (
        item.mention.kind in OTHERS
        and LOCATIVE.isdisjoint(scene.tree.cases(item.head))
        and name[0] not in countries().names
    )


@dataclass(slots=True)
class Bearers:
    """Who bears one name: the people whom the story names in full, in order, and one whom it never does."""

    full: list[Bearer] = field(default_factory=list)
    bare: Entity | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Someone with a full name, where it first stands, and whether it stands there as someone's relative."""

    at: int
    entity: Entity
    kin: bool


def people_by_name(scene: Scene, items: list[Item]) -> dict[int, Entity]:
    """People: full names by first name and surname, then single names by the nearest full name that has them."""
    full: dict[tuple[str, str], Entity] = {}
    parts: dict[str, Bearers] = defaultdict(Bearers)
    found: dict[int, Entity] = {}
    split = with_whole_surnames({item.index: person_name(name_words(item)) for item in items})
    for item in items:
        name = split[item.index]
        if len(name) > 1:
            key = (name[0].lower(), surname(name[-1]))
            if key not in full:
                full[key] = Entity("person")
                bearer = Bearer(item.first, full[key], kin(scene, item))
                for part in {name[0].lower(), surname(name[-1])}:
                    parts[part].full.append(bearer)
            join(full[key], item, name, "full name")
            full[key].gender = full[key].gender or gender(scene, item)
            found[item.index] = full[key]
    for item in items:
        if item.index not in found:
            found[item.index] = single_name(scene, item, split[item.index], parts)
    return found


def with_whole_surnames(names: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The names, those of two words with which longer ones end as surnames: "Ten Hag" beside "Erik ten Hag"."""
    ends = {end for name in names.values() for end in whole_surname(name)}
    return {index: name[-1:] if " ".join(name).lower() in ends else name for index, name in names.items()}


def whole_surname(name: tuple[str, ...]) -> tuple[str, ...]:
    """The last two of more than two words, which may be one surname ("ten Hag")."""
    return (" ".join(name[-SURNAME:]).lower(),) if len(name) > SURNAME else ()


def single_name(scene: Scene, item: Item, name: tuple[str, ...], parts: dict[str, Bearers]) -> Entity:
    """The person of a single name: one who was named in full with it, else one who is never named in full."""
    key, sex = surname(name[-1]) if name else "", gender(scene, item)
    known = parts[key]
    bearers = [one for one in known.full if not opposed(sex, one.entity.gender)]
    entity = whose(item, bearers, known.bare)
    if entity is not None and not opposed(sex, entity.gender):
        why = (
            f"part of the name {' '.join(entity.names[0])!r} in the same story" if entity is not known.bare else "name"
        )
        join(entity, item, name, why)
        return entity
    entity = known.bare = Entity("person", gender=sex)
    join(entity, item, name, "name")
    return entity


def whose(item: Item, bearers: Sequence[Bearer], bare: Entity | None) -> Entity | None:
    """Whom a surname alone means: the latest before it who came as nobody's relative, else who bore it alone before.

    Else a relative before it, else the first after it; but one who comes as a relative after it ("his wife, Ida Berg")
    is not meant by a surname before.
    """
    before = [one for one in bearers if one.at < item.first]
    own = [one for one in before if not one.kin]
    if own:
        return own[-1].entity
    if bare is not None or before:
        return bare or before[-1].entity
    return next((one.entity for one in bearers if not one.kin), None)


def opposed(one: str | None, other: str | None) -> bool:
    """Whether two genders are known and differ."""
    return one is not None and other is not None and one != other


def kin(scene: Scene, item: Item) -> bool:
    """Whether someone is named as a relative of someone else: "his wife Ida Berg", "the son of Per Berg"."""
    tokens, relatives = scene.parsed.tokens, words("kin_nouns")
    head = item.head
    around = [*range(item.first, item.head), *(c for c in scene.tree.children[head] if tokens.deprel[c] == "appos")]
    if any(tokens.lemma[i].lower() in relatives for i in around):
        return True
    for _ in range(KIN_STEPS):
        above, relation = tokens.head[head], tokens.deprel[head]
        lemma = tokens.lemma[above].lower()
        if relation in {"appos", "nmod", "flat", "nmod:desc", "compound"} and lemma in relatives:
            return True
        if relation in {"obj", "obl"} and lemma in MARRYING:
            return True
        if relation not in {"conj", "appos"}:
            return False
        head = above
    return False


def join(entity: Entity, item: Item, name: tuple[str, ...], why: str) -> None:
    """Adds a mention by name."""
    if name and name not in entity.names:
        entity.names.append(name)
    entity.add(item, why)


def person_name(name: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without titles before it and "Jr." after it."""
    kept = tuple(word for word in name if word.lower() not in SUFFIXES)
    first = next((k for k, word in enumerate(kept) if not (word[:1].islower() or word in words("honorifics"))), 0)
    return kept[first:] or name


def surname(word: str) -> str:
    """A surname as an index has it: "al-Hadi" and "Hadi" are one."""
    before, hyphen, after = word.lower().partition("-")
    return after if hyphen and before in PARTICLES else word.lower()


def bodies_by_name(scene: Scene, items: list[Item], found: dict[int, Entity]) -> None:
    """States and organizations: by country, by name, by name without its ending, by initials.

    Two of one name are two where they belong to different countries ("Russia's Defence Ministry").
    """
    known: defaultdict[str, list[Entity]] = defaultdict(list)
    shared, half = shared_names(scene), halves(scene.parsed.tokens.text)
    for item in items:
        name, own = name_words(item), belonging(scene, item)
        metonym = item.mention.form == "metonym"
        keys = body_keys(name, metonym=metonym)
        meant = shared.get(" ".join(name)) or (half.get(" ".join(name)) if metonym else None)
        if meant is not None:
            keys = [f"country {meant}" if meant in countries().codes else f"body {meant}"]
        entity = next((one for key in keys for one in known[key] if not own.denies(one.belongs)), found[item.index])
        join(entity, item, name, same_body(entity, name))
        entity.belongs |= own
        found[item.index] = entity
        for key in keys:
            # The latest first: "the ministry" of two is the one that was spoken of last.
            known[key] = [entity, *(one for one in known[key] if one is not entity)][:MOST_NAMESAKES]


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
    keys += own_country(name)
    while len(lower) > 1 and lower[-1] in ENDINGS:
        lower = lower[:-1]
        keys.append(" ".join(lower))
    if (short := initials(name)) is not None:
        keys.append(short)
    if len(name) == 1 and text.replace(".", "").isupper():
        keys.append(text.replace(".", "").lower())
    return keys


def own_country(name: tuple[str, ...]) -> list[str]:
    """A body's name without the country that it begins with: "Saudi Foreign Ministry"."""
    size, code = country_at(name[: len(name) - 1])
    rest = " ".join(name[size:]).lower()
    return [rest] if code and len(name) - size > 1 else []


def initials(name: tuple[str, ...]) -> str | None:
    """Initials, as in "iaea" for "International Atomic Energy Agency"; None where fewer than three words count."""
    letters = [word[0] for word in name if word.lower() not in LINKING and word[0].isalpha()]
    return "".join(letters).lower() if len(letters) > 2 and all(map(str.isupper, letters)) else None
