from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.zones import zones
from tests.parse.growth import UNITS, is_linear

LEAD = "The old bridge over the Aven closed on Monday after inspectors found cracks, the city said."
MORE = "“Nobody may cross,” said Ana Ruiz, who heads the office of roads. “We are sorry.”"


def found(text: str, title: str | None = None, byline: str | None = None) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones(text, title, byline)]


def kind_of(line: str) -> str:
    """The kind of a line below two paragraphs and above four."""
    text = f"{LEAD}\n\n{MORE}\n\n{line}" + f"\n\n{LEAD}" * 4
    return next(zone.kind for zone in zones(text) if zone.start <= text.index(line) < zone.end)


def test_body_is_one_zone():
    text = f"{LEAD}\n\n{MORE}\n\n{LEAD}"
    assert found(text) == [("body", text)]


def test_title_repeated_in_the_text():
    text = f"Bridge Closes After Cracks;\nCity Is Sorry.\n\n{LEAD}"
    assert found(text, "Bridge closes after cracks; city is sorry") == [
        ("headline", "Bridge Closes After Cracks;\nCity Is Sorry."),
        ("body", LEAD),
    ]


def test_first_line_set_like_a_headline():
    assert found(f"Cracks close Aven bridge\n\n{LEAD}") == [("headline", "Cracks close Aven bridge"), ("body", LEAD)]
    assert found(f"{LEAD}\n\n{MORE}")[0][0] == "body"
    assert found("Cracks close Aven bridge") == [("body", "Cracks close Aven bridge")]


def test_a_title_that_no_line_repeats_takes_no_headline_away():
    assert found(f"Cracks close Aven bridge\n\n{LEAD}", "Another title")[0][0] == "headline"


def test_a_headline_above_a_byline_may_be_short():
    assert found(f"Bridge closes\nBy Ana Ruiz\n\n{LEAD}")[:2] == [
        ("headline", "Bridge closes"),
        ("byline", "By Ana Ruiz"),
    ]


def test_a_dateline_in_a_story_all_in_capitals():
    assert found(f"AVEN, IOWA (AFP) - {LEAD.upper()}")[0] == ("dateline", "AVEN, IOWA (AFP) -")


def test_the_credit_of_a_paper_tells_a_caption():
    text = f"{LEAD}\n\nAna Ruiz, 61, in her office. Ruiz says it is closed. (Jo Lam/The Aven Post)\n\n{LEAD}"
    assert [kind for kind, _ in found(text)] == ["body", "caption", "credit", "body"]


def test_a_label_of_a_picture_before_a_sentence_opens_a_caption():
    text = f"PHOTO: Ana Ruiz waves after saying she would close it. (AP Photo/Jo Lam)\n\n{LEAD}"
    assert [kind for kind, _ in found(text)] == ["caption", "credit", "body"]


@pytest.mark.parametrize(
    "line", ["Monday, March 3, 2014", "3 March 2014", "Published: 12:30 GMT, 4 March 2015", "2014-03-03"]
)
def test_dates_above_the_body(line):
    assert found(f"{line}\n\n{LEAD}") == [("dateline", line), ("body", LEAD)]


def test_a_dateline_opens_the_body():
    assert found(f"AVEN, Iowa (AP) — {LEAD}\n\n{MORE}") == [
        ("dateline", "AVEN, Iowa (AP) —"),
        ("body", f"{LEAD}\n\n{MORE}"),
    ]


@pytest.mark.parametrize(
    "line", ["By Ana Ruiz", "By ANA RUIZ and Jo Lam, The Aven Post", "Written by Ana Ruiz, Reuters"]
)
def test_bylines(line):
    assert found(f"{line}\n\n{LEAD}") == [("byline", line), ("body", LEAD)]


@pytest.mark.parametrize(
    "line", ["By Monday the bridge was closed.", "By then, Ruiz had left the city", "By Friday, Ana Ruiz"]
)
def test_what_is_no_byline(line):
    assert ("byline", line) not in found(f"{LEAD}\n\n{line}")


def test_a_byline_that_came_beside_the_text():
    assert found(f"Ana Ruiz\n\n{LEAD}", byline="Ana Ruiz")[0] == ("byline", "Ana Ruiz")


@pytest.mark.parametrize(
    "line",
    [
        "Reuters/Ana Ruiz",
        "(AP Photo/Ana Ruiz)",
        "Ana Ruiz/AFP/Getty Images",
        "Ana Ruiz via Getty Images.",
        "Photo: Ana Ruiz",
        "Image by Ana Ruiz via Flickr",
        "Getty.",
    ],
)
def test_credits(line):
    assert kind_of(line) == "credit"


