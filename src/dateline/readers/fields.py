"""From fields of an input to a story. Takes names and values as a format has them, gives `Story` or `Failure`.

Names are mapped where the caller gave a map; what no story has is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.errors import BadMap, SkipStory
from dateline.readers.dates import iso
from dateline.record.failure import Failure
from dateline.record.story import Story

FIELDS = tuple(Story.model_fields)
Note = tuple[str, str]


def checked_map(given: Mapping[str, str] | None) -> dict[str, str]:
    """A map as it can be used; raises `BadMap` where it names a field that no story has."""
    given = dict(given or {})
    if strange := sorted(str(name) for name in given if name not in FIELDS):
        raise BadMap(f"a map names {', '.join(strange)}; a story has {', '.join(FIELDS)}: text=COLUMN")
    if bad := sorted(name for name, column in given.items() if not column):
        raise BadMap(f"a map gives no column for {', '.join(bad)}; valid is a name: text=COLUMN")
    return given


def mapped(row: Mapping[str, Any], names: Mapping[str, str] | None) -> dict[str, Any]:
    """The fields of a story in a row; without a map the row itself. "a.b" is the key b of the object a."""
    if not names:
        return dict(row)
    kept = {field: row[field] for field in FIELDS if field in row and field not in names}
    fields = kept | {field: _at(row, column) for field, column in names.items()}
    if isinstance(published := fields.get("published"), str):
        fields["published"] = iso(published) or published
    return fields


def _at(row: Mapping[str, Any], column: str) -> Any:
    if column in row:
        return row[column]
    first, _, rest = column.partition(".")
    inner = row.get(first)
    return _at(inner, rest) if rest and isinstance(inner, Mapping) else None


def made(where: str, fields: Mapping[str, Any], notes: Iterable[Note] = ()) -> Story | Failure:
    """The story of these fields, with a note for each thing that happened to it, or what is wrong with it."""
    try:
        story = Story.model_validate({name: fields[name] for name in FIELDS if name in fields})
    except SkipStory as error:
        return Failure.of(where, error)
    for code, message in notes:
        if message:
            story = story.noted(code, message)
    return story


def dated(value: str | None) -> tuple[str | None, Note]:
    """A date as a format gives it, and a note where it cannot be read: it is left out then, and the story is read."""
    date = iso(value)
    doubt = f"the date {value[:60]!a} is no date that can be read for certain" if value and not date else ""
    return date, ("published-unread", doubt)


def line(value: Any) -> str | None:
    """A title, a name or another line of metadata with its spaces made one; None where there is none."""
    return (" ".join(value.split())[:1000] or None) if isinstance(value, str) else None


def language(code: Any) -> str | None:
    """ISO 639-1 code of a language tag: en of en-GB."""
    found = code.strip().lower().replace("_", "-").partition("-")[0] if isinstance(code, str) else ""
    return found if len(found) == 2 and found.isascii() and found.isalpha() else None
