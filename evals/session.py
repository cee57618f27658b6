"""The two programs an evaluation runs: the reader, and the scorers.

Takes input files, gives the files they wrote or what they printed; what was read once is not read again.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from dateline.record.verify import violations

# Of this very interpreter, whatever `dateline` the PATH may hold.
READER = (sys.executable, "-c", "from dateline.cli import main; main()")


class ProgramFailed(Exception):
    """A reader or scorer ended with an exit status that leaves nothing to score."""


class Session:
    """A work folder and the scorers' folder; says on stderr what runs."""

    def __init__(self, work: Path, scorers: Path, workers: int = 2, reader: tuple[str, ...] = READER) -> None:
        self.work, self.scorers, self.workers, self.reader = work, scorers, workers, reader
        self._written: set[Path] = set()

    def read(self, stories: Path, workers: int | None = None) -> Path:
        """The records of a file of stories. A story that failed has none, and so counts as missed."""
        count = str(workers or self.workers)
        out = stories.with_name(f"{stories.stem}.records-{count}.jsonl")
        if out not in self._written:
            self._into(out, "read", "--stories", str(stories), "--format", "jsonl", "--workers", count)
        return out

    def parse(self, text: Path) -> Path:
        """The CoNLL-U of a text."""
        out = text.with_suffix(".parsed.conllu")
        self._into(out, "parse", str(text), "--format", "conllu")
        return out

    def verified(self, record: str) -> bool:
        """Whether `dateline verify` would accept a line; asked in process, since it stops at the first broken one."""
        return next(violations(record), None) is None

    def script(self, name: str, *arguments: str | Path) -> str:
        """What a scorer prints."""
        command = [sys.executable, str(self.scorers / name), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
        if done.returncode:
            raise ProgramFailed(f"{name} ended with status {done.returncode}: {done.stderr.strip()[-2000:]}")
        return done.stdout

    def module(self, name: str) -> ModuleType:
        """A scorer as a module, for its counts per document. It finds its neighbours beside itself."""
        sys.path.insert(0, str(self.scorers))
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(str(self.scorers))

    def _into(self, out: Path, *arguments: str) -> None:
        print("dateline", *arguments, file=sys.stderr)
        with out.open("wb") as stream:
            done = subprocess.run([*self.reader, *arguments], stdout=stream, check=False)  # noqa: S603
        if done.returncode > 1:
            raise ProgramFailed(f"dateline {arguments[0]} ended with status {done.returncode}")
        if done.returncode == 1:
            print("warning: some stories failed; they count as missed", file=sys.stderr)
        self._written.add(out)
