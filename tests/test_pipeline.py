"""The line: what is read, what is only warned of, and what a reader takes."""

from unittest.mock import Mock

import pytest

import dateline
from dateline import pipeline
from dateline.errors import BadEncoder, TextMissing
from dateline.parse.language import other_language
from dateline.record import Story, violations
from dateline.record.failure import Failure
from tests.builders import parsed_story

ENGLISH = (
    "The minister said on Thursday that talks with the neighbouring country could fail if the soldiers stay at the "
    "border, and that farmers would pay for it first."
)
GERMAN = (
    "Die Ministerin sagte am Donnerstag, die Gespräche mit dem Nachbarland könnten scheitern, wenn die Soldaten an der "
    "Grenze bleiben, und dass zuerst die Bauern dafür bezahlen würden."
)


@pytest.fixture
def parsed(monkeypatch):
    """Makes parsing give one sentence, whatever the story, and the steps nothing."""
    words = parsed_story("Rain rain NOUN 2 nsubj\nfell fall VERB 0 root")
    monkeypatch.setattr(pipeline, "parse", lambda story, encoder: words)
    monkeypatch.setattr(pipeline, "STEPS", ())


def codes(record):
    return [warning.code for warning in record.warnings]


def read(text, **metadata):
    return pipeline.read_story(Story.model_validate({"text": text, **metadata}), Mock(version="none"))


def test_a_record_has_sentences_and_says_who_made_it(parsed):
    record = read("Rain fell", id="story", published="2031-03-14")
    assert [(row.start, row.end, row.zone) for row in record.sentences] == [(0, 9, "body")]
    assert record.reader.encoder == "none"
    assert codes(record) == []
    assert list(violations(record)) == []


def test_steps_come_in_their_order(parsed, monkeypatch):
    class Step:
        def __init__(self, code):
            self.code = code

        def find(self, parsed, record):
            return record.model_copy(update={"warnings": (*record.warnings, self.code)})

    monkeypatch.setattr(pipeline, "STEPS", (Step("one"), Step("two")))
    assert read("Rain fell", published="2031-03-14").warnings == ("one", "two")


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_text_gives_an_empty_record(text):
    record = read(text)
    assert codes(record) == ["empty", "no-publication-date"]
    assert record.sentences == ()


def test_another_language_gives_a_record_without_findings():
    record = read(GERMAN, published="2031-03-14")
    assert codes(record) == ["not-english"]
    assert record.sentences == ()


@pytest.mark.parametrize(
    "text", [ENGLISH, ENGLISH.upper(), GERMAN[:60], "1 2 3 " * 100, '"' * 500, "😀" * 500, "x" * 500]
)
def test_what_is_english_short_or_no_language_passes(text):
    assert other_language(text) is None


@pytest.mark.parametrize("text", [GERMAN, GERMAN.upper(), "Министр сказал, что переговоры продолжатся завтра. " * 4])
def test_what_is_clearly_another_language_does_not(text):
    assert other_language(text) in {"de", "ru"}


def test_a_reader_takes_a_text_or_a_story():
    story = pipeline.story_of("Rain fell.", {"published": "2031-03-14"})
    assert pipeline.story_of(story, {}) is story
    assert pipeline.story_of(story, {"outlet": "The Gull"}).outlet == "The Gull"
    assert pipeline.story_of(story, {"outlet": "The Gull"}).published == "2031-03-14"


def test_metadata_that_is_none_is_named():
    with pytest.raises(TypeError, match="publishd"):
        pipeline.story_of("Rain fell.", {"publishd": "2031-03-14"})  # type: ignore[typeddict-unknown-key]


def test_a_text_that_is_none_is_an_error():
    with pytest.raises(TextMissing):
        pipeline.story_of(None, {})  # type: ignore[arg-type]


def test_one_failure_does_not_end_a_run_and_a_missing_encoder_does(monkeypatch):
    reader = object.__new__(pipeline.Reader)
    outcomes = iter([ValueError("odd"), BadEncoder("missing")])

    def read(story):
        raise next(outcomes)

    monkeypatch.setattr(reader, "read", read)
    found = reader.read_many([Story(id="1", text="a"), Story(id="2", text="b")])
    assert next(found) == Failure("story 1", "ValueError", "odd")
    with pytest.raises(BadEncoder):
        next(found)


def test_public_names_exist():
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)
    assert set(dateline.__all__) == {name for name in dir(dateline) if not name.startswith("__")}
    with pytest.raises(AttributeError, match="reed"):
        dateline.reed  # noqa: B018
