"""Many stories into a store, and a store read again. Takes stories and a store, gives a tally or a difference."""

from dateline.intake.difference import Change, Difference
from dateline.intake.into import BATCH, Plan, current_reader, read_into
from dateline.intake.progress import shown
from dateline.intake.reread import reread
from dateline.intake.tally import Tally

__all__ = [
    "BATCH",
    "Change",
    "Difference",
    "Plan",
    "Tally",
    "current_reader",
    "read_into",
    "reread",
    "shown",
]
