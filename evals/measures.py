"""How each task is measured: the reader reads what the scorer gives it, the scorer judges.

Takes a session and a gold file, gives the scorer's JSON, with an interval put in where the scorer has none.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.intervals import Counts, bootstrap, wilson
from evals.places import PACKAGE
from evals.session import Session

Json = dict[str, Any]
PARSED = ("UPOS", "UAS", "LAS", "Lemmas")


def statements(session: Session, gold: Path) -> Json:
    """Attributions of PolNeAR."""
    return _scored(session, "score_statements.py", gold, session.read(_given(session, "score_statements.py", gold)))


def speakers(session: Session, gold: Path, held_out: Sequence[str]) -> Json:
    """Speakers of GUM's attributions, in the documents named."""
    rows = {json.loads(line)["id"]: line for line in _lines(gold)}
    kept = session.work / "speakers.gold.jsonl"
    kept.write_text("".join(f"{rows[name]}\n" for name in held_out), encoding="utf-8")
    return _scored(session, "score_speakers.py", kept, session.read(_given(session, "score_speakers.py", kept)))


def coreference(session: Session, gold: Path, held_out: Sequence[str], types: str = "") -> Json:
    """Chains of GUM, in the documents named; `types`: only chains of these types."""
    with gzip.open(gold, "rt", encoding="utf-8") as stream:
        rows = {json.loads(line)["id"]: line for line in stream}
    # One name for one set of documents, so that what was read once is not read again.
    kept = session.work / f"chains.{held_out[0]}.jsonl"
    kept.write_text("".join(rows[name] for name in held_out), encoding="utf-8")
    records = session.read(_given(session, "score_coref.py", kept))
    only = ("--types", types) if types else ()
    return dict(json.loads(session.script("score_coref.py", "--gold", kept, "--pred", records, *only)))


def gap(session: Session, gold: Path) -> Json:
    """Ambiguous pronouns. What is shipped was trained on these texts: `cross_validated` is the figure that counts."""
    found = _scored(session, "score_coref.py", gold, session.read(_given(session, "score_coref.py", gold)))
    fitted = json.loads((PACKAGE / "data" / "coreference.json").read_text(encoding="utf-8"))
    return {**found, "cross_validated": fitted["gap_cross_validated"]}


def names(session: Session, gold: Path) -> Json:
    """Names, with an interval over documents."""
    given = session.work / "names.stories.jsonl"
    given.write_text(session.script("stories.py", "--gold", gold), encoding="utf-8")
    records = session.read(given)
    found = _scored(session, "score_names.py", gold, records)
    scorer = session.module("score_names")
    read = {row["story"]["id"]: row for row in map(json.loads, _lines(records))}
    for kind in ("exact", "overlap"):
        row = found["micro"][kind]
        row["gold"] = row["tp"] + row["fn"]
        row["ci95"] = bootstrap([_name_counts(scorer, doc, read, kind) for doc in map(json.loads, _lines(gold))])
    return found


def times(session: Session, gold: Path) -> Json:
    """Expressions of time, with an interval over documents, and a binomial one for the values of those found."""
    given = session.work / f"{gold.name.removesuffix('.jsonl')}.stories.jsonl"
    given.write_text(session.script("stories.py", "--gold", gold), encoding="utf-8")
    records = session.read(given)
    found = _scored(session, "score_times.py", gold, records)
    scorer = session.module("score_times")
    read = {row["story"]["id"]: row for row in map(json.loads, _lines(records))}
    counts = [_time_counts(scorer, doc, read) for doc in map(json.loads, _lines(gold))]
    found["relaxed"]["ci95"] = bootstrap(counts)
    for kind in ("value", "type", "interval"):
        if kind in found:
            found[kind]["ci95"] = wilson(found[kind]["accuracy"], found[kind]["n"])
    return found


def places(session: Session, gold: Path) -> Json:
    """Names of places and where they lie, with intervals over documents; what is right is also given of all gold."""
    given = session.work / f"{gold.stem}.stories.jsonl"
    given.write_text(session.script("stories.py", "--gold", gold), encoding="utf-8")
    records = session.read(given)
    found = _scored(session, "score_places.py", gold, records)
    row = found["recognition"]["exact"]
    row["gold"] = row["tp"] + row["fn"]
    scorer = session.module("score_places")
    read = {line["story"]["id"]: line for line in map(json.loads, _lines(records))}
    documents = [scorer.score([doc], read) for doc in map(json.loads, _lines(gold))]
    exact = [one["recognition"]["exact"] for one in documents]
    row["ci95"] = bootstrap([(one["tp"], one["tp"] + one["fp"], one["tp"] + one["fn"]) for one in exact])
    for about, of in (("found", "found"), ("all", "gold")):
        share, count = found["resolution"][f"acc161_{about}"], found["resolution"][of]
        found["resolution"][f"acc161_{about}_ci95"] = None if share is None else wilson(share, count)
    return found


def parse(session: Session, gold: Path) -> Json:
    """Syntax from raw text, with an interval over documents."""
    text = session.work / f"{gold.stem}.txt"
    session.script("score_parse.py", "--gold", gold, "--text", text)
    parsed = session.parse(text)
    found = _scored(session, "score_parse.py", gold, parsed)
    scorer = session.module("score_parse")
    documents = list(_parse_counts(scorer, gold.read_text(encoding="utf-8"), parsed.read_text(encoding="utf-8")))
    for column in PARSED:
        found[column]["ci95"] = bootstrap([counts[column] for counts in documents])
    return found


