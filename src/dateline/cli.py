"""The commands: parse arguments, call, print. Takes a command line, gives data on stdout and messages on stderr.

Nothing heavy is imported until a command needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Literal, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from dateline.export import Exporter, View
    from dateline.record import Story
    from dateline.record.failure import Failure

OK, SOME_FAILED, USAGE, NOTHING_TO_READ = range(4)
# Characters; a text longer than this is announced, for it takes longer than anyone expects.
LONG = 200_000
# What a shell reports of a program that ended because nobody reads its output any more: 128 + SIGPIPE.
PIPE_CLOSED = 141

app = typer.Typer(
    help="Reads news stories: who said what, each part tied to the exact characters that say it.",
    epilog="Exit status: 0 all was read; 1 a story failed, or a record is broken; 2 wrong usage; 3 nothing to read.",
    add_completion=False,
    # Help in boxes and colours takes twice as long to come.
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# The names of EXPORTERS and PARSE_EXPORTERS, which are too heavy to import for --help; a test holds them equal.
Format = Literal["table", "json", "jsonl"]
ParseFormat = Literal["conllu"]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, not to stdout.")]
StoryArgument = Annotated[str, typer.Argument(metavar="FILE", help="Plain text of one story; - is stdin.")]
RecordsArgument = Annotated[
    str, typer.Argument(metavar="RECORDS", help="Records that `read` wrote as json or jsonl; - is stdin.")
]


def main() -> None:
    """The program `dateline`."""
    logging.basicConfig(format="dateline: %(message)s")
    # One story at a time needs one thread; more would only spin (see batch.py).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    app(prog_name="dateline")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None: ...


@app.command()
def read(
    file: StoryArgument = "-",
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When FILE was published: 2015-09-24 or 2015-09-24T18:05Z.")
    ] = None,
    stories: Annotated[
        str | None, typer.Option(metavar="IN.jsonl", help="Many stories, one JSON object per line; - is stdin.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Default: table, which is for people; with --stories jsonl.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes for --stories. Default: one per core.")] = None,
    actors: Annotated[
        Path | None, typer.Option(metavar="MINE.csv", help="Actors of your own, which come before the shipped ones.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(metavar="PATH", help="More places, in the columns of the shipped gazetteer.")
    ] = None,
    output: OutputOption = None,
) -> None:
    """Read a story, or many, and print who said what."""
    from dateline.export import EXPORTERS
    from dateline.readers import jsonl, text

    if stories and (file != "-" or published):
        _stop(USAGE, "--stories takes the place of FILE and of --published: each line has its own `published`")
    exporter = EXPORTERS[format or ("jsonl" if stories else "table")]
    for name, table in (("DATELINE_ACTORS", actors), ("DATELINE_GAZETTEER", gazetteer)):
        if table is not None:
            # By way of the environment, which the workers share.
            os.environ[name] = str(table)
    with _border(), _source(stories or file) as source, _target(output, stories or file) as out:
        if stories:
            code = _write_many(jsonl.read(source), exporter, out, workers)
        else:
            code = _write_one(next(text.read(source, published=_date(published))), exporter, out)
    raise typer.Exit(code)


@app.command()
def parse(
    file: StoryArgument = "-",
    format: Annotated[ParseFormat, typer.Option(help="CoNLL-U, the form of Universal Dependencies.")] = "conllu",  # noqa: A002
    output: OutputOption = None,
) -> None:
    """Print the words of a story with their lemmas, tags and syntax."""
    from dateline.export import PARSE_EXPORTERS
    from dateline.parse import parse as parsed
    from dateline.parse.encoder import Encoder
    from dateline.readers import text
    from dateline.record import Story

    with _border(), _source(file) as source, _target(output, file) as out:
        story = next(text.read(source))
        if not isinstance(story, Story):
            _stop(SOME_FAILED, str(story))
        out.writelines(PARSE_EXPORTERS[format](parsed(story, Encoder())))


@app.command()
def why(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a finding, a sentence or a story, or as much of it as is unique.")
    ],
    records: RecordsArgument = "-",
) -> None:
    """Explain a finding: its words in their place, how it was found, and whom it was resolved to."""
    from dateline.export import why as reasons
    from dateline.readers.records import read as given
    from dateline.record import Record

    with _border(), _source(records) as source, _target(None) as out:
        found = False
        for _, line in given(source):
            record = Record.from_dict(line) if isinstance(line, dict) else Record.from_json(line)
            if one := reasons.wanted(record, wanted):
                out.write(reasons.explained(record, one, _view(out)))
                found = True
    if not found:
        _stop(
            SOME_FAILED,
            f"nothing in {records} has the id {wanted}; ids depend on the story's text, and on its id or else its "
            "published date, outlet and url: look the id up in records that were read with the same ones",
        )


@app.command()
def verify(records: RecordsArgument = "-") -> None:
    """Check every invariant of records; stop at the first that is broken."""
    from dateline.export.view import safe
    from dateline.readers.records import read as given
    from dateline.record import violations

    count, stories = 0, Counter[str]()
    with _border(), _source(records) as source, _target(None) as out:
        for count, (number, line) in enumerate(given(source), start=1):  # noqa: B007 - the last count is used
            if broken := next(violations(line), None):
                out.write(safe(f"{records}:{number}: {broken}\n"))
                raise typer.Exit(SOME_FAILED)
            stories[_story_id(line)] += 1
        if not count:
            _stop(NOTHING_TO_READ, f"{records} holds no record")
        out.write(f"{count} sound record{'s' if count > 1 else ''}\n")
    if again := sum(stories.values()) - len(stories):
        _say(f"{again} of them {'has' if again == 1 else 'have'} the story id of another; an id should name one story")


def _story_id(line: bytes | dict[str, Any]) -> str:
    """The id of the story of a sound record."""
    import json

    record = line if isinstance(line, dict) else json.loads(line)
    return str(record["story"]["id"])


@app.command()
def formats() -> None:
    """List what can be read and what can be written."""
    from dateline.export import EXPORTERS, PARSE_EXPORTERS
    from dateline.readers import READERS

    writers = {name: exporter.render for name, exporter in EXPORTERS.items()}
    for use, table in (("read from", READERS), ("read --format", writers), ("parse --format", PARSE_EXPORTERS)):
        for name, function in table.items():
            about = (function.__doc__ or "").partition("\n")[0]
            typer.echo(f"{use:<16}{name:<8}{about}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from dateline.record import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _date(published: str | None) -> str | None:
    """The date of --published; where it is none, that is wrong usage."""
    from dateline.errors import BadPublished
    from dateline.record import Story

    try:
        return Story(text="", published=published).published
    except BadPublished as error:
        _stop(USAGE, f"--published: {error}")


@dataclass(slots=True)
class Tally:
    """How many stories came in and what became of them; when a run is over, `given == read + failed`."""

    given: int = 0
    read: int = 0
    failed: int = 0

    def taken(self, stories: Iterable[Story | Failure]) -> Iterator[Story | Failure]:
        """The same stories, counted as they come in."""
        for story in stories:
            self.given += 1
            yield story

    def results(self, results: Iterable[str | Failure]) -> Iterator[str]:
        """What was read, counted; each failure is counted and goes to stderr."""
        for result in results:
            if isinstance(result, str):
                self.read += 1
                yield result
            else:
                self.failed += 1
                _say(str(result))

    @property
    def code(self) -> int:
        """The exit status that it amounts to."""
        return NOTHING_TO_READ if not self.given else SOME_FAILED if self.failed else OK

    def __str__(self) -> str:
        stories = "story" if self.given == 1 else "stories"
        return f"{self.given:,} {stories} in: {self.read:,} read, {self.failed:,} failed"


def _write_one(story: Story | Failure, exporter: Exporter, out: TextIO) -> int:
    from dateline.batch import rendered

    tally = Tally()
    if (size := len(getattr(story, "text", ""))) > LONG:
        _say(f"{size:,} characters, more than a story has: this may take minutes")
    results = rendered(tally.taken([story]), exporter.to(_view(out)), workers=1)
    out.writelines(text.rstrip("\n") + "\n" for text in tally.results(results))
    if not tally.failed and not getattr(story, "text", "").strip():
        _stop(NOTHING_TO_READ, "the text is empty")
    return tally.code


def _write_many(stories: Iterable[Story | Failure], exporter: Exporter, out: TextIO, workers: int | None) -> int:
    from dateline.batch import rendered

    tally = Tally()
    results = rendered(tally.taken(stories), exporter.to(_view(out)), workers)
    with _progress() as moved:
        out.write(exporter.before)
        for text in tally.results(results):
            out.write((exporter.between if tally.read > 1 else "") + text)
            moved(tally)
        out.write(exporter.after)
    _say(str(tally) if tally.given else "nothing to read: the input holds no story")
    return tally.code


@contextmanager
def _progress() -> Iterator[Callable[[Tally], None]]:
    """Shows a tally as it grows, where there is someone to see it and the output does not come between."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True))
    with bar:
        task = bar.add_task("starting")
        yield lambda tally: bar.update(task, description=str(tally))


