from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dateline.parse.inputs import GLUED, LINE, PARAGRAPH, SPACED, Inputs
from dateline.parse.syntax import (
    LONGEST,
    heads,
    lemma,
    relations,
    sentence_starts,
    unwrapped,
    with_nouns,
    with_owners,
    with_syntax,
)
from dateline.record.parsed import Floats
from dateline.record.tokens import Tokens

NAMES = ["nsubj", "root", "obj"]


def feed(*gaps: int) -> Inputs:
    at = np.arange(len(gaps))
    return Inputs(at, at, at, {"gap": np.array(gaps, dtype=np.int64)})


def tokens(*words: str) -> Tokens:
    ends = np.cumsum([len(word) + 1 for word in words]) - 1
    starts = [end - len(word) for word, end in zip(words, ends.tolist(), strict=True)]
    return Tokens(tuple(starts), tuple(ends.tolist()), words, (0,) * len(words), (-1,) * len(words))


@pytest.mark.parametrize(
    ("boundary", "opens", "multiword", "expected"),
    [
        ([0, 0, 0.95, 0], set(), [-1] * 4, [0, 2]),
        ([0, 0, 0.85, 0], set(), [-1] * 4, [0]),
        ([0, 0, 0, 0], {3}, [-1] * 4, [0, 3]),
        ([0.95, 0], {0}, [-1] * 2, [0]),
        ([0, 0.95, 0.95, 0], set(), [-1, 1, 1, -1], [0, 1]),
    ],
    ids=["by the encoder", "in doubt not", "a paragraph", "the first word once", "never inside a token"],
)
def test_sentence_starts(boundary: list[float], opens: set[int], multiword: list[int], expected: list[int]) -> None:
    assert sentence_starts(np.array(boundary, np.float32), opens, multiword) == expected


def test_no_sentence_is_longer_than_the_longest() -> None:
    n = 3 * LONGEST + 1
    starts = sentence_starts(np.zeros(n, np.float32), (), [-1] * n)
    assert starts == [0, LONGEST, 2 * LONGEST, 3 * LONGEST]


def test_line_breaks_inside_a_paragraph_are_spaces() -> None:
    found = unwrapped(feed(PARAGRAPH, GLUED, LINE, LINE, PARAGRAPH, SPACED), [0, 3, 4])
    assert found.features["gap"].tolist() == [PARAGRAPH, GLUED, SPACED, LINE, PARAGRAPH, SPACED]


def test_rules_start_sentences_and_the_encoder_adds_what_it_is_sure_of() -> None:
    boundary = np.array([0, 0.1, 0.95, 0.6, 0.0], np.float32)
    assert sentence_starts(boundary, {4}, [-1] * 5) == [0, 2, 4]


def arcs(*rows: tuple[int, int]) -> dict[str, Floats]:
    """Outputs in which each word, at (own, head), fits the head best."""
    own, head = np.array(rows).T
    return {"arc_dep": np.eye(8, dtype=np.float32)[head], "arc_head": np.eye(8, dtype=np.float32)[own]}


def test_heads_are_of_the_same_sentence_and_count_in_the_story() -> None:
    out = arcs((0, 1), (1, 1), (0, 0), (1, 0), (2, 1))
    assert heads(out, [0, 2]).tolist() == [1, 1, 2, 2, 3]


def scores(*best: int) -> dict[str, Floats]:
    """Outputs of relations in which these fit the words best, whatever their heads are."""
    dep = np.eye(3, dtype=np.float32)[list(best)]
    return {"rel_dep": dep, "rel_head": np.zeros_like(dep)}


WEIGHTS = {"rel_weight": np.eye(3, dtype=np.float32), "rel_bias": np.array([0, 0, 0.1], np.float32)}


def test_only_roots_are_root() -> None:
    head = np.array([1, 1, 1, 3])
    assert relations(scores(0, 0, 1, 2), head, WEIGHTS, NAMES) == ["nsubj", "root", "obj", "root"]


def test_relations_depend_on_the_head_too() -> None:
    out = scores(0, 1, 2)
    out["rel_dep"] = np.zeros((3, 3), np.float32)
    out["rel_head"] = np.eye(3, dtype=np.float32)
    assert relations(out, np.array([2, 1, 0]), WEIGHTS, NAMES) == ["obj", "root", "nsubj"]


def test_words_with_syntax() -> None:
    out = arcs((0, 1), (1, 1), (0, 0)) | scores(0, 0, 0)
    classes = {k: np.array([0, 1, 0]) for k in ("upos", "xpos", "feats")} | {"lemma": np.array([0, 1, 0])}
    labels = {"upos": ["NOUN", "VERB"], "xpos": ["NNS", "VBD"], "feats": ["_", "Tense=Past"]}
    labels |= {"lemma": ["l1:", "l2:"], "deprel": NAMES}
    found = with_syntax(tokens("Dogs", "barked", "Stops"), out | classes, [0, 2], WEIGHTS, labels)
    assert found.sentence == (0, 0, 1)
    assert found.head == (1, 1, 2)
    assert found.deprel == ("nsubj", "root", "root")
    assert found.upos == ("NOUN", "VERB", "NOUN")
    assert found.xpos == ("NNS", "VBD", "NNS")
    assert found.feats == ("_", "Tense=Past", "_")
    assert found.lemma == ("dog", "bark", "stop")


@pytest.mark.parametrize(
    ("word", "upos", "script", "expected"),
    [
        ("sat", "VERB", "l2:", "sit"),
        ("denied", "VERB", "l1:", "deny"),
        ("Fishermen", "NOUN", "l1:", "fisherman"),
        ("lives", "VERB", "l1:", "live"),
        ("lives", "NOUN", "l1:", "life"),
        ("lay", "VERB", "l0:", "lay"),
        ("lay", "VERB", "l2:ie", "lie"),
        ("shobbled", "VERB", "l2:e", "shobble"),
        ("left", "ADJ", "l0:", "left"),
    ],
    ids=lambda x: x,
)
def test_a_lemma_is_listed_or_made(word: str, upos: str, script: str, expected: str) -> None:
    assert lemma(word, upos, script) == expected


def test_the_mark_of_an_owner_hangs_on_the_owner() -> None:
    words = replace(
        tokens("Ida", "Berg", "'s", "prime", "minister", "spoke"),
        upos=("PROPN", "PROPN", "PART", "ADJ", "NOUN", "VERB"),
        head=(4, 0, 4, 4, 5, 5),
        deprel=("nmod:poss", "flat", "amod", "amod", "nsubj", "root"),
    )
    found = with_owners(replace(words, sentence=(0,) * 6))
    assert (found.head, found.deprel[2]) == ((4, 0, 0, 4, 5, 5), "case")


def test_a_verb_is_no_mark_of_an_owner() -> None:
    words = replace(
        tokens("She", "'s", "ready"), upos=("PRON", "AUX", "ADJ"), head=(2, 2, 2), deprel=("nsubj", "cop", "root")
    )
    kept = replace(words, sentence=(0,) * 3)
    assert with_owners(kept) == kept


@pytest.mark.parametrize(("word", "upos", "lemma"), [("Rebels", "NOUN", "rebel"), ("Raptors", "PROPN", "Raptors")])
def test_a_noun_for_people_that_opens_a_sentence_is_a_noun(word: str, upos: str, lemma: str) -> None:
    words = replace(tokens(word, "won"), upos=("PROPN", "VERB"), feats=("Number=Plur", "_"), lemma=(word, "win"))
    found = with_nouns(replace(words, sentence=(0, 0)))
    assert (found.upos[0], found.lemma[0]) == (upos, lemma)
