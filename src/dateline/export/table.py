"""A record for a person: its statements and events as tables, who, where and when, and the story they stand in.

Takes a `Record`, gives text.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dateline.export import events
from dateline.export.known import tables
from dateline.export.story import legend, marked
from dateline.export.view import SHORT_ID, STYLES, TABLE, View, extent, plain, speaker, when
from dateline.record import Record, Statement
from dateline.record.span import joined_text

# Characters of a statement's words in its cell; the whole stands in the story below.
LONGEST = 400


def render(record: Record, view: View) -> str:
    """For people: tables of statements, events, actors, places and times; the story with its statements marked."""
    found = (_table(record, view), *events.table(record, view), *tables(record, view))
    return view.rendered(*_head(record), *found, legend(view), marked(record, view)).rstrip("\n") + "\n"


def _head(record: Record) -> Iterator[Text]:
    story = record.story
    known = [value for value in (story.title, story.outlet, story.published, f"story {story.id}") if value]
    yield plain(" · ".join(known), "bold")
    for warning in record.warnings:
        yield plain(f"Warning: {warning.message}", "yellow")


def _table(record: Record, view: View) -> Table | Text:
    if not record.statements:
        return Text("\nNo statements.\n")
    if view.columns < TABLE:
        return Text("\n") + Text("\n\n").join(_stacked(record, one) for one in _ordered(record)) + Text("\n")
    rows = [_row(record, statement) for statement in _ordered(record)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=False, padding=(0, 2, 0, 0))
    who, verb = _width(rows, 0, max(14, view.columns // 6)), _width(rows, 1, max(10, view.columns // 8))
    table.add_column("Speaker", width=who, style=STYLES["source"], overflow="fold")
    table.add_column("Verb", width=verb, style=STYLES["cue"], overflow="fold")
    table.add_column("Words", ratio=1, overflow="fold")
    table.add_column("How sure", min_width=8)
    table.add_column("Where", min_width=SHORT_ID)
    for row in rows:
        table.add_row(*row)
    return table


def _width(rows: list[tuple[Text, ...]], column: int, usual: int) -> int:
    """The width of a column, with room for its longest word, up to a quarter more than usual."""
    words = (len(word) for row in rows for word in row[column].plain.split())
    return min(max([usual, *words]), usual * 5 // 4)


def _ordered(record: Record) -> list[Statement]:
    return sorted(record.statements, key=lambda one: one.spans[:1])


def _stacked(record: Record, statement: Statement) -> Text:
    """A statement as lines below each other, where there is no room for columns."""
    who, verb, words, sure, where = _row(record, statement)
    lines = (who, verb, words, Text(" · ").join([*sure.split("\n"), *where.split("\n")]))
    return Text("\n").join(lines)


def _row(record: Record, statement: Statement) -> tuple[Text, ...]:
    words = plain(joined_text(statement.content)) if statement.content else Text("—")
    words.truncate(LONGEST, overflow="ellipsis")
    return (
        _below(plain(speaker(record, statement)), *_of_speaker(record, statement)),
        _below(plain(joined_text(statement.cue) or "—"), *_of_cue(record, statement)),
        _below(words, *_of_words(statement)),
        _below(Text(f"{statement.confidence:.0%}"), *_of_content(statement)),
        _below(Text(extent(statement.spans)), statement.id[:SHORT_ID]),
    )


def _below(first: Text, *more: str | None) -> Text:
    for line in more:
        if line:
            first.append("\n" + " ".join(plain(line).plain.split()), "not bold dim default")
    return first


def _of_speaker(record: Record, statement: Statement) -> Iterator[str]:
    source = joined_text(statement.source)
    if source and source != speaker(record, statement):
        yield f"({source})"
    if statement.anonymous:
        yield "unnamed"


def _of_cue(record: Record, statement: Statement) -> Iterator[str]:
    if statement.act and statement.act != "assert":
        yield statement.act
    if statement.time:
        yield when(record, statement.time)


def _of_words(statement: Statement) -> Iterator[str]:
    links = (("within", statement.parent), ("goes on from", statement.continues), ("repeats", statement.echo_of))
    yield from (f"{word} {wanted[:SHORT_ID]}" for word, wanted in links if wanted)


def _of_content(statement: Statement) -> Iterator[str]:
    if statement.certainty in {"probable", "possible"}:
        yield statement.certainty
    if statement.negated:
        yield "negated"
