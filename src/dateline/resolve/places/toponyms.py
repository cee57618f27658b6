"""The names of places in a story: those that mentions give, and those that stand free. Takes a scene, gives `Toponym`s.

A name goes on the map where it is a place; one that acts, or names a people, only tells what the story is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.record.findings import Mention
from dateline.record.words import countries
from dateline.resolve.items import Item, Scene, token_range
from dateline.resolve.places.alike import countries_meant
from dateline.resolve.places.gazetteer import Candidate, gazetteer
from dateline.resolve.places.keys import key, spellings

# Marks and words between two names in one phrase: "Mosul, Iraq", "Giza's Haram", "Fargo-Moorhead".
BETWEEN = frozenset(
    [",", "and", "&", "'s", "’s", "'", "’", "-", "–", "—", "/", "(", ")", "of", "in", "near", "at", "or"]
)
LOCATIVE = frozenset(
    {"in", "into", "near", "across", "inside", "outside", "throughout", "within", "around", "at", "from"}
)
# A name that the encoder saw in no mention is taken only where nothing but a place is meant by it: so many people.
SAFE_POPULATION = 100_000
LONGEST = 5
# No name of a place is longer, with what may stand around it; the cap keeps the cost linear.
MOST_WORDS = 15
PARTS_OF_NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
# How a name was found, in words.
IN_BODY = "in the name of a body"
SEAT = "a seat of government that acts"
OUTVOTED = "a place by what stands around it"
# What stands between a place and that which it lies in.
INSIDE = frozenset({",", ", in", "in", "(", ", the"})
DIVISIONS = frozenset([
    "province", "governorate", "region", "district", "state", "oblast", "prefecture", "county", "parish", "borough",
    "state of", "the state of", "province of", "county of", "district of", "region of", "provinces", "regions",
    "districts", "oblasts", "counties", "governorates",
])  # fmt: skip
BUILT = frozenset({"facility", "point"})
BROAD = frozenset({"country", "admin1", "region"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words [first, last) that name a place; `item`: the mention they are, if any; `mapped`: they mean a place.

    `holder`: the key of the place it is said to lie in ("Mosul, Iraq"). `sort`: a word that says what it is ("county").
    """

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]
    item: Item | None
    mapped: bool
    why: str
    sort: str = ""
    holder: str = ""


def toponyms(scene: Scene) -> list[Toponym]:
    """All names of places, in text order, each with what it may stand for and where it is said to lie."""
    found = {top.first: top for item in scene.items for top in of_mention(scene, item)}
    covered = covered_words(scene)
    for top in free(scene, covered, {top.last for top in found.values()}):
        found.setdefault(top.first, top)
    meant = countries_meant(scene, (top.key for top in found.values()))
    return held(scene, [as_meant(found[first], meant) for first in sorted(found)])


def as_meant(top: Toponym, meant: Mapping[str, str]) -> Toponym:
    """A name of several countries as if the story had said the official name of the one that it means."""
    wanted = meant.get(top.key)
    if wanted is None:
        return top
    cut = any(c.cut for c in top.candidates)
    return replace(top, key=wanted, candidates=tuple(replace(c, cut=cut) for c in gazetteer().find(wanted)))


def of_mention(scene: Scene, item: Item) -> Iterator[Toponym]:
    """The places that a mention names, or whose names are in its own."""
    mention = item.mention
    if mention.form not in {"name", "metonym"}:
        return
    first, last = token_range(scene.parsed, mention.head)
    if is_called_after(scene, first, last):
        return
    if mention.kind == "state" or mention.form == "metonym":
        if top := spot(scene, first, last, SEAT if mention.form == "metonym" else "a state that acts"):
            yield replace(top, item=item, mapped=mention.actor is None)
    elif mention.kind == "location":
        yield from (replace(top, item=item) for top in parts(scene, first, last, "place by the names head"))
    elif mention.kind in {"organization", "facility", "other"}:
        placed = [replace(top, item=item, why=OUTVOTED) for top in taken_for_other(scene, item, first, last)]
        yield from placed or inside(scene, first, last)


