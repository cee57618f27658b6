"""How causal claims and positions are measured. Takes a session and a gold file, gives a JSON as `evals.measures` does.

The Causal News Corpus' tenth that no head was trained on, and sentences of our own with relation, polarity and
claimant. The weights of `extract/causes/confidence.py` are fitted on that tenth: refit them with a new encoder.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from evals.intervals import bootstrap, wilson
from evals.session import Session
from training.held_out import HELD, TENTHS

Json = dict[str, Any]
Span = tuple[int, int]
# Two spans are the same from here on, by the Dice coefficient of their characters, as in the corpus' scorer.
SAME = 0.5
FIELDS = ("relation", "polarity", "certainty", "negated", "claimant")


def news(session: Session, gold: Path) -> Json:
    """Sentences with a claim, and cause and effect, end to end and in the sentences that have one."""
    rows = [x for i, x in enumerate(gold.read_text(encoding="utf-8").splitlines()) if i % TENTHS == HELD]
    found = _scored(session, "causal.gold.jsonl", rows)
    causal = _scored(session, "causal-only.gold.jsonl", [x for x in rows if json.loads(x)["causal"]])
    return {
        "sentence": {**found["sentence"], "n": len(rows)},
        "overlap": {**found["relation"]["overlap"], "ci95": found["headline"]["ci95"]},
        "exact": found["relation"]["exact"],
        "recall": {"share": causal["relation"]["overlap"]["R"], "n": causal["gold_relations"]},
        "official": found["cnc_subtask2"]["fair"],
    }


def _scored(session: Session, name: str, rows: list[str]) -> Json:
    kept = session.work / name
    kept.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    given = kept.with_suffix(".stories.jsonl")
    given.write_text(session.script("stories.py", "--gold", kept), encoding="utf-8")
    return dict(json.loads(session.script("score_causal.py", "--gold", kept, "--pred", session.read(given))))


def own(session: Session, gold: Path) -> Json:
    """Claims of our own sentences that are found, and what is right of those; sentences without one left alone."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    given = session.work / "causes-own.jsonl"
    given.write_text("".join(json.dumps({k: row[k] for k in ("id", "text")}) + "\n" for row in rows), encoding="utf-8")
    read = {r["story"]["id"]: r for r in map(json.loads, session.read(given).read_text(encoding="utf-8").splitlines())}
    counts = [compared(row, read.get(row["id"], {})) for row in rows]
    n = sum(counts, Counter[str]())
    f1 = 200 * n["found"] / (n["gold"] + n["told"])
    return {
        "found": {"f1": f1, "n": n["gold"], "ci95": bootstrap([(c["found"], c["told"], c["gold"]) for c in counts])},
        "precision": _part(n["found"], n["told"]),
        "recall": _part(n["found"], n["gold"]),
        "sentence": _part(n["judged"], len(rows)),
        **{name: _part(n[name], n["found"]) for name in FIELDS},
    }


def compared(row: Json, record: Json) -> Counter[str]:
    """Counts of one sentence: claims matched one to one by both their sides."""
    claims = list(record.get("causal_claims", ()))
    n = Counter(gold=len(row["claims"]), told=len(claims), judged=bool(claims) == bool(row["claims"]))
    for gold in row["claims"]:
        sides = [located(row["text"], gold[side]) for side in ("cause", "effect")]
        best = max(claims, key=lambda claim: likeness(claim, sides), default=None)
        if best is None or likeness(best, sides) < SAME:
            continue
        claims.remove(best)
        n["found"] += 1
        n.update({name: int(best[name] == gold[name]) for name in FIELDS if name != "claimant"})
        n["claimant"] += is_claimant(record, best["claimant"], gold["claimant"])
    return n


def located(text: str, words: str) -> Span:
    """Where the words stand."""
    at = text.index(words)
    return at, at + len(words)


def likeness(claim: Json, sides: list[Span]) -> float:
    """How alike both sides are: the less alike of the two."""
    return min(
        dice((claim[k]["start"], claim[k]["end"]), side) for k, side in zip(("cause", "effect"), sides, strict=True)
    )


def dice(a: Span, b: Span) -> float:
    """How much two spans share."""
    return 2 * max(0, min(a[1], b[1]) - max(a[0], b[0])) / (a[1] - a[0] + b[1] - b[0])


def is_claimant(record: Json, found: str | None, gold: str) -> bool:
    """Whether an actor is the one that the gold names, by its name or a mention."""
    if "author" in {found, gold}:
        return found == gold
    names = {a["name"] for a in record["actors"] if a["id"] == found}
    names |= {m["span"]["text"] for m in record["mentions"] if m["actor"] == found}
    return any(gold.lower() in name.lower() or name.lower() in gold.lower() for name in names)


def _part(right: int, of: int) -> Json:
    share = 100 * right / of if of else None
    return {"share": share, "n": of, "ci95": None if share is None else wilson(share, of)}
