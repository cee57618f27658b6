"""What a phrase says of who it names: a country and PLOVER sectors. Takes words with their syntax, gives a `Reading`.

The head decides ("police", "senator"); a general one ("spokesman", "chief") leaves it to the words before it and to
what it is of; some words before it decide always ("opposition lawmaker", "former minister").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.record.parsed import ParsedStory
from dateline.record.words import countries, peoples, word_groups

# After these an actor's country is not the one it belongs to ("ambassador to Syria", "sanctions on Iran").
ELSEWHERE = frozenset({"to", "on", "against", "with", "about", "over", "toward", "towards", "near", "around"})
# "pro-Russian separatists", "Iranian-backed militia": no word on whose they are.
PARTISAN = frozenset({"pro", "anti", "non"})
BACKED = frozenset([
    "allied", "armed", "backed", "based", "born", "bound", "brokered", "educated", "funded", "held", "made", "mediated",
    "occupied", "sponsored", "supported", "trained",
])  # fmt: skip
LONGEST = 5
GROUPS = frozenset({"sectors", "before", "ordinary"})
COUNTRY, THE, BACK = frozenset({"country", "nation"}), frozenset({"the", "that", "this"}), 80
# The sector of words that say none, so that no part of them is taken for one ("secretary-general").
NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Reading:
    """`code`: ISO alpha-3 or None; `sectors`: primary first; `why`: the words that said so.

    `general`: whether the head says nothing of its own, so that it is what it belongs to.
    """

    code: str | None = None
    sectors: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    general: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of the sector lists and what they say: `group` is sectors, before or ordinary."""

    words: tuple[str, ...]
    group: str
    sector: str


