"""Coded pairs as CSV or JSON Lines. Takes events with the ids of their rows, gives lines of text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from dateline.record import Event
from dateline.record.cameo import goldstein

COLUMNS: Final = (
    "id", "type", "mode", "cameo", "goldstein", "quad", "score", "status", "factuality", "confidence", "anchor",
)  # fmt: skip


def cells(key: str, event: Event) -> dict[str, Any]:
    """What is known of one pair. `mode`: parted by blanks; `anchor`: the words that name the event."""
    return {
        "id": key,
        "type": event.type,
        "mode": " ".join(event.mode),
        "cameo": event.cameo,
        "goldstein": None if event.cameo is None else goldstein(event.cameo),
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "factuality": next((row.value for row in event.factuality), None),
        "confidence": event.confidence,
        "anchor": event.anchor[0].text if event.anchor else None,
    }


def csv_line(row: Mapping[str, Any] | None = None) -> str:
    """Comma-separated values: a row, or the head of the table."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(COLUMNS if row is None else [row[name] for name in COLUMNS])
    return out.getvalue()


def json_line(row: Mapping[str, Any] | None = None) -> str:
    """JSON Lines: an object per row, and no head."""
    return "" if row is None else json.dumps(row, ensure_ascii=False) + "\n"


CODINGS: Final[Mapping[str, Callable[[Mapping[str, Any] | None], str]]] = MappingProxyType(
    {"csv": csv_line, "jsonl": json_line}
)
