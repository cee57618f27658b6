"""What expressions say that count units of time: "last year", "three days later", "for six months", "every week".

Takes a `Match`, gives `Said`, or None where the words are no expression of time.
"""

from __future__ import annotations

from dateline.record.findings import TimeType
from dateline.resolve.times import calendar, guards
from dateline.resolve.times.calendar import CLOCKED, Value
from dateline.resolve.times.match import Match
from dateline.resolve.times.shapes import Said, Shift, Stretch
from dateline.resolve.times.tense import FUTURE, direction

# Half of a unit in smaller ones.
HALVES = {
    "minute": "PT30S",
    "hour": "PT30M",
    "day": "PT12H",
    "month": "P15D",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}
LONGEST_NUMBER = 9


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
    if (
        m.unit_name in CLOCKED | {"day", "century"}
        or m.plural
        or (m.units[0].name in {"the", "approx"} and m.mod is None)
    ):
        return None
    if not (m.has("E") or m.units[0].name in {"mod", "earlier", "later"}):
        return None
    return m.said("DATE", Shift(m.unit_name, 0))


def beside(m: Match) -> Said | None:
    """The same day; the following year; that week; the next month, after a time or from now on."""
    unit, count = m.unit_name, m.number("T")
    if m.name("T") == "that" and not guards.points(m.parsed, m.unit("T")):
        return None
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
    """Recent weeks; the past months; of the coming days only their beginning is known."""
    if m.plural and m.name("T") in {"coming", "next"}:
        return m.said("DATE", Value("FUTURE_REF"))
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
    if guards.is_age(m.row, m.found.start(), m.found.end()) or not guards.is_unit(
        m.parsed, m.unit("U"), counted=m.has("A")
    ):
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
    return m.said("DURATION", Value(value)) if value else None


def some_units(m: Match) -> Said | None:
    """For years; within weeks; hours after."""
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
    """Daily; but the Daily Mail is a paper, and a daily update is no time."""
    if guards.named(m.parsed, m.unit("C")) or m.after in guards.listed("often_of"):
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
