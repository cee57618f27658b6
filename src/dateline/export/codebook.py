"""The codes of events and what they mean: PLOVER types, modes, contexts; CAMEO codes. Takes nothing, gives rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dateline.record.cameo import codes
from dateline.record.plover import plover

HEAD: Final = ("code", "value", "belongs to", "also", "meaning")
Row = tuple[str, str, str, str, str]


def types() -> Iterator[Row]:
    """PLOVER types and modes: score, quad class, CAMEO code of which no more is known."""
    for (kind, mode), found in plover().classes.items():
        yield f"{kind}.{mode}" if mode else kind, f"{found.score:g}", found.quad, found.cameo, found.means


def contexts() -> Iterator[Row]:
    """PLOVER contexts."""
    return ((name, "", "context", "", means) for name, means in plover().contexts.items())


def cameo() -> Iterator[Row]:
    """CAMEO codes: Goldstein value, PLOVER type and mode."""
    for code, found in codes().items():
        kind = ".".join(filter(None, (found.type, found.mode))) or "statement"
        yield code, f"{found.goldstein:g}", kind, found.also, found.name


TABLES: Final[Mapping[str, Callable[[], Iterator[Row]]]] = MappingProxyType(
    {"types": types, "contexts": contexts, "cameo": cameo}
)


def lines(*names: str) -> Iterator[str]:
    """The tables of these names, columns parted by tabs, below one head."""
    yield "\t".join(HEAD) + "\n"
    for name in names or TABLES:
        yield from ("\t".join(row) + "\n" for row in TABLES[name]())
