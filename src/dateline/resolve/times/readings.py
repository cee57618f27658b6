"""What a match of a rule says. Takes a `Match`, gives `Said`, or None where the words are no expression of time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.record.findings import TimeType
from dateline.record.parsed import ParsedStory
from dateline.resolve.times import calendar, guards
from dateline.resolve.times.calendar import CLOCKED, Value
from dateline.resolve.times.shapes import COMING, Clock, Fixed, Said, Shape, Shift, Stretch, Weekday, Yearly
from dateline.resolve.times.tense import FUTURE, direction
from dateline.resolve.times.words import Row, Unit

# Half of a unit in smaller ones.
HALVES = {"minute": "PT30S", "hour": "PT30M", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
# A number of years of two digits belongs to this century up to here.
THIS_CENTURY = 30
LONGEST_NUMBER = 9
MODS = frozenset({"mod", "edge", "approx", "over"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in a row of units; parts are asked for by the letters that the pattern gives them."""

    parsed: ParsedStory
    row: Row
    found: re.Match[str]

    def has(self, part: str) -> bool:
        """Whether the part stands in the pattern and was matched."""
        return part in self.found.re.groupindex and self.found[part] is not None

    def unit(self, part: str) -> Unit:
        """The first unit of a part."""
        return self.row.units[self.found.start(part)]

    def number(self, part: str) -> int:
        """The value of a part that is a number."""
        return int(self.unit(part).value) if self.has(part) else 0

    def word(self, part: str) -> str:
        """The value of a part that is a word."""
        return str(self.unit(part).value) if self.has(part) else ""

    def name(self, part: str) -> str:
        """The class of a part."""
        return self.unit(part).name if self.has(part) else ""

    @property
    def mod(self) -> str | None:
        """TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, ..."""
        return next((self.word(part) for part in "EFX" if self.has(part) and self.name(part) in MODS), None)

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units that were matched."""
        return self.row.units[self.found.start() : self.found.end()]

    @property
    def before(self) -> str:
        """The word before."""
        return self.row.text(self.found.start() - 1)

    @property
    def after(self) -> str:
        """The word after."""
        return self.row.text(self.found.end())

    @property
    def unit_name(self) -> str:
        """The unit of time that the part U names."""
        return "second" if self.name("U") == "second" else self.word("U")

    @property
    def unit_of_part(self) -> str:
        """The unit of "the first week of"."""
        return str(next((unit.value for unit in self.units if unit.name == "unit"), ""))

    @property
    def plural(self) -> bool:
        """Whether the part U is a plural: "days"."""
        return self.unit("U").text.endswith("s")

    @property
    def bare(self) -> bool:
        """Whether nothing but one word was matched."""
        return self.found.end() - self.found.start() == 1

    def said(self, kind: TimeType, shape: Shape | Value | None) -> Said:
        """What was said, with its modifier."""
        fixed = Fixed(shape) if shape is None or isinstance(shape, Value) else shape
        return Said(kind, fixed, mod=self.mod)


def iso(m: Match) -> Said | None:
    """2015-09-24, and a time after it."""
    text = m.word("D").upper()
    value = _full(*map(int, text[:10].split("-")))
    return value and m.said("DATE", value)


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
        value = _full(year, one, other) if other > 12 else Value(f"{year:04}", *_bounds(year), "year")
    return value and m.said("DATE", value)


def _bounds(year: int) -> tuple[calendar.date, calendar.date]:
    return calendar.date(year, 1, 1), calendar.date(year, 12, 31)


def known_day(m: Match) -> Said | None:
    """9/11."""
    return m.said("DATE", calendar.day(calendar.date.fromisoformat(m.word("D"))))


def month_day(m: Match) -> Said | None:
    """Sept. 24; Thursday, September 24th, 2015; the 24th of September last year."""
    number, day = m.number("M"), m.number("D")
    if _full(2000, number, day) is None or not guards.capital(m.parsed, m.unit("M")) or guards.counts(m.parsed, m.unit("D")):
        return None
    if m.has("Y"):
        value = _full(m.number("Y"), number, day)
        return value and m.said("DATE", value)
    return m.said("DATE", Yearly("day", (number, day), years=m.number("S") if m.has("S") else None))


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


def weekdays(m: Match) -> Said | None:
    """Thursdays."""
    return m.said("SET", Value(f"XXXX-WXX-{m.number('W')}"))


def part_of_day(m: Match) -> Said | None:
    """This morning; last night; that evening."""
    time = f"T{m.word('P')}"
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
    plain = m.bare or m.name("X") == "approx" and m.found.end() - m.found.start() == 2
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
    return value and m.said("DATE", value)


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
        return m.said("DATE", None)
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
    if m.name("T") in {"that", "following", "previous"}:
        return m.said("DATE", Shift("weekend", m.number("T"), near=True))
    return m.said("DATE", Weekday(0, m.number("T") if m.has("T") else None))


def step(m: Match) -> Said | None:
    """Last year; this week; next month; next day."""
    unit = m.unit_name
    if m.before in {"the", "every", "each"} or unit in CLOCKED or m.plural or (unit, m.name("T")) == ("day", "last"):
        return None
    if m.name("T") == "current" and unit == "day":
        return None
    return m.said("DATE", Shift(unit, m.number("T"), near=unit == "day" and m.name("T") == "next"))


def edge(m: Match) -> Said | None:
    """The end of the year; later in the week. "The end of the day" is a figure of speech."""
    if m.unit_name in CLOCKED | {"day", "century"} or m.plural or m.units[0].name in {"the", "approx"} and m.mod is None:
        return None
    if not (m.has("E") or m.units[0].name in {"mod", "earlier", "later"}):
        return None
    return m.said("DATE", Shift(m.unit_name, 0))


def beside(m: Match) -> Said | None:
    """The same day; the following year; that week; the next month, after a time or from now on."""
    unit, count = m.unit_name, m.number("T")
    if m.name("U") == "second" or (unit in CLOCKED and not m.plural):
        return None
    if m.plural:
        return m.said("DURATION", Value(calendar.duration(unit, "X"))) if m.name("T") != "same" else None
    if m.name("T") == "next" and unit != "day" and m.before in {"over", "in", "within", "during", "for", "throughout"}:
        return m.said("DURATION", Stretch(unit, 1, 1))
    return m.said("DATE", Shift(unit, count, near=True))


def day_before(m: Match) -> Said | None:
    """The day before; the year after."""
    unit = m.unit_name
    if m.plural or unit in CLOCKED:
        return None
    return m.said("DATE", Shift(unit, m.number("T"), near=True))


def stretch(m: Match) -> Said | None:
    """The past week; the last three years; the next 24 hours."""
    unit, towards = m.unit_name, m.number("T")
    counted = m.has("N") or m.has("V") or m.has("A")
    if m.name("U") == "second" and not counted:
        return None
    if not counted and (m.plural or unit in CLOCKED):
        return None
    if m.has("V") or m.name("T") in {"previous", "following"}:
        return m.said("DURATION", Value(calendar.duration(unit, _count(m) or "X")))
    count = m.number("N") if m.has("N") else 1
    if m.has("N") and not isinstance(m.unit("N").value, int):
        return None
    return m.said("DURATION", Stretch(unit, count, towards))


def _count(m: Match) -> str:
    """The number of units as TIMEX3 writes it, X where it is not said."""
    if m.has("N"):
        return f"{m.unit('N').value}"[:LONGEST_NUMBER]
    return "1" if m.has("A") else "X"


def of_late(m: Match) -> Said | None:
    """Recent weeks; the coming days; the past months."""
    return m.said("DURATION", Value(calendar.duration(m.unit_name, "X"))) if m.plural else None


def long_ago(m: Match) -> Said | None:
    """Years ago."""
    return m.said("DATE", Value("PAST_REF")) if m.plural else None


def ago(m: Match) -> Said | None:
    """Two weeks ago; a few days ago; three years from now."""
    way = -1 if m.units[-1].name == "ago" else 1
    kind: TimeType = "TIME" if m.unit_name in CLOCKED else "DATE"
    if m.has("V"):
        return m.said(kind, Value("PAST_REF" if way < 0 else "FUTURE_REF"))
    count = 1 if m.has("A") else m.unit("N").value
    if not isinstance(count, int):
        return m.said(kind, Value("PAST_REF"))
    return m.said(kind, Shift(m.unit_name, way * count))


def in_units(m: Match) -> Said | None:
    """In two weeks, where that is still to come; else it is how long something took."""
    if guards.is_age(m.row, m.found.start(), m.found.end()):
        return None
    words = m.units[0].first, m.units[-1].last
    ahead = direction(m.parsed, *words).way == FUTURE and not guards.best_since(m.parsed, words[0] - 1)
    if not ahead or m.name("U") == "second":
        return duration(m)
    kind: TimeType = "TIME" if m.unit_name in CLOCKED else "DATE"
    if m.has("V") or (m.has("N") and not isinstance(m.unit("N").value, int)):
        return m.said(kind, Value("FUTURE_REF"))
    return m.said(kind, Shift(m.unit_name, m.number("N") if m.has("N") else 1))


def later(m: Match) -> Said | None:
    """Three days later; a year earlier; two weeks before."""
    kind: TimeType = "TIME" if m.unit_name in CLOCKED else "DATE"
    number = m.unit("N").value if m.has("N") else 1
    if m.has("V") or not isinstance(number, int):
        return m.said(kind, None)
    if not (m.has("N") or m.has("A")):
        return m.said(kind, None) if m.plural else None
    return m.said(kind, Shift(m.unit_name, number * m.number("T"), near=True))


def duration(m: Match) -> Said | None:
    """Six months; a ten-year; week-long. An age is none."""
    counted = m.has("N") or m.has("V") or m.has("A")
    if guards.is_age(m.row, m.found.start(), m.found.end()) or not guards.is_unit(m.parsed, m.unit("U"), counted=m.has("A")):
        return None
    if m.has("A") and m.name("U") == "quarter":
        return None
    if m.has("N") and m.name("N") in {"year", "hhmm"} and not m.plural:
        return None
    return m.said("DURATION", Value(calendar.duration(m.unit_name, _count(m) if counted else "1")))


def duration_and_half(m: Match) -> Said | None:
    """Two and a half years; a year and a half."""
    number = 1 if m.has("A") else int(next(u.value for u in m.units if u.name in {"number", "digits"}))
    return m.said("DURATION", Value(calendar.duration(m.unit_name, f"{number}.5")))


def half_unit(m: Match) -> Said | None:
    """Half an hour; half a century."""
    value = HALVES.get(m.unit_name)
    return value and m.said("DURATION", Value(value)) or None


def some_units(m: Match) -> Said | None:
    """For years; hours after."""
    if not m.plural:
        return None
    return m.said("DURATION", Value(calendar.duration(m.unit_name, "X")))


def every(m: Match) -> Said | None:
    """Every day; every three years; each Friday."""
    if m.has("W"):
        return m.said("SET", Value(f"XXXX-WXX-{m.number('W')}"))
    if m.has("M"):
        return m.said("SET", Value(f"XXXX-{m.number('M'):02}"))
    if m.has("P"):
        return m.said("SET", Value(f"XXXX-XX-XXT{m.word('P')}"))
    if m.has("S"):
        return m.said("SET", Value(f"XXXX-{m.word('S')}"))
    if m.has("E"):
        return m.said("SET", Value("XXXX-WXX-WE"))
    other = any(unit.name == "other" for unit in m.units)
    count = "X" if m.has("V") else m.number("N") or m.number("O") or (2 if other else 1)
    if m.name("U") == "second":
        return None
    return m.said("SET", Value(calendar.duration(m.unit_name, str(count))))


def times_a_unit(m: Match) -> Said | None:
    """Twice a week."""
    return m.said("SET", Value(calendar.duration(m.unit_name, "1")))


def often(m: Match) -> Said | None:
    """Daily; but the Daily Mail is a paper."""
    if guards.named(m.parsed, m.unit("C")):
        return None
    return m.said("SET", Value(m.word("C")))


def reference(m: Match) -> Said | None:
    """Now; recently; the near future; current and recent before a noun."""
    unit = m.unit("C")
    if guards.named(m.parsed, unit):
        return None
    if unit.text == "the" and m.units[-1].value == "PRESENT_REF" and m.before not in {"at", "for", "until", "to"}:
        return None
    value = {"recent": "PAST_REF", "current": "PRESENT_REF"}.get(unit.name, str(unit.value))
    if unit.name in {"recent", "current"} and not guards.is_adjective(m.parsed, unit):
        return None
    return m.said("DATE", Value(value))


def era(m: Match) -> Said | None:
    """In the past; in the future; in future."""
    return m.said("DATE", Value("PAST_REF" if m.name("C") == "past" else "FUTURE_REF"))


def clock(m: Match) -> Said | None:
    """3 p.m.; 10:30 a.m. EST; 1500 GMT; 15:00."""
    hour, minute = _hour(m)
    if m.has("Z"):
        if hour > 12 or (hour == 0 and m.name("C") != "clock"):
            return None
        hour = hour % 12 + m.number("Z")
    elif m.name("C") in {"number", "digits"}:
        return m.said("TIME", None) if hour <= 12 else None
    elif not (m.has("T") or m.units[-1].name == "hourword" or guards.is_clock(m.parsed, m.unit("C"), m.before)):
        return None
    if hour > 24 or minute > 59:
        return None
    zone = m.word("T") if m.has("T") else ""
    return m.said("TIME", Clock(f"T{hour:02}:{minute:02}{zone}", near=True))


def _hour(m: Match) -> tuple[int, int]:
    if m.name("C") == "clock":
        hour, minute = (int(part) for part in re.split("[:.]", m.word("C"))[:2])
        return hour, minute
    return divmod(m.number("C"), 100) if m.name("C") in {"year", "hhmm"} else (m.number("C"), 0)


def noon(m: Match) -> Said | None:
    """Noon; midnight."""
    return m.said("TIME", Clock(f"T{m.word('C')}{m.word('T')}", near=True))
