"""The shapes that expressions of time have, as patterns over classes of words: a visible table.

Takes nothing, gives RULES; each names the reading (times/readings.py) of what it matches. Where several match, the
longest stands, and of two as long the upper one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from dateline.resolve.times import readings
from dateline.resolve.times.readings import Match
from dateline.resolve.times.shapes import Said
from dateline.resolve.times.vocabulary import vocabulary

# What several patterns have in common. A capital letter before a colon names a part that the reading asks for.
PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PRE": "X:approx? (the? E:edge of | the? F:mod dash?)?",
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
    Rule("full date in figures", "D:iso", readings.iso),
    Rule("date in figures", "D:slash", readings.slashes),
    Rule("day known by its date", "D:eleventh", readings.known_day),
    Rule("day and month", "DAY dash MONTH dash Y:year", readings.month_day),
    Rule("month and day", "PRE WEEKDAY MONTH the? DAY YEAR?", readings.month_day),
    Rule("day and month", "PRE WEEKDAY the? DAY of? MONTH YEAR?", readings.month_day),
    Rule("month and year", "PRE MONTH (of|comma)? YEAR", readings.month),
    Rule("month", "PRE T:(last|this|next|coming|past)? M:month", readings.month),
    Rule("part of a month", "X:approx? the? O:(ordinal|second|last) (half|unit) of T:(last|this|next)? MONTH YEAR?", readings.month),
    Rule("weekday", "PRE T:(last|this|next|coming|past)? W:weekday P:part?", readings.weekday),
    Rule("weekday", "W:short_weekday P:part", readings.weekday),
    Rule("part of a year", "X:approx? the? O:(ordinal|second|last) unit of YEAR", readings.part_of_year),
    Rule("weekdays", "W:weekdays", readings.weekdays),
    Rule("part of a day", "PRE the? T:(this|last|that|same|next|following|previous) same? P:part", readings.part_of_day),
    Rule("tonight", "(F:mod|earlier|later)? tonight", readings.tonight),
    Rule("today", "(PRE | (earlier|later)) D:today P:part?", readings.today),
    Rule("year", "PRE (the? yearword)? Y:year", readings.year),
    Rule("decade", "PRE the? D:decade", readings.decade),
    Rule("decade", "PRE the D:nineties", readings.decade),
    Rule("century", "PRE the? O:ordinal dash? U:unit", readings.century),
    Rule(
        "quarter",
        "PRE the? O:(ordinal|second) dash? quarter (of? (Y:year | the? S:(last|this|next|current) yearword | fiscal yearword? Z:year))?",
        readings.quarter,
    ),
    Rule("quarter", "Q:quarter_code (of? Y:year)?", readings.quarter),
    Rule("quarter", "Y:year Q:quarter_code", readings.quarter),
    Rule(
        "half",
        "the? O:(ordinal|second|last) dash? half (of (Y:year | S:(last|this|next|current) yearword | G:(the yearword)))?",
        readings.half,
    ),
    Rule("half", "O:half_code Y:year", readings.half),
    Rule("season", "PRE (the|T:(last|this|next|that|coming|past))? S:season (of? Y:year)?", readings.season),
    Rule("holiday", "T:(last|this|next)? H:holiday YEAR?", readings.holiday),
    Rule("fiscal year", "the? T:(past|last|current|this|next|previous)? fiscal yearword? Y:year?", readings.fiscal),
    Rule("fiscal year", "the? Y:year fiscal yearword", readings.fiscal),
    Rule("fiscal year", "C:fiscal_year", readings.fiscal),
    Rule("weekend", "PRE (the|A:a|T:(last|this|next|coming|past|that|following|previous)) weekend", readings.weekend),
    Rule("unit from the story's day", "(PRE | (earlier|later)) T:(last|this|next|current) UNIT", readings.step),
    Rule("unit beside a time", "PRE the T:(same|following|next|previous) same? UNIT", readings.beside),
    Rule("unit beside a time", "PRE T:(following|previous) UNIT", readings.beside),
    Rule("unit beside a time", "PRE T:that same? UNIT", readings.beside),
    Rule("unit beside a time", "the UNIT T:(earlier|later)", readings.day_before),
    Rule("unit beside a time", "the UNIT T:(before|after)(?=stop|comma|$)", readings.day_before),
    Rule("last unit", "AMT the T:(last|past|coming|next) UNIT", readings.stretch),
    Rule("last units", "AMT the? T:(last|past|next|coming|previous|following) COUNT dash? UNIT", readings.stretch),
    Rule("units of late", "the? T:(last|past|coming|recent|next) UNIT", readings.of_late),
    Rule("unit from the story's day", "PRE the UNIT", readings.edge),
    Rule("unit from the story's day", "(mod|earlier|later) in the UNIT", readings.edge),
    Rule("long ago", "UNIT ago", readings.long_ago),
    Rule("ago", "AMT the? COUNT UNIT ago", readings.ago),
    Rule("from now", "AMT COUNT UNIT from now", readings.ago),
    Rule("in some units", "(?<=in) AMT COUNT UNIT", readings.in_units),
    Rule("units later", "AMT COUNT UNIT T:(later|earlier)", readings.later),
    Rule("units later", "AMT COUNT UNIT T:(before|after)(?=stop|comma|$)", readings.later),
    Rule("units later", "UNIT T:(later|earlier)", readings.later),
    Rule("duration", "AMT the? COUNT dash? UNIT (dash long)?", readings.duration),
    Rule("duration", "AMT (number|digits) dash? and dash? a dash? half dash? UNIT", readings.duration_and_half),
    Rule("duration", "A:a UNIT and a half", readings.duration_and_half),
    Rule("half a unit", "AMT (half a | a? half dash?) U:(unit|yearword)", readings.half_unit),
    Rule("duration", "a? UNIT dash long", readings.duration),
    Rule("some units", "(?<=for) UNIT", readings.some_units),
    Rule("some units", "UNIT(?=after|before)", readings.some_units),
    Rule("set", "every (N:(number|digits|tens)|O:(ordinal|second)|V:vague|other)? UNIT", readings.every),
    Rule("set", "every other? (W:weekday|M:month|P:part|S:season|E:weekend)", readings.every),
    Rule("set", "(once|(N:(number|digits)|V:vague) times) (a|every) UNIT", readings.times_a_unit),
    Rule("set", "C:often", readings.often),
    Rule("set", "E:weekends", readings.every),
    Rule("reference", "C:now", readings.reference),
    Rule("reference", "(?<=in) the? C:(past|future)(?=stop|comma|$)", readings.era),
    Rule("reference", "C:(recent|current)", readings.reference),
    Rule("clock", "AMT C:(clock|digits|number) dash? Z:ampm T:zone?", readings.clock),
    Rule("clock", "AMT C:clock (hourword? T:zone|hourword)?", readings.clock),
    Rule("clock", "AMT C:(year|hhmm) (hourword? T:zone|hourword)", readings.clock),
    Rule("clock", "AMT C:(number|digits) clockword Z:ampm?", readings.clock),
    Rule("clock", "AMT C:noon T:zone?", readings.noon),
)


@cache
def compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules with their patterns over letters."""
    return tuple((rule, _pattern(rule.pattern)) for rule in RULES)


@cache
def any_rule() -> re.Pattern[str]:
    """What matches wherever some rule does."""
    return re.compile("|".join(f"(?:{re.sub('[(][?]P<[A-Z]>', '(?:', p.pattern)})" for _, p in compiled()))


def _pattern(pattern: str) -> re.Pattern[str]:
    spelled = re.sub(r"\b[A-Z]{3,}\b", lambda found: PARTS[found[0]], pattern)
    return vocabulary().compiled(spelled)
