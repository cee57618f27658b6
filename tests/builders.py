"""Stories parsed by hand, for tests of what needs syntax but no encoder.

Takes a table of words, gives a ParsedStory. One word per line: form, lemma, part of speech, head, relation, features;
`=` stands for a lemma that equals the form, the features may be left out. Heads count from 1 in their sentence, 0 is
the root. An empty line ends a sentence; a line `# caption` above one opens a paragraph, and a zone of that kind. A `+`
before the form glues the word to the one before: `+,`. Quotations are read off the marks “ ” and ".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np

from dateline.record.parsed import ParsedStory, Quotation, Scores, Sentence
from dateline.record.story import Story, Zone
from dateline.record.tokens import Tokens

OPENING, CLOSING = '“"', '”"'


def parsed_story(table: str, *, zone: str = "body") -> ParsedStory:
    """The story that the table spells, with empty scores. `zone`: the kind of what the table gives no zone."""
    blocks = [block.strip().splitlines() for block in table.strip().split("\n\n")]
    opened = {k: block.pop(0)[2:] for k, block in enumerate(blocks) if block[0].startswith("# ")}
    rows = [row.split() for block in blocks for row in block]
    firsts: list[int] = np.cumsum([0, *map(len, blocks)]).tolist()
    text, starts, ends = _spelled([row[0] for row in rows], {firsts[k] for k in opened})
    sentence = [k for k, block in enumerate(blocks) for _ in block]
    heads = [i if row[3] == "0" else firsts[sentence[i]] + int(row[3]) - 1 for i, row in enumerate(rows)]
    forms = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    tokens = Tokens(
        start=tuple(starts),
        end=tuple(ends),
        text=tuple(forms),
        sentence=tuple(sentence),
        multiword=(-1,) * len(rows),
        upos=tuple(row[2] for row in rows),
        xpos=("_",) * len(rows),
        feats=tuple(row[5] if len(row) > 5 else "_" for row in rows),
        lemma=tuple(form if row[1] == "=" else row[1] for form, row in zip(forms, rows, strict=True)),
        head=tuple(heads),
        deprel=tuple(row[4] for row in rows),
    )
    sentences: list[Sentence] = []
    for k, (a, b) in enumerate(pairwise(firsts)):
        zone = opened.get(k, zone)
        sentences.append(Sentence(starts[a], ends[b - 1], a, b, zone))
    return ParsedStory(
        story=Story(id="story", text=text),
        zones=tuple(_zones(sentences, opened)),
        sentences=tuple(sentences),
        tokens=tokens,
        quotations=tuple(_quotations(tokens)),
        scores=Scores(names=np.zeros((len(rows), 21), np.float32), roles=np.zeros((len(rows), 9), np.float32)),
    )


def where(parsed: ParsedStory, words: str, nth: int = 0) -> tuple[int, int]:
    """Token range [first, last) of the nth place where the story says these words."""
    at = -1
    for _ in range(nth + 1):
        at = parsed.story.text.index(words, at + 1)
    end = at + len(words)
    inside = [
        i for i, (a, b) in enumerate(zip(parsed.tokens.start, parsed.tokens.end, strict=True)) if at <= a and b <= end
    ]
    return inside[0], inside[-1] + 1


def words_of(parsed: ParsedStory, span: tuple[int, int] | None) -> str | None:
    """The text that a range of tokens covers."""
    if span is None:
        return None
    return parsed.story.text[parsed.tokens.start[span[0]] : parsed.tokens.end[span[1] - 1]]


def _zones(sentences: Sequence[Sentence], opened: Collection[int]) -> list[Zone]:
    """A zone from each sentence that opens one to the next such sentence."""
    firsts = sorted({0, *opened})
    return [
        Zone(sentences[a].zone, sentences[a].start, sentences[b - 1].end)  # type: ignore[arg-type]
        for a, b in pairwise([*firsts, len(sentences)])
    ]


def _spelled(forms: list[str], paragraphs: Collection[int]) -> tuple[str, list[int], list[int]]:
    """The text, and where each form starts and ends in it; no blank inside quotation marks."""
    text, starts, ends, inside = "", [], [], False
    for k, form in enumerate(forms):
        glued = form.startswith("+") and len(form) > 1
        word = form[1:] if glued else form
        closing = word in CLOSING and inside
        if text and not (glued or closing or text[-1] == "\0"):
            text += "\n\n" if k in paragraphs else " "
        text = text.replace("\0", "")
        starts.append(len(text))
        text += word
        ends.append(len(text))
        if word in OPENING or word in CLOSING:
            inside = not inside
            if inside:
                text += "\0"
    return text.replace("\0", ""), starts, ends


def _quotations(tokens: Tokens) -> list[Quotation]:
    out, opened = [], None
    for i, form in enumerate(tokens.text):
        if opened is None and form in OPENING:
            opened = i
        elif opened is not None and form in CLOSING:
            start, end = tokens.start[opened], tokens.end[i]
            out.append(Quotation(start, end, start + 1, end - 1, opened, i + 1))
            opened = None
    return out
