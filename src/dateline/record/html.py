"""A story as a piece of HTML, its spans marked, with a table of its statements. Takes findings, gives HTML.

Every character that comes from outside is escaped; there are no scripts, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dateline.record.findings import Actor, Statement
from dateline.record.span import Span, joined_text

Voiced = tuple[Statement, str]
"""A statement and the name of its speaker."""
Label = tuple[str, str]
"""A role and what the tooltip says of it."""

# In the order in which a reader wants to see them where they overlap: a cue inside the content of another statement
# shows as a cue.
ROLES = ("cue", "source", "content")

# `light-dark` follows the colour scheme of the page; a browser that does not know it takes the value before. Marked
# words set both colours, so that they keep their contrast on a page that does not say which scheme it has.
STYLE = """
.dateline { line-height: 1.6; max-width: 50rem }
.dateline .story { white-space: pre-wrap; overflow-wrap: anywhere }
.dateline .source { background: #cfe3ff; background: light-dark(#cfe3ff, #1d3f6e) }
.dateline .cue { background: #ffe2b3; background: light-dark(#ffe2b3, #6b4708) }
.dateline .content { background: #d9f2d9; background: light-dark(#d9f2d9, #1f4a26) }
.dateline .source, .dateline .cue, .dateline .content { color: black; color: light-dark(black, white) }
.dateline table { border-collapse: collapse; margin-top: 1rem }
.dateline th, .dateline td { text-align: left; vertical-align: top; padding: .2rem .6rem }
.dateline th { border-bottom: 1px solid }
"""


def fragment(text: str, statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> str:
    """The text with sources, cues and contents marked, and the statements as a table: for a notebook or a page."""
    speakers = {actor.id: actor.name for actor in actors}
    voiced = [(statement, _speaker(statement, speakers)) for statement in statements]
    story = "".join(_marked(text, voiced))
    return (
        f'<div class="dateline"><style>{STYLE}</style><div class="story" dir="auto">{story}</div>{_table(voiced)}</div>'
    )


def _speaker(statement: Statement, speakers: dict[str, str]) -> str:
    """The name of the speaker where it is known, else the words of the source, else a dash."""
    return speakers.get(statement.speaker or "") or joined_text(statement.source) or "—"


def _marked(text: str, voiced: list[Voiced]) -> Iterator[str]:
    """The text, escaped, cut wherever a span begins or ends; each piece names all that covers it in its tooltip."""
    for piece, covering in _pieces(text, _labelled(voiced)):
        if not covering:
            yield escape(piece)
            continue
        role = min((role for role, _ in covering), key=ROLES.index)
        title = "\n".join(tooltip for _, tooltip in covering)
        yield f'<span class="{role}" title="{escape(title)}">{escape(piece)}</span>'


def _labelled(voiced: list[Voiced]) -> list[tuple[Span, Label]]:
    return [
        (span, (role, f"{role} · {speaker} · {statement.form} {statement.kind} · {statement.id}"))
        for statement, speaker in voiced
        for role in ROLES
        for span in getattr(statement, role)
    ]


def _pieces(text: str, labelled: list[tuple[Span, Label]]) -> Iterator[tuple[str, list[Label]]]:
    """The text in pieces with what covers each: one sweep from left to right, however the spans nest or cross."""
    begins: dict[int, list[Label]] = {}
    ends: dict[int, list[Label]] = {}
    for span, label in labelled:
        begins.setdefault(span.start, []).append(label)
        ends.setdefault(span.end, []).append(label)
    covering: dict[Label, int] = {}
    last = 0
    for cut in sorted({*begins, *ends, len(text)}):
        if cut > last:
            yield text[last:cut], list(covering)
        last = cut
        for label in begins.get(cut, []):
            covering[label] = covering.get(label, 0) + 1
        for label in ends.get(cut, []):
            covering[label] -= 1
            if not covering[label]:
                del covering[label]


def _table(voiced: list[Voiced]) -> str:
    if not voiced:
        return "<p>No statements.</p>"
    head = "".join(f"<th>{name}</th>" for name in ("speaker", "cue", "content", "how sure", "where", "id"))
    rows = "".join(_row(statement, speaker) for statement, speaker in voiced)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _where(statement: Statement) -> str:
    """From the first character of the statement to after the last, as in the table of the command."""
    spans = statement.spans
    return f"{min(span.start for span in spans)}–{max(span.end for span in spans)}" if spans else "—"


def _row(statement: Statement, speaker: str) -> str:
    cells = (
        speaker,
        joined_text(statement.cue),
        joined_text(statement.content),
        f"{statement.confidence:.0%}",
        _where(statement),
        statement.id,
    )
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>"
