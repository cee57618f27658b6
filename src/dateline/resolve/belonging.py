"""To whom someone belongs by the words of a phrase: a country, a body, an office in charge of something.

Takes a mention, gives a `Belonging`; two that differ in one of these are not the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.record.table import Row, actor_table
from dateline.record.words import countries, word_groups
from dateline.resolve.items import Item, Scene, token_range
from dateline.resolve.sectors import country, country_at

# Tables whose names are those of nobody else, and those of people who held an office.
BODIES, PEOPLE = frozenset({"user", "bodies"}), frozenset({"offices", "leaders"})
# What follows these belongs to whom they hang on ("spokesman for the ministry").
OWNED = frozenset({"of", "for", "at", "in", "from", "with"})
# A body may be said to be where its government sits ("the Defence Ministry in Oslo").
SEATED = frozenset({"in", "of"})
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Belonging:
    """Countries by their codes, bodies by their keys or names, offices by what they are in charge of."""

    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()

    def __or__(self, other: Belonging) -> Belonging:
        """What either says."""
        return Belonging(self.countries | other.countries, self.bodies | other.bodies, self.posts | other.posts)

    def denies(self, other: Belonging) -> bool:
        """Whether they cannot belong to one and the same: both say a country, body or office, and share none."""
        return (
            apart(self.countries, other.countries)
            or apart(self.posts, other.posts)
            or (apart(self.bodies, other.bodies) and not any(within(a, b) for a in self.bodies for b in other.bodies))
        )


# Of whom nothing is known.
NOWHERE = Belonging()


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(one and other and one.isdisjoint(other))


def within(one: str, other: str) -> bool:
    """Whether one name is a part of the other ("ford" of "ford motor")."""
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a


def belonging(scene: Scene, item: Item) -> Belonging:
    """What the words of a mention tell, without its bare name if that is a person's."""
    first, last, head = described(scene, item)
    rows = listed(item)
    codes = {row.code for row in rows} & countries().codes
    words = scene.parsed.tokens.text
    at = [i for i in range(first, last) if words[i] != "-"]
    if not at:
        return Belonging(frozenset(codes))
    code = country(scene.parsed, at, max(sum(i <= head for i in at) - 1, 0))[0] or seat(scene, item)
    owners = dict[str, str]()
    if item.mention.form == "nominal" or item.mention.kind == "person":
        owners = bodies(scene, item, head)
        code = code or next((c for c in owners.values() if c in countries().codes), None)
    if not codes and code and not relation(scene, head):
        codes = {code}
    return Belonging(frozenset(codes), frozenset(owners), posts(scene, first, last))


def described(scene: Scene, item: Item) -> tuple[int, int, int]:
    """The words that say what a mention is, and their head: a person's title, a body's name, or all of a phrase."""
    start, end = token_range(scene.parsed, item.mention.head)
    if item.mention.form != "name":
        return item.first, item.last, item.head
    if item.mention.kind == "person":
        return item.first, start, max(start - 1, item.first)
    of = next((i for i in range(start + 1, end) if scene.lower(i) in {"of", "for", "in", "to"}), end)
    return item.first, item.last, max(of - 1, start)


def listed(item: Item) -> tuple[Row, ...]:
    """The rows of the actor table for a name: of a body, or of someone named in full who held an office."""
    if item.mention.form != "name":
        return ()
    text, person = item.mention.head.text.removesuffix("'s").removesuffix("’s"), item.mention.kind == "person"
    if person and " " not in text:
        return ()
    tables = PEOPLE if person else BODIES
    return tuple(row for row in actor_table().named(text) if row.table in tables)


def seat(scene: Scene, item: Item) -> str | None:
    """The country in which a body is said to sit: "the Defence Ministry in Oslo"."""
    if item.mention.kind != "organization" or item.last + 1 >= len(scene.parsed.tokens):
        return None
    after = scene.parsed.tokens.text[item.last + 1 : item.last + 1 + LONGEST]
    return country_at(after)[1] if scene.lower(item.last) in SEATED else None


def bodies(scene: Scene, item: Item, head: int) -> dict[str, str]:
    """The bodies named in a phrase that its head belongs to, each with its code where that is known."""
    found = (
        other.mention.head.text
        for other in scene.within(item)
        if other.mention.kind == "organization"
        and other.mention.form == "name"
        and (other.head < head or owned(scene, other))
    )
    return dict(map(body, found))


def owned(scene: Scene, other: Item) -> bool:
    """Whether a body within a phrase is what the phrase's head belongs to."""
    return not OWNED.isdisjoint(scene.tree.cases(other.head))


def body(name: str) -> tuple[str, str]:
    """What a body's names have in common, its key in the actor table or else the name; and its code there."""
    row = next((row for row in actor_table().named(name) if row.table in BODIES), None)
    return (name.lower(), "") if row is None else (row.key, row.code)


def relation(scene: Scene, head: int) -> bool:
    """Whether a noun says what someone is to the country before it, and not that he is of it."""
    return scene.parsed.tokens.lemma[head].lower() in word_groups("posts")["relations"]


def posts(scene: Scene, first: int, last: int) -> frozenset[str]:
    """The offices that a phrase names, each marked where it is a deputy's."""
    lists, lemmas = word_groups("posts"), scene.parsed.tokens.lemma[first:last]
    lower = {lemma.lower() for lemma in lemmas}
    found = lower & lists["alone"]
    found |= {name.partition(".")[2] for name in lists if name.startswith("same.") and lists[name] & lower}
    if lower & lists["heads"]:
        found |= {post for word, post in charges().items() if word in lower}
    below = "deputy " if lower & lists["below"] else ""
    return frozenset(below + post for post in found)


@cache
def charges() -> dict[str, str]:
    """What each word says that an office is in charge of."""
    groups = word_groups("posts")
    return {word: name.partition(".")[2] for name, said in groups.items() if name.startswith("of.") for word in said}
