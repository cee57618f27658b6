"""A store's tables, views and questions for docs/store.md. Takes the code's own tables, gives Markdown for cog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.store import AWAITED, QUESTIONS
from dateline.store.schema import OWN_TABLES, RECORD_TABLES, Table, column_docs
from dateline.store.views import VIEWS


def tables(*, own: bool = False) -> str:
    """Every table with its columns: those of the record, or the store's own."""
    return "\n\n".join(_table(table) for table in (OWN_TABLES if own else RECORD_TABLES).values())


def _table(table: Table) -> str:
    rows = ((f"`{name}`", f"`{kind}`", about) for name, kind, about in column_docs(table))
    return f"### `{table.name}`\n\n{table.about.capitalize()}.\n\n{_rows(('column', 'type', 'what it holds'), rows)}"


def views() -> str:
    """Every view with the names of its columns."""
    rows = ((f"`{one.name}`", one.about, ", ".join(f"`{part.name}`" for part in one.columns)) for one in VIEWS.values())
    return _rows(("view", "rows", "columns"), rows)


def questions() -> str:
    """Every question with its filters, and those that are still to come."""
    asked = ((f"`{one.name}`", one.help, _names(one.filters)) for one in QUESTIONS.values())
    waiting = ((f"`{name}`", f"to come; it needs {what}", "") for name, what in AWAITED.items())
    return _rows(("question", "what it tells", "filters"), [*asked, *waiting])


def _names(filters: Mapping[str, str]) -> str:
    return ", ".join(f"`{name}`" for name in (*filters, "limit"))


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])
