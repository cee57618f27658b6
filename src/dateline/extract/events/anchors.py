"""The words that name an event: the verb with its auxiliaries, or the noun phrase.

Takes a word, gives ranges of words.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

NOT = frozenset({"not", "n't", "n’t", "never", "no"})
FAR = 4


def anchor(parsed: ParsedStory, words: Sequence[int]) -> Range:
    """The range of words from the first to the last that name the event, for a word and those that tell it with it."""
    found = [around(parsed, i) for i in words]
    first, last = min(a for a, _ in found), max(b for _, b in found)
    # Words far apart are told of by the first alone.
    return (first, last) if last - first <= FAR * (len(words) + 1) else around(parsed, words[0])


def around(parsed: ParsedStory, word: int) -> Range:
    """A word with what completes it."""
    tokens, tree = parsed.tokens, parsed.tree
    if tokens.upos[word] in {"NOUN", "PROPN"}:
        return tree.phrase_start(word, word), word + 1
    first, last = word, word + 1
    for child in tree.children[word]:
        deprel = tokens.deprel[child]
        if deprel in {"aux", "aux:pass"} or (deprel == "advmod" and tokens.text[child].lower() in NOT):
            first = min(first, child) if word - child <= FAR else first
        elif deprel == "compound:prt" and child - word <= FAR:
            last = max(last, child + 1)
    return first, last
