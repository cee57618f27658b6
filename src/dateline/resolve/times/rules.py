"""The shapes that expressions of time have, as patterns over classes of words: a visible table.

Takes nothing, gives RULES; each names the function (named.py, counted.py, clocks.py) that reads what it matches. Where
several match, the longest stands, and of two as long the upper one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from dateline.resolve.times import clocks, counted, named
from dateline.resolve.times.match import Match
from dateline.resolve.times.shapes import Said
from dateline.resolve.times.vocabulary import ALONE_NOTHING, OTHER, vocabulary

# What several patterns have in common. A capital letter before a colon names a part that the reading asks for.
PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PRE": "X:approx? (the? E:edge of | the? F:mod dash?)?",
        "PART": "X:approx? the? O:(ordinal|second|last)",
        "AMT": "X:(approx|over)?",
        "UNIT": "U:(unit|hourword|yearword|second|quarter)",
        "COUNT": "(a? V:(vague|some) of? | N:(number|tens|hundred|digits|count|year|hhmm) | A:a)",
        "MONTH": "M:(month|short_month)",
        "DAY": "D:(digits|ordinal|second)",
        "WEEKDAY": "(W:(weekday|short_weekday) comma?)?",
        "YEAR": "(comma? Y:year | comma? of? S:(last|this|next|that|coming) yearword)",
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A name for people, a pattern over classes of words, and what reads its matches (None: it was none)."""

    name: str
    pattern: str
    read: Callable[[Match], Said | None]


