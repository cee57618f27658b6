"""What may be set from outside, in one frozen value. Takes environment variables DATELINE_*, gives `Settings`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

PREFIX = "DATELINE_"
# The settings that are numbers.
LIMITS = frozenset({"max_characters"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and files; each field is set by the environment variable of its name in capitals: DATELINE_MAX_CHARACTERS.

    `max_characters`: longest text that is read, in code points; the default is a long book, a thousand times a story.
    `gazetteer`: a file of places that stand beside the shipped ones, or in place of those with the same GeoNames id.
    """

    max_characters: int = 5_000_000
    gazetteer: str | None = None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables; raises ValueError where a limit is not a positive whole number."""
    names = {field.name: PREFIX + field.name.upper() for field in fields(Settings)}
    given = {field: environment[name] for field, name in names.items() if environment.get(name)}
    checked = {field: _positive(names[field], value) for field, value in given.items() if field in LIMITS}
    return Settings(**{**given, **checked})  # type: ignore[arg-type]


@cache
def settings() -> Settings:
    """The settings of this process, read from the environment at the first call and never again."""
    return read_settings(os.environ)


def _positive(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise ValueError(f"{name} is {value!a}; valid is a positive whole number, in digits only")
    return int(value)
