"""Sentences and syntax from the encoder's arrays: boundaries, heads as trees, relations, tags and lemmas.

Takes words and the outputs of the syntactic heads, gives complete `Tokens` and the words that start a sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

import lemminflect  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray

from dateline.parse.encoder import Outputs
from dateline.parse.inputs import LINE, SPACED, Inputs
from dateline.parse.labels import apply_script
from dateline.parse.trees import tree
from dateline.record.parsed import Floats
from dateline.record.tokens import Tokens
from dateline.record.words import words

# LAS from raw text, EWT dev and GUM devcarve: rules alone 82.5 and 84.8, the encoder alone 84.2 and 84.2, rules and
# what the encoder is this sure of 84.0 and 84.8.
SURE = 0.9
# The parts of speech whose lemmas a dictionary gives: right for 97.4 % of the words of EWT dev, 98.1 % of GUM devcarve;
# by edit scripts alone 96.3 and 96.9; with adjectives 97.4 and 98.0.
LISTED = frozenset({"VERB", "NOUN"})
# Arc scores of a sentence cost its length squared; nothing longer than this is a sentence.
LONGEST = 250
# Words whose relations are scored at once, so that a long story holds no table of all of them.
BLOCK = 4096
# The mark of an owner hangs on the word before it, for whatever head the encoder takes what is owned ("Spain | 's prime
# minister"); it follows from the order of words. LAS of EWT dev and GUM devcarve: 84.32 and 85.26
# without it, 84.34 and 85.28 with it.
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PARTS = frozenset({"flat", "compound", "goeswith", "nmod"})
MOST_PARTS = 6


def unwrapped(feed: Inputs, by_rule: Sequence[int]) -> Inputs:
    """The inputs with line breaks inside a hard-wrapped paragraph as mere spaces.

    `by_rule`: words that start a sentence, as every paragraph does.
    """
    gap = feed.features["gap"]
    breaks = gap == LINE
    breaks[list(by_rule)] = False
    gap[breaks] = SPACED
    return feed


def sentence_starts(boundary: Floats, by_rule: Collection[int], multiword: Sequence[int]) -> list[int]:
    """Words that start a sentence: by rule, where the encoder is sure of it, and where one would be too long."""
    starts = [0]
    for i, probability in enumerate(boundary.tolist()):
        inside = multiword[i] >= 0 and multiword[i] != i
        if i and (i in by_rule or (probability > SURE and not inside) or i - starts[-1] >= LONGEST):
            starts.append(i)
    return starts


def heads(out: Outputs, starts: Sequence[int]) -> NDArray[np.int64]:
    """The syntactic head of every word as an index in the story; a root is its own head."""
    result = np.empty(len(out["arc_dep"]), dtype=np.int64)
    for a, b in zip(starts, [*starts[1:], len(result)], strict=True):
        dependent, head = (out[k][a:b].astype(np.float32) for k in ("arc_dep", "arc_head"))
        result[a:b] = tree(dependent @ head.T) + a
    return result


def relations(out: Outputs, head: NDArray[np.int64], weights: dict[str, Floats], names: Sequence[str]) -> list[str]:
    """The relation of every word to its head: `root` for roots and only for them."""
    root, found = names.index("root"), []
    for a in range(0, len(head), BLOCK):
        above = head[a : a + BLOCK]
        hidden = out["rel_dep"][a : a + BLOCK].astype(np.float32) + out["rel_head"][above].astype(np.float32)
        scores = np.maximum(hidden, 0.0) @ weights["rel_weight"].T + weights["rel_bias"]
        scores[:, root] = -np.inf
        found.append(np.where(above == np.arange(a, a + len(above)), root, scores.argmax(1)))
    return [names[i] for i in np.concatenate(found)] if found else []


def with_syntax(
    tokens: Tokens, out: Outputs, starts: Sequence[int], weights: dict[str, Floats], labels: dict[str, list[str]]
) -> Tokens:
    """The words with their sentence, tags, lemma, head and relation."""
    head = heads(out, starts)
    number = np.zeros(len(head), dtype=np.int64)
    number[list(starts)[1:]] = 1
    upos, xpos, feats, script = ([labels[k][i] for i in out[k]] for k in ("upos", "xpos", "feats", "lemma"))
    found = replace(
        tokens,
        sentence=tuple(np.cumsum(number).tolist()),
        upos=tuple(upos),
        xpos=tuple(xpos),
        feats=tuple(feats),
        lemma=tuple(lemma(*word) for word in zip(tokens.text, upos, script, strict=True)),
        head=tuple(head.tolist()),
        deprel=tuple(relations(out, head, weights, labels["deprel"])),
    )
    return with_owners(with_nouns(found))


def with_nouns(tokens: Tokens) -> Tokens:
    """The words with a noun for many people as such where its capital is that of a sentence ("Rebels deny")."""
    upos, lemmas = list(tokens.upos), list(tokens.lemma)
    for i, tag in enumerate(tokens.upos):
        opens = i == 0 or tokens.sentence[i - 1] != tokens.sentence[i]
        if opens and tag == "PROPN" and "Number=Plur" in tokens.feats[i]:
            known = listed(tokens.text[i].lower(), "NOUN")
            if known and known[0] != tokens.text[i].lower() and known[0] in words("person_nouns"):
                upos[i], lemmas[i] = "NOUN", known[0]
    return replace(tokens, upos=tuple(upos), lemma=tuple(lemmas))


def with_owners(tokens: Tokens) -> Tokens:
    """The words with every possessive mark that hangs on what is owned on the owner before it instead."""
    head, deprel, above = list(tokens.head), list(tokens.deprel), set(tokens.head)
    for i, word in enumerate(tokens.text):
        strays = word in POSSESSIVE and tokens.upos[i] == "PART" and head[i] > i
        if strays and i and i not in above and tokens.sentence[i - 1] == tokens.sentence[i]:
            head[i], deprel[i] = owner(tokens, i - 1), "case"
    return replace(tokens, head=tuple(head), deprel=tuple(deprel))


def owner(tokens: Tokens, last: int) -> int:
    """The head of the name that ends with a word."""
    at = last
    for _ in range(MOST_PARTS):
        above = tokens.head[at]
        if above >= at or tokens.deprel[at] not in PARTS:
            break
        at = above
    return at


def lemma(word: str, upos: str, script: str) -> str:
    """The lemma of a verb or noun by a dictionary, else, or where that has several, by the encoder's edit script."""
    edited = apply_script(word, script)
    known = listed(word.lower(), upos) if upos in LISTED else ()
    return edited if not known or edited in known else known[0]


@lru_cache(maxsize=50_000)
def listed(form: str, upos: str) -> tuple[str, ...]:
    """The lemmas of a form in the dictionary, the likeliest first; none where it has only guesses."""
    found: tuple[str, ...] = lemminflect.getLemma(form, upos, lemmatize_oov=False)
    return tuple(one.lower() for one in found)
