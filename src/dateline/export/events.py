"""What happened: the events of a record as a table for a person, below a line that sums them up.

Takes a `Record`, gives what can be printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.export.view import SHORT_ID, STYLES, TABLE, View, extent, plain, when
from dateline.record import Event, Record
from dateline.record.captions import anchors, counts, summary, voices, whom

# Characters of the words that name an event, and of who says so.
LONGEST, NAME = 160, 40
Row = tuple[Text, ...]


def table(record: Record, view: View) -> Iterator[RenderableType]:
    """The line, and a row for each event; rows below each other where there is no room for columns."""
    yield plain(summary(record.events), "bold")
    if not record.events:
        yield Text()
        return
    names = {actor.id: actor.name for actor in record.actors}
    rows = [row(record, one, names) for one in record.events]
    if view.columns < TABLE:
        yield Text("\n") + Text("\n\n").join(map(stacked, rows)) + Text("\n")
        return
    yield columns(rows, view)


def columns(rows: list[Row], view: View) -> Table:
    """The rows as a table."""
    found = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=False, padding=(0, 2, 0, 0))
    found.add_column("What", width=14, style=STYLES["anchor"], overflow="fold")
    found.add_column("Who → whom", ratio=1, overflow="fold")
    found.add_column("Words", ratio=1, overflow="fold")
    found.add_column("Status, says", width=max(14, view.columns // 7), overflow="fold")
    found.add_column("Where", min_width=SHORT_ID)
    for cells in rows:
        found.add_row(*cells)
    return found


def stacked(cells: Row) -> Text:
    """An event as lines below each other."""
    what_, who, words, status, where = (Text(" · ").join(cell.split("\n")) for cell in cells)
    return Text("\n").join((what_, who, words, Text(" · ").join((status, where))))


def row(record: Record, event: Event, names: dict[str, str]) -> Row:
    """The cells of one event."""
    return (
        lines(event.type, *event.mode, f"CAMEO {event.cameo}" if event.cameo else ""),
        lines(whom(event, names), *where_and_when(record, event)),
        lines(cut(anchors(event), LONGEST)),
        lines(event.status, counts(event), *(cut(one, NAME) for one in voices(event, names))),
        lines(extent(event.anchor[:1]), event.id[:SHORT_ID]),
    )


def where_and_when(record: Record, event: Event) -> Iterator[str]:
    """The name of the place, and the words of the time with their value."""
    if event.place:
        place = record.finding(event.place)
        yield f"in {getattr(place, 'name', event.place)}"
    if event.time:
        yield when(record, event.time)


def lines(first: str, *more: str) -> Text:
    """The first line as it is, the others dim below it."""
    text = plain(first)
    for line in filter(None, more):
        text.append("\n" + plain(line).plain, "not bold dim default")
    return text


def cut(words: str, longest: int) -> str:
    """Words that are no longer than there is room for."""
    return words if len(words) <= longest else words[: longest - 1] + "…"
