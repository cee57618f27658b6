"""Who an actor is beyond its story: country, sectors, office, key. Takes its mentions, gives an `Identity`.

Two sources: what the story's own words say ("Syrian President Bashar Assad" gives country, sector and office of anyone
in any year), and the dated actor table. A name that neither knows is an actor without a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dateline.record.table import ActorTable, Row, actor_table
from dateline.record.words import countries, word_groups, words
from dateline.resolve.belonging import described, owned
from dateline.resolve.holders import office_of, title_of
from dateline.resolve.items import Item, Scene
from dateline.resolve.sectors import Reading, countries_in, read_phrase
from dateline.resolve.shared_names import shared_names

# What coreference calls the mentions that are lists of others.
LIST = "list of mentions"
NAMED = frozenset({"name", "metonym"})
# Tables whose names are those of nobody else.
SURE = frozenset({"user", "bodies"})
# Days after its end in which a term still counts.
LATELY = 30
# Who speaks for whom was named at most so many sentences and mentions before.
JUST_BEFORE, MOST_BEFORE = 2, 12
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
COUNTERPARTS = frozenset({"counterpart", "opposite"})
FULL_DAY = len("2015-09-24")
# "M23 rebels" are M23.
MEMBERS = frozenset(
    {"rebels", "militants", "fighters", "guerrillas", "insurgents", "group", "forces", "militia", "movement"}
)


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: in the actor table; `name`: there. `office`: held by a person.

    All are None or empty where neither story nor table says.
    """

    key: str | None = None
    name: str | None = None
    kind: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    description: str | None = None
    office: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What a story offers to all its actors: its mentions, its day, and the countries that it speaks of."""

    scene: Scene
    day: str | None
    table: ActorTable

    @classmethod
    def of(cls, scene: Scene) -> Context:
        """The context of a story; its day is that on which it was published."""
        published = scene.parsed.story.published
        return cls(scene, published[:10] if published else None, actor_table())

    @cached_property
    def codes(self) -> frozenset[str]:
        """The countries that the story speaks of, by name, nationality, seat or region."""
        return frozenset(countries_in(self.scene.parsed.tokens.text))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the story in lower case."""
        return frozenset(map(str.lower, self.scene.parsed.tokens.lemma))

    @cached_property
    def shared(self) -> Mapping[str, str]:
        """The key of whom each name that several bear means here."""
        return shared_names(self.scene)

    @cached_property
    def longer(self) -> Mapping[str, str]:
        """For the last word of a country's long name that the story has ("Congo"), that name."""
        known = countries().names
        names = {item.mention.head.text for item in self.scene.items if item.mention.head.text in known}
        return {name.rpartition(" ")[2]: name for name in sorted(names) if " of the " in name or " of " in name}


