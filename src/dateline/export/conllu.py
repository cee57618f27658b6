"""Syntax as CoNLL-U, the form of Universal Dependencies. Takes a `ParsedStory`, gives lines of text.

The forms of all words are the characters of the story that are not white space, in order.
https://universaldependencies.org/format.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.record.parsed import ParsedStory, Sentence
from dateline.record.tokens import Tokens

EMPTY = "_"
JOINED = "SpaceAfter=No"
_BLANK_LINE = re.compile(r"\n\s*\n")


def lines(parsed: ParsedStory) -> Iterator[str]:
    """CoNLL-U: of each sentence its comments, its words, and an empty line; each line comes with its end."""
    text = parsed.story.text
    # Where a blank line parts paragraphs, a single line break may be no more than where a line was full.
    break_ = _BLANK_LINE if _BLANK_LINE.search(text) else re.compile("\n")
    last = 0
    for number, sentence in enumerate(parsed.sentences, start=1):
        if number == 1 or break_.search(text, last, sentence.start):
            yield "# newpar\n"
        yield f"# sent_id = {number}\n"
        yield f"# text = {_text(parsed.tokens, sentence)}\n"
        yield from _rows(parsed.tokens, sentence)
        yield "\n"
        last = sentence.end


def _text(tokens: Tokens, sentence: Sentence) -> str:
    """The sentence in one line, white space of any kind as a space: what the forms and SpaceAfter amount to."""
    words = range(sentence.first, sentence.last)
    spaced = (tokens.text[word] + (" " if _is_spaced(tokens, word) else "") for word in words)
    return "".join(spaced).strip()


def _rows(tokens: Tokens, sentence: Sentence) -> Iterator[str]:
    for word in range(sentence.first, sentence.last):
        last = _last_part(tokens, word, sentence)
        if tokens.multiword[word] == word and last > word:
            yield _range(tokens, sentence, word, last)
        yield _row(tokens, sentence, word)


def _last_part(tokens: Tokens, word: int, sentence: Sentence) -> int:
    """The last word of the surface token that begins with this one."""
    last = word
    while last + 1 < sentence.last and tokens.multiword[last + 1] == word:
        last += 1
    return last


def _range(tokens: Tokens, sentence: Sentence, first: int, last: int) -> str:
    """The line of a surface token that is several words: "don't" above "do" and "n't"."""
    form = "".join(tokens.text[first : last + 1])
    number = f"{first - sentence.first + 1}-{last - sentence.first + 1}"
    return _line(number, form, *[EMPTY] * 7, EMPTY if _is_spaced(tokens, last) else JOINED)


def _row(tokens: Tokens, sentence: Sentence, word: int) -> str:
    number = word - sentence.first + 1
    head, deprel = _head(tokens, sentence, word)
    # A part of a surface token says nothing of space; the line of the whole token does.
    joined = tokens.multiword[word] < 0 and not _is_spaced(tokens, word)
    columns = (tokens.lemma, tokens.upos, tokens.xpos, tokens.feats)
    values = (column[word] if column else EMPTY for column in columns)
    return _line(str(number), tokens.text[word], *values, head, deprel, EMPTY, JOINED if joined else EMPTY)


def _head(tokens: Tokens, sentence: Sentence, word: int) -> tuple[str, str]:
    if not tokens.head:
        return EMPTY, EMPTY
    head = tokens.head[word]
    return str(0 if head == word else head - sentence.first + 1), tokens.deprel[word]


def _is_spaced(tokens: Tokens, word: int) -> bool:
    """Whether anything stands between this word and the next; the end of the story counts as a space."""
    return word + 1 == len(tokens) or tokens.end[word] < tokens.start[word + 1]


def _line(*columns: str) -> str:
    # A column is never empty and holds no tab or line break, whatever the story has in its words.
    return "\t".join(re.sub(r"[\t\r\n]", " ", column) or EMPTY for column in columns) + "\n"
