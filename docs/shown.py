"""Blocks of the docs that are made by running what they show, so that they cannot go stale.

Takes a command line or a piece of Python, gives Markdown; cog calls it in README.md and in this folder's pages.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

from typer.main import get_command

from dateline import cli

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


def _printed(command: list[str]) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in COLOURS} | PLAIN
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, env=environment)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def _block(language: str, *parts: str) -> str:
    return "\n".join([f"```{language}", *parts, "```"])
