from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.segment import segment
from dateline.record.story import Story
from tests.parse.growth import UNITS, is_linear

STORY = Story(
    title="Cracks close bridge",
    text="Cracks close bridge\n\nAVEN (AP) — The bridge isn't safe. “Nobody may cross,” Ana Ruiz said.\n\nRead more",
)


def test_a_story():
    segments = segment(STORY)
    text, tokens = STORY.text, segments.tokens
    assert [zone.kind for zone in segments.zones] == ["headline", "dateline", "body", "boilerplate"]
    assert [(text[s.start : s.end], s.zone) for s in segments.sentences] == [
        ("Cracks close bridge", "headline"),
        ("AVEN (AP) —", "dateline"),
        ("The bridge isn't safe.", "body"),
        ("“Nobody may cross,” Ana Ruiz said.", "body"),
        ("Read more", "boilerplate"),
    ]
    first = tokens.text.index("is")
    assert tokens.text[first : first + 2] == ("is", "n't")
    assert tokens.multiword[first : first + 2] == (first, first)
    assert [text[q.inner_start : q.inner_end] for q in segments.quotations] == ["Nobody may cross,"]


def test_no_story():
    segments = segment(Story(text=" \n"))
    assert (segments.zones, len(segments.tokens), segments.sentences, segments.quotations) == ((), 0, (), ())


# A story has no lone surrogates: `Story` refuses them.
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(alphabet="aB.\n —(\"”“')"))
def test_sentences_hold_all_words_and_offsets_fit(text):
    segments = segment(Story(text=text))
    tokens, at = segments.tokens, 0
    for number, sentence in enumerate(segments.sentences):
        assert sentence.first == at < sentence.last
        assert (tokens.start[at], tokens.end[sentence.last - 1]) == (sentence.start, sentence.end)
        assert set(tokens.sentence[at : sentence.last]) == {number}
        assert any(
            z.start <= sentence.start < sentence.end <= z.end and z.kind == sentence.zone for z in segments.zones
        )
        at = sentence.last
    assert at == len(tokens)
    assert tokens.text == tuple(text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True))


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit != "\ud800"])
def test_time_is_linear(unit):
    assert is_linear(lambda text: segment(Story(text=text)), unit)
