import pytest

from dateline.errors import BadTable
from dateline.record.contexts import context_words, contexts_of, read_context_words
from dateline.record.datafiles import data_text
from dateline.record.plover import plover


def test_every_context_has_its_words():
    for context in plover().contexts:
        assert sum(context in found for found in context_words().values()) >= 15, context


def test_a_sentence_has_contexts():
    lemmas = ["the", "supreme", "court", "sentence", "drug", "trafficker", "for", "smuggle", "heroin"]
    found = dict(contexts_of(lemmas))
    assert found["illegal_drugs"] == 2
    assert found["legal"] == 2
    assert "election" not in found


def test_a_phrase_goes_before_its_words_and_a_hyphen_is_a_blank():
    assert dict(contexts_of(["pro-democracy", "activist"])) == {"pro_democracy": 1, "repression": 1}


def test_what_speaks_for_nothing_has_none():
    assert contexts_of(["the", "cat", "sleep"]) == ()
    assert contexts_of([]) == ()


def test_other_contexts_are_refused():
    with pytest.raises(BadTable, match="valid are"):
        read_context_words(data_text("contexts.yaml").replace("cyber:", "computers:", 1))
    with pytest.raises(BadTable, match="no words"):
        read_context_words("\n".join(f"{context}:" for context in plover().contexts))
