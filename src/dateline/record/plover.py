"""The classes of PLOVER (Open Event Data Alliance, 2024) and of status: the order in the network, and what each means.

Takes nothing, gives constants and, by name, the scores and definitions of `data/plover.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from dateline.record.datafiles import check, data_text, yaml_tree

if TYPE_CHECKING:
    from dateline.record.findings import Quad

FILE = "plover.yaml"
SHIFTS = ("announced", "refused", "demanded")

MODES_OF: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
TYPES = tuple(MODES_OF)
QUADS: dict[str, tuple[str, ...]] = {
    "verbal-cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material-cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal-conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material-conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
# No event, then the types.
EVENT_TAGS = ("O", *TYPES)
# No mode, then those of each type.
MODE_TAGS = ("", *(f"{t}.{m}" for t, modes in MODES_OF.items() for m in modes))
# Sectors of actors; ELI: former officials; MED: health, and JRN the media.
SECTORS = (
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
    "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
)  # fmt: skip
# Codes of actors that belong to no one country.
SUPRANATIONAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
STATUS_TAGS = ("occurred", "ongoing", "planned", "threatened", "hypothetical", "negated", "historical")


@dataclass(frozen=True, slots=True)
class EventClass:
    """One type, or one mode of a type (`mode` is then not empty).

    `score`: on PLOVER's scale, -10 to 10; `cameo`: the CAMEO code of such an event of which no more is known; `future`:
    the code where it is only planned or threatened; `recipient`: whether one is needed.
    """

    type: str
    mode: str
    quad: Quad
    score: float
    recipient: bool
    means: str
    cameo: str
    future: str
    announced: tuple[str, str] | None = None
    refused: tuple[str, str] | None = None
    demanded: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """The manual's tables: classes by (type, mode), and what each context and quad class means."""

    classes: Mapping[tuple[str, str], EventClass]
    contexts: Mapping[str, str]
    quads: Mapping[str, str]


@cache
def plover() -> Plover:
    """The tables of `data/plover.yaml`, read once."""
    return read_plover(data_text(FILE))


def read_plover(text: str) -> Plover:
    """The tables of a text; raises `BadTable` where their classes are not the constants above or a cell is missing."""
    tree = yaml_tree(text)
    check(tuple(tree["types"]) == TYPES, FILE, "types", f"they are {[*tree['types']]}; valid are {[*TYPES]}")
    check({*tree["quads"]} == {*QUADS}, FILE, "quads", f"valid are {[*QUADS]}")
    classes: dict[tuple[str, str], EventClass] = {}
    for name, row in tree["types"].items():
        modes = row.get("modes", {})
        check(tuple(modes) == MODES_OF[name], FILE, name, f"its modes are {[*modes]}; valid are {[*MODES_OF[name]]}")
        check(name in QUADS.get(row["quad"], ()), FILE, name, f"it is not of the quad class {row['quad']}")
        for mode, cells in {"": row, **modes}.items():
            classes[name, mode] = _class(name, mode, {"score": row["score"], **cells}, row)
    return Plover(*(MappingProxyType(dict(part)) for part in (classes, tree["contexts"], tree["quads"])))


def _class(name: str, mode: str, cells: Mapping[str, Any], row: Mapping[str, Any]) -> EventClass:
    where = f"{name}.{mode}" if mode else name
    missing = [key for key in ("means", "cameo", "future") if not isinstance(cells.get(key), str)]
    check(not missing, FILE, where, f"no text in {', '.join(missing)}")
    check(-10 <= cells["score"] <= 10, FILE, where, "a score lies between -10 and 10")
    return EventClass(
        type=name,
        mode=mode,
        quad=cast("Quad", row["quad"]),
        score=float(cells["score"]),
        recipient=bool(row["recipient"]),
        means=cells["means"],
        cameo=cells["cameo"],
        future=cells["future"],
        **{shift: _pair(where, cells.get(shift) or row.get(shift)) for shift in SHIFTS},
    )


def _pair(where: str, cell: str | None) -> tuple[str, str] | None:
    if cell is None:
        return None
    kind, _, mode = cell.partition(".")
    check(kind in TYPES and mode in {"", *MODES_OF[kind]}, FILE, where, f"{cell!a} is not in PLOVER")
    return kind, mode


def event_class(kind: str, mode: str | None = None) -> EventClass:
    """The class of a type, or of its mode; a mode that the type does not have is taken for none."""
    classes = plover().classes
    return classes.get((kind, mode or "")) or classes[kind, ""]


def score_of(kind: str, mode: str | None = None) -> float:
    """The PLOVER score of a mode, or of a type where there is none."""
    return event_class(kind, mode).score


def quad_of(kind: str) -> Quad:
    """The quad class of a type."""
    return event_class(kind).quad
