"""The command line of the quality gate: `python -m evals`, from the repository's root.

Takes names of tasks and options, gives a table; exit status 0 when every floor held, 1 when one was missed or sank
silently, 2 when a task could not be run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from evals import floors as pinned
from evals.floors import FLOORS, Floors
from evals.gate import Row, judged, unknown
from evals.measures import Json
from evals.places import ENCODER, PACKAGE, VARIABLE, Places, digest, places, tree_digest
from evals.report import results, say, table
from evals.session import ProgramFailed, Session
from evals.tasks import TASKS, Task

RESULTS = Path(__file__).with_name("results.json")


def main(arguments: list[str] | None = None) -> int:
    """Runs the tasks that are named, or all; gives the exit status."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.write and asked.tasks:
        parser.error("--write needs every task: results.json is of one state of the program")
    if asked.lower_floor:
        name, to = asked.lower_floor
        return _lower(name, to, asked.reason)
    floors = pinned.load(FLOORS.read_text(encoding="utf-8"))
    objections = [*pinned.objections(floors, pinned.committed()), *_nameless(floors)]
    for objection in objections:
        say(f"floors.yaml: {objection}", "bold red")
    here = places()
    missing = here.missing()
    status = _absent(missing, required=asked.require) if missing else _run(here, floors, asked)
    return max(status, int(bool(objections)))


def _parser() -> argparse.ArgumentParser:
    names = [task.name for task in TASKS]
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Scores beside their pinned floors.",
        epilog=f"The corpora are looked for in ${VARIABLE}, or else beside the repository. Tasks: {', '.join(names)}",
    )
    parser.add_argument("tasks", nargs="*", choices=[[], *names], metavar="TASK", help="only these")
    parser.add_argument("--write", action="store_true", help="write evals/results.json")
    parser.add_argument("--require", action="store_true", help="fail where the corpora are missing")
    parser.add_argument("--workers", type=int, default=2, help="processes that read (2)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave what was read and parsed there")
    parser.add_argument("--lower-floor", nargs=2, metavar=("TASK.FIGURE", "TO"), help="lower a floor; needs --reason")
    parser.add_argument("--reason", default="", help="why the floor has to sink; kept in floors.yaml")
    return parser


def _lower(name: str, to: str, reason: str) -> int:
    try:
        text = pinned.lower(FLOORS.read_text(encoding="utf-8"), name, float(to), reason)
    except ValueError as error:
        say(f"the floor stays: {error}", "bold red")
        return 2
    FLOORS.write_text(text, encoding="utf-8")
    return 0


def _nameless(floors: Floors) -> list[str]:
    return [f"no task measures {name}" for name in unknown(floors, TASKS)]


def _absent(missing: list[Path], *, required: bool) -> int:
    say(
        "Nothing was measured. The evaluation needs the corpora and their scorers, which are not part of this "
        f"repository; {VARIABLE} says where the corpora lie (from there, the scorers are in ../eval, the hand-coded "
        f"stories in ../stories). Not found: {', '.join(map(str, missing))}",
        "bold yellow",
    )
    return 2 if required else 0


def _run(here: Places, floors: Floors, asked: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        work = asked.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        session = Session(work.resolve(), here.scorers, asked.workers)
        reader = tree_digest(PACKAGE)
        tasks = [task for task in TASKS if not asked.tasks or task.name in asked.tasks]
        try:
            digests = {task.name: _known(here, floors, task) for task in tasks}
            rows = [row for task in tasks for row in judged(task, _measured(session, here, task), floors)]
        except ProgramFailed as error:
            say(str(error), "bold red")
            return 2
    if tree_digest(PACKAGE) != reader:
        say("the reader was changed while it was measured: the figures are of no one version", "bold red")
        return 2
    return _told(rows, digests, write=asked.write)


def _known(here: Places, floors: Floors, task: Task) -> str:
    """The digest of a task's gold, which must be the one its floors were set on."""
    found = digest(here.gold(task.gold))
    if found != floors.corpora.get(task.name):
        raise ProgramFailed(f"{task.name}: {task.gold} is not the gold that the floors were set on (sha256 {found})")
    return found


def _measured(session: Session, here: Places, task: Task) -> Json:
    say(f"{task.name}: {task.what}", "bold")
    return task.measure(session, here.gold(task.gold))


def _told(rows: list[Row], digests: dict[str, str], *, write: bool) -> int:
    Console().print(table(rows))
    if write:
        RESULTS.write_text(results(rows, tree_digest(ENCODER), digests), encoding="utf-8")
    missed = [f"{row.task}.{row.figure}" for row in rows if row.passed is False]
    if missed:
        say(f"{len(missed)} floors missed: {', '.join(missed)}", "bold red")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
