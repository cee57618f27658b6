"""Stretches of the calendar and their TIMEX3 values: days, weeks, months, quarters, seasons, years, decades, holidays.

Takes numbers and dates, gives a `Value`, or None where the calendar has no such day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
# How fine a value is; a time can only be counted from one that is as fine as its unit.
GRAINS = ("time", "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century")
# First month of each season and year of its first month: meteorological seasons of the north, where most stories play.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
CLOCKED = frozenset({"second", "minute", "hour"})
# Where a third of a decade and of a century begins, in years, and where it ends.
THIRDS = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}
# Where the beginning, the middle and the end of a month begin, and how many days follow.
TENS = {"START": (1, 9), "MID": (11, 9), "END": (21, 0)}
EASTER = re.compile(r"easter([+-]\d+)?")
NTH = re.compile(r"(\d\d)-(mon|thu)-(\d|last)(\+\d)?")


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value, its first and last day where it has them, and its grain."""

    timex: str
    begin: date | None = None
    end: date | None = None
    grain: str = "none"


def day(of: date) -> Value:
    return Value(of.isoformat(), of, of, "day")


def on(of: date | None) -> Value | None:
    """The value of a day, where there is one."""
    return None if of is None else day(of)


def week(of: date) -> Value | None:
    """The week from Monday to Sunday around a day."""
    year, number, weekday = of.isocalendar()
    begin = moved(of, 1 - weekday)
    end = moved(of, 7 - weekday)
    return None if begin is None or end is None else Value(f"{year:04}-W{number:02}", begin, end, "week")


def weekend(of: date) -> Value | None:
    """The Saturday and Sunday of the week around a day."""
    year, number, weekday = of.isocalendar()
    begin, end = moved(of, 6 - weekday), moved(of, 7 - weekday)
    return None if begin is None or end is None else Value(f"{year:04}-W{number:02}-WE", begin, end, "weekend")


def months(year: int, first: int, count: int, timex: str, grain: str) -> Value | None:
    """`count` months from one on, which may lie in another year."""
    begin, last = month_start(year, first), month_start(year, first + count - 1)
    if begin is None or last is None:
        return None
    return Value(timex, begin, last.replace(day=monthrange(last.year, last.month)[1]), grain)


