"""Why a name stands for a place, in words. Takes a choice, gives what `dateline why` shows."""

from __future__ import annotations

from dateline.resolve.places.choose import Choice
from dateline.resolve.places.context import Group

# What is worth telling of a choice, the strongest first; the rest is in every one.
TOLD = {
    "said to lie there": "the story says that it lies there",
    "named as a division": "the story calls it a division",
    "named as a seat": "the story speaks of it as a seat of government",
    "named as a town": "the story calls it a town",
    "division of the dateline": "filed from the same division",
    "country of the dateline": "filed from the same country",
    "neighbours in its division": "other places of the story lie in its division",
    "near another place": "near another place of the story",
    "neighbours in its country": "other places of the story lie in its country",
    "country is named": "the story names its country",
    "country of the outlet": "the outlet is of its country",
}
MOST, NEARLY = 3, 0.3


def reasons(choice: Choice, group: Group) -> str:
    """How many places have the name, and what spoke for this one."""
    row, count = choice.candidate.row, len(group.candidates)
    where = ", ".join(part for part in (row.admin1 if row.admin1 != row.name else "", row.country) if part)
    known = "known to the gazetteer by another name" if choice.candidate.other else "in the gazetteer"
    said = [why for name, why in TOLD.items() if choice.features.get(name, 0.0) >= NEARLY][:MOST]
    if count == 1:
        of = "the only one of its name"
    else:
        of = f"one of {count} of its name" + ("" if said else ", the likeliest by kind and population")
    return "; ".join([f"{known}, {row.precision}{f' in {where}' if where else ''}", of, *said])
