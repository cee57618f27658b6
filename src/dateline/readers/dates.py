"""Dates of publication as formats write them. Takes a string, gives ISO 8601, or None where it is not certain.

Days and months in figures alone ("03/04/2031") are two dates, so they are none; the year first is one.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
WRITTEN = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?{MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"^(?P<year>\d{4})[/.](?P<figure>\d{1,2})[/.](?P<day>\d{1,2})\b"),
)
# ninjs, NITF and GDELT: 20310314T180500Z, 20310314T1805+0100, 20310314180500.
BASIC = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$")
LONGEST = 80


def iso(value: str | None) -> str | None:
    """The date as ISO 8601: with time and zone where both are given, as given."""
    if not value or len(value := " ".join(value.split())) > LONGEST:
        return None
    return _standard(value) or _basic(value) or _mail(value) or _written(value)


def _standard(value: str) -> str | None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    # Eight figures are a date to Python, and are written with hyphens here.
    return value if "-" in value[:8] else None


def _basic(value: str) -> str | None:
    if not (found := BASIC.match(value)):
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{_zone(zone)}" if hour else "")
    return _standard(text)


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _mail(value: str) -> str | None:
    """RFC 2822: Fri, 14 Mar 2031 18:05:00 +0100."""
    if value.count(":") == 0:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(value: str) -> str | None:
    for form in WRITTEN:
        if found := form.search(value):
            parts = found.groupdict()
            month = int(parts["figure"]) if "figure" in parts else MONTHS.index(parts["month"].lower()) + 1
            try:
                return date(int(parts["year"]), month, int(parts["day"])).isoformat()
            except ValueError:
                return None
    return None
