"""Puts right the lemmas of words that the lists know, where the encoder has mistaken them.

Takes forms and lemmas, gives lemmas. A lemma that no list knows gives way to the one of which the form is an
inflection: "warned" with the lemma "warne" is "warn".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.extract.attributes.wordlists import sections_of

VOWELS = frozenset("aeiou")
SHORTEST = 3
# Words before "=" in `irregular` are forms, the word behind is their lemma.
LISTS = ("cues.yaml", "certainty.yaml", "media.yaml", "anonymous.yaml", "addressee.yaml")


@cache
def known() -> frozenset[str]:
    """Every single word of the lists."""
    found: set[str] = set()
    for name in LISTS:
        for text in strings(sections_of(name)):
            found.update(word.partition("/")[0] for word in text.replace(",", " ").split() if "=" not in word)
    return frozenset(found)


@cache
def inflections() -> dict[str, str]:
    """Form to lemma, for all regular forms of the words of the lists and for the irregular ones."""
    out = {
        form: word
        for word in sorted(known())
        if word.isalpha() and len(word) >= SHORTEST
        for form in regular(word)
        if form not in known()
    }
    for pair in sections_of("cues.yaml")["irregular"].split():
        form, _, word = pair.partition("=")
        out[form] = word
    return out


def strings(raw: object) -> Iterator[str]:
    """The texts in a nest of mappings; lists hold phrases of inflected forms."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from strings(value)


def regular(word: str) -> Iterator[str]:
    """The forms in -s, -ed and -ing, with and without a doubled last letter."""
    y = len(word) > 2 and word[-1] == "y" and word[-2] not in VOWELS
    stem = word[:-1] if word[-1] == "e" or y else word
    yield word[:-1] + "ies" if y else word + ("es" if word[-1] in "sxz" or word[-2:] in ("sh", "ch") else "s")
    yield stem + ("ied" if y else "ed")
    yield (word[:-1] if word[-1] == "e" and word[-2:] != "ee" else word) + "ing"
    if len(word) > 2 and word[-1] not in VOWELS and word[-2] in VOWELS and word[-1] not in "wxy":
        yield word + word[-1] + "ed"
        yield word + word[-1] + "ing"


def right_lemma(form: str, lemma: str) -> str:
    """`form` and `lemma` in lower case."""
    return lemma if lemma in known() else inflections().get(form, lemma)
