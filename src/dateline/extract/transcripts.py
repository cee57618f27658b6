"""The turns of a transcript or an interview: paragraphs that open with who speaks ("SMITH: We will.", "Q: Why?").

Takes words and zones, gives an `Attribution` per turn whose cue is the colon and whose content are the words as they
were spoken, without what stands in brackets around them ("(Laughs.)").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

RULE = "turn of a transcript"
# "SEN. BILL CRANE (R), MONTANA": so many words and marks at most, and so many of a label in small letters.
LONGEST_LABEL, LONGEST_NAME = 12, 4
LETTERS = frozenset({"Q", "A"})
WITHIN = frozenset({".", ",", "(", ")", "-", "'", "’", "&", "/"})
# Labels that a story has at least where they are single letters or in small letters, and where a paragraph without one
# belongs to the turn before it.
FEWEST = 3
OPENS, CLOSES = frozenset({"(", "["}), frozenset({")", "]"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words [first, last); `colon`: the colon behind the label that opens it, if one does."""

    first: int
    last: int
    colon: int | None = None


def turns(parsed: ParsedStory) -> list[Attribution]:
    """The turns of a story, in order."""
    found = labelled(parsed)
    dense = sum(p.colon is not None for p in found) >= max(FEWEST, len(found) / 2)
    turns: list[tuple[Paragraph, list[Range]]] = []
    for k, paragraph in enumerate(found):
        words = spoken(parsed, paragraph)
        if paragraph.colon is not None:
            turns.append((paragraph, words))
        elif dense and turns and any(p.colon is not None for p in found[k:]):
            turns[-1][1].extend(words)
    return [
        Attribution((p.colon, p.colon + 1), ((p.first, p.colon),), tuple(words), (1.0, 1.0, 1.0), rule=RULE)
        for p, words in turns
        if words and p.colon is not None
    ]


def labelled(parsed: ParsedStory) -> list[Paragraph]:
    """The paragraphs of the body, with the labels that are such in this story."""
    found = list(paragraphs(parsed))
    names = Counter(parsed.tokens.text[p.first : p.colon] for p in found if p.colon is not None)
    small = sum(count for name, count in names.items() if not surely(name))
    talk = small >= FEWEST and any(count > 1 for name, count in names.items() if not surely(name))
    return [
        p if p.colon is None or talk or surely(parsed.tokens.text[p.first : p.colon]) else Paragraph(p.first, p.last)
        for p in found
    ]


def paragraphs(parsed: ParsedStory) -> Iterator[Paragraph]:
    """The paragraphs of the body; the colon of each that may open with a label."""
    text, tokens = parsed.story.text, parsed.tokens
    body = [s for s in parsed.sentences if s.zone == "body"]
    starts = [s.first for s in body if s.first == 0 or "\n" in text[tokens.end[s.first - 1] : s.start]]
    ends = {s.first: s.last for s in body}
    for first, after in pairwise([*starts, len(tokens)]):
        last = first
        while last in ends and last < after:
            last = ends[last]
        if last > first:
            yield Paragraph(first, last, label_end(tokens.text[first : min(last, first + LONGEST_LABEL + 1)], first))


def label_end(words: Sequence[str], first: int) -> int | None:
    """Where the colon behind a label stands, if the words of a paragraph begin with one."""
    if ":" not in words[1:]:
        return None
    label = words[: words.index(":", 1)]
    if surely(label) or label in (("Q",), ("A",)):
        return first + len(label)
    name = len(label) <= LONGEST_NAME and all(w[0].isupper() and w.replace(".", "").isalpha() for w in label)
    return first + len(label) if name else None


def surely(label: Sequence[str]) -> bool:
    """Whether a label is set in capitals, as only transcripts do; a letter alone may number an item."""
    words = [word for word in label if word not in WITHIN]
    capitals = all(word.isupper() or not any(map(str.isalpha, word)) for word in words)
    return capitals and any(len(word) > 1 and word.isalpha() for word in words) and label[0] not in WITHIN


def spoken(parsed: ParsedStory, paragraph: Paragraph) -> list[Range]:
    """What is said in a paragraph: its words but for brackets around it and the label; nothing in stage directions."""
    text = parsed.tokens.text
    first = paragraph.first if paragraph.colon is None else paragraph.colon + 1
    last = paragraph.last
    while first < last and text[first] in OPENS:
        first = next((i + 1 for i in range(first, last) if text[i] in CLOSES), last)
    while first < last and text[last - 1] in CLOSES:
        last = next((i for i in range(last - 1, first - 1, -1) if text[i] in OPENS), first)
    words = any(any(map(str.isalnum, text[i])) for i in range(first, last))
    return [(first, last)] if words else []
