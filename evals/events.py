"""How events and their factuality are measured. Takes a session and a gold file, gives a JSON as `evals.measures` does.

Events raw and given a pair on PLV, on marked sentences and stories of our own; status and sources on probes; whether
any predicate has happened on UDS. All of it is held out of training: `training/held_out.py` says how.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dateline
from evals.intervals import bootstrap, wilson
from evals.session import Session
from training.held_out import PLV_TENTH, held, plv_tenths
from training.told import Told, own_sentences, own_stories

Json = dict[str, Any]
Span = tuple[int, int]
# The answers of UDS between these say "perhaps"; beyond, that it has happened or not.
CLEAR = 1.0


def raw(session: Session, gold: Path) -> Json:
    """PLV's held-out tenth, read as it stands: the scorer finds the event of each pair."""
    kept = _tenth(session, gold)
    given = session.work / "plv.stories.jsonl"
    given.write_text(session.script("stories.py", "--gold", kept), encoding="utf-8")
    found = json.loads(session.script("score_events.py", "--gold", kept, "--pred", session.read(given)))
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    sides = {k: sum(bool(g.get(k) and g[k].get("start") is not None) for r in rows for g in r["gold"]) for k in SIDES}
    for name, count in (
        ("acc_pair", found["gold_events"]),
        ("hit_any", found["gold_events"]),
        ("quad_accuracy", found["gold_events"]),
    ):
        found[f"{name}_ci95"] = wilson(found[name], count)
    found["events_per_hundred"] = 100 * found["events_per_text"]
    return {**found, **{f"{k}_n": n for k, n in sides.items()}}


SIDES = ("actor", "recipient")


def pairs(session: Session, gold: Path) -> Json:
    """PLV's held-out tenth, both sides given to `dateline.code`."""
    expected, found, quads = [], [], []
    for line in _tenth(session, gold).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for event in row["gold"]:
            actor, recipient = (_span(event.get(k)) for k in SIDES)
            if actor or recipient:
                coded = dateline.code(row["text"], actor, recipient)
                right = coded.type in {event["type"], *event.get("accept", ())}
                expected.append(event["type"])
                found.append(event["type"] if right else coded.type)
                quads.append(right or coded.quad == event["quad"])
    wrong = Counter((a, b) for a, b in zip(expected, found, strict=True) if a != b)
    return {
        "type": _share([a == b for a, b in zip(expected, found, strict=True)]),
        "quad": _share(quads),
        "macro": {"f1": 100 * macro_f1(expected, found), "n": len(expected)},
        "confusions": {f"{a} > {b}": n for (a, b), n in wrong.most_common(10)},
    }


def _tenth(session: Session, gold: Path) -> Path:
    tenths = plv_tenths(gold)
    kept = session.work / "plv.gold.jsonl"
    lines = [x for x in gold.read_text(encoding="utf-8").splitlines() if tenths[json.loads(x)["id"]] == PLV_TENTH]
    kept.write_text("".join(f"{x}\n" for x in lines), encoding="utf-8")
    return kept


def _span(side: Json | None) -> Span | None:
    return None if side is None or side.get("start") is None else (side["start"], side["end"])


# ------------------------------------------------------------------ marked sentences and stories


@dataclass(frozen=True)
class Marked:
    """A text of our own with its events: type, mode, status, spans of anchors and of both sides."""

    id: str
    text: str
    events: list[tuple[str, str, str, list[Span], list[Span], list[Span]]]

    @classmethod
    def of(cls, rows: Sequence[Told]) -> Marked:
        """Lines joined as paragraphs."""
        text, events = "", []
        for row in rows:
            at = len(text)
            for deed in row.deeds or ():
                spans = ([(a + at, b + at) for a, b in part] for part in (deed.anchors, deed.actors, deed.recipients))
                events.append((deed.type, deed.mode, deed.status, *spans))
            text += row.text + "\n"
        return cls(rows[0].id, text, events)  # type: ignore[arg-type]


def marked(session: Session, _: Path) -> Json:
    """Every tenth of our own marked sentences and stories."""
    texts = [Marked.of([row]) for row in held(own_sentences())] + [Marked.of(rows) for rows in held(own_stories())]
    given = session.work / "marked.jsonl"
    given.write_text("".join(json.dumps({"id": t.id, "text": t.text}) + "\n" for t in texts), encoding="utf-8")
    read = {r["story"]["id"]: r for r in map(json.loads, session.read(given).read_text(encoding="utf-8").splitlines())}
    counts = [compared(text, read.get(text.id, {})) for text in texts]
    n: Counter[str] = sum(counts, Counter())
    status = [pair for c in counts for pair in c.statuses]
    f1 = 200 * n["found"] / (n["gold"] + n["told"])
    return {
        "found": {"f1": f1, "gold": n["gold"], "ci95": bootstrap([(c["found"], c["told"], c["gold"]) for c in counts])},
        "type": _part(n["type"], n["found"]),
        "mode": _part(n["mode"], n["moded"]),
        "status": {**_part(n["status"], n["found"]), "macro": 100 * macro_f1(*map(list, zip(*status, strict=True)))},
        "actor": _part(n["actor"], n["actors"]),
        "recipient": _part(n["recipient"], n["recipients"]),
    }


