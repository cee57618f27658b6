from __future__ import annotations

import pytest

from dateline.extract.attributes.wordlists import checked_keys, entries, words


def test_a_missing_or_foreign_section_is_an_error():
    with pytest.raises(ValueError, match="valid is a mapping with the keys"):
        checked_keys({"told": "", "foreign": ""}, {"told"}, "x.yaml")


def test_phrases_stand_once():
    assert entries("call for,\n say", "x.yaml") == ("call for", "say")
    with pytest.raises(ValueError, match="given twice"):
        entries("say, say", "x.yaml")


def test_words_are_parted_by_blanks():
    assert words("say tell", "x.yaml") == {"say", "tell"}
    with pytest.raises(ValueError, match="comma"):
        words("say, tell", "x.yaml")
    with pytest.raises(TypeError, match="one string"):
        words(["say"], "x.yaml")
