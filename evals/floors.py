"""Pinned floors, and the rule that none sinks silently.

Takes floors.yaml as it is and as the last commit has it, gives the floors and every objection to them.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FLOORS = Path(__file__).with_name("floors.yaml")


class Lowered(BaseModel):
    """One floor that sank, and why. `to` is null where the floor was given up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    floor: str
    before: float
    to: float | None
    reason: str = Field(min_length=10)


class Floors(BaseModel):
    """The file: floors in per cent by `task.figure`, sha256 of each gold by task, and the history of lowered floors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    floors: dict[str, float]
    corpora: dict[str, str]
    lowered: tuple[Lowered, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _empty_history(cls, data: Any) -> Any:
        return {**data, "lowered": data.get("lowered") or ()} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _plausible(self) -> Self:
        if wrong := [name for name, floor in self.floors.items() if not 0 < floor <= 100]:
            raise ValueError(f"floors are per cent, above 0 and at most 100: {', '.join(wrong)}")
        if wrong := [task for task, value in self.corpora.items() if not re.fullmatch("[0-9a-f]{64}", value)]:
            raise ValueError(f"a digest is 64 hexadecimal digits: {', '.join(wrong)}")
        return self


def load(text: str) -> Floors:
    """The floors in the text of a floors.yaml."""
    return Floors.model_validate(yaml.safe_load(text))


def committed(path: Path = FLOORS) -> Floors | None:
    """The floors of the last commit; None where there is no commit, no git, or no such file in it."""
    command = ["git", "-C", str(path.parent), "show", f"HEAD:./{path.name}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    except OSError:
        return None
    return load(done.stdout) if done.returncode == 0 else None


def objections(now: Floors, before: Floors | None) -> Iterator[str]:
    """What changed since the last commit and may not have: a floor sank, a digest changed, history was rewritten."""
    if before is None:
        return
    if now.lowered[: len(before.lowered)] != before.lowered:
        yield "`lowered` is a history: entries are appended, never changed or taken away"
    said = {(row.floor, row.before, row.to) for row in now.lowered[len(before.lowered) :]}
    for name, floor in before.floors.items():
        new = now.floors.get(name)
        if (new is None or new < floor) and (name, floor, new) not in said:
            word = "gone" if new is None else f"{new:g}"
            yield f"{name} was {floor:g} and is {word}, without a reason: use --lower-floor"
    for task, value in before.corpora.items():
        if now.corpora.get(task) != value:
            yield f"the pinned digest of {task} changed: a floor on other gold is another floor; start a task beside it"


def lower(text: str, name: str, to: float, reason: str) -> str:
    """The text of a floors.yaml with one floor lowered and the reason appended; its comments stay."""
    floors = load(text)
    before = floors.floors.get(name)
    if before is None:
        raise ValueError(f"no floor {name!r}; there are: {', '.join(floors.floors)}")
    if not to < before:
        raise ValueError(f"{name} is {before:g}; to raise it, edit the file")
    entry = Lowered(floor=name, before=before, to=to, reason=reason).model_dump()
    lines = re.sub(rf"^(  {re.escape(name)}: *)[^ #\n]+", rf"\g<1>{to:g}", text, flags=re.MULTILINE)
    return f"{lines.rstrip()}\n  - {json.dumps(entry, ensure_ascii=False)}\n"
