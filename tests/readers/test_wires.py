"""Formats of agencies and of mail: ninjs, NITF, feeds, e-mail."""

import io
import json
import logging
from email.message import EmailMessage

import pytest

from dateline.readers import eml, feed, ninjs, nitf, objects
from dateline.readers.given import Given, Page
from dateline.record import Story
from tests.readers.pages import ATOM, BODY, NITF, RSS, SENTENCES, page


def read(reader, data, **given):
    data = data if isinstance(data, bytes) else data.encode()
    return list(reader.read(io.BytesIO(data), Given(**given)))


ITEM = {
    "uri": "https://gull.example/1",
    "type": "text",
    "headline": "Ferry talks fail",
    "byline": "By Nell Harrow",
    "language": "en",
    "versioncreated": "2031-03-14T18:05:00+00:00",
    "source": "The Gull",
    "body_xhtml": f"<div><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div>",
    "body_text": "not this",
}
ITEM_3 = {
    "uri": "urn:gull:1",
    "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Ferry talks fail"}],
    "bodies": [{"role": "caption", "value": "A ferry."}, {"role": "main", "value": f"<p>{SENTENCES[0]}</p>"}],
    "versionCreated": "20310314T180500Z",
    "infosources": [{"name": "The Gull", "role": "outlet"}],
    "by": "Nell Harrow",
}


def test_ninjs():
    (story,) = read(ninjs, json.dumps(ITEM))
    assert story.text == "\n\n".join(SENTENCES[:2])
    assert (story.title, story.byline, story.outlet) == ("Ferry talks fail", "By Nell Harrow", "The Gull")
    assert (story.url, story.published, story.language) == (ITEM["uri"], ITEM["versioncreated"], "en")


def test_ninjs_of_later_versions():
    (story,) = read(ninjs, json.dumps({"items": [ITEM_3]}))
    assert (story.text, story.title, story.outlet) == (SENTENCES[0], "Ferry talks fail", "The Gull")
    assert (story.published, story.url) == ("2031-03-14T18:05:00Z", None)


@pytest.mark.parametrize("data", [b"", b"{", b"[1, null]", b'{"headline": 7, "bodies": 7}', b"[" * 100_000])
def test_ninjs_that_is_none(data):
    assert {one.error for one in read(ninjs, data)} <= {"BadEntry", "NoMainText"}


def test_json_of_stories_takes_a_map():
    data = json.dumps({"results": [{"fields": {"body": "They failed."}, "when": "2031-03-14"}, 7]})
    one, other = read(objects, data, map={"text": "fields.body", "published": "when"})
    assert (one.text, one.published, other.error) == ("They failed.", "2031-03-14", "BadEntry")


def test_nitf():
    (story,) = read(nitf, NITF)
    assert story.text == "LOWER MARREN — " + "\n\n".join(SENTENCES[:2])
    assert (story.title, story.byline, story.outlet) == ("Ferry talks fail", "By Nell Harrow", "The Gull")
    assert (story.published, story.language) == ("2031-03-14T18:05:00Z", "en")


def test_nitf_inside_newsml():
    inner = NITF.partition('dtd">')[2]
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><contentSet><inlineXML>'
        f"{inner}</inlineXML></contentSet></newsItem></itemSet></newsMessage>"
    )
    (story,) = read(nitf, message)
    assert story.title == "Ferry talks fail"


SECRET = (
    '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body.content><p>&x;</p></body.content></nitf>'
)
LAUGHS = (
    '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<nitf><body.content><p>&b;</p></body.content></nitf>"
)


@pytest.mark.parametrize("data", [SECRET, LAUGHS, "<nitf>", "<html></html>", "", "<a>" * 100_000])
def test_xml_that_is_hostile_or_broken_is_refused(data):
    (failure,) = read(nitf, data)
    assert failure.error == "BadMarkup"
    (failure,) = read(feed, data.replace("nitf", "rss"))
    assert failure.error == "BadMarkup"


