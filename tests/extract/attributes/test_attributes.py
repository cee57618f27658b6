from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.attributes import Attributes, Parts, attributes, tree_of
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story, where, words_of
from tests.extract.attributes.sentences import DECLINED, LETTER, MIXED, MUST_LEAVE, NO_PLANS, WARNED, WILL_BUILD


def read(table: str, source: str, cue: str, content: str) -> tuple[ParsedStory, Attributes]:
    parsed = parsed_story(table)
    parts = Parts((where(parsed, source),), (where(parsed, cue),), (where(parsed, content),))
    return parsed, attributes(parsed, tree_of(parsed), parts)


def test_a_warning_in_an_interview():
    parsed, found = read(WARNED, "Berg", "warned", "that ice could close the harbour")
    assert (found.form, found.kind, found.act) == ("indirect", "speech", "warn")
    assert (found.certainty, found.negated, found.anonymous) == ("possible", False, False)
    assert words_of(parsed, found.medium) == "an interview"
    assert words_of(parsed, found.addressee) == "reporters"
    assert words_of(parsed, found.time) == "Monday"
    assert "warn" in found.found_by


def test_a_promise_in_quotation_marks():
    _, found = read(WILL_BUILD, "Dahl", "said", "“We will build it,”")
    assert (found.form, found.act, found.certainty) == ("direct", "promise", "certain")
    assert [span.text for span in found.content] == ["We will build it,"]
    assert [span.text for span in found.quotation] == ["“We will build it,”"]


def test_a_refusal_to_say():
    _, found = read(DECLINED, "Two officials", "did not say", "why the bridge fell")
    assert (found.act, found.anonymous, found.negated) == ("decline", True, False)


def test_a_demand_names_who_must_act():
    parsed, found = read(MUST_LEAVE, "Dahl", "said", "“Arden must leave the island,”")
    assert (found.act, found.certainty) == ("demand", "underspecified")
    assert words_of(parsed, found.addressee) == "Arden"


def test_a_thought_has_no_act():
    _, found = read(NO_PLANS, "The mayor", "thinks", "the port has no rivals")
    assert (found.kind, found.act, found.certainty, found.negated) == ("thought", None, "probable", True)


def test_a_letter_is_writing_and_has_an_addressee():
    parsed, found = read(LETTER, "Oslen", "demanding", "new boats")
    assert (found.kind, found.act, found.certainty) == ("writing", "demand", "underspecified")
    assert words_of(parsed, found.medium) == "a letter"


def test_words_of_blame_make_a_name_an_accusation():
    _, found = read(MIXED, "Dahl", "called", "the raid “a crime”")
    assert (found.form, found.act) == ("mixed", "accuse")


def test_a_statement_that_goes_on_takes_over_kind_and_addressee():
    parsed, first = read(WARNED, "Berg", "warned", "that ice could close the harbour")
    parts = Parts((), (), (where(parsed, "the harbour"),))
    found = attributes(parsed, tree_of(parsed), parts, replace(first, kind="writing"))
    assert found.kind == "writing"
    assert found.addressee == first.addressee


@pytest.mark.parametrize("table", [WARNED, WILL_BUILD, DECLINED, MUST_LEAVE, NO_PLANS, LETTER, MIXED])
def test_without_syntax_there_are_still_attributes(table: str):
    parsed = parsed_story(table)
    tokens = replace(parsed.tokens, upos=(), xpos=(), feats=(), lemma=(), head=(), deprel=())
    bare = replace(parsed, tokens=tokens)
    found = attributes(bare, tree_of(bare), Parts(((0, 1),), ((1, 2),), ((2, len(tokens)),)))
    assert found.kind in {"speech", "thought", "attitude", "writing", "evidence"}


@given(st.data())
def test_no_tree_and_no_parts_make_it_fail(data: st.DataObject):
    parsed = parsed_story(data.draw(st.sampled_from([WARNED, DECLINED, MUST_LEAVE, LETTER])))
    n = len(parsed.tokens)
    word = st.integers(0, n - 1)
    shuffled = replace(
        parsed.tokens,
        head=tuple(data.draw(st.lists(word, min_size=n, max_size=n))),
        upos=tuple(data.draw(st.lists(st.sampled_from(parsed.tokens.upos), min_size=n, max_size=n))),
        deprel=tuple(data.draw(st.lists(st.sampled_from(parsed.tokens.deprel), min_size=n, max_size=n))),
    )
    broken = replace(parsed, tokens=shuffled)
    ranges = st.lists(st.tuples(word, word).map(lambda r: (min(r), max(r) + 1)), max_size=2).map(tuple)
    parts = Parts(data.draw(ranges), data.draw(ranges), data.draw(ranges))
    found = attributes(broken, tree_of(broken), parts)
    for span in (*found.content, *found.quotation):
        assert span.text == parsed.story.text[span.start : span.end]
    for words in (found.addressee, found.medium, found.place, found.time):
        assert words is None or 0 <= words[0] < words[1] <= n
