"""Who, where and when: the actors, places and times of a record as small tables for a person.

Takes a `Record`, gives what can be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.export.view import TABLE, View, plain
from dateline.record import Actor, Record, Time

# Characters of a name or an expression.
LONGEST = 60
Row = tuple[str, ...]


def tables(record: Record, view: View) -> Iterator[RenderableType]:
    """A table each of actors, places and times, where there are any."""
    parts = {statement.speaker for statement in record.statements}
    parts.update(key for event in record.events for key in (*event.actors, *event.recipients))
    # Of the others there is nothing to say but what the story calls them.
    actors = [actor for actor in record.actors if actor.code or actor.sectors or actor.id in parts]
    yield from _table(view, ("Actor", "Code", "Sectors"), map(_actor, actors))
    if rest := len(record.actors) - len(actors):
        yield plain(f"{'Also' if actors else 'Actors:'} {rest} without code, sector or part", "dim")
        yield Text()
    yield from _table(
        view,
        ("Place", "Country", "Precision"),
        ((place.name, place.country or "—", place.precision or "—") for place in record.places),
    )
    yield from _table(view, ("Time", "Value", "From – to"), map(_time, record.times))


def _actor(actor: Actor) -> Row:
    return actor.name, actor.code or "—", " ".join(actor.sectors) or "—"


def _time(time: Time) -> Row:
    first, last = time.begin or "—", time.end or "—"
    return time.span.text, time.value or "—", first if first == last else f"{first} – {last}"


def _table(view: View, head: Row, rows: Iterable[Row]) -> Iterator[RenderableType]:
    """The rows in columns; below each other, where there is no room for columns."""
    cells = [tuple(map(_cell, row)) for row in rows]
    if not cells:
        return
    if view.columns < TABLE:
        yield Text("\n").join(_lines(head, cells))
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for name in head:
        table.add_column(name, overflow="fold")
    for row in cells:
        table.add_row(*row)
    yield table
    yield Text()


def _lines(head: Row, rows: Sequence[tuple[Text, ...]]) -> Iterator[Text]:
    known = (Text(" · ").join([row[0], *(cell for cell in row[1:] if cell.plain != "—")]) for row in rows)
    yield from chain([plain(f"{head[0]}s", "bold")], known, [Text()])


def _cell(words: str) -> Text:
    text = plain(words)
    text.truncate(LONGEST, overflow="ellipsis")
    return text
