"""What a field of a model is in a table. Takes pydantic models, gives columns with their Arrow and SQL types.

A field that holds ids of actors, places or times is followed by what those ids stand for (`RESOLVED`), so that most
questions need no join: in 100,000 stories a join of events with actors costs more than all the rest of the question.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
from pydantic import BaseModel

from dateline.record import Span

# Offsets and counts alike: a story may say "99,000,000,000", and R and pandas read one width as well as the other.
SCALARS: Final[Mapping[type, pa.DataType]] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}
# What is written beside an id, by the list that it refers to: name of the added column, and what it holds.
RESOLVED: Final[Mapping[str, Mapping[str, str]]] = {
    "actors": {
        "name": "its name",
        "code": "its ISO or PLOVER code",
        "role": "its code and first sector in one word, as CAMEO writes them (RUSGOV)",
    },
    "places": {"name": "its name", "country": "its country, ISO 3166 alpha-3", "lat": "latitude", "lon": "longitude"},
    "times": {"begin": "its first day", "end": "its last day"},
}
NUMBERS: Final = frozenset({"lat", "lon"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `field`: the model's field that it comes from; `resolves`: what of its ids it holds."""

    name: str
    type: pa.DataType
    about: str
    field: str | None = None
    refers_to: str | None = None
    or_word: str | None = None
    resolves: str | None = None

    @property
    def sql(self) -> str:
        """Its type in DuckDB."""
        return sql_type(self.type)


def columns_of(model: type[BaseModel], without: frozenset[str] = frozenset()) -> Iterator[Column]:
    """The columns of a model: one per field, and after a field of ids what the ids stand for."""
    for name, field in model.model_fields.items():
        if name in without:
            continue
        extra = field.json_schema_extra
        marks = extra if isinstance(extra, dict) else {}
        table, word = marks.get("refers_to"), marks.get("or_word")
        column = Column(name, arrow_type(field.annotation), field.description or "", name, _text(table), _text(word))
        yield column
        if column.refers_to:
            yield from _resolved(column)


def _resolved(column: Column) -> Iterator[Column]:
    for part, about in RESOLVED.get(column.refers_to or "", {}).items():
        kind = pa.float64() if part in NUMBERS else pa.string()
        whole = pa.list_(kind) if pa.types.is_list(column.type) else kind
        name = f"{column.name}_{part}"
        yield Column(name, whole, f"`{column.name}`: {about}", column.name, resolves=part)


def arrow_type(annotation: Any) -> pa.DataType:
    """The Arrow type of what a field may hold; TypeError where there is none, so that no field is lost silently."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return arrow_type(get_args(annotation)[0])
    if origin is Literal:
        return pa.string()
    if origin in (Union, types.UnionType):
        (one,) = (part for part in get_args(annotation) if part is not type(None))
        return arrow_type(one)
    if origin is tuple:
        return pa.list_(arrow_type(get_args(annotation)[0]))
    return _plain(annotation)


def _plain(kind: Any) -> pa.DataType:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return pa.struct([(name, arrow_type(field.annotation)) for name, field in kind.model_fields.items()])
    if dataclasses.is_dataclass(kind):
        return pa.struct([(part.name, arrow_type(_hint(kind, part.name))) for part in dataclasses.fields(kind)])
    try:
        return SCALARS[kind]
    except (KeyError, TypeError):
        raise TypeError(f"a field of type {kind!r} has no column; add its type to {__name__}") from None


def _hint(kind: Any, name: str) -> Any:
    return get_type_hints(kind, include_extras=True)[name]


SPAN: Final = arrow_type(Span)


def sql_type(kind: pa.DataType) -> str:
    """The DuckDB type of an Arrow type."""
    if pa.types.is_list(kind):
        return f"{sql_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        parts = ", ".join(f'"{part.name}" {sql_type(part.type)}' for part in kind)
        return f"STRUCT({parts})"
    return SQL_NAMES[kind]


SQL_NAMES: Final[Mapping[pa.DataType, str]] = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP",
}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
