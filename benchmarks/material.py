"""What is read: the bulk corpus, or stories of our own made from the sample, and texts that are no stories.

Takes the corpora's folder, gives a file of stories; takes a length, gives a text of a bad kind.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from evals.places import ROOT, places

SAMPLE = ROOT / "docs" / "sample-story.txt"
BULK = "bulk/wikinews.stories.jsonl"
MADE = 200
CHANGES = {
    "Maron": ("Achterberg", "Li", "O’Dell", "Sandoval", "Maron"),
    "Solano": ("Whitcombe", "Adeyemi", "Kovacs", "Solano"),
    "Karsk": ("Lower Karsk", "Obrenia", "Karsk"),
    "Thursday": ("Monday", "Tuesday", "Friday", "Thursday"),
    "dam": ("border crossing", "port", "railway bridge", "dam"),
}


def stories(folder: Path, limit: int | None) -> tuple[Path, int, str]:
    """A file of stories in `folder`, their number, and what they are."""
    bulk = places().corpora / BULK
    what = "stories of Wikinews" if bulk.exists() else "stories made from the sample, since the corpora are not here"
    lines = list(islice(_lines(bulk) if bulk.exists() else made(limit or MADE), limit))
    out = folder / "stories.jsonl"
    out.write_text("".join(lines), encoding="utf-8")
    return out, len(lines), f"{len(lines)} {what}"


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as stream:
        yield from stream


def made(count: int) -> Iterator[str]:
    """Stories as long as real ones: the sample's paragraphs in another order, with other names."""
    headline, *paragraphs = sample().strip().split("\n\n")
    for number in range(count):
        rng = random.Random(number)
        body = rng.sample(paragraphs, len(paragraphs)) + rng.sample(paragraphs, rng.randrange(len(paragraphs)))
        text = "\n\n".join([headline, *body])
        for old, new in CHANGES.items():
            text = text.replace(old, rng.choice(new))
        yield json.dumps({"id": f"made/{number}", "text": text, "published": "2031-03-14"}, ensure_ascii=False) + "\n"


def sample() -> str:
    """The sample story."""
    return SAMPLE.read_text(encoding="utf-8")


def english(length: int) -> str:
    """So many characters of English, so that what follows is not left unread as another language."""
    return _repeated(sample(), length) + "\n\n"


def _repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def _of(unit: str) -> Callable[[int], str]:
    return lambda length: _repeated(unit, length)


# Each takes a number of characters.
KINDS: dict[str, Callable[[int], str]] = {
    "a story": lambda length: _repeated(sample(), length),
    "a story on one line": lambda length: _repeated(" ".join(sample().split()), length),
    "all capitals": lambda length: _repeated(sample().upper(), length),
    "one word of letters": _of("a"),
    "one line of words": _of("word "),
    "straight quotation marks": _of('"'),
    "opening quotation marks": _of("“"),
    "apostrophes": _of("'"),
    "quoted words": _of('"Yes," she said. '),
    "a quotation that never ends": lambda length: "“" + _repeated("We will go on. ", length - 1),
    "periods": _of("."),
    "newlines": _of("\n"),
    "spaces": _of(" "),
    "one name": _of("Ilse Maron "),
    "pronouns": _of("She said he knew they had seen her. "),
    "emoji": _of("😀"),
    "joined emoji": _of("👩‍🚀"),
    "right to left": _of("قال الوزير إن "),
    "control characters": _of("\x00\x07"),
    "HTML": _of('<p class="lead">It said <a href="#">so</a>.</p>\n'),
}
