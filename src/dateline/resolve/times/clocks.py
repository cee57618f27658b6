"""What times of day say: "3 p.m.", "1500 GMT", "noon".

Takes a `Match`, gives `Said`, or None where the words are no time of day.
"""

from __future__ import annotations

import re

from dateline.resolve.times import guards
from dateline.resolve.times.match import Match
from dateline.resolve.times.shapes import Clock, Said


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
