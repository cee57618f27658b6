"""What may be set from outside, in one frozen value. Takes environment variables DATELINE_*, gives `Settings`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and tables; each field is set by the environment variable of its name: DATELINE_MAX_CHARACTERS.

    `max_characters`: longest text that is read, in code points; the default is a long book, a thousand times a story.
    `actors`: path of a CSV file with actors of the user's own, which come before the shipped ones.
    `issues`: path of a CSV file with issues of the user's own (issue, phrases), by which positions are named.
    `gazetteer`: path of places that stand beside the shipped ones, or in place of those with the same GeoNames id.
    """

    max_characters: int = 5_000_000
    actors: str = ""
    issues: str = ""
    gazetteer: str = ""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables; raises ValueError where a limit is not a positive whole number."""
    given: dict[str, Any] = {}
    for field in fields(Settings):
        name = PREFIX + field.name.upper()
        if value := environment.get(name):
            given[field.name] = _positive(name, value) if isinstance(field.default, int) else value
    return Settings(**given)


@cache
def settings() -> Settings:
    """The settings of this process, read from the environment at the first call and never again."""
    return read_settings(os.environ)


def _positive(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise ValueError(f"{name} is {value!a}; valid is a positive whole number, in digits only")
    return int(value)
