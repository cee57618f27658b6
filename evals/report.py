"""The result, for people and for programs.

Takes judged rows, gives a table and the JSON of results.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.gate import Row

COLUMNS = ("corpus", "what", "floor", "measured", "n", "95 % interval", "")
NUMBERS = frozenset({"floor", "measured", "n", "95 % interval"})
VERDICT = {True: ("pass", "green"), False: ("MISSED", "bold red"), None: ("", "dim")}


def table(rows: Sequence[Row]) -> Table:
    """What, floor, measured, count, interval, verdict; a line between tasks."""
    shown = Table(title="Scores in per cent")
    for name in COLUMNS:
        shown.add_column(name, justify="right" if name in NUMBERS else "left", no_wrap=name in NUMBERS)
    last = ""
    for row in rows:
        if last and row.task != last:
            shown.add_section()
        shown.add_row(row.corpus if row.task != last else "", *_cells(row))
        last = row.task
    return shown


def _cells(row: Row) -> tuple[str | Text, ...]:
    word, style = VERDICT[row.passed]
    interval = f"{row.interval[0]:.1f}–{row.interval[1]:.1f}" if row.interval else "–"
    count = "–" if row.n is None else f"{row.n:,}"
    return row.what, _number(row.floor), Text(_number(row.measured, 2), style), count, interval, Text(word, style)


def _number(value: float | None, digits: int = 0) -> str:
    if value is None:
        return "–"
    return f"{value:.{digits}f}" if digits else f"{value:g}"


def results(rows: Sequence[Row], encoder: str | None, corpora: Mapping[str, str]) -> str:
    """The JSON that is committed. No date, so that the same reader writes the same bytes."""
    figures: dict[str, dict[str, object]] = {}
    for row in rows:
        cell = {"measured": row.measured, "floor": row.floor, "n": row.n, "ci95": row.interval}
        figures.setdefault(row.task, {})[row.figure] = cell
    return json.dumps({"encoder": encoder, "corpora": dict(corpora), "figures": figures}, indent=1) + "\n"


def say(message: str, style: str = "") -> None:
    """A message to people, on stderr."""
    Console(stderr=True).print(message, style=style or None, markup=False, highlight=False)
