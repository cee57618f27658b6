"""What the views for people share: width, colours, and text that a terminal shows and does not obey.

Takes text of any kind, gives text without control characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from types import MappingProxyType
from typing import Final

from rich.console import Console, RenderableType
from rich.text import Text

from dateline.record import Record, Span, Statement
from dateline.record.span import joined_text

# How a role looks: its colour, and the brackets that stand for it where there is no colour.
STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {"source": "bold cyan", "cue": "bold yellow", "content": "green", "anchor": "bold magenta"}
)
BRACKETS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"source": ("{", "}"), "cue": ("<", ">"), "content": ("[", "]")}
)
NARROWEST, WIDEST = 30, 120
# Fewer columns have no room for a table without words broken in two.
TABLE = 76
# As many digits of an id as a person is shown; `why` takes the beginning of an id for the whole.
SHORT_ID = 8

_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029]")
# Control characters, among them those that begin an escape sequence, and those that turn the direction of writing,
# with which a text can show its words in another order than they have.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class View:
    """What the output can show. `width`: columns; `colour`: whether escape sequences for colours are understood."""

    width: int = 100
    colour: bool = False

    @property
    def columns(self) -> int:
        """The width that is used: longer lines are hard to read, and shorter ones break words."""
        return max(NARROWEST, min(self.width, WIDEST))

    def rendered(self, *parts: RenderableType) -> str:
        """The parts below each other, as text."""
        out = StringIO()
        console = Console(
            file=out,
            width=self.columns,
            color_system="standard" if self.colour else None,
            force_terminal=self.colour,
            no_color=not self.colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )
        for part in parts:
            console.print(part)
        return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def safe(text: str) -> str:
    """The text with a visible sign for each character that would command a terminal instead of being shown."""
    return _COMMANDS.sub(_sign, _LINE_END.sub("\n", text))


def plain(text: str, style: str = "") -> Text:
    """The words in one line, as they are: brackets in them are no markup."""
    return Text(" ".join(safe(text).split()), style)


def speaker(record: Record, statement: Statement) -> str:
    """The name of the speaker where it is known, else the words of the source, else a dash."""
    if statement.speaker:
        return record.actor(statement.speaker).name
    return joined_text(statement.source) or "—"


def when(record: Record, wanted: str) -> str:
    """The words of a time, and the value that they amount to where that says more."""
    time = record.finding(wanted)
    words, value = joined_text(getattr(time, "spans", ())), getattr(time, "value", None)
    return f"{words} = {value}" if value and value != words else words


def extent(spans: tuple[Span, ...]) -> str:
    """From the first character of some spans to after the last."""
    return f"{min(span.start for span in spans)}–{max(span.end for span in spans)}" if spans else "—"


def _sign(match: re.Match[str]) -> str:
    # Unicode has a picture for each of the ASCII control characters.
    number = ord(match[0])
    return chr(0x2400 + number) if number < 0x20 else "\u2421" if number == 0x7F else "\ufffd"
