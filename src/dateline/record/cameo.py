"""The codes of CAMEO: name, Goldstein value, PLOVER type. Takes a code, or what an event is, gives row or code."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.record.datafiles import check, csv_rows, data_text
from dateline.record.plover import MODES_OF, TYPES, event_class, plover

FILE = "cameo.csv"
CODE = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")
# Of these states nothing has happened yet: CAMEO has such things under 03 (to cooperate) and 13 (to threaten).
TO_COME = frozenset({"planned", "threatened"})
# Violence of soldiers is CAMEO 19, that of others 18, where no more is known of it.
SOLDIERS, FIGHTING, VIOLENCE = "MIL", "190", "180"


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `type`, `mode`: where PLOVER has it, empty for 01 and 02; `also`: a second type that it stands for."""

    code: str
    goldstein: float
    type: str
    mode: str
    also: str
    name: str

    def stands_for(self, kind: str) -> bool:
        """Whether an event of a PLOVER type may have this code."""
        return bool(kind) and kind in {self.type, self.also}


@cache
def codes() -> Mapping[str, Code]:
    """The rows of `data/cameo.csv`, read once; raises `BadTable` where a default of plover.yaml does not fit them."""
    found = read_codes(data_text(FILE))
    for (kind, mode), cells in plover().classes.items():
        own, later = found.get(cells.cameo), found.get(cells.future)
        check(own and own.stands_for(kind), FILE, f"{kind}.{mode}", f"{cells.cameo} is no code of this type")
        check(later and later.type in {"AGREE", "THREATEN", kind}, FILE, f"{kind}.{mode}", f"bad {cells.future}")
    return found


def read_codes(text: str) -> Mapping[str, Code]:
    """The rows of a text; a parent stands before its children. Raises `BadTable`."""
    found: dict[str, Code] = {}
    for line, cells in csv_rows(text):
        code, kind, mode, also = (cells[key] for key in ("code", "type", "mode", "also"))
        where = f"line {line}"
        check(CODE.fullmatch(code), FILE, where, f"{code!a} is no code; valid are 2 to 4 digits from 01 to 20")
        check(code not in found, FILE, where, f"{code} has a row already")
        check(len(code) == 2 or code[:-1] in found, FILE, where, f"{code} comes before {code[:-1]}")
        check(not kind or kind in TYPES, FILE, where, f"{kind!a} is no PLOVER type")
        check(not mode or mode in MODES_OF.get(kind, ()), FILE, where, f"{mode!a} is no mode of {kind}")
        check(not also or also in TYPES, FILE, where, f"{also!a} is no PLOVER type")
        check(cells["name"], FILE, where, "no name")
        value = float(cells["goldstein"]) if cells["goldstein"] else found[code[:-1]].goldstein
        check(_signed(code, value), FILE, where, f"{value} has the wrong sign or size for {code}")
        found[code] = Code(code, value, kind, mode, also, cells["name"])
    return MappingProxyType(found)


def _signed(code: str, value: float) -> bool:
    """Cooperation (03 to 08) is above zero, conflict (09 to 20) below; statements and appeals are near it."""
    number = int(code[:2])
    return abs(value) <= 4 if number <= 2 else 0 < value <= 10 if number <= 8 else -10 <= value < 0


def code_of(kind: str, mode: str | None = None, status: str = "occurred", sectors: Collection[str] = ()) -> str:
    """The code of an event of which no more is known than type, mode and status. `sectors`: of its first actor."""
    cells = event_class(kind, mode)
    if status in TO_COME:
        return cells.future
    if cells.cameo == FIGHTING and not cells.mode:
        return FIGHTING if SOLDIERS in sectors else VIOLENCE
    return cells.cameo


def as_appeal(code: str) -> str:
    """The appeal (02) that asks for what a demand (10) demands, for who asks softly; other codes as they are."""
    return f"02{code[2:]}" if root(code) == "10" else code


def root(code: str) -> str:
    """The two digits that a code begins with."""
    return code[:2]


def goldstein(code: str) -> float:
    """The value of a code on Goldstein's scale, -10 to 10."""
    return codes()[code].goldstein


def name(code: str) -> str:
    """What a code means, in our own words."""
    return codes()[code].name