class Counted(Counter[str]):
    """Counts of one text, and the statuses of its events that were found."""

    statuses: list[tuple[str, str]]


def compared(text: Marked, record: Json) -> Counted:
    """Gold events found by a word of their anchor, one to one; then what is right of those found."""
    n, events = Counted(gold=len(text.events), told=len(record.get("events", ()))), list(record.get("events", ()))
    n.statuses = []
    spans: dict[str, list[Span]] = {}
    for mention in record.get("mentions", ()):
        if mention["actor"]:
            spans.setdefault(mention["actor"], []).append((mention["span"]["start"], mention["span"]["end"]))
    for kind, mode, status, anchors, actors, recipients in text.events:
        near = [e for e in events if any(_over((a["start"], a["end"]), s) for a in e["anchor"] for s in anchors)]
        if not near:
            continue
        best = max(near, key=lambda e: (e["type"] == kind, e["confidence"]))
        # An event with several anchors may be the same as several that are marked.
        if len(best["anchor"]) == 1:
            events.remove(best)
        n.statuses.append((status, best["status"]))
        n.update(found=1, type=best["type"] == kind, status=best["status"] == status)
        n.update(moded=bool(mode), mode=bool(mode) and mode in best["mode"])
        for name, gold in (("actor", actors), ("recipient", recipients)):
            got = [s for a in best[f"{name}s"] for s in spans.get(a, ())]
            n.update({f"{name}s": bool(gold), name: any(_over(s, g) for s in got for g in gold)})
    return n


def _over(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


# ------------------------------------------------------------------ factuality


def predicates(_: Session, gold: Path) -> Json:
    """UDS: every gold predicate asked, those that have clearly happened or clearly not."""
    expected, found = [], []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        clear = [p for p in row["predicates"] if abs(p["factuality"]) > CLEAR]
        answers = dateline.factuality_of(row["text"], [tuple(p["span"]) for p in clear]) if clear else ()
        expected += [p["factuality"] > CLEAR for p in clear]
        found += [one.happened for one in answers]
    right = [a == b for a, b in zip(expected, found, strict=True)]
    return {"right": _share(right), "macro": {"f1": 100 * macro_f1(expected, found), "n": len(right)}}


def probes(session: Session, gold: Path) -> Json:
    """Status of a given predicate; and of the events that were read: status, the author's commitment, countable."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    given = session.work / "probes.jsonl"
    keys = ("id", "text", "published")
    given.write_text("".join(json.dumps({k: row[k] for k in keys}) + "\n" for row in rows), encoding="utf-8")
    read = {r["story"]["id"]: r for r in map(json.loads, session.read(given).read_text(encoding="utf-8").splitlines())}
    asked = [(row["status"], _asked(row)) for row in rows]
    met = [(row, event) for row in rows if (event := _event_at(read.get(row["id"], {}), row)) is not None]
    counted = [row["countable"] for row, event in met if event["countable"]]
    return {
        "status": {**_share([a == b for a, b in asked]), "macro": 100 * macro_f1(*map(list, zip(*asked, strict=True)))},
        "found": _share([_event_at(read.get(row["id"], {}), row) is not None for row in rows]),
        "read": _share([row["status"] == event["status"] for row, event in met]),
        "type": _share([event["type"] in {row["type"], *row["accept"]} for row, event in met]),
        "author": _share([row["author"] == _author(event) for row, event in met]),
        "countable": _share(counted),
    }


def _asked(row: Json) -> str:
    at = row["text"].index(row["anchor"])
    return dateline.factuality(row["text"], (at, at + len(row["anchor"])), row["published"], row["type"]).status


def _event_at(record: Json, row: Json) -> Json | None:
    """The event that a probe's anchor tells."""
    at = row["text"].index(row["anchor"])
    near = [
        e
        for e in record.get("events", ())
        if any(_over((a["start"], a["end"]), (at, at + len(row["anchor"]))) for a in e["anchor"])
    ]
    return max(near, key=lambda e: (e["type"] == row["type"], e["confidence"]), default=None)


def _author(event: Json) -> str | None:
    return next((one["value"] for one in event["factuality"] if one["source"] == "author"), None)


# ------------------------------------------------------------------ shares


def macro_f1(expected: Sequence[Any], found: Sequence[Any]) -> float:
    """The mean over the classes of the gold of their F1."""
    return sum(_f1s(expected, found)) / len(set(expected))


def _f1s(expected: Sequence[Any], found: Sequence[Any]) -> Iterator[float]:
    both = list(zip(expected, found, strict=True))
    for label in set(expected):
        right = sum(a == b == label for a, b in both)
        either = sum((a == label) + (b == label) for a, b in both)
        yield 2 * right / either


def _share(right: Sequence[bool]) -> Json:
    return _part(sum(right), len(right))


def _part(right: int, of: int) -> Json:
    share = 100 * right / of if of else None
    return {"share": share, "n": of, "ci95": None if share is None else wilson(share, of)}
