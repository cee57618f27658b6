"""The corpora as documents with words and labels; what a corpus does not annotate is masked, never counted as negative.

Takes the corpora folder, gives `Document`s. Formats and licences: the README beside each corpus, and the model card.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from numpy.typing import NDArray

from dateline.parse.labels import NAME_KINDS, NAME_TAGS, edit_script
from dateline.record.words import word_groups
from training.held_out import SPEAKER_DEV

Array = NDArray[np.int64]
Words = list[tuple[int, int, int]]

GUM_GENRES = ["news", "interview", "academic", "bio", "court", "speech", "voyage"]


@dataclass
class Link:
    """One attribution, as word indices. `whole`: every source and content word is marked, so the rest is negative."""

    cue: list[int]
    source: list[int]
    content: list[int]
    whole: bool


@dataclass
class Document:
    """Words of one text and whatever is known of them. Labels: -1 where unknown; `names`: allowed tags per word."""

    id: str
    corpus: str
    text: str
    words: Words
    syntax: dict[str, list[str]] | None = None
    head: Array | None = None
    sentence: Array | None = None
    names: NDArray[np.bool_] | None = None
    roles: dict[str, Array] | None = None
    links: list[Link] = field(default_factory=list)
    # What the event, factuality and causal heads learn (training/told.py), as words: labels per head; (anchor, actors,
    # recipients); (sentence, actors, recipients, types); (sentence, types of its class); (cause, effect).
    acts: dict[str, Array] | None = None
    deeds: list[tuple[int, list[int], list[int]]] = field(default_factory=list)
    pairs: list[tuple[range, list[int], list[int], list[int]]] = field(default_factory=list)
    quads: list[tuple[range, list[int]]] = field(default_factory=list)
    effects: list[tuple[list[int], list[int]]] = field(default_factory=list)


def opened(path: Path) -> TextIO:
    """A text file, compressed or not."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with opened(path) as f:
        for line in f:
            yield json.loads(line)


class Cover:
    """Which words a character span covers: every word that shares a character with it."""

    def __init__(self, words: Words) -> None:
        self.starts = np.array([w[0] for w in words])
        self.ends = np.array([w[1] for w in words])

    def __call__(self, start: int, end: int) -> range:
        lo = int(np.searchsorted(self.ends, start, side="right"))
        return range(lo, max(lo, int(np.searchsorted(self.starts, end, side="left"))))


# ------------------------------------------------------------------ syntax


def conllu_documents(path: Path, corpus: str) -> Iterator[Document]:
    """Documents of a CoNLL-U file; the text is rebuilt as one paragraph a line, as the raw-text evaluation does."""
    with opened(path) as f:
        sentences: list[tuple[bool, str, list[list[str]]]] = []
        name, new_paragraph, text, rows = "", False, "", []
        for line in (raw.rstrip("\n") for raw in f):
            if line.startswith("# newdoc"):
                if sentences:
                    yield assemble(name, corpus, sentences)
                name, sentences, new_paragraph = line.split("=")[-1].strip(), [], True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                sentences.append((new_paragraph, text, rows))
                new_paragraph, rows = False, []
        if sentences:
            yield assemble(name, corpus, sentences)


def assemble(name: str, corpus: str, sentences: list[tuple[bool, str, list[list[str]]]]) -> Document:
    """One document: words placed in the text one after another, multiword tokens cut into their words."""
    text = ""
    doc = Document(name, corpus, "", [], {k: [] for k in ("upos", "xpos", "feats", "lemma", "deprel")})
    heads: list[int] = []
    number: list[int] = []
    assert doc.syntax is not None
    for i, (new_paragraph, line, rows) in enumerate(sentences):
        text += ("" if not text else "\n" if new_paragraph else " ") + line
        at, base, until, stop = len(text) - len(line), len(doc.words), 0, 0
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                at = text.index(row[1], at)
                until, stop = int(row[0].split("-")[1]), at + len(row[1])
                first = len(doc.words)
                continue
            inside = int(row[0]) <= until
            start = at if inside else text.index(row[1], at)
            end = min(start + len(row[1]), stop) if inside else start + len(row[1])
            if inside and int(row[0]) == until:
                end = stop
            doc.words.append((start, end, first if inside else -1))
            at = end
            for key, column in (("upos", 3), ("xpos", 4), ("feats", 5), ("deprel", 7)):
                doc.syntax[key].append(row[column])
            doc.syntax["lemma"].append(edit_script(row[1], row[2]))
            heads.append(base + int(row[6]) - 1 if row[6] != "0" else base + int(row[0]) - 1)
            number.append(i)
    doc.text, doc.head, doc.sentence = text, np.array(heads), np.array(number)
    return doc