def test_captions_and_their_credits():
    text = (
        "Ana Ruiz (2)\nRuiz heads the office of roads. Pictured: Ruiz at the bridge. Reuters/Jo Lam\n\n"
        f"{LEAD}\n\nThe bridge on Sunday. Image: Jo Lam.\n\n{MORE}\n\nA boat\n(Photo: Jo Lam)"
    )
    assert found(text) == [
        ("caption", "Ana Ruiz (2)\nRuiz heads the office of roads. Pictured: Ruiz at the bridge."),
        ("credit", "Reuters/Jo Lam"),
        ("body", LEAD),
        ("caption", "The bridge on Sunday."),
        ("credit", "Image: Jo Lam."),
        ("body", MORE),
        ("caption", "A boat"),
        ("credit", "(Photo: Jo Lam)"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry fares rise",
        "Read more",
        "ADVERTISEMENT",
        "Follow us on Twitter",
        "Follow Ana Ruiz on Twitter @anaruiz.",
        "Related: Ferry fares rise",
        "Sign up for our newsletter",
        "(Reporting by Ana Ruiz; Editing by Jo Lam)",
        "© 2015 The Aven Post. All rights reserved.",
        "Editor's note: The city is sorry.",
        "* * *",
        "<div class='ad'></div>",
    ],
)
def test_boilerplate(line):
    assert kind_of(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Read more than one book, Ruiz said.",
        "Follow the river and you will find it, she said.",
        "Reuters reported that the bridge was closed.",
        "Getty, the mayor, said he was sorry.",
        "Photos show cracks, the office said.",
        "The image of the city suffered, Ruiz said.",
        "Sources said the bridge was old.",
        "Related work will begin in May, the city said.",
        "AFP and Reuters were told nothing.",
        "“Share this with nobody,” he said.",
        "May 3 was the worst day.",
    ],
)
def test_what_stays_body(line):
    assert kind_of(line) == "body"


def test_links_below_a_heading_at_the_end():
    text = f"{LEAD}\n\n{MORE}\n\n{LEAD}\n\nRelated news\n\nFerry fares rise\n\nMayor resigns"
    assert found(text)[-1] == ("boilerplate", "Mayor resigns")
    assert ("body", f"{LEAD}\n\n{MORE}\n\n{LEAD}") in found(text)
    assert {kind for kind, _ in found(f"Sources\n\n{LEAD}\n\n{MORE}")} == {"body"}


def test_html_pasted_as_text():
    text = f"<html><body>\n<p>{LEAD}</p>\n<a href='x'>\n</body></html>"
    assert found(text)[0][0] == "boilerplate"
    assert found(text)[1] == ("body", f"<p>{LEAD}</p>")


LINES = st.sampled_from(
    [LEAD, MORE, "By Ana Ruiz", "Reuters/Jo Lam", "Sources", "A (3)", "Photo: B", "May 3, 2014", "(AP) - X y", "", ""]
)


@given(st.text() | st.text(alphabet="aB.\n /:—(") | st.lists(LINES).map("\n".join), st.none() | st.text(max_size=20))
def test_zones_are_apart_in_order_and_hold_all_but_white_space(text, title):
    at = 0
    for zone in zones(text, title):
        assert at <= zone.start < zone.end
        assert text[at : zone.start].strip() == ""
        assert text[zone.start : zone.end] == text[zone.start : zone.end].strip()
        at = zone.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    assert is_linear(zones, unit)


def test_a_date_between_headline_and_lead():
    text = f"Cracks close Aven bridge\n\nBy Ana Ruiz\n\nSeptember 24, 2015\n\n{LEAD}"
    assert [kind for kind, _ in found(text)] == ["headline", "byline", "dateline", "body"]


def test_the_first_turn_of_an_interview_is_no_headline():
    assert found(f"Q: Who closed the bridge?\n\nA: {LEAD}")[0][0] == "body"
    assert found(f"QUIST: Who closed it?\n\nDAHL: {LEAD}")[0][0] == "body"


def test_a_sentence_above_a_dateline_or_said_again_is_a_headline():
    assert found(f"The bridge is closed.\n\nAVEN (AP) — {LEAD}")[0] == ("headline", "The bridge is closed.")
    assert (
        found(f"The old bridge over the Aven closed.\n\nThe old bridge over the Aven closed. {MORE}")[0][0]
        == "headline"
    )
    assert found(f"The bridge is closed.\n\n{LEAD}")[0][0] == "body"


def test_a_credit_in_capitals_closes_a_caption():
    assert found(f"{LEAD}\n\n{MORE}\n\nThe bridge on Monday. REUTERS/Ana Ruiz\n\n{LEAD}")[1:3] == [
        ("caption", "The bridge on Monday."),
        ("credit", "REUTERS/Ana Ruiz"),
    ]
