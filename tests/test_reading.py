"""The whole line with the shipped encoder: golden stories, any input at all, and cost that grows with length only."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SkipStory
from dateline.pipeline import Reader
from dateline.record import Record, violations

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = (Path(__file__).parents[1] / "docs" / "sample-story.txt").read_text(encoding="utf-8")
STORIES = sorted(GOLDEN.glob("*.txt"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(record: Record) -> list[dict[str, Any]]:
    """What a reader of the statements sees; not the confidences, whose last digits differ between processors."""
    names = {a.id: a.name for a in record.actors}
    return [
        {
            "speaker": names.get(s.speaker or ""),
            "cue": " … ".join(x.text for x in s.cue),
            "content": " … ".join(x.text for x in s.content),
            "is": [s.form, s.kind, s.act, s.certainty, s.negated, s.anonymous],
            "links": [k for k in ("parent", "continues", "echo_of") if getattr(s, k)],
        }
        for s in record.statements
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_golden_stories(reader: Reader, path: Path, snapshot: Any) -> None:
    record = reader.read(path.read_text(encoding="utf-8"), published="2031-03-14")
    assert list(violations(record)) == []
    assert told(record) == snapshot


def test_statements_in_statements_in_statements_stand_in_each_other(reader: Reader) -> None:
    assert list(violations(reader.read("the minister said that " * 400))) == []


def test_two_runs_are_byte_identical(reader: Reader) -> None:
    assert reader.read(SAMPLE).to_json() == Reader().read(SAMPLE).to_json()


def test_a_record_survives_json(reader: Reader) -> None:
    record = reader.read(SAMPLE, published="2031-03-14")
    assert Record.from_json(record.to_json()) == record


def test_text_after_a_story_leaves_its_first_words_alone(reader: Reader) -> None:
    longer = SAMPLE + "\n\nThe harbour opened again in the evening.\n" * 5
    before, after = reader.read(SAMPLE), reader.read(longer)
    assert [(s.start, s.end) for s in after.sentences][: len(before.sentences) - 1] == [
        (s.start, s.end) for s in before.sentences
    ][:-1]


BAD = {
    "empty": "",
    "blank": " \n\t \n",
    "one line": "word " * 4000,
    "one word": "a" * 20_000,
    "quotation marks": '"' * 10_000,
    "open quotations": "“ he said. " * 1000,
    "periods": "." * 10_000,
    "newlines": "\n" * 10_000,
    "control characters": "".join(map(chr, range(32))) * 50 + "He said so.\x00\x07",
    "capitals": SAMPLE.upper(),
    "emoji": "👩‍👩‍👧‍👦 said “🙂🙂” 🇺🇳 " * 200,
    "right to left": "قال الرئيس إن المدينة آمنة. " * 40,
    "another language": "Le président a dit que la ville était sûre et que les écoles rouvriraient lundi. " * 20,
    "html": "<html><body><p>" + SAMPLE.replace("\n\n", "</p><p>") + "</p><script>alert('x')</script></body></html>",
    "combining": "e\u0301" * 3000,
    "separators": SAMPLE.replace("\n", "\u2028"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_a_sound_record(reader: Reader, name: str) -> None:
    record = reader.read(BAD[name])
    assert record.story.text == BAD[name]
    assert list(violations(record)) == []


def test_a_lone_surrogate_is_refused_by_name(reader: Reader) -> None:
    with pytest.raises(SkipStory, match="surrogate"):
        reader.read("He said \ud800 so.")


def test_capitals_still_speak(reader: Reader) -> None:
    assert len(reader.read(SAMPLE.upper()).statements) >= 4


@settings(max_examples=80)
@given(st.text(max_size=400))
def test_any_text_gives_a_sound_record(text: str) -> None:
    assert list(violations(shared().read(text))) == []


PIECES = st.lists(
    st.sampled_from([*"\"“”‘’'«»()—\n. ", " said ", "He ", "Ana Ruiz ", "that ", "the mayor ", "not ", " 12 "]),
    max_size=80,
)


@settings(max_examples=80)
@given(PIECES.map("".join))
def test_any_mixture_of_marks_and_words_gives_a_sound_record(text: str) -> None:
    assert list(violations(shared().read(text))) == []


_READER: list[Reader] = []


def shared() -> Reader:
    """One reader for the property tests, which may not use fixtures of a function."""
    if not _READER:
        _READER.append(Reader())
    return _READER[0]


@pytest.mark.parametrize(
    "unit", [SAMPLE + "\n\n", "word ", '"No," he said. ', "“"], ids=["stories", "line", "quotes", "marks"]
)
def test_cost_grows_with_length_only(reader: Reader, unit: str) -> None:
    size = 20_000 // len(unit) + 1
    reader.read(unit * size)
    single, double = seconds(reader, unit * size), seconds(reader, unit * size * 2)
    assert double < 3.5 * single + 0.2


def seconds(reader: Reader, text: str) -> float:
    """Processor time of one reading, the best of two."""
    found = []
    for _ in range(2):
        gc.disable()
        began = time.process_time()
        reader.read(text)
        found.append(time.process_time() - began)
        gc.enable()
    return min(found)
