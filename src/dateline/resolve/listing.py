"""The row of the actor table that an actor is. Takes its mentions and country, gives a row, or an `Identity` by it.

A row counts for the story's day where its term is known, and for no actor of another country.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.record.table import Row
from dateline.record.words import countries, words
from dateline.resolve.context import Context, Identity
from dateline.resolve.holders import office_of
from dateline.resolve.items import Item

NAMED = frozenset({"name", "metonym"})
# Tables whose names are those of nobody else.
SURE = frozenset({"user", "bodies"})
# Days after its end in which a term still counts.
LATELY = 30
FULL_DAY = len("2015-09-24")
# "M23 rebels" are M23.
MEMBERS = frozenset(
    {"rebels", "militants", "fighters", "guerrillas", "insurgents", "group", "forces", "militia", "movement"}
)


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
    # "Russia's Security Council" is not that of the United Nations, which are no country.
    other = row.code in countries().codes or is_noun(name.rpartition(" ")[2])
    apart = code in countries().codes and row.code != code and other
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
