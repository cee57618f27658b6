"""Reads news stories: who said what and who did what to whom, each part tied to the exact characters that say it.

Takes a text, gives a Record.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from dateline.batch import read_all
    from dateline.intake import read_into, reread
    from dateline.pairs import code, factuality, factuality_of
    from dateline.pipeline import Reader, read
    from dateline.record import Actor, Event, Mention, Record, Span, Statement, Story, Violation, violations
    from dateline.record.failure import Failure
    from dateline.record.fold import folded
    from dateline.store import Store

__all__ = [
    "Actor",
    "Event",
    "Failure",
    "Mention",
    "Reader",
    "Record",
    "Span",
    "Statement",
    "Store",
    "Story",
    "Violation",
    "code",
    "factuality",
    "factuality_of",
    "folded",
    "read",
    "read_all",
    "read_into",
    "reread",
    "violations",
]

# The room each public name lives in; a name is imported when it is first used, so that `import dateline` costs nothing.
ROOMS = {
    "code": "dateline.pairs",
    "factuality": "dateline.pairs",
    "factuality_of": "dateline.pairs",
    "folded": "dateline.record.fold",
    "read_all": "dateline.batch",
    "Reader": "dateline.pipeline",
    "read": "dateline.pipeline",
    "Failure": "dateline.record.failure",
    "Store": "dateline.store",
    "read_into": "dateline.intake",
    "reread": "dateline.intake",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - it takes longer to import than all of this

        return version("dateline")
    if name not in __all__:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module(ROOMS.get(name, "dateline.record")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
