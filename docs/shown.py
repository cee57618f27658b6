"""Blocks of the docs that are made by running what they show, so that they cannot go stale.

Takes a command line or a piece of Python, gives Markdown; cog calls it in README.md and in this folder's pages.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter
from typer.main import get_command

from dateline import cli, read
from dateline.record import Record, captions

RESULTS = Path(__file__).resolve().parents[1] / "evals" / "results.json"
WIDTH = "110"
# No colour and one width, whatever the terminal or the machine that runs cog asks for.
PLAIN = {"COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
COLOURS = {"FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS", "GITHUB_ACTIONS"}


def shown(command: str) -> str:
    """A command line and what it prints, as a block."""
    return _block("console", f"$ {command}", _printed(shlex.split(command)))


def ran(code: str) -> str:
    """A piece of Python and, below it, what it prints."""
    code = code.strip()
    return _block("python", code) + "\n\n" + _block("text", _printed([sys.executable, "-c", code]))


def helped(program: str = "dateline") -> str:
    """The help of a program and of each of its commands, every one under a heading of its own."""
    names = sorted(getattr(get_command(cli.app), "commands", {}))
    calls = [program, *(f"{program} {name}" for name in names)]
    return "\n\n".join(f"## `{call}`\n\n{shown(f'{call} --help')}" for call in calls)


def measured(*rows: tuple[str, str, str]) -> str:
    """Figures of the last run of the quality gate as a table. rows: task/figure, what it is, and how people do."""
    figures = json.loads(RESULTS.read_text(encoding="utf-8"))["figures"]
    lines = ["| | measured | 95 % interval | people |", "|---|---|---|---|"]
    for path, what, people in rows:
        task, _, name = path.partition("/")
        row = figures[task][name]
        interval = "–".join(f"{end:.1f}" for end in row["ci95"] or ())
        lines.append(f"| {what} ({row['n']:,}) | {row['measured']:.1f} | {interval} | {people} |")
    return "\n".join(lines)


def compared(head: tuple[str, str], published: str, rows: Mapping[str, str]) -> str:
    """Sentences with what another system makes of each, and the events that are read in it. rows: by sentence."""
    lines = [f"| sentence | {head[0]} | {head[1]} |", "|---|---|---|"]
    for sentence, other in rows.items():
        record = read(sentence, published=published)
        lines.append(f"| {sentence} | {other} | {'<br>'.join(_events(record)) or 'no event'} |")
    return "\n".join(lines)


def _events(record: Record) -> Iterator[str]:
    names = {actor.id: actor.code or actor.name for actor in record.actors}
    for event in record.events:
        said = ", ".join(f"{names.get(row.source, row.source)} {row.value}" for row in event.factuality)
        sides = f"`{captions.what(event)}` {event.cameo}, {captions.whom(event, names)}"
        yield f"{sides}: **{event.status}**, {captions.counts(event)} ({said})"


def columns(about: Mapping[str, str]) -> str:
    """The columns of a table as a table."""
    return rows_of(("column", "what it holds"), about)


def rows_of(head: tuple[str, str], about: Mapping[str, str]) -> str:
    """Names and what they mean as a table."""
    rows = (f"| `{name}` | {text.replace('|', chr(92) + '|')} |" for name, text in about.items())
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *rows])


def fields(model: type[BaseModel]) -> str:
    """The fields of a record, and below them those of each model that they hold, from their descriptions."""
    parts = [rows_of(("key", "what it holds"), dict(_described(model)))]
    done, waiting = {model}, [model]
    while waiting:
        for inner in _models(waiting.pop(0)):
            if inner not in done:
                done.add(inner)
                waiting.append(inner)
                parts += [f"## {inner.__name__.rstrip('_')}", (inner.__doc__ or "").partition("\n")[0]]
                parts.append(rows_of(("key", "what it holds"), dict(_described(inner))))
    return "\n\n".join(parts)


def _described(model: Any) -> Iterator[tuple[str, str]]:
    """Each key as it is written, with its description and the words that it may be."""
    properties = TypeAdapter(model).json_schema(mode="serialization")["properties"]
    for key, schema in properties.items():
        words = [word for part in (schema, *schema.get("anyOf", ())) for word in part.get("enum", ())]
        choice = f" — {', '.join(map(str, words))}" if words else ""
        yield key, f"{schema.get('description', '')}{choice}"


def _models(model: Any) -> Iterator[Any]:
    """The models that the fields of one hold, in order."""
    hints = get_type_hints(model)
    names = getattr(model, "model_fields", None) or hints
    for name in names:
        yield from _within(hints[name])


def _within(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and (issubclass(hint, BaseModel) or is_dataclass(hint)):
        yield hint
    for inner in get_args(hint):
        yield from _within(inner)


def _printed(command: list[str]) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in COLOURS} | PLAIN
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, env=environment)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def _block(language: str, *parts: str) -> str:
    return "\n".join([f"```{language}", *parts, "```"])
