from __future__ import annotations

from dateline.parse.spelling import spelling


def test_lists_say_one_thing_about_a_word():
    known = spelling()
    sure = known.abbreviations
    assert sure.isdisjoint(known.before_number | known.not_at_the_end | known.states)
    assert known.states.isdisjoint(known.before_capital)


def test_words_keep_their_period_without_being_listed_with_it():
    known = spelling()
    listed = known.abbreviations | known.before_number | known.before_capital | known.not_at_the_end | known.states
    assert [word for word in listed if word.endswith(".")] == []


def test_contractions_are_cut_into_all_their_letters():
    assert spelling().contractions["gonna"] == (0, 3, 5)
    assert spelling().contractions["dunno"] == (0, 2, 3, 5)
    assert all(edges[-1] == len(word) for word, edges in spelling().contractions.items())
