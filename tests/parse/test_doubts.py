import pytest

from dateline.parse.doubts import doubts, quotation_doubts, unreadable
from dateline.record.parsed import Quotation

PLAIN = "The ministry of roads said on Tuesday that the old bridge would stay closed until spring. "


def test_plain_english_leaves_no_doubt():
    assert unreadable(PLAIN) is None
    assert list(doubts(PLAIN)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<p>The bridge is <b>closed</b>.</p>", "markup"),
        ("&quot;The bridge is closed,&quot; Berg said.", "markup"),
        ("The bridge\x00 is closed.", "control-characters"),
        (PLAIN * 2000, "long"),
    ],
)
def test_what_is_no_plain_story_is_said(text, code):
    assert [found for found, _ in doubts(text)] == [code]


def test_one_sign_is_no_markup():
    assert list(doubts("Berg wrote <sic> beside it, and a & b.")) == []


@pytest.mark.parametrize(("text", "code"), [(" ", "empty"), ("قال الوزير إن الجسر مغلق", "not-english"), ("", "empty")])
def test_what_cannot_be_read(text, code):
    found = unreadable(text)
    assert found is not None
    assert found[0] == code


def quotation(closed, continues=False):
    return Quotation(0, 9, 1, 8, 0, 2, closed=closed, continues=continues)


def test_a_quotation_that_is_never_closed():
    assert [code for code, _ in quotation_doubts([quotation(True), quotation(False)])] == ["unclosed-quotation"]
    assert list(quotation_doubts([quotation(False), quotation(True, continues=True)])) == []
