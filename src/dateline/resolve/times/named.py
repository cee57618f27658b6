"""What expressions say that name a stretch of the calendar: days, weekdays, months, quarters, seasons, years, holidays.

Takes a `Match`, gives `Said`, or None where the words are no expression of time.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.resolve.times import calendar, guards
from dateline.resolve.times.calendar import CLOCKED, Value
from dateline.resolve.times.match import Match
from dateline.resolve.times.shapes import COMING, Clock, Fixed, Portion, Said, Shape, Shift, Weekday, Yearly
from dateline.resolve.times.vocabulary import vocabulary

# A number of years of two digits belongs to this century up to here.
THIS_CENTURY = 30


def iso(m: Match) -> Said | None:
    """2015-09-24, and a time after it."""
    text = m.word("D").upper()
    value = _full(*map(int, text[:10].split("-")))
    return m.said("DATE", value) if value else None


def _full(year: int, month: int, day: int) -> Value | None:
    return calendar.full(year, month, day)


def slashes(m: Match) -> Said | None:
    """24/9/2015 where a number says which one is the day; else no one can tell the day from the month."""
    one, other, year = (int(part) for part in re.split("[/.]", m.word("D")))
    if year < 100:
        year += 2000 if year <= THIS_CENTURY else 1900
    if one > 12 or one == other or "." in m.word("D"):
        value = _full(year, other, one)
    else:
        value = _full(year, one, other) if other > 12 else calendar.year(year)
    return m.said("DATE", value) if value else None


def known_day(m: Match) -> Said | None:
    """9/11."""
    return m.said("DATE", calendar.day(date.fromisoformat(m.word("D"))))


def month_day(m: Match) -> Said | None:
    """Sept. 24; Thursday, September 24th, 2015; the 24th of September last year."""
    number, day = m.number("M"), m.number("D")
    if (
        _full(2000, number, day) is None
        or not guards.capital(m.parsed, m.unit("M"))
        or guards.counts(m.parsed, m.unit("D"))
    ):
        return None
    if m.has("Y"):
        value = _full(m.number("Y"), number, day)
        return m.said("DATE", value) if value else None
    if m.has("S"):
        return m.said("DATE", Yearly("day", (number, day), years=m.number("S")))
    known, of = vocabulary().named_days.get((number, day), (None, frozenset()))
    return m.said("DATE", Yearly("day", (number, day), known=known if m.after in of else None))


def month(m: Match) -> Said | None:
    """March; March 2016; last March; the end of March; March last year."""
    number = m.number("M")
    if not guards.capital(m.parsed, m.unit("M")):
        return None
    if m.has("Y"):
        return m.said("DATE", calendar.month(m.number("Y"), number))
    if m.has("O") and m.name("M") == "short_month":
        return None
    if m.bare and not guards.is_month(m.parsed, m.unit("M")):
        return None
    years = m.number("S") if m.has("S") else None
    return m.said("DATE", Yearly("month", (number,), m.number("T") if m.has("T") else None, years))


def weekday(m: Match) -> Said | None:
    """Thursday; last Thursday; late Thursday night."""
    shape: Shape = Weekday(m.number("W"), m.number("T") if m.has("T") else None)
    if m.name("T") == "coming":
        shape = Weekday(m.number("W"), COMING)
    if m.bare and guards.other_name(m.parsed, m.unit("W"), guards.CERTAIN):
        return None
    return m.said("TIME", Clock(f"T{m.word('P')}", shape)) if m.has("P") else m.said("DATE", shape)


def part_of_year(m: Match) -> Said | None:
    """The last week of 2015; the first months of last year."""
    if m.unit_of_part in CLOCKED:
        return None
    return m.said("DATE", calendar.year(m.number("Y")) if m.has("Y") else Shift("year", m.number("S")))


def units_of(m: Match) -> Said | None:
    """The first six months of the year; the last two weeks of March."""
    count = m.unit("N").value
    if m.name("O") not in {"ordinal", "second", "last"} or m.number("O") not in {1, -1} or not isinstance(count, int):
        return None
    of: Shape
    if m.has("M"):
        of = Yearly("month", (m.number("M"),), years=m.number("S") if m.has("S") else None)
        of = Fixed(calendar.month(m.number("Y"), m.number("M"))) if m.has("Y") else of
    else:
        of = Fixed(calendar.year(m.number("Y"))) if m.has("Y") else Shift("year", m.number("S"))
    return m.said("DURATION", Portion(m.unit_name, count, m.name("O") == "last", of))


def weekdays(m: Match) -> Said | None:
    """Thursdays."""
    return m.said("SET", Value(f"XXXX-WXX-{m.number('W')}"))


def part_of_day(m: Match) -> Said | None:
    """This morning; last night; that evening."""
    time = f"T{m.word('P')}"
    if m.name("T") == "that" and not guards.points(m.parsed, m.unit("T")):
        return None
    if m.name("T") in {"this", "last"}:
        return m.said("TIME", Clock(time, Shift("day", m.number("T"))))
    if m.name("T") in {"that", "same"}:
        return m.said("TIME", Clock(time, near=True))
    return m.said("TIME", Clock(time, Shift("day", m.number("T"), near=True)))


def tonight(m: Match) -> Said | None:
    """Tonight; but World News Tonight is a programme."""
    if guards.named(m.parsed, m.units[-1]):
        return None
    return m.said("TIME", Clock("TNI", Shift("day", 0)))


def today(m: Match) -> Said | None:
    """Today; earlier today; yesterday evening."""
    if guards.named(m.parsed, m.unit("D")):
        return None
    shape = Shift("day", m.number("D"))
    return m.said("TIME", Clock(f"T{m.word('P')}", shape)) if m.has("P") else m.said("DATE", shape)


def year(m: Match) -> Said | None:
    """2015; mid-2015; the year 2015."""
    plain = m.bare or (m.name("X") == "approx" and m.found.end() - m.found.start() == 2)
    if plain and not guards.is_year(m.parsed, m.row, m.found.end() - 1):
        return None
    return m.said("DATE", calendar.year(m.number("Y")))


def decade(m: Match) -> Said | None:
    """The 1990s; the '90s; the early nineties."""
    if m.name("D") == "nineties":
        return m.said("DATE", calendar.decade(1900 + 10 * m.number("D")))
    text = m.word("D")
    digits = "".join(filter(str.isdigit, text))
    # "in his 30s" is an age.
    if len(digits) == 2 and m.bare and not text.startswith("'"):
        return None
    return m.said("DATE", calendar.decade(int(digits) if len(digits) == 4 else 1900 + int(digits)))


