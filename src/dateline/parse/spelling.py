"""What the tokenizer knows of English spelling: the lists of data/tokens.yaml and the pattern of a token.

Takes the data file, gives `Spelling`, loaded once.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

import yaml

# A letter, digit, underscore, or a sign that only modifies the one before: accents, vowel signs, soft hyphens, joiners.
LETTER = (
    r"[\w\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    r"\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
APOSTROPHE = "['’`´]"
NUMBER = r"(?:[.]|[+](?=\d))?\d+(?:(?:,\d\d){0,3},\d\d\d(?!\d)|[.:]\d+)*"
# First reading that fits wins. Repetitions are bounded or cannot overlap, so that time stays linear in any text.
TOKEN = r"""
  (?:https?://|ftp://|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]}}'’*]              # web address
| [\w.+%-]{{1,64}}@\w[\w-]{{0,63}}(?:\.\w[\w-]{{0,62}}){{0,8}}                    # e-mail address
| [@\#][^\W\d]\w*                                                                # handle, tag
| (?:\w[\w-]{{0,63}}\.){{1,6}}(?i:{endings})(?![\w-]|\.\w)(?:/[\w./%-]{{0,200}}\w)?   # site, file
| &(?:[a-z]{{2,8}}|\#\w{{2,6}});                                                 # HTML entity
| \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\w/])                                    # 9/11, 1/2, 11/28/2000
| (?:\d{{1,3}}[-.])?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}(?!\w)                          # telephone
| (?:\d{{3}}|\d{{5}})-\d{{4}}(?!\w)
| \d{{1,2}}-\d{{1,2}}-\d{{4}}(?!\w) | \d{{4}}-\d\d-\d\d(?!\w)                    # date in figures
| \d{{1,3}}(?:,\d\d\d){{1,4}}(?:st|nd|rd|th)(?!\w)
| {number}(?=(?:{units})(?!\w))                                                  # 5|pm, 3.5|m
| {number}(?!{letter}|['’]s(?!\w))                                               # 1,000.50  7:30
| ['’]\d\d(?:['’]?s)?(?!\w)                                                      # '72, ’90s
| ['’]n['’](?!\w) | ['’](?i:{elisions})(?![\w'’])
| ['’](?i:s|re|ve|ll|d|m)(?!\w)                                                  # clitic after a mark: "No"'s
| (?:{dotted})(?!\w)
| [^\W\d_](?:\.[^\W\d_](?!{letter}))+\.?                                         # U.S., a.m.
| (?:US|HK|NZ|NT|[ACSU])\$
| [^\W\d_]{{1,4}}(?:&[^\W\d_]{{1,3}})+(?!\w)                                     # AT&T
| (?<![\w/])(?:{slashed})(?![\w/])                                               # w/o
| (?<![\w-])[^\W\d_]-(?![\w-]) | (?<![\w-])[CSTcst]h-(?![\w-])                     # a word broken off: s-
| (?:(?<!\w-)(?i:{prefixes})-(?=\w))?{letter}+(?:{apostrophe}{letter}+)*                 # word
| (?<![\w)])(?:[:;=]-?[)(DPp/|]|<3|\^_\^)(?!\w)                                  # emoticon
| \.{{2,}}[.!?]* | [.!?]{{2,}} | …[.…]*
| [$]{{2,}} | -{{2,}} | [*]{{2,}} | [=]{{2,}} | [~]{{2,}} | [+]{{2,}} | [\#]{{2,}}
| '' | `` | ’’ | ‘‘ | ‘’ | << | >> | ,,
| [\U0001f1e6-\U0001f1ff]{{2}}                                                   # flag
| \S(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d\S)*                            # a sign; an emoji with its modifiers
"""


# Line ends, and where a single quotation could open (not at '90s or 'em) or close.
MARK = (
    r"(?P<line>\n)|(?<![^\s(\[\"“—–-])(?P<open>['‘])(?=\w)(?!\d\ds?\b|(?i:{elisions})\b)|(?<=\S)(?P<close>['’])(?!\w)"
)


class Spelling(NamedTuple):
    """`contractions` maps "gonna" to the edges of its words, (0, 3, 5); the sets hold words that keep a period."""

    abbreviations: frozenset[str]
    before_number: frozenset[str]
    before_capital: frozenset[str]
    not_at_the_end: frozenset[str]
    states: frozenset[str]
    contractions: dict[str, tuple[int, ...]]
    token: re.Pattern[str]
    apostrophe: re.Pattern[str]


@cache
def spelling() -> Spelling:
    raw = yaml.safe_load((files("dateline") / "data" / "tokens.yaml").read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = {key: value.split() for key, value in raw.items()}
    any_of = {key: "|".join(map(re.escape, sorted(lists[key], key=len, reverse=True))) for key in lists}
    return Spelling(
        frozenset(lists["abbreviations"]),
        frozenset(lists["before_number"]),
        frozenset(lists["before_capital"]),
        frozenset(lists["not_at_the_end"]),
        frozenset(lists["states"]),
        {word.replace("|", ""): _edges(word) for word in lists["contractions"]},
        re.compile(TOKEN.format(letter=LETTER, apostrophe=APOSTROPHE, number=NUMBER, **any_of), re.VERBOSE),
        re.compile(MARK.format(elisions=any_of["elisions"])),
    )


def _edges(word: str) -> tuple[int, ...]:
    return tuple(accumulate(map(len, word.split("|")), initial=0))
