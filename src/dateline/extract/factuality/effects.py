"""What words over and beside a predicate leave open of its status.

Takes `data/control.yaml`, gives sets of statuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.record.commitment import control
from dateline.record.findings import Status
from dateline.record.words import words

Statuses = frozenset[Status]
REAL: Statuses = frozenset({"occurred", "ongoing", "historical"})
TO_COME: Statuses = frozenset({"planned", "threatened", "hypothetical"})
EVERY: Statuses = REAL | TO_COME | {"negated"}
# What an effect leaves open of an infinitive, a gerund or a clause; measured on our own marked sentences, where nine in
# ten statuses lie among those that are left. A plan may be a threat ("vowed to burn"), and a vow one not to act.
OPEN: Mapping[str, Statuses] = {
    "occurred": REAL | {"planned", "hypothetical"},
    "ongoing": frozenset({"ongoing", "historical", "planned"}),
    "planned": TO_COME | {"negated"},
    "threatened": frozenset({"threatened"}),
    "hypothetical": TO_COME,
    "negated": frozenset({"negated"}),
    "stopped": REAL | {"negated"},
    "historical": frozenset({"historical"}),
}
# A noun as complement is a deed of its own more often than not ("rejected the ban"); these effects hold for it too.
OF_NOUNS = frozenset({"threatened"})
# "said that" leaves open what it is said of; these effects hold for a clause after a verb of speaking too.
OF_SAID = frozenset({"negated", "threatened"})
# Verbs of which the sentences that we marked say otherwise than the table.
UNCLEAR = frozenset({"let", "make", "order", "extend", "get", "help", "see", "expect", "free", "clear", "lead"})
# Auxiliaries of which the heads know better whether they promise, threaten or only suppose; "can" says little.
MODALS: Mapping[str, Statuses] = {
    "will": TO_COME | {"negated"},
    "'ll": TO_COME,
    "wo": TO_COME | {"negated"},
    "shall": TO_COME | {"negated"},
    "would": TO_COME | {"historical", "negated"},
    "could": frozenset({"hypothetical", "threatened", "negated"}),
    "can": REAL | {"hypothetical"},
    "dare": EVERY,
}


LINKED: Mapping[str, Statuses] = {
    "ongoing": frozenset({"ongoing", "planned", "hypothetical", "negated"}),
    "planned": TO_COME | {"negated"},
    "hypothetical": frozenset({"hypothetical", "threatened"}),
    "negated": frozenset({"negated"}),
    "historical": frozenset({"historical"}),
    "occurred": REAL,
}


@cache
def of_governor(lemma: str, pos: str, complement: str) -> Statuses | None:
    """What a governing verb, noun or adjective leaves open of its complement ("to", "ing", "that", "np")."""
    effect = None if lemma in UNCLEAR else control().effect(lemma, pos, complement)
    if effect is None or (complement == "np" and effect not in OF_NOUNS):
        return None
    if complement == "that" and effect not in OF_SAID and lemma in words("speech_verbs"):
        return None
    return OPEN[effect] | {"negated"} if pos == "NOUN" and effect == "hypothetical" else OPEN[effect]


@cache
def of_quality(lemma: str) -> Statuses | None:
    """What an adjective leaves open of the noun that it stands with: "planned", "possible", "ongoing"."""
    effect = control().effect(lemma, "ADJ")
    return OPEN[effect] if effect in {"ongoing", "planned", "hypothetical", "negated", "threatened"} else None


@cache
def of_modal(lemma: str) -> Statuses | None:
    """What an auxiliary leaves open."""
    if lemma in MODALS:
        return MODALS[lemma]
    modal = control().modals.get(lemma)
    return None if modal is None else EVERY & {modal.effect}


@cache
def of_link(lemma: str) -> Statuses | None:
    """What an adverb, a conjunction or a preposition leaves open."""
    effect = control().effect(lemma)
    return LINKED.get(effect or "")
