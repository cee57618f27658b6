"""Formats told from names and first bytes."""

import json

import pytest

from dateline.readers import guess
from tests.readers.pages import ATOM, NITF, RSS, archive, page

CASES = [
    ("", b"Talks failed.", "text"),
    ("story", b"", "text"),
    ("a.txt", b"{}", "text"),
    ("a.txt", b"Talks\n\nEnd of Document\n", "bundle"),
    ("a.txt", b"   1 of 250 DOCUMENTS\n\nx", "bundle"),
    ("", b"x\n\nDocument GULL000020310314e73e0001x\n", "bundle"),
    ("", b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
    ("a.jsonl", b"", "jsonl"),
    ("a.json", b'{"text": "a"}', "json"),
    ("a.json", b'{"text": "a"}\n{"text": "b"}', "jsonl"),
    ("", b'[\n{"text": "a"}]', "json"),
    ("a.json", json.dumps({"uri": "x", "body_text": "a", "headline": "b"}).encode(), "ninjs"),
    ("a.json", json.dumps({"articles": [{"url": "x", "seendate": "y"}]}, indent=1).encode(), "gdelt"),
    ("a.json", b'[{"url": "x", "media_name": "y"}]', "mediacloud"),
    ("a.csv", b"text,title\na,b", "csv"),
    ("a.tsv", b"text\ttitle", "csv"),
    ("a.csv", b"\xef\xbb\xbfURL,MobileURL,Date,Title\n", "gdelt"),
    ("a.csv", b"id,publish_date,title,url,language,media_name,media_url\n", "mediacloud"),
    ("", page(), "html"),
    ("a.html", b"anything", "html"),
    ("a.xml", RSS.encode(), "feed"),
    ("", ATOM.encode("utf-16"), "feed"),
    ("a.xml", NITF.encode(), "nitf"),
    ("a.xml", b"<?xml version='1.0'?><!-- x --><other/>", None),
    ("a", archive(1), "gzip"),
    ("a", archive(1, packed=False), "warc"),
    ("a.warc", b"\x00", "warc"),
    ("a.parquet", b"PAR1", "parquet"),
    ("", b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nHi", "eml"),
    ("", b"From: the start it was clear.", "text"),
    ("a.eml", b"x", "eml"),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", None),
    ("", b'"Nobody," he said.', "text"),
    ("", b"[The council met.] It did.", "text"),
    ("", b"<Applause> Thank you.", "text"),
]


@pytest.mark.parametrize(("name", "head", "wanted"), CASES)
def test_guess(name, head, wanted):
    assert guess(name, head) == wanted


def test_a_server_is_believed_where_nothing_else_tells():
    assert guess("/story/7", b"<p>Talks", "text/html") == "html"
    assert guess("/story/7", RSS.encode(), "application/xml") == "feed"
    assert guess("/a.html", RSS.encode(), "text/xml") == "html"
