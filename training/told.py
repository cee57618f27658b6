"""What sentences tell: events, whether they happened, causes. Own sentences and the corpora, as documents.

Takes the folder of own sentences and the corpora, gives `Document`s whose words carry what each source knows of them;
what it does not say is masked. Sentences of one source are joined to short texts, as the reader sees stories.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from dateline.record.plover import EVENT_TAGS, MODE_TAGS, QUADS, STATUS_TAGS, TYPES
from training.corpora import Cover, Document, Words, read_lines
from training.held_out import HELD, PLV_TENTH, TENTHS, held, kept, plv_tenths

# The labels of words that these heads learn.
WHY = ("cause", "effect", "signal")
ACTS = ("event", "mode", "status", "happened", "causal", *WHY)
OWN = Path(__file__).parent / "sentences"
# PLV's own name for what the manual has as two types.
WIDE = {"YIELD": ("CONCEDE", "RETREAT")}
REAL = ("occurred", "ongoing", "historical")
GROUPINGS, LONGEST = 2, 4
# Stories are few, and what they teach stands in no other source.
STORY_TIMES = 3
MARK = re.compile(r"\{(\d+):([^\s{}]+)\}|\[((?:[ar]\d+)(?:,[ar]\d+)*):([^\[\]{}]+)\]")
Tokenize = Callable[[str], Words]
Span = tuple[int, int]


@dataclass
class Deed:
    """An event whose anchor, actors and recipients are known, as spans of characters."""

    type: str
    mode: str
    status: str
    anchors: list[Span] = field(default_factory=list)
    actors: list[Span] = field(default_factory=list)
    recipients: list[Span] = field(default_factory=list)


@dataclass
class Pair:
    """Two sides between whom there is an event of one of `types`; where it is told is not known."""

    actors: list[Span]
    recipients: list[Span]
    types: tuple[str, ...]


@dataclass
class Told:
    """One sentence and what its source says of it; None where it says nothing."""

    id: str
    text: str
    deeds: list[Deed] | None = None
    pairs: list[Pair] = field(default_factory=list)
    quad: str | None = None
    has_quad: bool = False
    causal: bool | None = None
    relations: list[tuple[list[Span], list[Span], list[Span]]] | None = None


# ------------------------------------------------------------------ sources


def own_sentences(folder: Path = OWN) -> Iterator[Told]:
    """The marked sentences that we wrote (see sentences/README.md for the marks)."""
    for path in sorted(folder.glob("events-*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line.strip():
                yield marked(f"{path.stem}/{number}", line)


def own_stories(folder: Path = OWN) -> Iterator[list[Told]]:
    """The marked stories that we wrote, sentence by sentence; a blank line parts them."""
    for path in sorted(folder.glob("stories-*.txt")):
        for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
            lines = [line for line in block.splitlines() if line.strip()]
            yield [marked(f"{path.stem}/{number}.{k}", line) for k, line in enumerate(lines)]


def marked(name: str, line: str) -> Told:
    """A line of marks as text and deeds."""
    body, _, tail = line.rpartition("||")
    deeds: dict[str, Deed] = {}
    for item in tail.split():
        key, _, rest = item.partition("=")
        kind, _, status = rest.partition("/")
        type_, _, mode = kind.partition(".")
        deeds[key] = Deed(type_, mode, status)
    text, at = "", 0
    for m in MARK.finditer(body):
        text += body[at : m.start()]
        words = m[2] or m[4]
        span = (len(text), len(text) + len(words))
        if m[2]:
            deeds[m[1]].anchors.append(span)
        for role in (m[3] or "").split(","):
            if role:
                (deeds[role[1:]].actors if role[0] == "a" else deeds[role[1:]].recipients).append(span)
        text, at = text + words, m.end()
    return Told(name, (text + body[at:]).rstrip(), list(deeds.values()))


def side(found: dict[str, Any] | None) -> list[Span]:
    return [] if found is None or found.get("start") is None else [(found["start"], found["end"])]


def paired(path: Path) -> Iterator[Told]:
    """PLV: a pair and its type."""
    for row in read_lines(path):
        pairs = [Pair(side(g["actor"]), side(g["recipient"]), WIDE.get(g["type"], (g["type"],))) for g in row["gold"]]
        yield Told(row["id"], row["text"], pairs=[p for p in pairs if p.actors or p.recipients])


def classed(path: Path) -> Iterator[Told]:
    """The quad class of a sentence, or that it has none."""
    for row in read_lines(path):
        yield Told(row["id"], row["text"], quad=row["quad"], has_quad=True)


SPACES = re.compile(r" (?=[,.;:!?%)\]]|'s\b|'\s|n't\b|’s\b)|(?<=[(\[$]) ")


def unspaced(row: dict[str, Any]) -> dict[str, Any]:
    """A row of spaced tokens as it would be printed; offsets follow."""
    text, gone = row["text"], [m.start() for m in SPACES.finditer(row["text"])]
    kept = np.ones(len(text) + 1, dtype=np.int64)
    kept[gone] = 0
    at = np.concatenate(([0], np.cumsum(kept)))
    relations = [{k: [[int(at[s]), int(at[e])] for s, e in r[k]] for k in WHY} for r in row["relations"]]
    return {**row, "text": "".join(c for i, c in enumerate(text) if kept[i]), "relations": relations}


def causal(path: Path, held: Callable[[int], bool]) -> Iterator[Told]:
    """Sentences with causes, effects and signals, half of them as printed, half in spaced tokens as given."""
    for i, row in enumerate(read_lines(path)):
        if held(i):
            continue
        plain = unspaced(row) if i % 2 else row
        spans = [tuple([tuple(s) for s in r[k]] for k in WHY) for r in plain["relations"]]
        known = None if row["causal"] and not spans else spans
        yield Told(row["id"], plain["text"], causal=bool(row["causal"]), relations=known)  # type: ignore[arg-type]


# ------------------------------------------------------------------ documents


def grouped_rows(rows: Sequence[Told], times: int, seed: int = 1) -> Iterator[list[Told]]:
    """Every row `times` times, each time in a group of other rows."""
    for n in range(times):
        rng, order = random.Random(seed + n), list(rows)
        rng.shuffle(order)
        while order:
            size = rng.choice((1, 1, 2, 3, LONGEST))
            yield order[:size]
            order = order[size:]


def document(rows: list[Told], corpus: str, tokenize: Tokenize, between: str = " ") -> Document:
    """A text of these sentences with the labels of each."""
    texts = [r.text.strip() for r in rows]
    doc = Document(rows[0].id, corpus, between.join(texts), [])
    doc.words = tokenize(doc.text)
    cover, n, at = Cover(doc.words), len(doc.words), 0
    doc.acts = {k: np.full(n, -1, dtype=np.int64) for k in ACTS}
    for row, text in zip(rows, texts, strict=True):
        shift = at - (len(row.text) - len(row.text.lstrip()))
        fill(doc, row, cover(at, at + len(text)), Shifted(cover, shift))
        at += len(text) + 1
    return doc


@dataclass(frozen=True)
class Shifted:
    """The words that a span of one sentence covers in the text that it was joined to."""

    cover: Cover
    shift: int

    def __call__(self, start: int, end: int) -> range:
        return self.cover(start + self.shift, end + self.shift)

    def words(self, spans: Iterable[Span]) -> list[int]:
        """The words of all spans, each once."""
        return sorted({i for s, e in spans for i in self(s, e)})


def fill(doc: Document, row: Told, here: range, cover: Shifted) -> None:
    """Labels of the words of one sentence."""
    assert doc.acts is not None
    words = cover.words
    part = slice(here.start, here.stop)
    if row.deeds is not None:
        doc.acts["event"][part] = 0
        for deed in row.deeds:
            anchor = words(deed.anchors)
            doc.acts["event"][anchor] = EVENT_TAGS.index(deed.type)
            doc.acts["mode"][anchor] = MODE_TAGS.index(f"{deed.type}.{deed.mode}") if deed.mode else 0
            doc.acts["status"][anchor] = STATUS_TAGS.index(deed.status)
            doc.acts["happened"][anchor] = 100 * (deed.status in REAL)
            for i in anchor:
                doc.deeds.append((i, words(deed.actors), words(deed.recipients)))
    for pair in row.pairs:
        types = [TYPES.index(t) for t in pair.types]
        doc.pairs.append((here, words(pair.actors), words(pair.recipients), types))
    if row.has_quad:
        doc.quads.append((here, [TYPES.index(t) for t in QUADS[row.quad]] if row.quad else []))
    if row.causal is not None:
        doc.acts["causal"][part] = int(row.causal)
    if row.relations is not None:
        for k, key in enumerate(WHY):
            if corpus_marks(doc.corpus, key) or not row.causal:
                doc.acts[key][part] = 0
                for relation in row.relations:
                    for s, e in relation[k]:
                        span = cover(s, e)
                        doc.acts[key][span.start : span.stop] = 2
                        doc.acts[key][span.start : span.start + (len(span) > 0)] = 1
        doc.effects += [(words(r[0]), words(r[1])) for r in row.relations if r[0] and r[1]]


def corpus_marks(corpus: str, key: str) -> bool:
    """Whether a corpus marks signals; all mark causes and effects."""
    return key != "signal" or corpus == "cnc"


def told_documents(root: Path, tokenize: Tokenize) -> Iterator[Document]:
    """Every training document of the event, factuality and causal heads but UDS, which labels EWT's own documents."""
    tenths = plv_tenths(root / "events/plv.train.jsonl")
    sources: list[tuple[str, Iterable[Told]]] = [
        ("own", kept(own_sentences())),
        ("plv", [r for r in paired(root / "events/plv.train.jsonl") if tenths[r.id] != PLV_TENTH]),
        ("gsr", paired(root / "events/gsr.odd.jsonl")),
        ("cameo-class", classed(root / "events/cameo-class.train.jsonl")),
        ("cnc", causal(root / "causal/cnc_v2.train.jsonl", lambda i: i % TENTHS == HELD)),
        ("unicausal", causal(root / "causal/unicausal_altlex_because.train.jsonl", lambda _: False)),
    ]
    for corpus, rows in sources:
        for group in grouped_rows(list(rows), GROUPINGS):
            yield document(group, corpus, tokenize)
    for story in kept(own_stories()):
        # As often in paragraphs of a sentence as in one.
        yield from (document(story, "own", tokenize, between) for between in ("\n", " ") * STORY_TIMES)


