"""What is known of a story: all types, their JSON and their invariants. Takes nothing, gives types and their views."""

from __future__ import annotations

from dateline.record.findings import (
    Actor,
    Amount,
    CausalClaim,
    Event,
    Factuality,
    Finding,
    Mention,
    Place,
    Position,
    SentenceRow,
    Size,
    Statement,
    Time,
)
from dateline.record.record import SCHEMA, ReaderVersion, Record, Warning_, ZonedStory, json_schema
from dateline.record.span import Span
from dateline.record.story import Story, Zone
from dateline.record.verify import Violation, violations

__all__ = [
    "SCHEMA",
    "Actor",
    "Amount",
    "CausalClaim",
    "Event",
    "Factuality",
    "Finding",
    "Mention",
    "Place",
    "Position",
    "ReaderVersion",
    "Record",
    "SentenceRow",
    "Size",
    "Span",
    "Statement",
    "Story",
    "Time",
    "Violation",
    "Warning_",
    "Zone",
    "ZonedStory",
    "json_schema",
    "violations",
]