def month_start(year: int, month: int) -> date | None:
    """The first day of a month; months before 1 and after 12 are those of the years around."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1) if 1 <= year + years <= 9999 else None


def month(year: int, number: int) -> Value | None:
    return months(year, number, 1, f"{year:04}-{number:02}", "month")


def quarter(year: int, number: int) -> Value | None:
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", "quarter") if 1 <= number <= 4 else None


def half(year: int, number: int) -> Value | None:
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}", "half") if 1 <= number <= 2 else None


def season(year: int, code: str) -> Value | None:
    """A winter belongs to the year in which it begins."""
    return months(year, SEASONS[code], 3, f"{year:04}-{code}", "season")


def year(number: int) -> Value | None:
    return months(number, 1, 12, f"{number:04}", "year")


def decade(first: int) -> Value | None:
    return months(first, 1, 120, f"{first // 10:03}", "decade")


def century(number: int) -> Value | None:
    """The 19th is that of the years from 1800 to 1899: the bounds of the TIMEX3 value "18"."""
    return months(100 * (number - 1), 1, 1200, f"{number - 1:02}", "century") if number > 1 else None


def fiscal(number: int) -> Value:
    """A fiscal year; when it begins depends on the country and the company."""
    return Value(f"FY{number:04}", grain="fiscal")


def full(year_: int, month_: int, day_: int) -> Value | None:
    try:
        return day(date(year_, month_, day_))
    except ValueError:
        return None


def holiday(year_: int, key: str) -> Value | None:
    """The day of a holiday ("12-25", "easter-2", "11-thu-4") in a year."""
    if found := EASTER.fullmatch(key):
        return on(moved(easter(year_), int(found[1] or 0)))
    if found := NTH.fullmatch(key):
        return nth_weekday(year_, int(found[1]), found[2], found[3], int(found[4] or 0))
    number, _, of_month = key.partition("-")
    return full(year_, int(number), int(of_month)) if of_month.isdigit() else None


def recurring(kind: str, key: tuple[int | str, ...], year_: int) -> Value | None:
    """What recurs every year, in one year: a month, a day of a month, a quarter, a half, a season, a holiday."""
    match kind:
        case "month":
            return month(year_, int(key[0]))
        case "day":
            return full(year_, int(key[0]), int(key[1]))
        case "quarter":
            return quarter(year_, int(key[0]))
        case "half":
            return half(year_, int(key[0]))
        case "season":
            return season(year_, str(key[0]))
    return holiday(year_, str(key[0]))


def edge_of(value: Value, mod: str | None, today: date | None) -> Value:
    """The days that "the end of" and "the beginning of" leave: a month of a year, ten days of a month."""
    if value.begin is None or value.end is None:
        return value
    begin, end = value.begin, value.end
    if value.grain in {"decade", "century"} or (mod == "MID" and value.grain != "month"):
        return third_of(value, mod)
    if mod == "REST" and today is not None and begin <= today <= end:
        return replace(value, begin=today)
    if value.grain in {"year", "half", "quarter", "season"} and mod in {"START", "END"}:
        last = end.replace(day=1)
        begin, end = (last, end) if mod == "END" else (begin, begin.replace(day=monthrange(begin.year, begin.month)[1]))
    elif value.grain == "month" and mod in TENS:
        first, length = TENS[mod]
        begin, end = begin.replace(day=first), begin.replace(day=first + length) if length else end
    return replace(value, begin=begin, end=end)


def third_of(value: Value, mod: str | None) -> Value:
    """The days that "early", "mid-" and "late" leave: a third of a year, of a decade, of a month."""
    begin, end = value.begin, value.end
    if begin is None or end is None or mod not in TENS:
        return value
    if value.grain == "month":
        return edge_of(value, mod, None)
    if value.grain in {"decade", "century"}:
        scale = 1 if value.grain == "decade" else 10
        first, last = (begin.year + scale * k for k in THIRDS[mod])
        return replace(value, begin=begin.replace(year=first), end=end.replace(year=last + scale - 1))
    if value.grain in {"year", "half", "quarter", "season"}:
        count = ((end.year - begin.year) * 12 + end.month - begin.month + 1) // 3
        part = months(begin.year, begin.month + count * list(TENS).index(mod), count, value.timex, value.grain)
        return part or value
    return value


def portion(value: Value | None, unit: str, count: int, *, last: bool) -> Value:
    """So many units from the beginning or up to the end of a value, as a length of time with its days."""
    length = Value(duration(unit, str(count)))
    if value is None or value.begin is None or value.end is None or unit in CLOCKED:
        return length
    if last:
        begin = away(value.end + timedelta(1), unit, -count) if value.end < date.max else None
        return length if begin is None or begin < value.begin else replace(length, begin=begin, end=value.end)
    after = away(value.begin, unit, count)
    end = None if after is None else moved(after, -1)
    return length if end is None or end > value.end else replace(length, begin=value.begin, end=end)


def nth_weekday(year_: int, month_: int, name: str, which: str, later: int) -> Value | None:
    """The fourth Thursday of a month, or its last Monday, or a day after that."""
    weekday = {"mon": 0, "thu": 3}[name]
    first = date(year_, month_, 1)
    days = (weekday - first.weekday()) % 7
    last = days + 7 * ((monthrange(year_, month_)[1] - 1 - days) // 7)
    return day(first + timedelta(later + (last if which == "last" else days + 7 * (int(which) - 1))))


def easter(year_: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = year_ % 19, divmod(year_, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * length) // 451
    number, of_month = divmod(h + length - 7 * m + 114, 31)
    return date(year_, number, of_month + 1)


def moved(of: date, days: int) -> date | None:
    """A day so many days later; None outside the calendar."""
    try:
        return of + timedelta(days)
    except OverflowError:
        return None


def moved_months(of: date, count: int) -> date | None:
    """The same day of another month, or the last day of that month where it is shorter."""
    start = month_start(of.year, of.month + count)
    return start and start.replace(day=min(of.day, monthrange(start.year, start.month)[1]))


def away(of: date, unit: str, count: int) -> date | None:
    """The day that lies a number of units after another one, or before it."""
    if unit in DAYS:
        return moved(of, count * DAYS[unit])
    return moved_months(of, count * MONTHS[unit])


def around(of: date, unit: str) -> Value | None:
    """The day, week, month, ... that a day lies in."""
    match unit:
        case "day":
            return day(of)
        case "week" | "fortnight":
            return week(of)
        case "weekend":
            return weekend(of)
        case "month":
            return month(of.year, of.month)
        case "quarter":
            return quarter(of.year, (of.month + 2) // 3)
        case "year":
            return year(of.year)
        case "decade":
            return decade(of.year // 10 * 10)
        case "century":
            return century(of.year // 100 + 1)
    return None


def duration(unit: str, count: str) -> str:
    """The value of a length of time: "P3D", "PT2H", "PXY"."""
    if unit == "fortnight" and count.isdigit():
        count = str(2 * int(count))
    return f"P{'T' if unit in CLOCKED else ''}{count}{CODES[unit]}"
