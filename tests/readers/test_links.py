"""Lists of links: read as such, followed only when asked."""

import io
import json

from dateline.errors import NotFetched
from dateline.readers import links
from dateline.readers.given import Given, Page
from tests.readers.pages import BODY, page

GDELT = {
    "articles": [
        {
            "url": "https://gull.example/1",
            "title": "Ferry talks fail",
            "seendate": "20310314T181500Z",
            "domain": "gull.example",
            "language": "English",
        },
        {"url": "https://gull.example/gone", "title": "Gone", "seendate": "20310314T181500Z"},
        {"title": "no link"},
    ]
}
CLOUD = "id,publish_date,title,url,language,media_name,media_url\n7,2031-03-14,Ferry talks,https://gull.example/1,en,Gull,x\n"


class Shelf:
    def get(self, url):
        if url.endswith("gone"):
            raise NotFetched(url, "the server answered 410", 410)
        return Page(url, page(None), "text/html")


def read(reader, data, fetch=None):
    return list(reader(io.BytesIO(data.encode()), Given(fetch=fetch)))


def test_links_are_not_followed_unasked():
    found = read(links.gdelt, json.dumps(GDELT))
    assert [one.error for one in found] == ["NotFetched", "NotFetched", "BadEntry"]
    assert "only when asked" in found[0].message


def test_gdelt():
    story, gone, none = read(links.gdelt, json.dumps(GDELT), Shelf())
    assert (story.text, story.url, story.outlet) == (BODY, "https://gull.example/1", "gull.example")
    assert story.published == "2031-03-14T18:15:00Z"
    assert "410" in gone.message
    assert (none.where, none.error) == ("entry 3", "BadEntry")


def test_gdelt_as_a_table():
    (story,) = read(
        links.gdelt, "URL,MobileURL,Date,Title\nhttps://gull.example/1,,2031-03-14 18:15:00,Ferry\n", Shelf()
    )
    assert (story.text, story.published) == (BODY, "2031-03-14 18:15:00")


def test_media_cloud():
    (story,) = read(links.mediacloud, CLOUD, Shelf())
    assert (story.text, story.outlet, story.published, story.language) == (BODY, "Gull", "2031-03-14", "en")


def test_what_is_no_list():
    assert [one.error for one in read(links.gdelt, "{")] == ["BadEntry"]
    assert read(links.mediacloud, "") == []
