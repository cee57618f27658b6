"""A deed: an event as words, before it is a row of the record. Takes nothing, gives the type only."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record import Size
from dateline.record.tags import Range


@dataclass(frozen=True, slots=True)
class Deed:
    """One telling of an event, or several that are the same.

    `words`: the index of the word that tells it, once for every telling; `anchors`: the ranges of words around each.
    `actors`, `recipients`: ids of actors. `probability`: that the first word tells an event of the type.
    `found_by`, `codes_by`, `sides_by`: what decided type, mode and code, and sides, in words.
    """

    words: tuple[int, ...]
    anchors: tuple[Range, ...]
    type: str
    probability: float
    mode: tuple[str, ...] = ()
    cameo: str | None = None
    context: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    size: Size = field(default_factory=Size)
    found_by: str = "event head"
    codes_by: str = ""
    sides_by: tuple[str, ...] = ()
