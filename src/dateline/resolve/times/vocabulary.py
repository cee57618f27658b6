"""The words of data/times.yaml and what each stands for. Takes nothing, gives the `Vocabulary`, read once.

A class of words is one letter, so that a sentence is a string of letters and a rule a regular expression over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

Value = str | int | float
Entry = tuple[str, Value]
# Classes that the form of a word decides, beside those that the data file lists.
FORMS = ("digits", "count", "year", "decade", "iso", "slash", "clock", "hhmm", "fiscal_year")
# Classes that say nothing of time where no word of another class stands beside them.
ALONE_NOTHING = frozenset([
    "the", "a", "of", "on", "at", "in", "within", "for", "and", "to", "from", "comma", "dash", "stop", "during", "over",
    "approx", "edge", "other", "number", "tens", "hundred", "digits", "count", "vague", "some", "ordinal", "second",
    "last", "past", "this", "next", "coming", "previous", "following", "that", "same", "later", "earlier", "before",
    "after", "mod", "every", "once", "times", "future", "fiscal", "ampm", "zone", "old", "long", "hhmm", "half",
])  # fmt: skip
# The letter of a word that is in no class.
OTHER = "."
FIRST_LETTER = 0x4E00
# A number beyond these is no year: earlier ones are rare in news, and mostly amounts.
FIRST_YEAR, LAST_YEAR = 1000, 2100

NUMERIC: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("year", r"\d{4}"),
        ("digits", r"\d{1,3}"),
        ("ordinal", r"\d{1,3}(?:st|nd|rd|th)"),
        ("clock", r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?"),
        ("decade", r"(?:(?:1[0-9]|20)\d|['’]?[1-9])0['’]?s"),
        ("iso", r"\d{4}-(?:0\d|1[0-2])-[0-3]\d(?:T[\d:.]+Z?)?"),
        ("slash", r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})"),
        ("count", r"\d{1,3}(?:,\d{3})+|\d{1,4}\.\d{1,2}"),
        ("fiscal_year", r"(?:fy)(?:\d{4}|\d{2})"),
    )
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`entries`: word -> class and value; `phrases`: first word -> phrases of several words, the longest first.

    `named_days`: month and day -> the day that is meant beside some words, and these words.
    """

    entries: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    letters: Mapping[str, str]
    telling: frozenset[str]
    direction: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    named_days: Mapping[tuple[int, int], tuple[date, frozenset[str]]]

    def of_word(self, word: str) -> Entry | None:
        """Class and value of a word in lower case with straight apostrophes."""
        found = self.entries.get(word)
        return numeric(word) if found is None and not word.isalpha() and _has_figures(word) else found

    def tells(self, words: Sequence[str]) -> bool:
        """Whether some of these words could be an expression of time."""
        return not self.telling.isdisjoint(words) or any(map(_tells, words))

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern over names of classes ("D:day month year?") as one over letters; `D:` names a group."""
        spelled = re.sub(r"([A-Z]):\(", r"(?P<\1>", pattern)
        spelled = re.sub(r"([A-Z]):([a-z_]+)", r"(?P<\1>\2)", spelled)
        return re.compile(re.sub(r"[a-z_]+", self._letter, spelled).replace(" ", ""))

    def _letter(self, found: re.Match[str]) -> str:
        return self.letters[found[0]]


def numeric(word: str) -> Entry | None:
    """Class and value of a word with figures."""
    for name, pattern in NUMERIC:
        if pattern.fullmatch(word):
            return _valued(name, word)
    return None


def _valued(name: str, word: str) -> Entry:
    if name == "year" and not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return ("hhmm" if int(word[:2]) < 24 and int(word[2:]) < 60 else "count"), int(word)
    if name in {"year", "digits"}:
        return name, int(word)
    if name == "ordinal":
        return name, int(word[:-2])
    if name == "count":
        plain = word.replace(",", "")
        return name, float(plain) if "." in plain else int(plain)
    return name, word


@cache
def vocabulary() -> Vocabulary:
    """The words, as data/times.yaml has them."""
    raw = yaml.safe_load(files("dateline").joinpath("data", "times.yaml").read_text(encoding="utf-8"))
    entries: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name, listed in raw["classes"].items():
        for words, value in listed.items():
            parts = tuple(str(words).split())
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, (name, value)))
            elif entries.setdefault(parts[0], (name, value)) != (name, value):
                raise ValueError(f"times.yaml: {parts[0]!r} is in {name} and in {entries[parts[0]][0]}")
    names = dict.fromkeys([*raw["classes"], *FORMS])
    return Vocabulary(
        entries=MappingProxyType(entries),
        phrases=MappingProxyType({k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()}),
        letters=MappingProxyType({name: chr(FIRST_LETTER + k) for k, name in enumerate(names)}),
        telling=frozenset(_telling(entries, phrases)),
        direction=_lists(raw["direction"]),
        beside=_lists(raw["beside"]),
        named_days=MappingProxyType(
            {(d["day"].month, d["day"].day): (d["day"], frozenset(d["of"].split())) for d in raw["named_days"].values()}
        ),
    )


def _lists(raw: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({name: frozenset(str(words).split()) for name, words in raw.items()})


def _telling(entries: Mapping[str, Entry], phrases: Mapping[str, list[tuple[tuple[str, ...], Entry]]]) -> Iterator[str]:
    """The words of which every expression without figures has one: those of a class that tells, and phrases' last."""
    yield from (word for word, (name, _) in entries.items() if name not in ALONE_NOTHING)
    for listed in phrases.values():
        yield from (words[-1] for words, (name, _) in listed if name not in ALONE_NOTHING)
    # Classes that tell nothing alone and tell something together: "in the past", "in future", "the first half".
    yield from ("past", "future", "half", "second", "fy")


def _has_figures(word: str) -> bool:
    return word[:1].isdigit() or (word.startswith(("'", "fy")) and word[-1:].isdigit()) or word[:1] == "'"


def _tells(word: str) -> bool:
    """Whether a word has figures at either end, as all numbers and dates do, or is one like "mid-March"."""
    return word[-1:].isdigit() or word[:1].isdigit() or word.startswith(("'", "mid-", "early-", "late-"))
