from __future__ import annotations

import pytest

from dateline.record.labels import is_banner, label_at, speaker_in
from tests.builders import parsed_story


def label(words: str, gap: str = " "):
    """The label at the head of these words; "~" stands for a wide gap."""
    table = "\n".join(f"{word} = X 0 root" for word in words.split())
    parsed = parsed_story(table)
    text = parsed.story.text
    if gap != " ":
        first = parsed.tokens.end[0]
        text = text[:first] + gap[0] + text[first + 1 :]
    return label_at(text, parsed.tokens, 0, len(parsed.tokens))


@pytest.mark.parametrize(
    ("words", "sort", "name"),
    [
        ("MS. QUIST", "name", "QUIST"),
        ("MR. DAHL", "name", "DAHL"),
        ("SEN. MARA QUIST ( R +- OH )", "name", "MARA QUIST"),
        ("MARA QUIST , HOST ( voice-over )", "name", "MARA QUIST"),
        ("PRIME MINISTER QUIST", "name", "QUIST"),
        ("Gen. Dahl", "name", "Dahl"),
        ("BAKER", "name", "BAKER"),
        ("THE PRESIDENT", "role", "THE PRESIDENT"),
        ("The Tribune", "name", "Tribune"),
        ("MODERATOR", "role", "MODERATOR"),
        ("UNIDENTIFIED MALE", "somebody", "UNIDENTIFIED MALE"),
        ("REPORTER", "somebody", "REPORTER"),
        ("QUESTION", "question", "QUESTION"),
        ("ANSWER", "answer", "ANSWER"),
    ],
)
def test_what_a_label_tells_of_its_speaker(words: str, sort: str, name: str):
    said = [word.removeprefix("+") for word in words.split()]
    found, (first, last) = speaker_in(said)
    assert (found, " ".join(said[first:last])) == (sort, name)


@pytest.mark.parametrize("words", ["EXCLUSIVE", "NOTE TO EDITORS", "BREAKING NEWS", "Analysis", "LIVE UPDATES"])
def test_what_only_says_what_sort_of_story_it_is(words: str):
    assert is_banner(words.split())
    assert label(f"{words} +: Nobody left") is None


def test_a_name_is_no_banner():
    assert not is_banner(["QUIST"])
    assert not is_banner(["PRESS", "SECRETARY", "QUIST"])


@pytest.mark.parametrize(
    ("words", "gap", "sort"),
    [
        ("Q +: Who left ?", " ", "question"),
        ("Q. Who left ?", " ", "question"),
        ("A. Nobody left", " ", "answer"),
        ("Q Who left ?", "\t", "question"),
        ("Q Who left ?", " ", None),
        ("A bridge fell", " ", None),
    ],
)
def test_letters(words: str, gap: str, sort: str | None):
    found = label(words, gap)
    assert (None if found is None else found.sort) == sort


def test_only_a_colon_is_a_mark():
    assert label("Q. Who left ?").mark is None
    assert label("QUIST +: Nobody left").mark == 1
