"""Who an actor is beyond its story: country, sectors, office, key. Takes its mentions, gives an `Identity`.

Two sources: what the story's own words say ("Syrian President Bashar Assad" gives country, sector and office of anyone
in any year), and the dated actor table. A name that neither knows is an actor without a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.record.words import countries, word_groups
from dateline.resolve.belonging import described, owned
from dateline.resolve.context import Context, Identity
from dateline.resolve.holders import title_of
from dateline.resolve.items import Item, Scene
from dateline.resolve.listing import held, in_table, surname_only, with_row
from dateline.resolve.related import counterpart, department, of_list, spokesman_of
from dateline.resolve.sectors import Reading, read_phrase


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


def as_state(context: Context, items: Sequence[Item], others: Mapping[str, Identity]) -> Identity | None:
    """The state that a country's name, its seat acting, or its government stands for."""
    known = countries()
    for item in items:
        text = item.mention.head.text.replace("’", "'").removesuffix("'s")
        named = item.mention.form == "name" and item.mention.kind != "person"
        code = known.names.get(text) if named else None
        acts = item.mention.form == "metonym" or (item.mention.form == "name" and item.mention.kind == "organization")
        code = code or (known.seats.get(text) or context.halves.get(text) if acts else None)
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