def century(m: Match) -> Said | None:
    """The 19th century."""
    value = calendar.century(m.number("O")) if m.unit_name == "century" and m.number("O") <= 21 else None
    return m.said("DATE", value) if value else None


def quarter(m: Match) -> Said | None:
    """The third quarter; Q3 2014; the first quarter of last year."""
    number = m.number("Q") or m.number("O")
    if not 1 <= number <= 4:
        return None
    if m.has("Z"):
        return m.said("DATE", Value(f"FY{m.number('Z'):04}-Q{number}", grain="fiscal"))
    if m.has("Y"):
        return m.said("DATE", calendar.quarter(m.number("Y"), number))
    return m.said("DATE", Yearly("quarter", (number,), years=m.number("S") if m.has("S") else None))


def half(m: Match) -> Said | None:
    """The first half of the year; of a match, it has no value."""
    number = 2 if m.name("O") == "last" else m.number("O")
    if number not in {1, 2} or (m.after == "of" and not (m.has("Y") or m.has("S") or m.has("G"))):
        return None
    if m.has("Y"):
        return m.said("DATE", calendar.half(m.number("Y"), number))
    if m.has("S") or m.has("G"):
        return m.said("DATE", Yearly("half", (number,), years=m.number("S")))
    return m.said("DATE", None) if m.units[0].name == "the" else None


def season(m: Match) -> Said | None:
    """Summer; last summer; the winter of 2014."""
    if m.has("Y"):
        return m.said("DATE", calendar.season(m.number("Y"), m.word("S")))
    if m.name("T") == "that":
        return m.said("DATE", None) if guards.points(m.parsed, m.unit("T")) else None
    if not m.has("T") and not guards.is_season(m.parsed, m.row, m.found.start(), m.found.end()):
        return None
    return m.said("DATE", Yearly("season", (m.word("S"),), m.number("T") if m.has("T") else None))


def holiday(m: Match) -> Said | None:
    """Christmas; New Year's Eve 2015; next Easter."""
    key = m.word("H")
    if not guards.capital(m.parsed, m.unit("H")) or guards.other_name(m.parsed, m.unit("H"), guards.CERTAIN):
        return None
    if key == "unknown":
        return m.said("DATE", None)
    if m.has("Y"):
        return m.said("DATE", calendar.holiday(m.number("Y"), key))
    years = m.number("S") if m.has("S") else None
    return m.said("DATE", Yearly("holiday", (key,), m.number("T") if m.has("T") else None, years))


def fiscal(m: Match) -> Said | None:
    """Fiscal 2015; the 2015 fiscal year; FY15; the current fiscal year, whose number the words do not say."""
    if m.has("C"):
        number = int(m.word("C")[2:])
        return m.said("DATE", calendar.fiscal(number if number > 99 else 2000 + number))
    if m.has("Y"):
        return m.said("DATE", calendar.fiscal(m.number("Y")))
    return m.said("DATE", None) if m.has("T") and m.units[-1].name == "yearword" else None


def weekend(m: Match) -> Said | None:
    """The weekend; last weekend; that weekend."""
    if m.has("A"):
        return m.said("DURATION", Value("P1WE"))
    if m.name("T") == "that" and not guards.points(m.parsed, m.unit("T")):
        return None
    if m.name("T") in {"that", "following", "previous"}:
        return m.said("DATE", Shift("weekend", m.number("T"), near=True))
    return m.said("DATE", Weekday(0, m.number("T") if m.has("T") else None))
