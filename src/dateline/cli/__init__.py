"""The commands: parse arguments, call, print. Takes a command line, gives data on stdout and messages on stderr.

Nothing heavy is imported until a command needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Literal, TextIO

import typer

from dateline.cli.streams import (
    NOTHING_TO_READ,
    SOME_FAILED,
    USAGE,
    border,
    say,
    source,
    speak_unicode,
    stop,
    target,
    view,
)
from dateline.cli.tally import Tally

if TYPE_CHECKING:
    from dateline.batch import MakeReader
    from dateline.export import Exporter
    from dateline.readers.pairs import Pair
    from dateline.record import Record, Story
    from dateline.record.failure import Failure

# Characters; a text longer than this is announced, for it takes longer than anyone expects.
LONG = 200_000
JSON = re.compile(r"\s*[\[{]\s*[{\"]\s*\w*\"?\s*[:\"]")
# Lines that are no record, of which that is said one by one: a file may be of another kind altogether.
NAMED = 10

IDS = (
    "ids are the `id` fields of records, or their beginnings. They depend on the story's text and on its id, or else "
    "its published date, outlet and url: look the id up in records that were read with the same ones"
)

app = typer.Typer(
    help=(
        "Reads news stories: who said what, and who did what to whom, each part tied to the exact characters that say "
        "it."
    ),
    epilog="Exit status: 0 all was read; 1 a story failed, or a record is broken; 2 wrong usage; 3 nothing to read.",
    add_completion=False,
    # Help in boxes and colours takes twice as long to come.
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# The names of EXPORTERS, CODINGS and so on, which are too heavy to import for --help; a test holds them equal.
Format = Literal["table", "json", "jsonl"]
CodingFormat = Literal["csv", "jsonl"]
CodeTable = Literal["types", "contexts", "cameo"]
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
        speak_unicode(stream)
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
    fold: Annotated[
        bool, typer.Option("--fold", help="Events as PLOVER's manual has them: AGREE, THREATEN for what is to come.")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Read a story, or many, and print who said what, and who did what to whom."""
    from dateline.export import EXPORTERS
    from dateline.readers import jsonl, text

    if stories and (file != "-" or published):
        stop(USAGE, "--stories takes the place of FILE and of --published: each line has its own `published`")
    exporter = EXPORTERS[format or ("jsonl" if stories else "table")]
    exporter = exporter.folded() if fold else exporter
    with border():
        reader = _reader(actors, gazetteer)
        with source(stories or file) as given, target(output, stories or file) as out:
            if stories:
                code = _write_many(jsonl.read(given), exporter, out, reader, workers)
            else:
                code = _write_one(next(text.read(given, published=_date(published))), exporter, out, reader)
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
    from dateline.parse.doubts import unreadable
    from dateline.parse.encoder import Encoder
    from dateline.readers import text
    from dateline.record import Story

    with border(), source(file) as given, target(output, file) as out:
        story = next(text.read(given))
        if not isinstance(story, Story):
            stop(SOME_FAILED, str(story))
        if not story.text.strip():
            stop(NOTHING_TO_READ, "the text is empty")
        if doubt := unreadable(story.text):
            say(f"{doubt[0]}: the words of another language are no English ones, and their tags are guesses")
        out.writelines(PARSE_EXPORTERS[format](parsed(story, Encoder())))


@app.command()
def code(
    file: Annotated[
        str, typer.Argument(metavar="PAIRS", help="CSV with a head, or JSON Lines, a pair per row; - is stdin.")
    ] = "-",
    format: Annotated[CodingFormat, typer.Option(help="What to write.")] = "csv",  # noqa: A002
    output: OutputOption = None,
) -> None:
    """Code the event between two given sides of a sentence, for each of many pairs.

    Columns of PAIRS: text; actor and recipient, as they stand there once, or actor_start, actor_end, recipient_start,
    recipient_end in code points, end exclusive; published and id, if known. One of the two sides may be left out.
    """
    from dateline.export.codings import CODINGS
    from dateline.readers import pairs

    with border(), source(file) as given, target(output, file) as out:
        line = CODINGS[format]
        out.write(line(None))
        tally = Tally(noun=("pair", "pairs"), verb="coded")
        for row in _coded(pairs.read(given), tally):
            out.write(line(row))
    say(str(tally) if tally.given else "nothing to code: the input holds no pair")
    raise typer.Exit(tally.code)


def _coded(rows: Iterable[Pair | Failure], tally: Tally) -> Iterator[dict[str, Any]]:
    """What each pair is coded as; a row that fails is counted and said, and the run goes on."""
    from dateline.export.codings import cells
    from dateline.pairs import tried
    from dateline.record.failure import Failure

    for row in rows:
        tally.given += 1
        key = "" if isinstance(row, Failure) else row.id
        found = row if isinstance(row, Failure) else tried(row.where, row.text, row.actor, row.recipient, row.published)
        if isinstance(found, Failure):
            tally.failed += 1
            say(str(found))
        else:
            tally.read += 1
            yield cells(key, found)


