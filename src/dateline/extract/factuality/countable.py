"""Whether an event may be counted as having happened, as of publication.

Takes its row and its sources, gives yes or no.

The contract's fifth invariant: nothing planned but agreements, nothing wished, feared, denied or long past; somebody
acts; the author or a named source commits; and no side denies what another one alleges.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.record import Factuality

COUNTED = frozenset({"occurred", "ongoing"})
SURE, DENIED = frozenset({"CT+", "PR+"}), frozenset({"CT-", "PR-"})
AUTHOR = "author"


def countable(
    kind: str, status: str, actors: Collection[str], values: Sequence[Factuality], unnamed: Collection[str]
) -> bool:
    """`values`: who commits to what; `unnamed`: ids of sources that are unnamed, or of statements of such."""
    if not actors or not (status in COUNTED or (status == "planned" and kind == "AGREE")):
        return False
    named = [one for one in values if one.source == AUTHOR or not {one.source, one.statement} & set(unnamed)]
    by_author = next((one.value for one in values if one.source == AUTHOR), None)
    if by_author in SURE:
        return True
    return any(one.value in SURE for one in named) and not any(one.value in DENIED for one in values)
