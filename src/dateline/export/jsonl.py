"""Records for programs: one line of JSON each, or indented. Takes a `Record`, gives JSON."""

from __future__ import annotations

import json

from dateline.export.view import View
from dateline.record import Record


def line(record: Record, view: View) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """For programs: each record on a line of its own."""
    return record.to_json()


def indented(record: Record, view: View) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """For programs: indented; an object, or with --stories a list of objects."""
    return json.dumps(json.loads(record.to_json()), indent=2, ensure_ascii=False)