def identify(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity:
    """Who the mentions of one actor stand for. `others`: identities known so far, by the actor of their mentions."""
    if (known := of_list(context, items, others) or as_state(context, items, others)) is not None:
        return known
    said = list(readings(context, items, others))
    code = next((r.code for r in said if r.code), None)
    sectors = next((r.sectors for r in said if r.sectors), ())
    why = tuple(dict.fromkeys(f"{word!r} in the story" for r in said for word in r.why))
    if (other := beside(context, items)) is not None:
        sectors, why = (other,), (*why, "by a word that the story has beside it")
    if not sectors and any(in_credit(context.scene, item) for item in items):
        sectors, why = ("JRN",), (*why, "named in a credit or byline")
    office = next((o for o in (title_of(context.scene, item) for item in items) if o), None)
    if code is None and (speaks := spokesman_of(context, items, others)) is not None:
        code, why = speaks.code, (*why, f"speaks for {speaks.name!r}, named before")
    if code is None and sectors and (found := department(context.scene, items, others)) is not None:
        code, why = found.code, (*why, "head of a body that the story names")
    row = in_table(context, items, code)
    if row is not None:
        if surname_only(context, row, items, code):
            why = (*why, f"the one in office on {context.day} who is known by the surname alone")
        return with_row(context, row, code, sectors, why)
    if (found := counterpart(context, items, code, others)) is not None:
        return replace(found, why=(*why, *found.why))
    known = held(context, items, code)
    return known or Identity(code=code, sectors=governing(context, items, code, sectors), office=office, why=why)


def of_list(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """What the members of a list have in common: "France and Germany" are of no one country."""
    item = next((item for item in items if item.mention.found_by.startswith(LIST)), None)
    if item is None:
        return None
    known = (others.get(other.mention.actor or "") for other in context.scene.within(item))
    members = [member for member in known if member is not None]
    codes = {member.code for member in members}
    sectors = [member.sectors for member in members]
    shared = tuple(s for s in sectors[0] if all(s in own for own in sectors)) if sectors else ()
    return Identity(code=codes.pop() if len(codes) == 1 else None, sectors=shared, why=("a list",))


def beside(context: Context, items: Sequence[Item]) -> str | None:
    """The sector of a noun that means something else beside a word of the story: "deputies" beside a sheriff."""
    lemmas = {context.scene.parsed.tokens.lemma[head].lower() for head in heads(context.scene, items)}
    for name, nouns in word_groups("sectors").items():
        group, _, rest = name.partition(".")
        sector, _, word = rest.partition(".")
        if group == "beside" and nouns & lemmas and word in context.lemmas:
            return sector
    return None


def in_credit(scene: Scene, item: Item) -> bool:
    """Whether a person is named where a story says who wrote it or took its pictures."""
    named = item.mention.form == "name" and item.mention.kind == "person"
    return named and scene.parsed.sentences[item.sentence].zone in {"credit", "byline"}


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


def as_state(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """The state that a country's name, its seat acting, or its government stands for."""
    known = countries()
    for item in items:
        text = item.mention.head.text.replace("’", "'").removesuffix("'s")
        named = item.mention.form == "name" and item.mention.kind != "person"
        code = known.names.get(text) if named else None
        acts = item.mention.form == "metonym" or (item.mention.form == "name" and item.mention.kind == "organization")
        code = code or (known.seats.get(text) if acts else None)
        meant = context.shared.get(text, code)
        if code and meant not in known.codes:
            return None
        if code:
            code = meant or code
            code = known.names[context.longer[text]] if text in context.longer else code
            return of_state(code, f"{text!r} is on the list of countries")
    for item in items:
        if item.mention.kind == "state" and item.mention.form == "nominal":
            reading = read_phrase(context.scene.parsed, item.first, item.last, item.head)
            code = with_bodies(context, item, Reading(reading.code, ("GOV",)), others).code
            if code in known.codes:
                return of_state(code, f"{item.mention.span.text!r}")
    return None


def of_state(code: str, why: str) -> Identity:
    """A state and its government, which are one actor."""
    return Identity(code, countries().official[code], "state", code, ("GOV",), why=(why,))


def readings(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Iterator[Reading]:
    """What each phrase says, those with a title or description before bare names."""
    for item in sorted(items, key=lambda item: item.mention.form == "name" and item.mention.kind != "person"):
        if item.mention.form in {"pronoun", "demonym"}:
            continue
        first, last, head = described(context.scene, item)
        if first < last:
            yield with_bodies(context, item, read_phrase(context.scene.parsed, first, last, head), others)


def with_bodies(context: Context, item: Item, reading: Reading, others: Mapping[str, Identity]) -> Reading:
    """A reading with what it lacks from the bodies named in the phrase: "UN envoy", "spokesman for the ministry"."""
    if reading.code and reading.sectors:
        return reading
    for other in context.scene.within(item):
        found = others.get(other.mention.actor or "")
        if found is None or not (other.head < item.head or owned(context.scene, other)):
            continue
        # "His client" is of no sector, and of no country, because he is.
        code = found.code if reading.general or reading.sectors else None
        sectors = found.sectors if reading.general and found.kind != "state" else ()
        why = (*reading.why, found.name or other.mention.head.text) if code or sectors else reading.why
        reading = replace(reading, code=reading.code or code, sectors=reading.sectors or sectors, why=why)
    return reading


def in_table(context: Context, items: Sequence[Item], code: str | None) -> Row | None:
    """The row of the table that the actor's names lead to, in force on the story's day where its date is known."""
    names = dict.fromkeys(
        item.mention.head.text.removesuffix("'s").removesuffix("’s") for item in items if item.mention.form in NAMED
    )
    # A label in capitals names a person as well.
    people = any(item.mention.kind == "person" for item in items)
    names.update(dict.fromkeys(name.title() for name in list(names) if people and name.isupper() and " " in name))
    full = dict.fromkeys(item.mention.span.text for item in items if item.mention.form in NAMED)
    phrases = dict.fromkeys(item.mention.span.text for item in items if item.mention.form == "nominal")
    shorter = (name.rpartition(" ")[0] for name in names if name.rpartition(" ")[2] in MEMBERS)
    official = countries().official.get(code or "")
    formal = [f"{name} of {official}" for name in names if official]
    for name in [*formal, *sorted(names, key=len, reverse=True), *full, *shorter, *phrases]:
        if name in context.shared and (meant := context.table.keyed(context.shared[name])) is not None:
            return meant
        rows = [row for row in context.table.named(name) if fits(context, row, name, items, code)]
        if rows and (name in names or name in full or rows[0].table in SURE):
            return in_force(rows, context.day)
    return None


def fits(context: Context, row: Row, name: str, items: Sequence[Item], code: str | None) -> bool:
    """Whether a row of that name can be the one meant: the same sort of thing, and its country not denied."""
    person = any(item.mention.kind == "person" for item in items)
    if row.kind and (row.kind == "person") != person:
        return False
    apart = bool(code and code != row.code and {code, row.code} <= countries().codes)
    if code in countries().codes and row.code != code and is_noun(name.rpartition(" ")[2]):
        # "Russia's Security Council" is not that of the United Nations.
        apart = True
    if row.table in SURE:
        # "Congress" is that of the United States only in a story that speaks of them.
        common = name != row.name and is_noun(name) and row.code in countries().codes
        elsewhere = apart and name != row.name
        return row.table == "user" or not (person or elsewhere or (common and row.code not in context.codes))
    if code and code != row.code:
        return False
    spoken_of = code == row.code or row.code in context.codes
    if row.table == "offices":
        whole = len(name.split()) > 1
        known = context.day is not None and not named_in_full(items) and context.table.well_known(name, context.day)
        return whole or bool(known) or (spoken_of and (context.day is None or row.covers(context.day)))
    return spoken_of and len(name.split()) > 1


def surname_only(context: Context, row: Row, items: Sequence[Item], code: str | None) -> bool:
    """Whether nothing but a surname led to a row."""
    return row.table == "offices" and code is None and row.code not in context.codes and not named_in_full(items)


def named_in_full(items: Sequence[Item]) -> bool:
    """Whether the story gives a person's first name as well."""
    return any(" " in item.mention.head.text for item in items if item.mention.form == "name")


def is_noun(name: str) -> bool:
    """Whether a name is a noun that many bodies or people go by ("Congress", "Democrats")."""
    lower = name.lower()
    forms = {lower, lower.removesuffix("s")}
    return not forms.isdisjoint(words("org_nouns") | words("person_nouns") | words("group_nouns"))


def in_force(rows: Sequence[Row], day: str | None) -> Row:
    """The row whose term covers the day; else the latest that began before it; without a day the latest of all."""
    if day is None:
        return max(rows, key=lambda row: row.begin)
    covering = [row for row in rows if row.covers(day)]
    before = [row for row in rows if row.begin <= day]
    return max(covering or before or rows, key=lambda row: row.begin)


def with_row(context: Context, row: Row, code: str | None, sectors: tuple[str, ...], why: tuple[str, ...]) -> Identity:
    """An identity by a row of the table; the story's words on sectors come first, but for who holds an office."""
    day = context.day
    own = row.sectors
    if row.office and day is not None and not row.covers(day):
        own = ("ELI", *own) if ended(row, day) else own if row.begin <= day else ()
    holds = bool(row.office) and day is not None and row.covers(day)
    both = own if row.table in SURE else tuple(dict.fromkeys([*own, *sectors] if holds else [*sectors, *own]))
    told = f"actor table: {row.name}" + (
        f", {row.office} of {row.code}, {row.begin} to {row.end or 'now'}" if row.office else ""
    )
    name = row.name if row.table in SURE or row.office else None
    return Identity(
        row.key,
        name,
        row.kind or None,
        row.code or code,
        both,
        row.description or None,
        row.office or None,
        (told, *why),
    )


def ended(row: Row, day: str) -> bool:
    """Whether a term was over for a while; who has just gone, or died, is still spoken of by the office."""
    if not row.end or row.end >= day:
        return False
    last = row.end if len(row.end) == FULL_DAY else f"{row.end}-01-01"[:FULL_DAY]
    return (date.fromisoformat(day) - date.fromisoformat(last)).days > LATELY


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


def held(context: Context, items: Sequence[Item], code: str | None) -> Identity | None:
    """Who held the office that an unnamed actor is called by, on the day of the story ("the Russian president")."""
    if context.day is None or code is None or any(item.mention.form in NAMED for item in items):
        return None
    said = [item for item in items if item.mention.form == "nominal" and context.scene.lower(item.head) != "leader"]
    offices = {office_of(context.scene, item) for item in said}
    if len(offices) != 1 or None in offices:
        return None
    row = context.table.holder(code, offices.pop() or "", context.day)
    return None if row is None else with_row(context, row, code, (), (f"held the office on {context.day}",))


def governing(context: Context, items: Sequence[Item], code: str | None, sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Sectors; a government's for officials and the like of whom only the country is known."""
    lemmas = {context.scene.parsed.tokens.lemma[head].lower() for head in heads(context.scene, items)}
    unsaid = not sectors or sectors == ("ELI",)
    return (*sectors, "GOV") if code and unsaid and lemmas & word_groups("sectors")["governing"] else sectors


def heads(scene: Scene, items: Iterable[Item]) -> Iterator[int]:
    """The words that say what an actor is: heads of descriptions, and of titles before a name."""
    for item in items:
        if item.mention.form == "nominal":
            yield item.head
        elif (
            item.mention.form == "name"
            and item.mention.kind == "person"
            and item.first < (start := described(scene, item)[1])
        ):
            yield start - 1
