"""The label that may open a turn of talk: "SEN. MARA QUIST (R), OHIO:", "Q:", "Q." or "Q" before a wide space.

Takes the words of a paragraph, gives a `Label`; whether it is one in its story is for `record.talk` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.record.tokens import Tokens
from dateline.record.words import word_groups, words

Range = tuple[int, int]
Sort = Literal["name", "role", "somebody", "question", "answer"]
# "SEN. BILL CRANE (R), MONTANA": so many words and marks at most, and so many of a label in small letters.
LONGEST, LONGEST_NAME = 16, 4
WITHIN = frozenset({".", ",", "(", ")", "[", "]", "-", "'", "’", "&", "/"})
OPENS, CLOSES = frozenset({"(", "["}), frozenset({")", "]"})
LETTERS: Mapping[str, Sort] = {"Q": "question", "A": "answer"}
# Between the letter and the words, where no mark stands there ("Q    Will he go?").
WIDE = ("\t", "  ", "\u2003", "\u00a0\u00a0", "\u00a0 ", " \u00a0")


@dataclass(frozen=True, slots=True)
class Label:
    """Words [first, last) of a label; `mark`: the colon behind it, if one is there; `start`: the first word said.

    `name`: the words that name the speaker, or say what he is. `sure`: set in capitals, as only transcripts do.
    """

    first: int
    last: int
    start: int
    sort: Sort
    name: Range
    sure: bool
    mark: int | None = None

    @property
    def is_unnamed(self) -> bool:
        """Whether it tells the turn ("Q", "ANSWER") and not the speaker."""
        return self.sort in {"question", "answer"}

    @property
    def is_letter(self) -> bool:
        """Whether it is a "Q" or an "A"."""
        return self.is_unnamed and not self.sure


def label_at(text: str, tokens: Tokens, first: int, last: int) -> Label | None:
    """The label that a paragraph of words [first, last) may open with."""
    said = tokens.text[first : min(last, first + LONGEST + 1)]
    if said[0].rstrip(".") in LETTERS:
        return letter(text, tokens, first, last)
    if ":" not in said[1:]:
        return None
    label = said[: said.index(":", 1)]
    colon = first + len(label)
    sure = in_capitals(label)
    plain = len(label) <= LONGEST_NAME and all(w[0].isupper() and w.replace(".", "").isalpha() for w in label)
    if not (sure or plain) or is_banner(label):
        return None
    sort, name = speaker_in(label)
    return Label(first, colon, colon + 1, sort, (first + name[0], first + name[1]), sure, colon)


def letter(text: str, tokens: Tokens, first: int, last: int) -> Label | None:
    """A "Q" or "A" with a colon, a period or a wide space behind it."""
    said, sort = tokens.text, LETTERS[tokens.text[first].rstrip(".")]
    end = first + 1
    dotted = said[first].endswith(".")
    if end < last and said[end] == "." and not dotted:
        dotted, end = True, end + 1
    if end >= last:
        return None
    if said[end] == ":":
        return Label(first, end, end + 1, sort, (first, first + 1), sure=False, mark=end)
    wide = any(space in text[tokens.end[end - 1] : tokens.start[end]] for space in WIDE)
    return Label(first, end, end, sort, (first, first + 1), sure=False) if dotted or wide else None


def in_capitals(label: Sequence[str]) -> bool:
    """Whether a label is set in capitals but for what stands in brackets; a letter alone may number an item."""
    outside = [word for word in unbracketed(label) if word not in WITHIN]
    capitals = all(is_capital(word) or not any(map(str.isalpha, word)) for word in outside)
    return capitals and any(len(word) > 1 and word.isalpha() for word in outside) and label[0] not in WITHIN


def is_capital(word: str) -> bool:
    """Whether a word is in capitals, as "McCRAE" is, too."""
    return word.isupper() or (word.startswith(("Mc", "Mac")) and word.partition("c")[2].isupper())


def unbracketed(label: Sequence[str]) -> list[str]:
    """The words of a label outside brackets."""
    out: list[str] = []
    depth = 0
    for word in label:
        depth += word in OPENS
        if not depth:
            out.append(word)
        depth = max(depth - (word in CLOSES), 0)
    return out


def lists() -> Mapping[str, frozenset[str]]:
    """The words of data/labels.yaml."""
    return word_groups("labels")


def is_banner(label: Sequence[str]) -> bool:
    """Whether a label names a sort of story or a note ("BREAKING NEWS:", "NOTE TO EDITORS:")."""
    known = lists()
    said = [w.lower() for w in label if w not in WITHIN and any(map(str.isalpha, w))]
    return not known["banners"].isdisjoint(said) and set(said) <= known["banners"] | known["small"]


def speaker_in(label: Sequence[str]) -> tuple[Sort, Range]:
    """What sort of speaker a label tells, and which of its words name or describe the speaker: of the first part."""
    known = lists()
    end = next((i for i, word in enumerate(label) if word in OPENS or word == ","), len(label)) or len(label)
    said = [word.lower().rstrip(".") for word in label[:end]]
    if end == 1 and said[0] in known["asking"] | known["answering"]:
        return "question" if said[0] in known["asking"] else "answer", (0, 1)
    if said[0] in known["unknown"] or said[-1] in known["somebody"]:
        return "somebody", (0, end)
    start = 0
    while start < end - 1 and (label[start] == "." or said[start] in titles()):
        start += 1
    article = said[start] == "the" and start < end - 1
    if said[-1] in known["role"] and (article or start == end - 1):
        return "role", (0, end)
    return "name", (start + article, end)


@cache
def titles() -> frozenset[str]:
    """Words, in small letters and without period, that stand before a name."""
    return lists()["titles"] | words("person_nouns") | {word.lower().rstrip(".") for word in words("honorifics")}
