"""A story as a piece of HTML, its spans marked, with tables of statements and events. Takes findings, gives HTML.

Every character that comes from outside is escaped; there are no scripts, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from dateline.record.captions import anchors, counts, summary, voices, what, whom
from dateline.record.findings import Actor, Event, Place, Statement, Time
from dateline.record.span import Span, joined_text

Voiced = tuple[Statement, str]
"""A statement and the name of its speaker."""
Label = tuple[str, str]
"""A role and what the tooltip says of it."""

# In the order in which a reader wants to see them where they overlap: a cue inside the content of another statement
# shows as a cue, and so does what is done in saying it ("condemned").
ROLES = ("cue", "source", "anchor", "content")
OF_STATEMENTS = ("cue", "source", "content")

# `light-dark` follows the colour scheme of the page; a browser that does not know it takes the value before. Marked
# words set both colours, so that they keep their contrast on a page that does not say which scheme it has.
STYLE = """
.dateline { line-height: 1.6; max-width: 50rem }
.dateline .story { white-space: pre-wrap; overflow-wrap: anywhere }
.dateline .source { background: #cfe3ff; background: light-dark(#cfe3ff, #1d3f6e) }
.dateline .cue { background: #ffe2b3; background: light-dark(#ffe2b3, #6b4708) }
.dateline .anchor { background: #f6d5f0; background: light-dark(#f6d5f0, #65265a) }
.dateline .content { background: #d9f2d9; background: light-dark(#d9f2d9, #1f4a26) }
.dateline .story span { color: black; color: light-dark(black, white) }
.dateline table { border-collapse: collapse; margin-top: 1rem }
.dateline th, .dateline td { text-align: left; vertical-align: top; padding: .2rem .6rem }
.dateline th { border-bottom: 1px solid }
"""


def fragment(
    text: str,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    events: Sequence[Event] = (),
    circumstances: Sequence[Place | Time] = (),
) -> str:
    """The text with sources, cues, contents and anchors marked, and tables: for a notebook or a page.

    `circumstances`: the places and times that the events name.
    """
    names = {actor.id: actor.name for actor in actors}
    voiced = [(statement, _speaker(statement, names)) for statement in statements]
    names |= {one.id: one.name if isinstance(one, Place) else one.span.text for one in circumstances}
    story = "".join(_marked(text, [*_labelled(voiced), *_told(events, names)]))
    tables = _table(voiced) + _events(events, names)
    return f'<div class="dateline"><style>{STYLE}</style><div class="story" dir="auto">{story}</div>{tables}</div>'


def _speaker(statement: Statement, speakers: dict[str, str]) -> str:
    """The name of the speaker where it is known, else the words of the source, else a dash."""
    return speakers.get(statement.speaker or "") or joined_text(statement.source) or "—"


def _marked(text: str, labelled: list[tuple[Span, Label]]) -> Iterator[str]:
    """The text, escaped, cut wherever a span begins or ends; each piece names all that covers it in its tooltip."""
    for piece, covering in _pieces(text, labelled):
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
        for role in OF_STATEMENTS
        for span in getattr(statement, role)
    ]


def _told(events: Sequence[Event], names: Mapping[str, str]) -> list[tuple[Span, Label]]:
    return [
        (span, ("anchor", f"anchor · {what(event)} · {whom(event, names)} · {event.status} · {event.id}"))
        for event in events
        for span in event.anchor
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
    head = ("speaker", "cue", "content", "how sure", "where", "id")
    return _grid(head, (_cells(statement, speaker) for statement, speaker in voiced))


def _events(events: Sequence[Event], names: Mapping[str, str]) -> str:
    line = f"<p>{escape(summary(events))}</p>"
    head = ("what", "CAMEO", "who → whom", "where", "when", "words", "status", "who says so", "how sure", "id")
    return line + _grid(head, (_of_event(event, names) for event in events)) if events else line


def _of_event(event: Event, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        what(event),
        event.cameo or "",
        whom(event, names),
        names.get(event.place or "", ""),
        names.get(event.time or "", ""),
        anchors(event),
        f"{event.status}, {counts(event)}",
        "; ".join(voices(event, names)),
        f"{event.confidence:.0%}",
        event.id,
    )


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    names = "".join(f"<th>{name}</th>" for name in head)
    body = "".join("<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"


def _where(statement: Statement) -> str:
    """From the first character of the statement to after the last, as in the table of the command."""
    spans = statement.spans
    return f"{min(span.start for span in spans)}–{max(span.end for span in spans)}" if spans else "—"


def _cells(statement: Statement, speaker: str) -> tuple[str, ...]:
    return (
        speaker,
        joined_text(statement.cue),
        joined_text(statement.content),
        f"{statement.confidence:.0%}",
        _where(statement),
        statement.id,
    )
