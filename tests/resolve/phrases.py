"""Sentences whose subject is a description with an owner, for tests of who is whose.

Takes a phrase such as "Spain's prime minister" or "the French president", gives a table for `tests.builders`.
"""

from __future__ import annotations

from tests.resolve.sentences import PLURALS

LEMMAS = PLURALS | {"rebels": "rebel", "deputies": "deputy", "executives": "executive"}
VERBS = {"spoke": "speak", "said": "say", "met": "meet", "agreed": "agree", "left": "leave"}


def sentence(phrase: str, verb: str = "spoke") -> str:
    """A sentence in which the phrase, whose last word is its head, does something."""
    words = phrase.replace("'s", " 's").split()
    head = len(words)
    rows = [word_row(words, k, head) for k in range(head - 1)]
    last, lower = words[-1], words[-1].lower()
    number = "Plur" if lower in LEMMAS else "Sing"
    upos = "PROPN" if last[0].isupper() and lower not in LEMMAS else "NOUN"
    rows.append(f"{last} {LEMMAS.get(lower, lower if upos == 'NOUN' else '=')} {upos} {head + 1} nsubj Number={number}")
    return "\n".join([*rows, f"{verb} {VERBS[verb]} VERB 0 root", f"+. = PUNCT {head + 1} punct"])


def word_row(words: list[str], k: int, head: int) -> str:
    """The row of a word before the head."""
    word, after = words[k], words[k + 1]
    if word.lower() in {"the", "a"}:
        return f"{word} {word.lower()} DET {head} det"
    if word == "'s":
        return f"+'s = PART {k} case"
    if after == "'s":
        return f"{word} = PROPN {head} nmod:poss Number=Sing"
    return f"{word} = {'PROPN' if word[0].isupper() else 'ADJ'} {head} {'compound' if word[0].isupper() else 'amod'}"
