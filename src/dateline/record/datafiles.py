"""The reviewed tables of data/: CSV with comments, and YAML. Takes a file's name, gives its rows or its tree."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import BadTable

# The same loader in C, where the library has it: ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_text(name: str) -> str:
    """The text of `data/NAME`."""
    return files("dateline").joinpath("data", name).read_text(encoding="utf-8")


def csv_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with the number of their line; lines that begin with '#' are comments."""
    kept = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line and line[0] != "#"]
    cells = csv.DictReader((line for _, line in kept), restval="")
    for (number, _), row in zip(kept[1:], cells, strict=True):
        yield number, row


def yaml_tree(text: str) -> Mapping[str, Any]:
    """The tree of a YAML file, with its words as they stand."""
    return yaml.load(text, Loader=LOADER) or {}  # noqa: S506 - both loaders are the safe one


def listed(value: object) -> tuple[str, ...]:
    """The entries of a list that is written as one text, parted by commas; an entry may be a phrase."""
    return tuple(entry for part in str(value or "").split(",") if (entry := " ".join(part.split())))


def check(good: object, file: str, where: object, problem: str) -> None:
    """Raise `BadTable` unless something holds. `where`: the line or the entry."""
    if not good:
        raise BadTable(f"data/{file}, {where}: {problem}")