# ------------------------------------------------------------------ names

ARMS = ("weapon", "platform")
# The label of a word that belongs to a span whose begin is unknown.
SOMEWHERE = 3
# A gold type may stand for one of ours that the corpus does not tell apart (tried in `names_of`).
WIDER = {
    "other": ("nationality", "facility", "weapon", "platform", "date", "money"),
    "place": ("facility",),
    "organization": ("facility",),
}


def names_of(doc: Document, row: dict[str, Any], cover: Cover) -> NDArray[np.bool_]:
    """(words, tags) the corpus allows: one where it says so, several where it cannot tell, all where it is silent."""
    annotated = set(row.get("annotated") or [])
    unmarked = [k for k in NAME_KINDS if k not in annotated]
    allowed = np.zeros((len(doc.words), len(NAME_TAGS)), dtype=bool)
    allowed[:, 0] = True
    possible = np.array([armed(doc.text[start:end]) for start, end, _ in doc.words], dtype=bool)
    for kind in unmarked:
        at = possible if kind in ARMS else slice(None)
        allowed[at, NAME_TAGS.index(f"B-{kind}")] = allowed[at, NAME_TAGS.index(f"I-{kind}")] = True
    if row.get("exhaustive") is False:
        allowed[:] = True
    for start, end, kind, *rest in sorted(row["entities"], key=lambda e: e[0] - e[1]):
        span = cover(start, end)
        nominal = len(rest) > 1 and rest[1] != "name"
        if (nominal and kind not in ("weapon", "platform")) or may_be_nationality(row, kind, doc.text[start:end]):
            allowed[span.start : span.stop] = True
            continue
        kinds = (kind, *(k for k in WIDER.get(kind, ()) if k in unmarked))
        for n, i in enumerate(span):
            allowed[i] = False
            allowed[i, [NAME_TAGS.index(f"{'I' if n else 'B'}-{k}") for k in kinds]] = True
    for start, end, *_ in row.get("ignore", []):
        span = cover(start, end)
        allowed[span.start : span.stop] = True
    return allowed


def armed(word: str) -> bool:
    """Whether a word of a corpus that marks no weapons may belong to the name of one ("Kalashnikov", "F-16")."""
    # Were every word allowed to, the head would put there what it is not sure of: few corpora mark weapons.
    if any(map(str.isdigit, word)) and any(map(str.isalpha, word)):
        return True
    lists = word_groups("weapons")
    return not word.islower() and not {word.lower(), word.lower().removesuffix("s")}.isdisjoint(
        lists["weapon"] | lists["platform"]
    )


def may_be_nationality(row: dict[str, Any], kind: str, words: str) -> bool:
    """Whether a place of WikiEvents may be an adjective, which is a nationality for us."""
    # WikiEvents has no type for adjectives: the "Syrian" of "Syrian forces" is a place to it. Endings tell them well
    # enough: they take "Pakistan" too, but that only leaves the word unknown, and other corpora teach it as a place.
    return row.get("source") == "wikievents" and kind == "place" and words.endswith(("an", "ish", "ese", "i"))