@app.command()
def codes(
    table: Annotated[CodeTable | None, typer.Argument(help="One of the tables; all of them without it.")] = None,
) -> None:
    """List the codes of events with their values and meanings, columns parted by tabs."""
    from dateline.export.codebook import lines

    with border(), target(None) as out:
        out.writelines(lines(table) if table else lines())


@app.command()
def why(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a finding, a sentence or a story, or as much of it as is unique.")
    ],
    records: RecordsArgument = "-",
) -> None:
    """Explain a finding: its words in their place, how it was found, and whom it was resolved to."""
    from dateline.export import why as reasons

    found, broken = False, list[int]()
    with border(), source(records) as lines, target(None) as out:
        for record in _records(records, lines, broken):
            if one := reasons.wanted(record, wanted):
                out.write(reasons.explained(record, one, view(out)))
                found = True
    if not found:
        stop(SOME_FAILED, f"nothing in {records} has the id {wanted}; {IDS}")
    if broken:
        raise typer.Exit(SOME_FAILED)


def _records(name: str, lines: BinaryIO, broken: list[int]) -> Iterator[Record]:
    """The records of a file; the number of each line that holds none is added to `broken`, and said."""
    from dateline.errors import BadRecord
    from dateline.readers.records import read as given
    from dateline.record import Record

    number, sound = 0, False
    for number, line in given(lines):
        try:
            yield Record.from_dict(line) if isinstance(line, dict) else Record.from_json(line)
            sound = True
        except BadRecord as error:
            broken.append(number)
            if len(broken) <= NAMED:
                say(f"{name}:{number}: {error}")
    if len(broken) > NAMED:
        say(f"{name}: {len(broken) - NAMED:,} more lines hold no record")
    if not number:
        stop(NOTHING_TO_READ, f"{name} holds no record")
    if not sound:
        say(f"{name} holds no record; records are what `dateline read --format json` or `jsonl` writes")


@app.command()
def verify(records: RecordsArgument = "-") -> None:
    """Check every invariant of records; stop at the first that is broken."""
    from dateline.export.view import safe
    from dateline.readers.records import read as given
    from dateline.record import violations

    stories: dict[str, int] = {}
    with border(), source(records) as lines, target(None) as out:
        for number, line in given(lines):
            broken: object = next(violations(line), None)
            if not broken and (first := stories.setdefault(_story_id(line), number)) != number:
                broken = f"duplicate at story.id: {records}:{first} is of the story {_story_id(line)!r}, too"
            if broken:
                out.write(safe(f"{records}:{number}: {broken}\n"))
                raise typer.Exit(SOME_FAILED)
        if not stories:
            stop(NOTHING_TO_READ, f"{records} holds no record")
        out.write(f"{len(stories)} sound record{'s' if len(stories) > 1 else ''}\n")


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
        stop(USAGE, f"--published: {error}")


def _reader(actors: Path | None, gazetteer: Path | None) -> MakeReader:
    """What makes the readers; the user's tables are checked first, before an output is opened."""
    from dateline.batch import reader_maker
    from dateline.record.own_table import read_table
    from dateline.resolve.places.gazetteer import user_rows

    if actors:
        read_table(actors)
    if gazetteer:
        user_rows(gazetteer)
    return reader_maker(actors, gazetteer)


def _write_one(story: Story | Failure, exporter: Exporter, out: TextIO, reader: MakeReader) -> int:
    from dateline.batch import rendered

    tally = Tally()
    if JSON.match(getattr(story, "text", "")):
        say("this looks like JSON, and is read as plain text; stories in JSON Lines are read with --stories")
    if (size := len(getattr(story, "text", ""))) > LONG:
        say(f"{size:,} characters, more than a story has: this may take minutes")
    results = rendered(tally.taken([story]), exporter.to(view(out)), 1, reader)
    for text in tally.results(results):
        out.write(text)
        out.write(exporter.end or "\n" * (not text.endswith("\n")))
    return tally.code


def _write_many(
    stories: Iterable[Story | Failure], exporter: Exporter, out: TextIO, reader: MakeReader, workers: int | None
) -> int:
    from dateline.batch import rendered

    tally = Tally()
    results = rendered(tally.taken(stories), exporter.to(view(out)), workers, reader)
    with _progress() as moved:
        out.write(exporter.before)
        for text in tally.results(results):
            out.writelines((exporter.between if tally.read > 1 else "", text, exporter.end))
            moved(tally)
        out.write(exporter.after)
    say(str(tally) if tally.given else "nothing to read: the input holds no story")
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
