"""What may be set from outside, in one frozen value. Takes environment variables DATELINE_*, gives `Settings`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits; each field is set by the environment variable of its name in capitals: DATELINE_MAX_CHARACTERS.

    `max_characters`: longest text that is read, in code points; the default is a long book, a thousand times a story.
    """

    max_characters: int = 5_000_000


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables; raises ValueError where one is not a positive whole number."""
    names = {field.name: PREFIX + field.name.upper() for field in fields(Settings)}
    given = {field: (name, environment[name]) for field, name in names.items() if environment.get(name)}
    return Settings(**{field: _positive(name, value) for field, (name, value) in given.items()})


@cache
def settings() -> Settings:
    """The settings of this process, read from the environment at the first call and never again."""
    return read_settings(os.environ)


def _positive(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise ValueError(f"{name} is {value!a}; valid is a positive whole number, in digits only")
    return int(value)