def is_called_after(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is of what is only called after a place: "the Minsk | accords", "Treaty of Rome"."""
    lists, tokens = spellings().called_after, scene.parsed.tokens
    if scene.lower(last - 1) in lists or (scene.lower(first) in lists and last > first + 2):
        return True
    return last < len(tokens) and scene.lower(last) in lists and tokens.deprel[last] not in {"compound", "nmod:desc"}


def taken_for_other(scene: Scene, item: Item, first: int, last: int) -> list[Toponym]:
    """The places that a name means which the encoder takes for a body, where what stands around says so."""
    end = last + abbreviated(scene, first, last)
    top = whole(scene, first, end)
    if top is not None:
        return [top] if words(scene, first, end) in spellings().abbreviations or is_place(scene, item, top) else []
    several = list(parts(scene, first, last, OUTVOTED)) if "," in scene.parsed.tokens.text[first:last] else []
    return several if len(several) == 2 and holds(*several) else []


def is_place(scene: Scene, item: Item, top: Toponym) -> bool:
    """Whether a name is a place: a building, said to be where something is, or too large for anything else."""
    if item.mention.kind == "facility" and any(
        c.reviewed or c.row.precision in BUILT or large(c) for c in top.candidates
    ):
        return True
    if scene.parsed.sentences[item.sentence].zone == "dateline":
        return True
    if top.last - top.first > 1 and any(c.reviewed for c in top.candidates) and not subject(scene, item.head):
        return True
    after = following(scene, top.last)
    if after is not None and holds(top, after):
        return True
    where = not LOCATIVE.isdisjoint(scene.tree.cases(item.head)) and item.mention.span.text == item.mention.head.text
    return where and any(map(large, top.candidates))


def subject(scene: Scene, i: int) -> bool:
    """Whether a word is the subject of a verb."""
    tokens = scene.parsed.tokens
    return tokens.deprel[i] in {"nsubj", "nsubj:pass"} and tokens.upos[tokens.head[i]] == "VERB"


def large(candidate: Candidate) -> bool:
    """Whether so many people live there that its name means nothing else."""
    return candidate.row.population >= SAFE_POPULATION and not candidate.other


def lies_in(inner: Candidate, outer: Candidate) -> bool:
    """Whether a town or division lies in a first-level division or a country."""
    a, b = inner.row, outer.row
    broad = b.precision in {"country", "admin1"} and a.precision != b.precision
    return broad and a.country == b.country != "" and (b.precision == "country" or a.admin1 == b.admin1)


def following(scene: Scene, at: int) -> Toponym | None:
    """The division or country after a comma: "| , North Carolina"."""
    tokens = scene.parsed.tokens
    if at + 1 >= len(tokens) or tokens.text[at] != ",":
        return None
    return longest(scene, at + 1, 3)


def longest(scene: Scene, first: int, most: int) -> Toponym | None:
    """The longest name of a place that begins at a word and has at most so many words."""
    tokens = scene.parsed.tokens
    end = min(first + most, len(tokens))
    spots = (
        whole(scene, first, last)
        for last in range(end, first, -1)
        if tokens.sentence[last - 1] == tokens.sentence[first]
    )
    return next((top for top in spots if top is not None), None)


def parts(scene: Scene, first: int, last: int, why: str) -> Iterator[Toponym]:
    """The places that a phrase names: one, or several with marks between them."""
    pieces = list(cut_at_marks(scene, first, last))
    found = [spot(scene, a, b, why) for a, b in pieces]
    if len(pieces) > 1 and all(found) and scene.parsed.tokens.text[pieces[0][1]] == ",":
        yield from (top for top in found if top is not None)
    elif (top := spot(scene, first, last, why)) is not None:
        yield top
    else:
        yield from (top for top in found if top is not None)


def cut_at_marks(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a phrase between marks, none of them empty."""
    start = first
    for i in range(first, last + 1):
        if i == last or scene.lower(i) in BETWEEN:
            if start < i:
                yield start, i
            start = i + 1


def whole(scene: Scene, first: int, last: int) -> Toponym | None:
    """The place that exactly these words name."""
    text = words(scene, first, last)
    if not text[:1].isupper() or (text.isupper() and len(text) < 4 and text not in spellings().abbreviations):
        return None
    if text.lower() in spellings().before:
        # "The South" is a division of Cameroon, but hardly a story that says so means it.
        return None
    found = gazetteer().find(wanted := key(spellings().abbreviations.get(text, text)))
    return Toponym(first, last, wanted, found, None, True, "name in the gazetteer") if found else None


def spot(scene: Scene, first: int, last: int, why: str) -> Toponym | None:
    """The place that these words name, as they stand or without words that say what or which part of it is meant."""
    last += abbreviated(scene, first, last)
    if last - first > MOST_WORDS:
        return None
    if (longer := with_sort(scene, first, last)) is not None:
        return replace(longer, why=why)
    sorts: list[str] = []
    start, end, lists = first, last, spellings()
    while start < end:
        if (top := whole(scene, start, end)) is not None:
            trimmed = (start, end) != (first, last)
            marked = tuple(replace(c, cut=True) for c in top.candidates) if trimmed else top.candidates
            return replace(top, candidates=marked, why=why, sort=" ".join(sorts) or after_word(scene, end))
        size = next((n for n in (3, 2, 1) if n < end - start and joined(scene, start, start + n) in lists.before), 0)
        if size:
            sorts.append(joined(scene, start, start + size))
            start += size
        elif end - start > 1 and scene.lower(end - 1) in lists.after:
            sorts.append(scene.lower(end - 1))
            end -= 1
        else:
            break
    return None


def with_sort(scene: Scene, first: int, last: int) -> Toponym | None:
    """The place of our own list that is named with the words after the name: "Zaporizhzhia | nuclear plant"."""
    tokens = scene.parsed.tokens
    end = last
    while end < min(last + 3, len(tokens)) and tokens.upos[end] in PARTS_OF_NAMES:
        end += 1
    found = (whole(scene, first, k) for k in range(end, last, -1))
    return next((top for top in found if top is not None and any(c.reviewed for c in top.candidates)), None)


def abbreviated(scene: Scene, first: int, last: int) -> int:
    """1 where the period after the words belongs to them: "Ill" | "."."""
    tokens = scene.parsed.tokens
    ends = last < len(tokens) and tokens.text[last] == "." and tokens.start[last] == tokens.end[last - 1]
    return int(ends and f"{words(scene, first, last)}." in spellings().abbreviations)


def after_word(scene: Scene, last: int) -> str:
    """The word after a name where it says what sort of place it is: "Karak | district"."""
    return scene.lower(last) if last < len(scene.parsed.tokens) and scene.lower(last) in spellings().after else ""


def words(scene: Scene, first: int, last: int) -> str:
    """Words of the story as one line."""
    tokens = scene.parsed.tokens
    return " ".join(scene.parsed.story.text[tokens.start[first] : tokens.end[last - 1]].split())


def joined(scene: Scene, first: int, last: int) -> str:
    """Words in lower case with blanks between them, marks left out."""
    return " ".join(w for w in map(scene.lower, range(first, last)) if w != "-")


def inside(scene: Scene, first: int, last: int) -> Iterator[Toponym]:
    """The place in the name of a body or a building: "Mansfield Police Department", "University of Texas Press".

    Corpora count these as toponyms (TR-News 20 of 22 found so); papers and teams are often far from their place.
    """
    if not spellings().apart.isdisjoint(scene.lower(i) for i in range(first, last)):
        return
    starts = [first, *(i + 1 for i in range(first + 1, last - 1) if scene.lower(i) in {"of", "in"})]
    for start in starts:
        ends = range(min(start + 3, last - (start == first)), start, -1)
        top = next((top for end in ends if (top := whole(scene, start, end)) is not None), None)
        if top is not None:
            yield replace(top, why=IN_BODY, sort=after_word(scene, top.last))


def covered_words(scene: Scene) -> list[bool]:
    """Per word whether it stands in the bare name of a mention."""
    covered = [False] * len(scene.parsed.tokens)
    for item in scene.items:
        if item.mention.form in {"name", "metonym", "demonym"}:
            first, last = token_range(scene.parsed, item.mention.head)
            covered[first:last] = [True] * (last - first)
    return covered


def free(scene: Scene, covered: list[bool], ends: set[int]) -> Iterator[Toponym]:
    """Names outside all mentions that are safe: short forms of divisions, countries, large cities."""
    tokens, i = scene.parsed.tokens, 0
    short = spellings().abbreviations
    while i < len(tokens):
        top = None
        if not covered[i] and tokens.text[i][:1].isupper():
            top = short_form(scene, i, ends) if tokens.text[i] in short or f"{tokens.text[i]}." in short else None
            top = top or of_our_list(scene, i, covered) or safe(scene, i, covered)
        if top is not None:
            ends.add(top.last)
            yield top
        i = max(i + 1, top.last if top else 0)


def short_form(scene: Scene, i: int, ends: set[int]) -> Toponym | None:
    """A division by its short form: "Ky." after a place and a comma; with two periods ("B.C.") anywhere."""
    end = i + 1 + abbreviated(scene, i, i + 1)
    text = words(scene, i, end)
    after = i > 0 and scene.parsed.tokens.text[i - 1] == "," and i - 1 in ends
    top = whole(scene, i, end) if text in spellings().abbreviations and (after or text.count(".") > 1) else None
    return top and replace(top, why="short form of a division")


def of_our_list(scene: Scene, i: int, covered: list[bool]) -> Toponym | None:
    """A place of several words that news names, as our own list has it: "the Line of Control"."""
    top = longest(scene, i, LONGEST)
    if top is None or top.last - i < 2 or any(covered[i : top.last]) or not any(c.reviewed for c in top.candidates):
        return None
    return replace(top, why="a name of our own list that no mention covers")


def safe(scene: Scene, i: int, covered: list[bool]) -> Toponym | None:
    """A country, division or large city by its first name, with a capital inside a sentence."""
    tokens = scene.parsed.tokens
    if tokens.upos[i] != "PROPN" or i == 0 or tokens.sentence[i - 1] != tokens.sentence[i]:
        return None
    if (neighbour := tokens.upos[i - 1]) == "PROPN" or neighbour == "SYM":
        return None
    last = i + 1
    while last < min(i + LONGEST, len(tokens)) and tokens.upos[last] == "PROPN" and not covered[last]:
        last += 1
    top = whole(scene, i, last)
    if top is None or (last < len(tokens) and tokens.upos[last] == "PROPN"):
        return None
    sure = any(large(c) or (not c.other and c.row.precision in BROAD) for c in top.candidates)
    return replace(top, why="a name in the gazetteer that no mention covers") if sure else None


def held(scene: Scene, found: list[Toponym]) -> list[Toponym]:
    """The same, each with the place it is said to lie in: by the next name after a comma, or by an owner before it."""
    out = list(found)
    for k in range(len(found) - 1, 0, -1):
        one, other = found[k - 1], found[k]
        gap = between(scene, one, other)
        if gap in INSIDE and holds(one, other):
            out[k - 1] = replace(out[k - 1], holder=other.key)
            out[k] = replace(out[k], mapped=out[k].mapped or (gap == "," and only_said_to_hold(scene, other)))
        elif gap in {"'s", "’s"} and holds(other, one):
            out[k] = replace(out[k], holder=one.key)
        elif gap in {"and", ","} and out[k].sort.endswith("s") and not out[k - 1].sort:
            # "the Donetsk and Luhansk regions".
            out[k - 1] = replace(out[k - 1], sort=out[k].sort)
    return out


def only_said_to_hold(scene: Scene, top: Toponym) -> bool:
    """Whether a country only says where the place before it is: "St. Petersburg, Russia"."""
    return top.item is not None and top.item.mention.form == "name" and not subject(scene, top.item.head)


def between(scene: Scene, one: Toponym, other: Toponym) -> str:
    """What stands between two names, if it is short."""
    tokens = scene.parsed.tokens
    start, end = tokens.end[one.last - 1], tokens.start[other.first]
    return scene.parsed.story.text[start:end].strip() if 0 <= end - start < 8 else "…"


def holds(inner: Toponym, outer: Toponym) -> bool:
    """Whether a reading of the one lies in a country or division that the other may be."""
    return any(lies_in(a, b) for a in inner.candidates for b in outer.candidates)


def peoples(mentions: Iterable[Mention]) -> Iterator[str]:
    """The countries of nationality words and of names of countries, each time they are said."""
    known = countries()
    for mention in mentions:
        text = mention.head.text.replace("’", "'")
        code = known.demonyms.get(text) if mention.form == "demonym" else known.names.get(text)
        if code is None and mention.form == "metonym":
            code = known.seats.get(text)
        if code is not None:
            yield code
