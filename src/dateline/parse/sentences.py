"""Makes the sentences of a story by rule: a default for what the encoder decides later, inside paragraphs.

Takes text and its words, gives the indices of the words that start a sentence. A paragraph always starts one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from dateline.parse.paragraphs import Range, paragraphs
from dateline.parse.tokens import Word

# Our own rule and not sentencex: on EWT and GUM (train, train, dev, dev) it has sentence F1 78.4, 96.5, 72.5, 95.6 and
# sentencex 1.0 has 71.0, 95.3, 70.6, 93.7: that one breaks after "Ft." and "Attn.", before stray quotation marks, and
# seldom inside quotations. Ours reads words that are there anyway (.3 ms for 500), so it never cuts a word in two.
CLOSERS = frozenset([")", "]", "}", "”", "’", "»"])
# Marks that open as well as close.
STRAIGHT = frozenset(['"', "'", "''", "’’"])
OPENING = frozenset(["“", '"', "``"])
TERMINAL = frozenset(".!?…。！？")
# A word shorter than this before a period and a small letter may be an abbreviation that no list knows.
SHORTEST_LAST_WORD = 4
# Words between a quoted question and the verb of its speaker: '"Why?" the former senator from Ohio asked'.
FARTHEST_VERB = 4


class Knowledge(NamedTuple):
    """The lists of data/sentences.yaml."""

    titles: frozenset[str]
    openers: frozenset[str]
    saying: frozenset[str]
    after_time: frozenset[str]


@cache
def knowledge() -> Knowledge:
    raw = yaml.safe_load((files("dateline") / "data" / "sentences.yaml").read_text(encoding="utf-8"))
    return Knowledge(**{key: frozenset(value.split()) for key, value in raw.items()})


def sentence_starts(text: str, words: Sequence[Word], blocks: Sequence[Range] | None = None) -> list[int]:
    """`blocks`: the paragraphs, where the caller has them; a sentence never runs over two."""
    forms = [text[start:end] for start, end, _ in words]
    starts = _block_starts(words, paragraphs(text) if blocks is None else blocks)
    after = 0
    for i, form in enumerate(forms):
        if form[-1] in TERMINAL and not (form == "." and i - 1 in starts and _numbers(forms[i - 1])):
            after = _after_closers(words, forms, max(i + 1, after))
            if after < len(forms) and _ends(words, forms, i, after):
                starts.add(after)
    return sorted(starts)


def _numbers(form: str) -> bool:
    """Whether the first word of a sentence, before a period, is the number of an item: "2. The budget"."""
    return form.isdigit() or (len(form) == 1 and form.isupper())


def _block_starts(words: Sequence[Word], blocks: Sequence[Range]) -> set[int]:
    """The first word of each block."""
    starts = {0} if words else set()
    at = 0
    for start, end in blocks:
        while at < len(words) and words[at][0] < start:
            at += 1
        if at < len(words) and words[at][0] < end:
            starts.add(at)
    return starts


def _after_closers(words: Sequence[Word], forms: Sequence[str], i: int) -> int:
    """The first word after `i` that does not still belong to the sentence before: no closing mark, note or smiley."""
    while i < len(forms):
        form = forms[i]
        if form == "[" and forms[i + 2 : i + 3] == ["]"] and forms[i + 1].isdigit():
            i += 3
        elif form in CLOSERS or form[0] in TERMINAL or (form in STRAIGHT and _closes(words, i)) or _is_smiley(form):
            i += 1
        else:
            break
    return i


def _closes(words: Sequence[Word], i: int) -> bool:
    """Whether a mark that opens as well as closes is glued to what is before it, and not to what follows."""
    return _glued(words, i) and not _glued(words, i + 1)


def _glued(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i][0] == words[i - 1][1]


def _is_smiley(form: str) -> bool:
    return len(form) > 1 and form[0] in ":;=" and form[-1] in ")(DPp"


def _ends(words: Sequence[Word], forms: Sequence[str], i: int, after: int) -> bool:
    """Whether the mark (or abbreviation) `i` ends a sentence, `after` being the word that would open the next one."""
    form, following = forms[i], forms[after]
    if _glued(words, after):
        return i > 0 and form == "." and following[0].isupper() and forms[i - 1].islower() and len(forms[i - 1]) > 1
    if following[0].islower():
        return after == i + 1 and _ends_before_small_letter(form, forms[i - 1] if i else "")
    if form[0].isalnum():
        opens = following in OPENING and after + 1 < len(forms)
        return forms[after + 1][0].isupper() if opens else _abbreviation_ends(form, following)
    return form == "." or not (after > i + 1 and _told(forms, after))


def _ends_before_small_letter(form: str, before: str) -> bool:
    """Not after a capital, which may be a title ("Who Knows? star"), nor after what may be an abbreviation."""
    return before.islower() and (form in ("?", "!") or (form == "." and len(before) >= SHORTEST_LAST_WORD))


def _abbreviation_ends(form: str, following: str) -> bool:
    known = knowledge()
    stem = form[:-1]
    if stem in known.titles or len(stem) == 1 or stem.isdigit():
        return False
    if stem.lower() in ("a.m", "p.m"):
        return following[0].isupper() and following.rstrip(".") not in known.after_time
    return following.capitalize() in known.openers


def _told(forms: Sequence[str], after: int) -> bool:
    """Whether a verb of saying follows within a few words and before any mark: the quotation goes on a sentence."""
    for form in forms[after + 1 : after + 1 + FARTHEST_VERB]:
        if form in knowledge().saying:
            return True
        if not form[0].isalnum():
            return False
    return False