RULES: Final = (
    Rule("full date in figures", "D:iso", named.iso),
    Rule("date in figures", "D:slash", named.slashes),
    Rule("day known by its date", "D:eleventh", named.known_day),
    Rule("day and month", "DAY dash MONTH dash Y:year", named.month_day),
    Rule("month and day", "PRE WEEKDAY MONTH the? DAY YEAR?", named.month_day),
    Rule("day and month", "PRE WEEKDAY the? DAY of? MONTH YEAR?", named.month_day),
    Rule("month and year", "PRE MONTH (of|comma)? YEAR", named.month),
    Rule("month", "PRE T:(last|this|next|coming|past)? M:month", named.month),
    Rule(
        "part of a month",
        "X:approx? the? O:(ordinal|second|last) (half|unit) of T:(last|this|next)? MONTH YEAR?",
        named.month,
    ),
    Rule("weekday", "PRE T:(last|this|next|coming|past)? W:weekday P:part?", named.weekday),
    Rule("weekday", "W:short_weekday P:part", named.weekday),
    Rule("part of a year", "PART unit of YEAR", named.part_of_year),
    Rule(
        "part of a year",
        "X:approx? the? O:(ordinal|last) N:(number|digits) UNIT of (YEAR|G:(the yearword))",
        named.units_of,
    ),
    Rule("part of a month", "X:approx? the? O:(ordinal|last) N:(number|digits) UNIT of MONTH YEAR?", named.units_of),
    Rule("weekdays", "W:weekdays", named.weekdays),
    Rule("part of a day", "PRE the? T:(this|last|that|same|next|following|previous) same? P:part", named.part_of_day),
    Rule("tonight", "(F:mod|earlier|later)? tonight", named.tonight),
    Rule("today", "(PRE | (earlier|later)) D:today P:part?", named.today),
    Rule("year", "PRE (the? yearword)? Y:year", named.year),
    Rule("decade", "PRE the? D:decade", named.decade),
    Rule("decade", "PRE the D:nineties", named.decade),
    Rule("century", "PRE the? O:ordinal dash? U:unit", named.century),
    Rule(
        "quarter",
        "PRE the? O:(ordinal|second) dash? quarter "
        "(of? (Y:year | the? S:(last|this|next|current) yearword | fiscal yearword? Z:year))?",
        named.quarter,
    ),
    Rule("quarter", "Q:quarter_code (of? Y:year)?", named.quarter),
    Rule("quarter", "Y:year Q:quarter_code", named.quarter),
    Rule(
        "half",
        "the? O:(ordinal|second|last) dash? half "
        "(of (Y:year | S:(last|this|next|current) yearword | G:(the yearword)))?",
        named.half,
    ),
    Rule("half", "O:half_code Y:year", named.half),
    Rule("season", "PRE (the|T:(last|this|next|that|coming|past))? S:season (of? Y:year)?", named.season),
    Rule("holiday", "T:(last|this|next)? H:holiday YEAR?", named.holiday),
    Rule("fiscal year", "the? T:(past|last|current|this|next|previous)? fiscal yearword? Y:year?", named.fiscal),
    Rule("fiscal year", "the? Y:year fiscal yearword", named.fiscal),
    Rule("fiscal year", "C:fiscal_year", named.fiscal),
    Rule("weekend", "PRE (the|A:a|T:(last|this|next|coming|past|that|following|previous)) weekend", named.weekend),
    Rule("unit from the story's day", "(PRE | (earlier|later)) T:(last|this|next|current) UNIT", counted.step),
    Rule("unit beside a time", "PRE the T:(same|following|next|previous) same? UNIT", counted.beside),
    Rule("unit beside a time", "PRE T:(following|previous) UNIT", counted.beside),
    Rule("unit beside a time", "PRE T:that same? UNIT", counted.beside),
    Rule("unit beside a time", "the UNIT T:(earlier|later)", counted.day_before),
    Rule("unit beside a time", "the UNIT T:(before|after)(?=stop|comma|$)", counted.day_before),
    Rule("last unit", "X:approx? the T:(last|past|coming|next) UNIT", counted.stretch),
    Rule("last units", "X:approx? the? T:(last|past|next|coming|previous|following) COUNT dash? UNIT", counted.stretch),
    Rule("units of late", "the? T:(last|past|coming|recent|next) UNIT", counted.of_late),
    Rule("unit from the story's day", "PRE the UNIT", counted.edge),
    Rule("unit from the story's day", "(mod|earlier|later) in the UNIT", counted.edge),
    Rule("long ago", "UNIT ago", counted.long_ago),
    Rule("ago", "AMT the? COUNT UNIT ago", counted.ago),
    Rule("from now", "AMT COUNT UNIT from now", counted.ago),
    Rule("in some units", "(?<=in) AMT COUNT UNIT", counted.in_units),
    Rule("units later", "AMT COUNT UNIT T:(later|earlier)", counted.later),
    Rule("units later", "AMT COUNT UNIT T:(before|after)(?=stop|comma|$)", counted.later),
    Rule("units later", "UNIT T:(later|earlier)", counted.later),
    Rule("duration", "AMT the? COUNT dash? UNIT (dash long)?", counted.duration),
    Rule("duration", "AMT (number|digits) dash? and dash? a dash? half dash? UNIT", counted.duration_and_half),
    Rule("duration", "A:a UNIT and a half", counted.duration_and_half),
    Rule("half a unit", "AMT (half a | a? half dash?) U:(unit|yearword)", counted.half_unit),
    Rule("duration", "a? UNIT dash long", counted.duration),
    Rule("some units", "(?<=for) UNIT", counted.some_units),
    Rule("some units", "(?<=within) UNIT", counted.some_units),
    Rule("some units", "UNIT(?=after|before)", counted.some_units),
    Rule("set", "every (N:(number|digits|tens)|O:(ordinal|second)|V:vague|other)? UNIT", counted.every),
    Rule("set", "every other? (W:weekday|M:month|P:part|S:season|E:weekend)", counted.every),
    Rule("set", "(once|(N:(number|digits)|V:vague) times) (a|every) UNIT", counted.times_a_unit),
    Rule("set", "C:often", counted.often),
    Rule("set", "E:weekends", counted.every),
    Rule("reference", "C:now", counted.reference),
    Rule("reference", "(?<=in) the? C:(past|future)(?=stop|comma|$)", counted.era),
    Rule("reference", "C:(recent|current)", counted.reference),
    Rule("clock", "AMT C:(clock|digits|number) dash? Z:ampm T:zone?", clocks.clock),
    Rule("clock", "AMT C:clock (hourword? T:zone|hourword)?", clocks.clock),
    Rule("clock", "AMT C:(year|hhmm) (hourword? T:zone|hourword)", clocks.clock),
    Rule("clock", "AMT C:(number|digits) clockword Z:ampm?", clocks.clock),
    Rule("clock", "AMT C:noon T:zone?", clocks.noon),
)


@cache
def compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules with their patterns over letters."""
    return tuple((rule, _pattern(rule.pattern)) for rule in RULES)


@cache
def any_rule() -> re.Pattern[str]:
    """What matches wherever some rule does. Most words are ruled out by a look at them and the next one."""
    rules = "|".join(f"(?:{re.sub('[(][?]P<[A-Z]>', '(?:', p.pattern)})" for _, p in compiled())
    telling = "".join(letter for name, letter in vocabulary().letters.items() if name not in ALONE_NOTHING)
    return re.compile(f"(?=[{telling}]|[^{OTHER}][^{OTHER}])(?:{rules})")


def _pattern(pattern: str) -> re.Pattern[str]:
    spelled = re.sub(r"\b[A-Z]{3,}\b", lambda found: PARTS[found[0]], pattern)
    return vocabulary().compiled(spelled)