def named_documents(folder: Path, tokenize: Any) -> Iterator[Document]:
    for name in (
        "worldwide.train.jsonl.gz",
        "wikigold.train.jsonl",
        "crossner-politics.train.jsonl",
        "uner-ewt.train.jsonl",
        "wikievents.dev.jsonl",
    ):
        rows = list(read_lines(folder / name))
        if name.startswith("crossner"):
            rows = [joined(rows[i : i + 6]) for i in range(0, len(rows), 6)]
        for row in rows:
            doc = Document(str(row["id"]), name.split(".")[0], row["text"], tokenize(row["text"]))
            doc.names = names_of(doc, row, Cover(doc.words))
            yield doc


def joined(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows of single sentences as paragraphs of one text, so that a window is filled."""
    out = {**rows[0], "text": "", "entities": [], "ignore": []}
    for row in rows:
        shift = len(out["text"])
        out["text"] += row["text"] + "\n\n"
        for key in ("entities", "ignore"):
            out[key] += [[e[0] + shift, e[1] + shift, *e[2:]] for e in row.get(key, [])]
    return out


# ------------------------------------------------------------------ attribution


def roles_of(doc: Document, attributions: list[dict[str, Any]], cover: Cover, whole: bool) -> None:
    """Fills `roles` (0 outside, 1 begins, 2 inside, 3 one of these two; -1 unknown) and `links`.

    Cue and source inside a content are unknown rather than outside: these corpora mark one level only, readers more.
    What is not `whole` marks less of a phrase than PolNeAR ("said" of "has said"), so where it begins is unknown.
    """
    n = len(doc.words)
    doc.roles = {
        k: np.zeros(n, dtype=np.int64) if whole else np.full(n, -1, dtype=np.int64)
        for k in ("source", "cue", "content")
    }
    for a in attributions:
        for start, end in a["content"]:
            span = cover(start, end)
            for k in ("source", "cue"):
                doc.roles[k][span.start : span.stop] = -1
    for a in attributions:
        spans = {k: [cover(s, e) for s, e in a[k]] for k in doc.roles}
        for k, found in spans.items():
            for span in found:
                doc.roles[k][span.start : span.stop] = 2 if whole else SOMEWHERE
                if whole:
                    doc.roles[k][span.start : span.start + (len(span) > 0)] = 1
                else:
                    for other in set(doc.roles) - {k}:
                        part = doc.roles[other][span.start : span.stop]
                        part[part < 0] = 0 if other == "content" and k != "content" else -1
        flat = {k: [i for span in found for i in span] for k, found in spans.items()}
        if flat["cue"]:
            doc.links.append(Link(flat["cue"], flat["source"], flat["content"], whole))


def attributed_documents(path: Path, corpus: str, tokenize: Any, whole: bool) -> Iterator[Document]:
    for row in read_lines(path):
        if corpus == "gum-attr" and (row["id"] in SPEAKER_DEV or row["genre"] not in GUM_GENRES):
            continue
        doc = Document(str(row["id"]), corpus, row["text"], tokenize(row["text"]))
        roles_of(doc, [a for a in row["attributions"] if a["cue"]], Cover(doc.words), whole)
        yield doc


def all_documents(root: Path, tokenize: Any) -> Iterator[Document]:
    """Every training document. `tokenize`: text to words, the reader's own."""
    yield from conllu_documents(root / "parse/ewt.train.conllu.gz", "ewt")
    yield from (d for d in conllu_documents(root / "parse/gum.train.conllu.gz", "gum") if d.id not in SPEAKER_DEV)
    yield from named_documents(root / "names", tokenize)
    yield from attributed_documents(root / "statements/polnear.train.jsonl.gz", "polnear", tokenize, whole=True)
    yield from attributed_documents(root / "speakers/gum_attr.train.jsonl", "gum-attr", tokenize, whole=False)


def vocabulary(docs: list[Document], key: str, least: int = 3) -> list[str]:
    """Values of a syntactic column seen at least `least` times, most frequent first."""
    count = Counter(v for d in docs if d.syntax for v in d.syntax[key])
    return sorted((v for v, c in count.items() if c >= least), key=lambda v: (-count[v], v))
