"""Ids are hashes of content."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.record.ids import HASHED, LETTERS, actor_id, finding_id, place_id, position_id, story_id
from dateline.record.span import Span

SPANS = st.lists(
    st.builds(lambda start, text: Span(start, start + len(text), text), st.integers(0), st.text(min_size=1))
)


@given(st.text(), st.sampled_from(sorted(LETTERS)), SPANS)
def test_the_same_content_has_the_same_id(story, kind, spans):
    found = finding_id(story, kind, spans)
    assert found == finding_id(story, kind, list(spans))
    assert HASHED.fullmatch(found)
    assert found[0] == LETTERS[kind]


@given(SPANS, SPANS)
def test_other_spans_have_another_id(one, other):
    assert (finding_id("x", "event", one) == finding_id("x", "event", other)) == (one == other)


def test_parts_do_not_run_into_each_other():
    assert actor_id("ab", "c") != actor_id("a", "bc")
    assert position_id("x", "ab", "c") != position_id("x", "a", "bc")
    assert story_id("a", "b") != story_id("ab", None)


def test_ids_are_pinned():
    # A change here changes every id in every store: it needs a new version of the contract.
    assert finding_id("harbour", "statement", [Span(3, 6, "and")]) == "sd65ba2eb510b43a3"
    assert actor_id("harbour", "Ida Berg") == "a7007bbef4902ef06"
    assert place_id("harbour", "Ida Berg")[1:] != actor_id("harbour", "Ida Berg")[1:]


def test_each_kind_has_a_letter_of_its_own():
    assert len(set(LETTERS.values())) == len(LETTERS)