def dev_documents(root: Path, tokenize: Tokenize) -> Iterator[Document]:
    """The sentences held out, each by itself."""
    tenths = plv_tenths(root / "events/plv.train.jsonl")
    for row in held(own_sentences()):
        yield document([row], "own", tokenize)
    for story in held(own_stories()):
        yield document(story, "own", tokenize, "\n")
    for row in paired(root / "events/plv.train.jsonl"):
        if tenths[row.id] == PLV_TENTH:
            yield document([row], "plv", tokenize)
    for row in causal(root / "causal/cnc_v2.train.jsonl", lambda i: i % TENTHS != HELD):
        yield document([row], "cnc", tokenize)


def happened(docs: Iterable[Document], path: Path) -> Iterator[Document]:
    """Documents of EWT with the answers of UDS: how surely each predicate has happened, 0 to 100."""
    asked: dict[str, list[dict[str, Any]]] = {r["text"]: r["predicates"] for r in read_lines(path)}
    for doc in docs:
        if doc.corpus == "ewt" and doc.sentence is not None:
            labels = np.full(len(doc.words), -1, dtype=np.int64)
            for k in range(int(doc.sentence[-1]) + 1 if len(doc.sentence) else 0):
                at = np.flatnonzero(doc.sentence == k)
                start, end = doc.words[at[0]][0], doc.words[at[-1]][1]
                for p in asked.get(doc.text[start:end], ()):
                    for i in Cover(doc.words)(start + p["span"][0], start + p["span"][1]):
                        labels[i] = degree(p["factuality"])
            doc.acts = {"happened": labels}
        yield doc


def degree(answer: float) -> int:
    """The mean answer, -3 to 3, as a target between 0 and 100: what is above 1 has happened, below -1 has not."""
    return round(100 * min(max((answer + 1) / 2, 0.0), 1.0))