@cache
def entries() -> Mapping[str, tuple[Entry, ...]]:
    """The entries of `data/sectors.yaml` by their first word, the longest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for name, phrases in word_groups("sectors").items():
        group, _, sector = name.partition(".")
        for phrase in phrases if group in GROUPS else ():
            parts = tuple(phrase.split("-"))
            found[parts[0]].append(Entry(parts, group, sector))
    return {first: tuple(sorted(some, key=lambda e: -len(e.words))) for first, some in found.items()}


def read_phrase(parsed: ParsedStory, first: int, last: int, head: int) -> Reading:
    """What the words [first, last) say, of which `head` is the one that the others describe."""
    at = [i for i in range(first, last) if parsed.tokens.text[i] != "-"]
    if not at:
        return Reading()
    h = max((k for k, i in enumerate(at) if i <= head), default=0)
    forms = [_forms(parsed, i) for i in at]
    code, named = country(parsed, at, h)
    sectors, said = ((), []) if figurative(parsed, at[h]) else sectors_of(forms, h)
    return Reading(code, sectors, tuple(dict.fromkeys([*named, *said])), is_general(forms, h))


def figurative(parsed: ParsedStory, head: int) -> bool:
    """Whether a word of power is said of a common noun: "the king of pop", "an army of fans"."""
    tokens = parsed.tokens
    if tokens.lemma[head].lower() not in word_groups("sectors")["figurative"]:
        return False
    of = (i for i in parsed.tree.children[head] if i > head and "of" in parsed.tree.cases(i))
    return any(
        tokens.upos[i] == "NOUN" and "det" not in map(tokens.deprel.__getitem__, parsed.tree.children[i]) for i in of
    )


def is_general(forms: Sequence[tuple[str, str]], h: int) -> bool:
    """Whether the head says nothing by itself: "spokesman", "secretary-general"."""
    general, glued = word_groups("sectors")["general"], "-".join(lemma for _, lemma in forms[max(h - 1, 0) : h + 1])
    return glued in general or not general.isdisjoint(forms[h])


def _forms(parsed: ParsedStory, i: int) -> tuple[str, str]:
    return parsed.tokens.text[i].lower().replace("’", "'"), parsed.tokens.lemma[i].lower()


def country(parsed: ParsedStory, at: Sequence[int], h: int) -> tuple[str | None, list[str]]:
    """The country of a phrase: the last one named before its head, else the first after it that it may belong to."""
    text, k, after = parsed.tokens.text, 0, None
    before: tuple[str, str] | None = None
    # "The U.N. envoy for Syria" is of no country.
    sent = parsed.tokens.lemma[at[h]].lower() in word_groups("sectors")["sent"]
    while k < len(at):
        size, code = country_at([text[i] for i in at[k : k + LONGEST]])
        if code:
            words = " ".join(text[i] for i in at[k : k + size])
            case = [text[i].lower() for i in at[max(k - 2, 0) : k]]
            if not PARTISAN.isdisjoint(case[-1:]) or not BACKED.isdisjoint(
                text[i].lower() for i in at[k + size : k + size + 1]
            ):
                pass
            elif k <= h:
                before = (code, words)
            elif after is None and ELSEWHERE.isdisjoint(case) and not (sent and "for" in case):
                after = (code, words)
        k += max(size, 1)
    found = before or after or the_country(text, at)
    return (found[0], [found[1]]) if found else (None, [])


def the_country(text: Sequence[str], at: Sequence[int]) -> tuple[str, str] | None:
    """For "separatists in the country's east" the country that the story named last before it."""
    here = next((i for i in at[1:] if text[i].lower() in COUNTRY and text[i - 1].lower() in THE), None)
    if here is None:
        return None
    for k in range(here - 1, max(here - BACK, -1), -1):
        size, code = country_at(text[k : min(k + LONGEST, here)])
        if code:
            return code, " ".join(text[k : k + size])
    return None


def countries_in(text: Sequence[str]) -> Iterator[str]:
    """The codes of all countries that words speak of."""
    for k, word in enumerate(text):
        if word[:1].isupper() and (code := country_at(text[k : k + LONGEST])[1]):
            yield code


def country_at(words: Sequence[str]) -> tuple[int, str | None]:
    """The longest name of a country, nationality or seat of government that the words begin with."""
    known = countries()
    for size in range(len(words), 0, -1):
        text = " ".join(words[:size]).replace(" .", ".").replace("’", "'")
        code = known.names.get(text) or known.demonyms.get(text) or known.seats.get(text) or peoples().get(text)
        if code:
            return size, code
    return 0, None


def sectors_of(forms: Sequence[tuple[str, str]], h: int) -> tuple[tuple[str, ...], list[str]]:
    """The sectors of a phrase whose head is its h-th word, primary first, and the words that say them."""
    headed = word_groups("sectors")["headed"]
    found = [m for m in _matches(forms) if m[0] == h or len(m[2].words) > 1 or m[2].words[0] not in headed]
    silent = [m for m in found if m[2].sector == NONE]
    found = [m for m in found if m in silent or not any(n[0] <= m[0] and m[1] <= n[1] for n in silent)]
    always = [m for m in found if m[2].group == "before" and m[1] <= h]
    ordered = [*always, *_main(found, forms, h, {m[0] for m in always})]
    sectors = dict.fromkeys(m[2].sector for m in ordered if m[2].sector != NONE)
    return tuple(sectors), [" ".join(m[2].words) for m in ordered]


Match = tuple[int, int, Entry]


def _main(found: Sequence[Match], forms: Sequence[tuple[str, str]], h: int, taken: set[int]) -> list[Match]:
    """What the head says, or else the words around it."""
    own = [m for m in found if m[2].group == "sectors" and m[0] <= h < m[1]]
    best = max(own, key=lambda m: m[1] - m[0], default=None)
    general = word_groups("sectors")["general"]
    if best is not None and (best[1] - best[0] > 1 or general.isdisjoint(forms[h])):
        more = [m for m in found if m[0] < best[1] and m[0] not in taken and m[2].group == "ordinary"]
        return [best, *more]
    before = [m for m in found if m[1] <= h and m[0] not in taken and m[2].group != "before"]
    after = [m for m in found if m[0] > h and m[2].group == "sectors" and not general.isdisjoint(forms[h])]
    if before:
        return [max(before, key=lambda m: (m[1], m[1] - m[0]))]
    return after[:1] or ([best] if best is not None else [])


def _matches(forms: Sequence[tuple[str, str]]) -> Iterable[Match]:
    """The entries that stand in the words, at each word the longest of each group."""
    for k in range(len(forms)):
        met: set[str] = set()
        for form in dict.fromkeys(forms[k]):
            for entry in entries().get(form, ()):
                if entry.group not in met and _stands(entry, forms, k):
                    met.add(entry.group)
                    yield k, k + len(entry.words), entry


def _stands(entry: Entry, forms: Sequence[tuple[str, str]], k: int) -> bool:
    return len(forms) - k >= len(entry.words) and all(word in forms[k + n] for n, word in enumerate(entry.words))
