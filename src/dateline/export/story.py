"""The text of a story with its statements marked: in colour, or with brackets where there is none.

Takes a `Record`, gives text for a terminal. One sweep from left to right, however the spans nest or cross.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from dateline.export.view import BRACKETS, STYLES, View, safe
from dateline.record import Record

# From the outside in: what a piece of text is shown as where several cover it is the last of these.
ROLES = ("content", "source", "cue")


class Edge(NamedTuple):
    """Where a marked span begins or ends; edges sort so that what begins last ends first."""

    at: int
    opens: bool
    order: tuple[int, int]
    role: str


def legend(view: View) -> Text:
    """What the marks mean."""
    text = Text("In the story: ")
    for role in ("source", "cue", "content"):
        text.append(role if view.colour else role.join(BRACKETS[role]), STYLES[role])
        text.append("  ")
    text.append("nested content", f"{STYLES['content']} underline") if view.colour else None
    return text


def marked(record: Record, view: View) -> Text:
    """The story, each piece in the style of what covers it; words in the content of two statements are underlined."""
    text = Text()
    depth = dict.fromkeys(ROLES, 0)
    last = 0
    for edge in sorted(_edges(record)):
        _add(text, record.story.text[last : edge.at], depth)
        last = edge.at
        depth[edge.role] += 1 if edge.opens else -1
        if not view.colour:
            text.append(BRACKETS[edge.role][not edge.opens])
    _add(text, record.story.text[last:], depth)
    return text


def _add(text: Text, piece: str, depth: dict[str, int]) -> None:
    if not piece:
        return
    covering = [role for role in ROLES if depth[role]]
    nested = " underline" if depth["content"] > 1 else ""
    text.append(safe(piece), STYLES[covering[-1]] + nested if covering else "")


def _edges(record: Record) -> Iterator[Edge]:
    """Both ends of each marked span, once for each span and role, whatever the number of statements that share it."""
    spans = {(span, role) for one in record.statements for role in ROLES for span in getattr(one, role)}
    for span, role in spans:
        inner = ROLES.index(role)
        yield Edge(span.start, True, (-span.end, inner), role)
        yield Edge(span.end, False, (-span.start, -inner), role)
