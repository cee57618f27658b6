"""The sets of our own: each row well formed, each span a slice of its text, enough of them."""

import json

import pytest

from evals.places import ROOT

TIMES = [json.loads(line) for line in (ROOT / "evals/sets/times.jsonl").read_text(encoding="utf-8").splitlines()]

CAUSES = [json.loads(line) for line in (ROOT / "evals/sets/causes.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_150_sentences_with_claims_or_none():
    assert len(CAUSES) >= 150
    assert sum(len(row["claims"]) for row in CAUSES) >= 150
    assert sum(not row["claims"] for row in CAUSES) >= 25


@pytest.mark.parametrize("row", CAUSES, ids=lambda row: row["id"])
def test_the_words_of_claims_stand_in_their_sentence(row):
    for claim in row["claims"]:
        parts = [claim["cause"], claim["effect"], *claim["signal"]]
        assert all(words in row["text"] for words in parts)
        assert claim["claimant"] == "author" or claim["claimant"] in row["text"]


def test_there_are_200_expressions_with_a_value():
    assert sum(bool(one["timex"]) for row in TIMES for one in row["expressions"]) >= 200
    assert len({row["id"] for row in TIMES}) == len(TIMES)


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row["id"])
def test_times_are_slices_in_order(row):
    last = 0
    for one in row["expressions"]:
        assert row["text"][one["start"] : one["end"]] == one["text"]
        assert one["start"] >= last
        last = one["end"]
