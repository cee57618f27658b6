"""Timed runs of whole programs.

Takes a file of stories, gives seconds and what a worker said of itself.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.places import ROOT
from evals.session import READER

SCRIPT = Path(sys.executable).with_name("dateline")
HELP_RUNS = 5


class RunFailed(Exception):
    """The program ended with an exit status that leaves nothing to time."""


def program() -> tuple[str, ...]:
    """The installed program; where it is not installed, what it would run."""
    return (str(SCRIPT),) if SCRIPT.exists() else READER


def seconds(command: Sequence[str]) -> float:
    """Wall time of a program whose output nobody reads. Status 1 is some stories that failed."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    if done.returncode > 1:
        raise RunFailed(f"{' '.join(command)} ended with status {done.returncode}")
    return time.perf_counter() - start


def reading(stories: Path, workers: int) -> float:
    """Seconds to read the stories, start-up included."""
    return seconds([*program(), "read", "--stories", str(stories), "--format", "jsonl", "--workers", str(workers)])


def helping() -> float:
    """Median seconds until `dateline --help` has answered."""
    return statistics.median(seconds([*program(), "--help"]) for _ in range(HELP_RUNS))


def worker(stories: Path) -> dict[str, Any]:
    """What one worker in a process of its own says of its time and memory."""
    command = [sys.executable, "-m", "benchmarks.worker", str(stories)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RunFailed(f"the worker ended with status {done.returncode}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
