"""The tag sets of the encoder's heads and the lemma edit scripts, the same for training and reading.

Takes nothing, gives constants and two small functions.
"""

from __future__ import annotations

from dateline.record.parsed import NAME_KINDS

__all__ = ["NAME_KINDS", "NAME_TAGS", "apply_script", "edit_script"]

NAME_TAGS = ("O", *(f"{p}-{k}" for k in NAME_KINDS for p in "BI"))


def edit_script(form: str, lemma: str) -> str:
    """How to make `lemma` of `form`: case ("l" lower, "k" keep), characters to drop at the end, characters to add."""
    if lemma == "_":
        return "k0:"
    case, base = ("k", form) if lemma[:1] == form[:1] and not form.islower() else ("l", form.lower())
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{case}{len(base) - same}:{lemma[same:]}"


def apply_script(form: str, script: str) -> str:
    """The lemma that `script` makes of `form`."""
    base = form if script[0] == "k" else form.lower()
    drop, _, add = script[1:].partition(":")
    return base[: max(len(base) - int(drop), 0)] + add or form
