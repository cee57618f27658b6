"""CoNLL-U: ten columns, and the characters of the story."""

from dataclasses import replace

from dateline.export import conllu
from dateline.record.parsed import ParsedStory
from dateline.record.tokens import Tokens
from tests.builders import parsed_story

TABLE = """
Moor    =     PROPN 2 nsubj Number=Sing
did     do    VERB  0 root  Tense=Past
+,      ,     PUNCT 2 punct

Rain    rain  NOUN  2 nsubj
fell    fall  VERB  0 root
"""


def rows(parsed: ParsedStory) -> list[list[str]]:
    found = "".join(conllu.lines(parsed)).splitlines()
    return [line.split("\t") for line in found if line and not line.startswith("#")]


def joined() -> ParsedStory:
    """Two words in one surface token, after which nothing stands before the full stop."""
    parsed = parsed_story("We we PRON 3 nsubj\nca can AUX 3 aux\n+n't not PART 0 root\n+. . PUNCT 3 punct")
    return replace(parsed, tokens=replace(parsed.tokens, multiword=(-1, 1, 1, -1)))


def test_words_have_ten_columns():
    assert rows(parsed_story(TABLE)) == [
        ["1", "Moor", "Moor", "PROPN", "_", "Number=Sing", "2", "nsubj", "_", "_"],
        ["2", "did", "do", "VERB", "_", "Tense=Past", "0", "root", "_", "SpaceAfter=No"],
        ["3", ",", ",", "PUNCT", "_", "_", "2", "punct", "_", "_"],
        ["1", "Rain", "rain", "NOUN", "_", "_", "2", "nsubj", "_", "_"],
        ["2", "fell", "fall", "VERB", "_", "_", "0", "root", "_", "_"],
    ]


def test_sentences_are_numbered_and_hold_their_text():
    found = "".join(conllu.lines(parsed_story(TABLE)))
    assert found.startswith("# newpar\n# sent_id = 1\n# text = Moor did,\n")
    assert "\n\n# sent_id = 2\n# text = Rain fell\n" in found
    assert found.endswith("\n\n")


def test_a_surface_token_of_several_words_is_a_range():
    assert [row[0::9][:2] for row in rows(joined())] == [
        ["1", "_"],
        ["2-3", "SpaceAfter=No"],
        ["2", "_"],
        ["3", "_"],
        ["4", "_"],
    ]
    assert rows(joined())[1][1] == "can't"
    assert "# text = We can't.\n" in list(conllu.lines(joined()))


def test_a_blank_line_begins_a_paragraph_and_so_does_a_line_break_where_there_is_none():
    parsed = parsed_story(TABLE)
    for gap, marks in (("\n\n", 2), ("\n", 2), (" ", 1)):
        text = parsed.story.text.replace(", Rain", f",{gap}Rain")
        assert "".join(conllu.lines(moved(parsed, text))).count("# newpar") == marks


def moved(parsed: ParsedStory, text: str) -> ParsedStory:
    """The same words in a text with other white space before the second sentence."""
    by = len(text) - len(parsed.story.text)
    first, second = parsed.sentences
    second = replace(second, start=second.start + by, end=second.end + by)
    return replace(
        parsed, story=parsed.story.model_copy(update={"text": text}), sentences=(first, second), tokens=parsed.tokens
    )


def test_words_without_syntax_have_empty_columns():
    parsed = parsed_story("Rain rain NOUN 0 root")
    bare = Tokens(start=(0,), end=(4,), text=("Rain",), sentence=(0,), multiword=(-1,))
    assert rows(replace(parsed, tokens=bare)) == [["1", "Rain", *["_"] * 8]]


def test_a_story_without_words_has_no_lines():
    parsed = parsed_story("Rain rain NOUN 0 root")
    assert list(conllu.lines(replace(parsed, sentences=()))) == []
