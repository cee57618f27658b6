"""The marked sentences that the event heads learn from, and how they become words with labels."""

import json
from collections import Counter

import pytest

from dateline.parse.tokens import words
from dateline.record.plover import EVENT_TAGS, MODES_OF, QUADS, STATUS_TAGS, TYPES
from evals.places import ROOT
from training.told import Deed, Told, document, grouped_rows, marked, own_sentences, unspaced

LINE = (
    "[a1:Norway] {1:accused} [r1,a2:Karsk] of {2:shelling} [r2:a village]. "
    "|| 1=ACCUSE.allege/occurred 2=ASSAULT/negated"
)


def test_marks_become_spans_of_the_text_without_them():
    told = marked("x", LINE)
    assert told.text == "Norway accused Karsk of shelling a village."
    assert told.deeds == [
        Deed("ACCUSE", "allege", "occurred", [(7, 14)], [(0, 6)], [(15, 20)]),
        Deed("ASSAULT", "", "negated", [(24, 32)], [(15, 20)], [(33, 42)]),
    ]


def test_a_text_of_several_sentences_has_the_labels_of_each_at_its_own_words():
    rows = [Told("0", "It rained.", deeds=[]), marked("x", LINE), Told("1", "Nothing is known here.")]
    doc = document(rows, "own", words)
    texts = [doc.text[s:e] for s, e, _ in doc.words]
    assert doc.acts is not None
    told = {t: EVENT_TAGS[k] for t, k in zip(texts, doc.acts["event"], strict=True) if k > 0}
    assert told == {"accused": "ACCUSE", "shelling": "ASSAULT"}
    assert [k for t, k in zip(texts, doc.acts["event"], strict=True) if t in {"rained", "known"}] == [0, -1]
    assert [(texts[a], [texts[i] for i in by], [texts[i] for i in to]) for a, by, to in doc.deeds] == [
        ("accused", ["Norway"], ["Karsk"]),
        ("shelling", ["Karsk"], ["a", "village"]),
    ]


def test_spaces_of_tokens_go_and_offsets_follow():
    row = {
        "text": "Rain ( heavy ) fell , so roads closed .",
        "relations": [{"cause": [[0, 19]], "effect": [[25, 37]], "signal": [[22, 24]]}],
    }
    found = unspaced(row)
    cause, effect, signal = (found["relations"][0][k][0] for k in ("cause", "effect", "signal"))
    assert found["text"] == "Rain (heavy) fell, so roads closed."
    assert [found["text"][s:e] for s, e in (cause, effect, signal)] == ["Rain (heavy) fell", "roads closed", "so"]


def test_every_row_comes_as_often_as_asked():
    rows = [Told(str(i), "x") for i in range(50)]
    assert set(Counter(r.id for group in grouped_rows(rows, 3) for r in group).values()) == {3}


@pytest.fixture(scope="module")
def own() -> list[Told]:
    return list(own_sentences())


def test_own_sentences_are_many_and_each_stands_once(own):
    assert len(own) > 3000
    assert max(Counter(t.text for t in own).values()) == 1


def test_own_sentences_have_known_classes_and_a_word_for_each_event(own):
    for told in own:
        assert not set("{}[]|") & set(told.text), told.id
        for deed in told.deeds or ():
            assert deed.type in MODES_OF, told.id
            assert deed.mode in {"", *MODES_OF[deed.type]}, told.id
            assert deed.status in STATUS_TAGS, told.id
            assert deed.anchors, told.id


def test_own_sentences_have_every_type_and_every_status(own):
    deeds = [d for t in own for d in t.deeds or ()]
    assert min(Counter(d.type for d in deeds).values()) > 100
    assert set(Counter(d.status for d in deeds)) == set(STATUS_TAGS)


def test_every_type_is_of_one_class():
    assert sorted(t for types in QUADS.values() for t in types) == sorted(TYPES)


def test_probes_are_not_among_the_sentences_that_teach(own):
    taught = {t.text for t in own}
    probes = [json.loads(line) for line in (ROOT / "evals/sets/probes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(probes) >= 300
    for probe in probes:
        assert probe["text"] not in taught
        assert probe["text"].count(probe["anchor"]) == 1, probe["id"]
        assert probe["status"] in STATUS_TAGS
        assert {probe["type"], *probe["accept"]} <= set(MODES_OF)
        assert all(x in probe["text"] for x in (*probe["actors"], *probe["recipients"]))
