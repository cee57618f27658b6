"""What speaks against counting an event as having happened: the contract's fifth invariant.

Takes a row and who is unnamed in its record, gives reasons in words; none where it may be counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dateline.record.findings import Actor, Event, Statement

AUTHOR: Final = "author"
# What is threatened has not happened either; that it was threatened is an event of its own.
UNCOUNTED: Final = frozenset({"historical", "hypothetical", "negated", "threatened"})
COMMITTED: Final = frozenset({"CT+", "PR+"})
DENIED: Final = frozenset({"CT-", "PR-"})
CROWDS: Final = frozenset({"group", "crowd"})


def unnamed(statements: Collection[Statement], actors: Collection[Actor]) -> frozenset[str]:
    """The ids of statements by the unnamed, of their speakers, and of crowds of whom nobody is named."""
    hidden = [one for one in statements if one.anonymous]
    crowds = (one.id for one in actors if one.kind in CROWDS and not one.aliases)
    return frozenset([*(one.id for one in hidden), *(one.speaker for one in hidden if one.speaker), *crowds])


def against(event: Event, nameless: Collection[str]) -> Iterator[str]:
    """The reasons why an event may not be counted. `nameless`: ids of sources and statements of the unnamed."""
    if event.status in UNCOUNTED or (event.status == "planned" and event.type != "AGREE"):
        yield f"its status is {event.status!r}"
    if not event.actors:
        yield "it has no actor"
    sure = [row for row in event.factuality if row.value in COMMITTED]
    named = {row.source for row in sure if row.source == AUTHOR or not {row.source, row.statement} & {*nameless}}
    if not named:
        yield "only the unnamed commit to it" if sure else "neither the author nor a named actor commits to it"
    elif AUTHOR not in named and any(row.value in DENIED for row in event.factuality):
        yield "one side denies it"
