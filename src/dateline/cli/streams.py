"""Where bytes come from, where text goes, and what is said beside it. Takes names of files, gives streams.

Nothing heavy is imported at the top: `--help` passes through here.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from dateline.export import View

OK, SOME_FAILED, USAGE, NOTHING_TO_READ = range(4)
# What a shell reports of a program that ended because nobody reads its output any more: 128 + SIGPIPE.
PIPE_CLOSED = 141


@contextmanager
def border() -> Iterator[None]:
    """Where errors become messages and exit statuses."""
    from dateline.errors import BadSetting, BadTable, DatelineError

    try:
        yield
        sys.stdout.flush()
    except (BadSetting, BadTable) as error:
        stop(USAGE, str(error))
    except DatelineError as error:
        stop(SOME_FAILED, str(error))
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; without this, Python would complain of it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None


@contextmanager
def source(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of stdin for "-"."""
    if name == "-":
        if sys.stdin.isatty():
            stop(NOTHING_TO_READ, "nothing to read: name a file, or send a text to stdin")
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - an error while it is read is another error
    except OSError as error:
        stop(NOTHING_TO_READ, f"{name} cannot be read: {error.strerror}")
    with stream:
        yield stream


@contextmanager
def target(path: Path | None, source: str = "-") -> Iterator[TextIO]:
    """Where the data goes: a file, or stdout."""
    if path is None:
        yield sys.stdout
        return
    if source != "-" and path.exists() and path.samefile(source):
        stop(USAGE, f"--output {path} is the input; name another file")
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        stop(USAGE, f"{path} cannot be written: {error.strerror}")
    with stream:
        yield stream


def view(out: TextIO) -> View:
    """What an output can show."""
    from dateline.export import View

    colour = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(shutil.get_terminal_size((100, 24)).columns, colour)


def speak_unicode(stream: Any) -> None:
    """Data is UTF-8 with plain line ends whatever the locale; a terminal keeps its own encoding."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", newline="\n")


def say(message: str) -> None:
    """A message on stderr."""
    from dateline.export.view import safe

    typer.echo(f"dateline: {safe(message)}", err=True)


def stop(code: int, message: str) -> NoReturn:
    """A message, and the end."""
    say(message)
    raise typer.Exit(code)
