"""The result, for people and for programs.

Takes measures and growths, gives tables or one JSON object.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.table import Table
from rich.text import Text

from benchmarks.growth import BOUND, Growth

VERDICT = {True: ("pass", "green"), False: ("MISSED", "bold red"), None: ("", "dim")}


@dataclass(frozen=True)
class Measure:
    """One number and its bound: `at_least` or `at_most`, or neither."""

    what: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def passed(self) -> bool | None:
        """None where there is no bound."""
        if self.at_least is None and self.at_most is None:
            return None
        low, high = self.at_least, self.at_most
        return (low is None or self.value >= low) and (high is None or self.value <= high)

    @property
    def bound(self) -> str:
        """The bound in signs."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return f"≤ {self.at_most:g}" if self.at_most is not None else "–"


def measures_table(measures: Sequence[Measure], title: str) -> Table:
    """What, bound, measured, verdict."""
    shown = Table(title=title)
    for name in ("what", "bound", "measured", "unit", ""):
        shown.add_column(name, justify="right" if name in {"bound", "measured"} else "left")
    for row in measures:
        word, style = VERDICT[row.passed]
        shown.add_row(row.what, row.bound, Text(f"{row.value:,.2f}", style), row.unit, Text(word, style))
    return shown


def growth_table(rows: Sequence[Growth]) -> Table:
    """Microseconds per character at n, 2n and 4n, and how the last compares with the first."""
    length = rows[0].length if rows else 0
    shown = Table(title=f"Cost in microseconds per character; the bound on 4n against n is {BOUND:g}")
    for name in ("text", f"n = {length:,}", "2n", "4n", "4n against n", ""):
        shown.add_column(name, justify="left" if name in {"text", ""} else "right")
    for row in rows:
        word, style = VERDICT[row.linear]
        shown.add_row(
            row.kind,
            *(f"{c:,.1f}" for c in row.costs),
            "–" if row.factor is None else f"{row.factor:.2f}",
            Text(word, style),
        )
    return shown


def as_json(title: str, measures: Sequence[Measure], rows: Sequence[Growth]) -> str:
    """The same for programs."""
    told = [{**asdict(row), "passed": row.passed} for row in measures]
    grown = [{**asdict(row), "costs_us": row.costs, "factor": row.factor, "linear": row.linear} for row in rows]
    return json.dumps({"stories": title, "measures": told, "growth": grown}, indent=1, ensure_ascii=False)
