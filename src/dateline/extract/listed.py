"""Names of the actor table where they stand in a story. Takes a ParsedStory and its names, gives names.

The encoder decides what is a name; the table only mends its edges and its kind, and adds names of several words or of
capitals that it overlooked. All names are looked for in one pass, whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import ahocorasick_rs

from dateline.extract.names import OUTSIDE, Name
from dateline.record.parsed import NAME_KINDS, ParsedStory
from dateline.record.table import ActorTable, actor_table

KINDS = {"person": "person", "state": "place"}
# A single word counts only in capitals, or where the encoder gives it this much of a chance to be part of a name.
CHANCE = 0.03
ACRONYM = 3
CONFIDENCE = 0.9


def with_listed(parsed: ParsedStory, names: Iterable[Name]) -> list[Name]:
    """The names with those of the table in place of what they overlap, unless that is longer."""
    known = list(names)
    taken = {i: name for name in known for i in range(name.first, name.last)}
    added: list[Name] = []
    for first, last, text in matches(parsed):
        over = {id(taken[i]): taken[i] for i in range(first, last) if i in taken}.values()
        if any(name.first <= first and last <= name.last and name.last - name.first > last - first for name in over):
            continue
        kind = NAME_KINDS.index(KINDS.get(rows_kind(text), "organization"))
        confidence = max((name.confidence for name in over), default=CONFIDENCE)
        name = Name(first, last, NAME_KINDS[kind], confidence)
        known = [other for other in known if all(other is not o for o in over)]
        taken.update(dict.fromkeys(range(first, last), name))
        added.append(name)
    return sorted([*known, *added], key=lambda name: name.first)


def rows_kind(text: str) -> str:
    """What the table says a name is."""
    rows = actor_table().named(text)
    return rows[0].kind if rows else ""


@lru_cache(maxsize=4)
def automaton(table: ActorTable) -> ahocorasick_rs.AhoCorasick:
    """All names of a table that are looked for in text, longest match first."""
    return ahocorasick_rs.AhoCorasick(
        table.spotted(), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
    )


def matches(parsed: ParsedStory) -> Iterator[tuple[int, int, str]]:
    """Whole words [first, last) that are a name of the table, and the name."""
    tokens, text = parsed.tokens, parsed.story.text
    starts = {start: i for i, start in enumerate(tokens.start)}
    ends = {end: i + 1 for i, end in enumerate(tokens.end)}
    for _, start, end in automaton(actor_table()).find_matches_as_indexes(text):
        first, last = starts.get(start), ends.get(end)
        if first is not None and last is not None and first < last and counts(parsed, first, last, text[start:end]):
            yield first, last, text[start:end]


def counts(parsed: ParsedStory, first: int, last: int, text: str) -> bool:
    """Whether the words are surely that name: several, or capitals, or one that may be a name."""
    if last - first > 1 or (len(text) >= ACRONYM and text.isupper() and not shouting(parsed, first)):
        return True
    return bool(1 - parsed.scores.names[first, OUTSIDE] >= CHANCE)


def shouting(parsed: ParsedStory, i: int) -> bool:
    """Whether the words around one in capitals are in capitals, too."""
    around: Sequence[str] = parsed.tokens.text[max(i - 2, 0) : i + 3]
    return sum(word.isupper() and len(word) > 1 for word in around) > 1


def is_listed(text: str) -> bool:
    """Whether a name is that of a body in the table."""
    return any(row.table in {"bodies", "user"} and row.kind != "person" for row in actor_table().named(text))
