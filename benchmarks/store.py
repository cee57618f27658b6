"""A store of 100,000 stories that no one read: how fast it is written and asked. `python -m benchmarks.store`.

Takes a number of stories, gives a table of times; exit status 1 when a question took a second or more. The records are
made by chance, as many findings each as real stories have (means of 60 Wikinews stories, events as planned); all but
the first 200 are copies of those under other ids and days.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from rich.console import Console
from rich.table import Table

from dateline.record import (
    Actor,
    CausalClaim,
    Event,
    Factuality,
    Mention,
    Position,
    ReaderVersion,
    Record,
    SentenceRow,
    Span,
    Statement,
    Story,
)
from dateline.record.ids import actor_id, finding_id, position_id
from dateline.store import Store, rows_of
from dateline.store.schema import RECORD_TABLES, story_key

BOUND_S = 1.0
TEMPLATES = 200
SENTENCES, MENTIONS, ACTORS, STATEMENTS, EVENTS, CLAIMS, POSITIONS = 24, 83, 29, 11, 10, 2, 2
WORDS = (
    "harbour",
    "strike",
    "union",
    "wage",
    "deal",
    "border",
    "patrol",
    "minister",
    "said",
    "talks",
    "troops",
    "village",
)
CODES = tuple(a + b + c for a in "ABCDE" for b in "LMNO" for c in "RST")
KINDS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "ASSAULT",
)
STATUSES = ("occurred", "planned", "ongoing")
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")


def main(arguments: list[str] | None = None) -> int:
    """Makes the store, asks it; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store", description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000, metavar="N")
    parser.add_argument(
        "--keep", type=Path, metavar="PATH", help="make the store here and leave it; ask it if it is there"
    )
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        path = asked.keep or Path(scratch) / "many.duckdb"
        made = [] if path.exists() else list(making(path, asked.stories))
        times = [(name, *seconds) for name, seconds in asking(path)]
    table = Table("what", "wall s", "CPU s", title=f"a store of {asked.stories:,} stories")
    for name, wall, cpu in (*made, *times):
        table.add_row(name, f"{wall:.3f}", f"{cpu:.3f}")
    Console().print(table)
    return int(any(wall >= BOUND_S for name, wall, _ in times if not name.startswith("verify")))