def stories(session: Session, gold: Path) -> Json:
    """The hand-coded stories; too few for an interval over documents, so a binomial one where a share is counted."""
    given = session.work / "stories.jsonl"
    rows = [json.loads(file.read_bytes()) for file in sorted(gold.glob("*[0-9].json"))]
    given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    found = _scored(session, "score_stories.py", gold, session.read(given))
    for row in found.get("statements", {}).values():
        if row.get("accuracy") is not None:
            row["ci95"] = wilson(row["accuracy"], row["n"])
    return found


def actors(session: Session, gold: Path) -> Json:
    """Country code and primary sector of a bracketed phrase in each of a set of sentences of our own.

    A line: sentence with [[phrase]], codes and primary sectors that are right ("|" between them, "-" for none), day.
    """
    rows = [line.split("\t") for line in _lines(gold) if not line.startswith("#")]
    given = session.work / "actors.jsonl"
    plain = [row[0].replace("[[", "").replace("]]", "") for row in rows]
    stories = [
        {"id": str(k), "text": text, "published": row[3]} for k, (text, row) in enumerate(zip(plain, rows, strict=True))
    ]
    given.write_text("".join(json.dumps(story) + "\n" for story in stories), encoding="utf-8")
    read = {int(row["story"]["id"]): row for row in map(json.loads, _lines(session.read(given)))}
    code, sector = [], []
    for k, (sentence, codes, sectors, _) in enumerate(rows):
        actor = _actor_at(read.get(k, {}), sentence.index("[["), sentence.index("]]") - 2)
        code.append((actor.get("code") or "-") in codes.split("|"))
        sector.append(next(iter(actor.get("sectors", [])), "-") in sectors.split("|"))
    return {"code": _share(code), "sector": _share(sector)}


def _actor_at(record: Json, start: int, end: int) -> Json:
    """The actor of the mention that covers most of [start, end) and least beside it."""

    def cover(mention: Json) -> tuple[int, int]:
        a, b = mention["span"]["start"], mention["span"]["end"]
        return min(b, end) - max(a, start), a - b

    found = [
        m for m in record.get("mentions", []) if m["actor"] and m["span"]["start"] < end and m["span"]["end"] > start
    ]
    wanted = max(found, key=cover)["actor"] if found else None
    return next((actor for actor in record.get("actors", []) if actor["id"] == wanted), {})


def faithful(session: Session, gold: Path) -> Json:
    """Whether every span is verbatim, every record keeps the contract, and one worker writes what two write."""
    given = _given(session, "score_statements.py", gold)
    lines, again = (_lines(session.read(given, workers)) for workers in (2, 1))
    spans = [right for line in lines for right in _verbatim(json.loads(line))]
    same = _padded([a == b for a, b in zip(lines, again, strict=False)], max(len(lines), len(again)))
    stories = len(_lines(gold))
    valid = _padded([session.verified(line) for line in lines], stories)
    return {"verbatim": _share(spans), "valid": _share(valid), "identical": _share(same)}


def _given(session: Session, scorer: str, gold: Path) -> Path:
    """The stories that a scorer gives the reader."""
    given = session.work / f"{gold.name.removesuffix('.jsonl')}.stories.jsonl"
    session.script(scorer, "--gold", gold, "--stories", given)
    return given


def _scored(session: Session, scorer: str, gold: Path, predicted: Path) -> Json:
    found: Json = json.loads(session.script(scorer, "--gold", gold, "--pred", predicted))
    return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _name_counts(scorer: ModuleType, doc: Json, records: dict[str, Json], kind: str) -> Counts:
    row = scorer.score([doc], records)["micro"][kind]
    return row["tp"], row["tp"] + row["fp"], row["tp"] + row["fn"]


def _time_counts(scorer: ModuleType, doc: Json, records: dict[str, Json]) -> Counts:
    row = scorer.score([doc], records)["relaxed"]
    return row["tp"], row["tp"] + row["fp"], row["tp"] + row["fn"]


def _parse_counts(scorer: ModuleType, gold: str, parsed: str) -> Iterator[dict[str, Counts]]:
    """Per gold document and column: words right, words parsed, words of the gold."""
    documents = [scorer.parse(part) for part in re.split(r"^(?=# newdoc)", gold, flags=re.MULTILINE) if part.strip()]
    ends = [0]
    for text, *_ in documents:
        ends.append(ends[-1] + len(text))
    system = scorer.parse(parsed)
    for document, (start, end) in zip(documents, pairwise(ends), strict=True):
        row = scorer.score(document, _cut(system, start, end))
        words, own = row["size"]["gold_words"], row["size"]["system_words"]
        # Recall in per cent with two decimals says how many words were right, exactly, in fewer than 10,000.
        yield {column: (round((row[column]["R"] or 0) * words / 100), own, words) for column in PARSED}


def _cut(parsed: Any, start: int, end: int) -> Any:
    """The words of one document; a word belongs where it begins, and is counted from there."""
    text, tokens, sentences, words = parsed
    kept = [word for word in words if start <= word.span[0] < end]
    for word in kept:
        word.span = (word.span[0] - start, word.span[1] - start)
    shifted = [[(a - start, b - start) for a, b in spans if start <= a < end] for spans in (tokens, sentences)]
    return text[start:end], *shifted, kept


def _verbatim(record: Json) -> Iterator[bool]:
    """For every span of a record, whether it is a slice of the story's text."""
    text: str = record["story"]["text"]
    todo: list[Any] = [record]
    while todo:
        node = todo.pop()
        if isinstance(node, dict) and {"start", "end", "text"} <= node.keys():
            yield text[node["start"] : node["end"]] == node["text"]
        todo.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())


def _padded(right: list[bool], count: int) -> list[bool]:
    """A story that has no record is not right."""
    return right + [False] * (count - len(right))


def _share(right: Sequence[bool]) -> Json:
    share = 100 * sum(right) / len(right) if right else None
    return {"share": share, "n": len(right), "ci95": None if share is None else wilson(share, len(right))}
