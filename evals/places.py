"""Where the corpora, the scorers and the hand-coded stories lie, and what exactly lies there.

Takes $DATELINE_CORPORA, gives paths and digests.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "dateline"
ENCODER = PACKAGE / "data" / "encoder"
# Gold of our own writing.
SETS = ROOT / "evals" / "sets"
VARIABLE = "DATELINE_CORPORA"


@dataclass(frozen=True)
class Places:
    """The folder of the corpora; scorers and stories are its siblings."""

    corpora: Path

    @property
    def scorers(self) -> Path:
        """The folder of the `score_*.py`."""
        return self.corpora.parent / "eval"

    def gold(self, name: str) -> Path:
        """A gold file or folder, named relative to the corpora; one of our own, relative to the repository."""
        return ((ROOT if name.startswith("evals/") else self.corpora) / name).resolve()

    def missing(self) -> list[Path]:
        """The folders that an evaluation needs and that are not there."""
        return [folder for folder in (self.corpora, self.scorers) if not folder.is_dir()]


def places() -> Places:
    """The corpora that the environment names, or those beside the repository."""
    return Places(Path(os.environ.get(VARIABLE) or ROOT.parent / "shared" / "corpora").resolve())


def digest(path: Path) -> str:
    """sha256 of a file; of a folder, of the names and digests of its JSON and text files."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    files = sorted(file for file in path.iterdir() if file.suffix in {".json", ".txt"})
    rows = "".join(f"{digest(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(rows.encode()).hexdigest()


def tree_digest(folder: Path) -> str | None:
    """sha256 over the files below a folder, with their names; None where there are none."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
    rows = "".join(f"{digest(file)}  {file.relative_to(folder)}\n" for file in files)
    return hashlib.sha256(rows.encode()).hexdigest() if rows else None