def making(path: Path, count: int) -> Iterator[tuple[str, float, float]]:
    """Writes the store; how long the first records took, each, and the copies altogether."""
    rows = [rows_of(record(number)) for number in range(TEMPLATES)]
    with Store(path, write=True) as store:
        wall, cpu = timed(lambda: store.write(rows))
        yield "writing, a story", wall / TEMPLATES, cpu / TEMPLATES
        yield "copying all", *timed(lambda: copied(store, count // TEMPLATES))


def copied(store: Store, times: int) -> None:
    """Every story so many times, under other ids and on other days."""
    con = store._con  # noqa: SLF001 - no caller of a store multiplies its rows
    for table in RECORD_TABLES.values():
        key = story_key(table)
        con.execute(f"""INSERT INTO "{table.name}" SELECT t.* REPLACE (t."{key}" || '-' || k AS "{key}"
        {", t.day + CAST(k % 2000 AS INTEGER) AS day"}) FROM "{table.name}" AS t, range(1, {times}) AS r(k)""")


def asking(path: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each question, whole where it sums up, the newest 1,000 rows where it lists; median of three."""
    filters = {"actor": "ALR", "since": "2032-01-01"}
    with Store(path) as store:
        for name in ("who", "dyads", "said", "events", "claims", "positions", "timeline", "new"):
            yield name, best(lambda name=name: store.ask(name, limit=1000))  # type: ignore[misc]
            yield f"{name} of one actor since", best(lambda name=name: store.ask(name, limit=1000, **filters))  # type: ignore[misc]
        yield "events of a dyad", best(lambda: store.events(actor="ALR", recipient="BMS", status="occurred"))
        yield "said about", best(lambda: store.said(issue="harbour strike", limit=1000))
        yield "known, 128 stories", best(lambda: store.known([told(number) for number in range(128)], "e"))
        yield "verify", timed(lambda: list(store.verify()))


def best(work: Callable[[], object]) -> tuple[float, float]:
    """The median of three."""
    times = [timed(work) for _ in range(3)]
    return median(wall for wall, _ in times), median(cpu for _, cpu in times)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of this process."""
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


def told(number: int) -> Story:
    """A story of words by chance."""
    rng = random.Random(number)
    text = " ".join(rng.choice(WORDS) for _ in range(450))
    day = f"203{1 + number % 4}-{1 + number % 12:02}-{1 + number % 28:02}"
    return Story(id=f"made/{number}", text=text, published=day, outlet=f"Outlet {number % 40}")


def record(number: int) -> Record:
    """A record as full as a real one."""
    story, rng = told(number), random.Random(number)
    actors = tuple(_actor(story.id, rng, nr) for nr in range(ACTORS))
    step = len(story.text) // MENTIONS
    spans = [story.span(nr * step, nr * step + rng.randrange(4, 15)) for nr in range(MENTIONS)]
    mentions = tuple(
        Mention(id=finding_id(story.id, "mention", [one]), span=one, head=one, kind="person", form="name",
                actor=rng.choice(actors).id, found_by="names") for one in spans
    )  # fmt: skip
    statements = tuple(_statement(story, rng, actors, nr) for nr in range(STATEMENTS))
    events = tuple(_event(story, rng, actors, spans[nr]) for nr in range(EVENTS))
    claims = tuple(_claim(story, rng, actors, spans[nr : nr + 3]) for nr in range(CLAIMS))
    length = len(story.text) // SENTENCES
    sentences = tuple(
        SentenceRow(id=f"n{nr}", start=nr * length, end=nr * length + length, zone="body") for nr in range(SENTENCES)
    )
    positions = tuple(_position(story.id, rng, actors) for _ in range(POSITIONS))
    return Record.of(story, reader=ReaderVersion(version="0", encoder="e"), sentences=sentences, mentions=mentions,
                     actors=actors, statements=statements, events=events, causal_claims=claims,
                     positions=positions)  # fmt: skip


def _actor(story: str, rng: random.Random, nr: int) -> Actor:
    code = rng.choice(CODES)
    name = f"{code} government" if nr < 10 else f"{rng.choice(WORDS).title()} {rng.randrange(3000)}"
    own = f"table:{code}" if nr < 10 else actor_id(story, f"{name}{nr}")
    return Actor(id=own if nr >= 10 else f"{own}:{nr}", name=name, kind="state" if nr < 10 else "person", code=code,
                 sectors=(rng.choice(("GOV", "MIL", "REB", "OPP")),),
                 aliases=(name, name.split(maxsplit=1)[0]))  # fmt: skip


def _statement(story: Story, rng: random.Random, actors: tuple[Actor, ...], nr: int) -> Statement:
    at = nr * 200
    source, cue, content = story.span(at, at + 8), story.span(at + 9, at + 13), story.span(at + 14, at + 160)
    return Statement(id=finding_id(story.id, "statement", [source, cue, content]), source=(source,), cue=(cue,),
                     content=(content,), form="indirect", kind="speech", speaker=rng.choice(actors).id, act="assert",
                     certainty="certain", found_by="roles")  # fmt: skip


def _event(story: Story, rng: random.Random, actors: tuple[Actor, ...], anchor: Span) -> Event:
    fields = {"type": rng.choice(KINDS), "quad": rng.choice(QUADS), "status": rng.choice(STATUSES)}
    return Event(id=finding_id(story.id, "event", [anchor]), **fields, score=rng.randrange(-10, 10), anchor=(anchor,),  # type: ignore[arg-type]
                 actors=(rng.choice(actors[:10]).id,), recipients=(rng.choice(actors).id,),
                 factuality=(Factuality(source="author", value="CT+"),), found_by="types")  # fmt: skip


def _claim(story: Story, rng: random.Random, actors: tuple[Actor, ...], spans: list[Span]) -> CausalClaim:
    cause, effect, signal = spans
    return CausalClaim(id=finding_id(story.id, "causal_claim", spans), cause=cause, effect=effect, signal=(signal,),
                       relation="cause", claimant=rng.choice(actors).id, found_by="roles")  # fmt: skip


def _position(story: str, rng: random.Random, actors: tuple[Actor, ...]) -> Position:
    actor, issue = rng.choice(actors).id, f"the {rng.choice(WORDS)} {rng.choice(WORDS)}"
    return Position(id=position_id(story, actor, issue), actor=actor, issue=issue, stance="oppose", found_by="stance")


if __name__ == "__main__":
    sys.exit(main())