def test_rss():
    whole, summary = read(feed, RSS)
    assert whole.text == "\n\n".join(SENTENCES[:2])
    assert (whole.title, whole.byline, whole.outlet) == ("Ferry talks fail", "Nell Harrow", "The Gull")
    assert (whole.published, whole.url) == ("2031-03-14T18:05:00+01:00", "https://gull.example/1")
    assert (summary.text, summary.title) == ("The court heard the case.", "Court hears & adjourns")
    assert summary.published is None
    assert [code for code, _ in summary.notes] == ["published-unread", "summary"]


def test_atom():
    (story,) = read(feed, ATOM)
    assert story.text == f"{SENTENCES[0]}\n\n{SENTENCES[2]}"
    assert (story.byline, story.published, story.language) == ("Nell Harrow", "2031-03-14T18:05:00Z", "en")


class Shelf:
    """Pages at hand, as what follows links gives them."""

    def __init__(self, **pages):
        self.asked = []
        self.pages = pages

    def get(self, url):
        self.asked.append(url)
        return Page(url, page(), "text/html")


def test_links_of_summaries_are_followed_when_asked():
    shelf = Shelf()
    _, story = read(feed, RSS, fetch=shelf)
    assert shelf.asked == ["https://gull.example/2"]
    assert (story.text, story.title) == (BODY, "Ferry talks fail in Lower Marren")


def test_a_feed_that_ends_early_gives_what_it_has(caplog):
    with caplog.at_level(logging.WARNING):
        found = read(feed, RSS[: RSS.index("Court hears")])
    assert found[0].title == "Ferry talks fail"
    assert "damaged" in caplog.text


def test_a_feed_in_another_encoding():
    data = RSS.replace('encoding="UTF-8"', 'encoding="windows-1252"').encode("cp1252")
    story, _ = read(feed, data)
    assert "“Nobody" in story.text
    assert story.notes == ()


def message(**parts):
    mail = EmailMessage()
    mail["From"] = "Nell Harrow — The Gull <nell@gull.example>"
    mail["Subject"] = "Ferry talks fail — “no offer”"
    mail["Date"] = "Fri, 14 Mar 2031 18:05:00 +0100"
    mail.set_content(parts.get("text", BODY))
    if "html" in parts:
        mail.add_alternative(parts["html"], subtype="html")
    if "attached" in parts:
        mail.add_attachment(parts["attached"], filename="notes.txt")
    return mail.as_bytes()


def test_eml():
    (story,) = read(eml, message(html="<p>not this</p>", attached="nor this"))
    assert story.text.strip() == BODY
    assert story.title == "Ferry talks fail — “no offer”"
    assert (story.byline, story.published) == ("Nell Harrow — The Gull", "2031-03-14T18:05:00+01:00")


def test_eml_with_html_alone():
    html = f"<style>p {{}}</style><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}<br>{SENTENCES[2]}</p>"
    (story,) = read(eml, message(text="", html=html))
    assert story.text == "\n\n".join(SENTENCES[:3])


def test_eml_whose_lines_flow():
    mail = b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\nThe talks \nhave failed.\n\nSo.\n-- \nNell\n"
    (story,) = read(eml, mail)
    assert story.text == "The talks have failed.\n\nSo.\n-- \nNell\n"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"From: x\n\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"Subject: =?x?q?=ff?=\nDate: x\n\nHi.",
    ],
)
def test_eml_that_is_odd(data):
    (one,) = read(eml, data)
    assert isinstance(one, Story) or one.error == "NoMainText"


def test_eml_with_a_charset_that_does_not_hold():
    mail = b"Content-Type: text/plain; charset=utf-8\n\nThe caf\xe9 in the old town was \x93closed\x94, she said.\n"
    (story,) = read(eml, mail)
    assert "“closed”" in story.text
    assert [code for code, _ in story.notes] == ["charset"]
