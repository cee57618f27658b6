"""What the zoner knows of how stories are set: the lists of data/zones.yaml and the tests of one line.

Takes a line, gives whether it reads as a date, a byline, a credit, a caption or boilerplate.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

# Longer lines are no bylines, credits, dates, ...; these bounds also keep every test in constant time.
LONGEST_DATE, LONGEST_BYLINE, LONGEST_CREDIT = 100, 120, 120
LONGEST_BOILERPLATE, LONGEST_NOTE, LONGEST_CAPTION = 200, 1000, 700
# A word that begins with a capital or another sign that is no small letter.
NAME = r"[^\W\d_a-z][\w.'’-]*"
NAMES = rf"{NAME}(?: {NAME}){{0,4}}"
NUMERIC_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:T[\d:.]+Z?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm)?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?|[-–—]", re.IGNORECASE)
DATE_PART = re.compile(r"[^\s,|()]+")
# No caption and no credit at its end is without one of these; the test spares the text the slow patterns.
HINTS = ("photo", "image", "pictur", "caption", "credit", "graphic", "illustration", "©", "/")
TAGS = re.compile(r"(?:<[^<>]{1,300}>\s*)+\.?")


class Setting(NamedTuple):
    """The lists, as sets of lower-case words and compiled patterns."""

    months: frozenset[str]
    weekdays: frozenset[str]
    date_words: frozenset[str]
    no_places: frozenset[str]
    byline_words: frozenset[str]
    colon_cities: frozenset[str]
    agencies: frozenset[str]
    lines: frozenset[str]
    sections: frozenset[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    closing_credit: re.Pattern[str]
    caption: re.Pattern[str]
    opening: re.Pattern[str]
    note: re.Pattern[str]
    anywhere: re.Pattern[str]


@cache
def setting() -> Setting:
    raw = yaml.safe_load((files("dateline") / "data" / "zones.yaml").read_text(encoding="utf-8"))
    credit = _credit(raw["agencies"], raw["credits"])
    return Setting(
        months=frozenset(raw["months"].lower().split()),
        weekdays=frozenset(raw["weekdays"].lower().split()),
        date_words=frozenset(raw["date_words"].split()),
        no_places=frozenset(raw["no_places"].split()),
        byline_words=frozenset(raw["byline_words"].split()),
        colon_cities=frozenset(raw["colon_cities"]),
        agencies=frozenset(raw["agencies"]),
        lines=frozenset(raw["lines"]),
        sections=frozenset(raw["sections"]),
        byline=re.compile(rf"(?:{'|'.join(map(re.escape, raw['bylines']))})\s+(?=\S)", re.IGNORECASE),
        credit=re.compile(rf"[\[(]*(?:{credit})[\])]*\.?"),
        closing_credit=re.compile(_closing_credit(raw["agencies"], raw["credits"], credit)),
        caption=_any_of(raw["captions"]),
        opening=_any_of(raw["openings"]),
        note=_any_of(raw["notes"]),
        anywhere=_any_of(raw["anywhere"]),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _words(entries: list[str]) -> str:
    """The entries, as they are and in capitals ("REUTERS/Ana Ruiz"), as one pattern."""
    spelled = {*entries, *map(str.upper, entries)}
    return "|".join(map(re.escape, sorted(spelled, key=lambda entry: (-len(entry), entry))))


def _credit(agencies: list[str], openings: list[str]) -> str:
    """Reuters/Ana Ruiz; Ana Ruiz, AFP; Ana Ruiz/AFP/Getty Images; Photo: Ana Ruiz; Image by Ana Ruiz via Flickr."""
    agency = rf"(?:{_words(agencies)})\b"
    joint = r"(?:\s?/\s?|, | via | for | - )"
    chain = rf"(?:©\s?|via )?(?:{NAMES}{joint})?{agency}(?:{joint}{NAMES}){{0,3}}(?: (?:via|/) {NAMES})?"
    labelled = rf"(?i:{_words(openings)})(?:\s?[:|]\s?| (?i:by|courtesy of|courtesy) (?=[^\Wa-z])).{{1,90}}"
    return rf"{chain}|{labelled}"


def _closing_credit(agencies: list[str], openings: list[str], credit: str) -> str:
    """The credit at the end of a caption: after a sentence, or in brackets, and plainly of a picture."""
    agency, opening = _words(agencies), _words(openings)
    pictured = rf"(?={NAMES}\s?/|(?i:{opening})\b|©)"
    chained = rf"(?:{NAMES}\s?/\s?)?(?:{agency})\s?/[^()]{{1,80}}"
    library = r"(?:[^()]{1,60}/)?(?:AP Photo|Getty Images|AFP Photo)[^()]{0,80}"
    labelled = rf"(?i:{opening})(?: by|:| courtesy)[^()]{{1,80}}"
    paper = rf"(?<=[.!?\"”’]\s\(){NAME}(?: {NAME}){{1,3}}\s?/\s?{NAMES}"
    return rf"(?:(?<=[.!?\"”’)\]])\s+{pictured}(?:{credit})\.?|\s*\((?:{chained}|{library}|{labelled}|{paper})\)\.?)$"


def is_date(line: str) -> bool:
    """Whether a line is nothing but the date, and perhaps the time, of a story."""
    known = setting()
    if len(line) > LONGEST_DATE:
        return False
    parts = [part.rstrip(".:").lower() for part in DATE_PART.findall(line)]
    named = [part in known.months or part in known.weekdays for part in parts]
    dated = [NUMERIC_DATE.fullmatch(part.upper()) is not None for part in parts]
    plain = [NUMBER.fullmatch(part) is not None or part.replace(".", "") in known.date_words for part in parts]
    anchored = any(dated) or (any(named) and any(char.isdigit() for char in line))
    return anchored and all(n or d or p for n, d, p in zip(named, dated, plain, strict=True))


def is_byline(line: str) -> bool:
    """Whether a line is "By" with names, and perhaps an office or an outlet."""
    known = setting()
    start = known.byline.match(line)
    if start is None or len(line) > LONGEST_BYLINE:
        return False
    words = line[start.end() :].rstrip(".").replace("|", " ").replace(",", " ").split()
    names = [word for word in words if word[0].isupper()]
    first_is_date = bool(words) and words[0].lower() in known.months | known.weekdays
    return len(names) > 1 and not first_is_date and all(w in names or w.lower() in known.byline_words for w in words)


def is_credit(line: str) -> bool:
    return len(line) <= LONGEST_CREDIT and setting().credit.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line says that it describes a picture, or ends in the credit of one."""
    if not _is_hinted(line):
        return False
    return (line[0] not in "\"“'‘" and setting().caption.search(line) is not None) or bool(closing_credit(line))


def _is_hinted(line: str) -> bool:
    lower = line.lower() if len(line) <= LONGEST_CAPTION else ""
    return any(hint in lower for hint in HINTS)


def is_boilerplate(line: str) -> bool:
    """Whether a line is an advertisement, a link, a note of the editors, tags, or a rule of dashes."""
    known = setting()
    if len(line) > LONGEST_NOTE:
        return False
    if not any(map(str.isalnum, line)) or TAGS.fullmatch(line) or known.note.match(line):
        return True
    if len(line) > LONGEST_BOILERPLATE:
        return False
    plain = line.strip(" .:!»>…-–—|").lower()
    return plain in known.lines or known.opening.match(line) is not None or known.anywhere.search(line) is not None


def is_section(line: str) -> bool:
    return len(line) <= LONGEST_BYLINE and line.strip(" :.").lower() in setting().sections


def closing_credit(line: str) -> int | None:
    """Where the credit of a picture begins at the end of its caption."""
    if not _is_hinted(line):
        return None
    tail = max(0, len(line) - LONGEST_CREDIT)
    found = setting().closing_credit.search(line, tail)
    return None if found is None else found.end() - len(found.group().lstrip())
