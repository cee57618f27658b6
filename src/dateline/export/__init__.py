"""Output formats, one file each, in visible tables.

Takes a `Record` (or a `ParsedStory`) and what the output can show, gives text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

from dateline.export import conllu, jsonl, table
from dateline.export.view import View
from dateline.record import Record, Warning_
from dateline.record.fold import folded
from dateline.record.parsed import ParsedStory


class Render(Protocol):
    """What makes text of one record; its docstring's first line is what `dateline formats` says of it."""

    def __call__(self, record: Record, view: View) -> str: ...


@dataclass(frozen=True, slots=True)
class Written:
    """A record as text, with what whoever writes it may want to say of it."""

    text: str
    story: str
    warnings: tuple[Warning_, ...]


def _written(record: Record, render: Render, view: View) -> Written:
    return Written(render(record, view), record.story.id, record.warnings)


def _folding(record: Record, view: View, render: Render) -> str:
    return render(folded(record), view)


@dataclass(frozen=True, slots=True)
class Exporter:
    """How records are written: each by `render`; `end` ends each, `between` stands between two."""

    render: Render
    before: str = ""
    between: str = ""
    after: str = ""
    # Not a part of what `render` gives: to add it would copy a record of many megabytes.
    end: str = ""

    def to(self, view: View) -> Callable[[Record], Written]:
        """The same for one kind of output; it can be sent to another process."""
        return partial(_written, render=self.render, view=view)

    def folded(self) -> Exporter:
        """The same for records whose events are put in the convention of the PLOVER manual."""
        return replace(self, render=partial(_folding, render=self.render))


EXPORTERS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {
        "table": Exporter(table.render, between="\n"),
        "json": Exporter(jsonl.indented, "[\n", ",\n", "\n]\n"),
        "jsonl": Exporter(jsonl.line, end="\n"),
    }
)
PARSE_EXPORTERS: Final[Mapping[str, Callable[[ParsedStory], Iterator[str]]]] = MappingProxyType(
    {"conllu": conllu.lines}
)

__all__ = ["EXPORTERS", "PARSE_EXPORTERS", "Exporter", "View", "Written"]
