"""The command line of the benchmarks: `python -m benchmarks`, from the repository's root.

Takes options, gives tables or JSON; exit status 0 when every bound was kept, 1 when one was missed, 2 when nothing ran.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console

from benchmarks import material, programs
from benchmarks.growth import Growth, growth
from benchmarks.report import Measure, as_json, growth_table, measures_table
from evals.report import say

MB = 1_000_000
STORIES_A_SECOND = 25
MEMORY_MB = 700
HELP_S = 0.4
# 4n is then twice the longest of the hostile texts that the reader is tested with, 10,000 quotation marks.
LENGTH = 5_000


def main(arguments: list[str] | None = None) -> int:
    """Measures what is asked for; gives the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        title, measures = _measured(asked.stories) if asked.only != "growth" else ("", [])
    except programs.RunFailed as error:
        say(str(error), "bold red")
        return 2
    grown = list(_grown(asked.length)) if asked.only != "speed" else []
    _tell(title, measures, grown, json=asked.json)
    return int(any(row.passed is False for row in measures) or not all(row.linear for row in grown))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, beside their bounds.")
    parser.add_argument("--stories", type=int, metavar="N", help="read only so many stories")
    parser.add_argument("--length", type=int, default=LENGTH, metavar="N", help=f"n of the growth check ({LENGTH})")
    parser.add_argument("--only", choices=["speed", "growth"], help="leave out the other half")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    return parser


def _measured(limit: int | None) -> tuple[str, list[Measure]]:
    with tempfile.TemporaryDirectory() as scratch:
        stories, count, title = material.stories(Path(scratch), limit)
        return title, [*_starting(), *_reading(stories, count), *_inside(stories)]


def _starting() -> Iterator[Measure]:
    say("dateline --help")
    yield Measure("dateline --help, median of 5", programs.helping(), "s", at_most=HELP_S)


def _reading(stories: Path, count: int) -> Iterator[Measure]:
    for workers in (1, 2):
        say(f"reading {count} stories, {workers} worker(s)")
        speed = count / programs.reading(stories, workers)
        floor = STORIES_A_SECOND if workers == 2 else None
        yield Measure(f"speed, {workers} worker(s), start-up included", speed, "stories/s", at_least=floor)


def _inside(stories: Path) -> Iterator[Measure]:
    say("reading them again in one process, watched")
    found = programs.worker(stories)
    yield Measure("one worker: speed once loaded", found["stories"] / found["read_s"], "stories/s")
    yield Measure("one worker: time inside the encoder", 100 * found["encoder_s"] / found["read_s"], "%")
    yield Measure("one worker: import and load the encoder", found["load_s"], "s")
    yield Measure("one worker: first story", found["first_s"], "s")
    yield Measure("one worker: most memory resident", found["peak_bytes"] / MB, "MB", at_most=MEMORY_MB)


def _grown(length: int) -> Iterator[Growth]:
    read = _reader()
    for kind in material.KINDS:
        say(f"growth: {kind}")
        yield growth(read, kind, length)


def _reader() -> Callable[[str], object]:
    from dateline import Reader  # noqa: PLC0415 - loads the encoder, which the other half does not need
    from dateline.errors import SkipStory  # noqa: PLC0415

    reader = Reader()

    def read(text: str) -> object:
        try:
            return reader.read(text)
        except SkipStory as named:
            return named

    return read


def _tell(title: str, measures: list[Measure], grown: list[Growth], *, json: bool) -> None:
    if json:
        print(as_json(title, measures, grown))
        return
    console = Console()
    if measures:
        console.print(measures_table(measures, title))
    if grown:
        console.print(growth_table(grown))


if __name__ == "__main__":
    sys.exit(main())