@contextmanager
def _border() -> Iterator[None]:
    """Where errors become messages and exit statuses."""
    from dateline.errors import BadSetting, DatelineError

    try:
        yield
        sys.stdout.flush()
    except BadSetting as error:
        _stop(USAGE, str(error))
    except DatelineError as error:
        _stop(SOME_FAILED, str(error))
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; without this, Python would complain of it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None


@contextmanager
def _source(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of stdin for "-"."""
    if name == "-":
        if sys.stdin.isatty():
            _stop(NOTHING_TO_READ, "nothing to read: name a file, or send a text to stdin")
        yield sys.stdin.buffer
        return
    try:
        source = Path(name).open("rb")  # noqa: SIM115 - an error while it is read is another error
    except OSError as error:
        _stop(NOTHING_TO_READ, f"{name} cannot be read: {error.strerror}")
    with source:
        yield source


@contextmanager
def _target(path: Path | None, source: str = "-") -> Iterator[TextIO]:
    """Where the data goes: a file, or stdout."""
    if path is None:
        yield sys.stdout
        return
    if source != "-" and path.exists() and path.samefile(source):
        _stop(USAGE, f"--output {path} is the input; name another file")
    try:
        target = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        _stop(USAGE, f"{path} cannot be written: {error.strerror}")
    with target:
        yield target


def _view(out: TextIO) -> View:
    from dateline.export import View

    colour = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(shutil.get_terminal_size((100, 24)).columns, colour)


def _speak_unicode(stream: Any) -> None:
    """Data is UTF-8 with plain line ends whatever the locale; a terminal keeps its own encoding."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", newline="\n")


def _say(message: str) -> None:
    from dateline.export.view import safe

    typer.echo(f"dateline: {safe(message)}", err=True)


def _stop(code: int, message: str) -> NoReturn:
    _say(message)
    raise typer.Exit(code)
