"""Pages, feeds and archives of our own writing. Takes what varies, gives bytes; every name in them is made up."""

import io
import json

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SENTENCES = (
    "The council of Lower Marren met for a third night on Thursday; its mayor, Ada Moor, said that talks had failed.",
    "“Nobody in this room wanted a strike,” she told reporters outside the corn exchange, where the crowd had waited.",
    "The union of ferry workers, which speaks for 400 crews, answered that its members would stop work at noon.",
    "Its secretary, Bram Tolle, called the offer “a sheet of empty paper” and asked the court to hear his case.",
)
BODY = "\n\n".join(SENTENCES)
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry talks fail in Lower Marren",
    "datePublished": "2031-03-14T18:05:00+01:00",
    "author": [{"@type": "Person", "name": "Nell Harrow"}, {"@type": "Person", "name": "Tom Quist"}],
    "publisher": {"@type": "Organization", "name": "The Gull"},
    "inLanguage": "en-GB",
}


def page(said=ARTICLE, sentences=SENTENCES, head="", lang="en", title="Ferry talks fail in Lower Marren"):
    scripts = "" if said is None else f'<script type="application/ld+json">{json.dumps(said)}</script>'
    paragraphs = "".join(f"<p>{one}</p>" for one in sentences)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | The Gull</title>'
        f"{head}{scripts}"
        '</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<article><h1>{title}</h1>{paragraphs}</article>"
        "<footer><p>Copyright The Gull. All rights reserved.</p></footer></body></html>"
    ).encode()


def entry(number):
    """A page like others, and another one."""
    said = ARTICLE | {"headline": f"Ferry talks, night {number}"}
    return page(said, (f"This is night {number} of the talks, said the mayor of the town.", *SENTENCES))


def archive(count=5, *, packed=True, body=entry, kind="text/html; charset=utf-8", status="200 OK", headers=()):
    """A WARC with a request and a response for each page."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc.gz", {"software": "by hand"}))
    for number in range(count):
        url = f"https://gull.example/{number}"
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "gull.example")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=asked))
        told = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        payload = io.BytesIO(body(number))
        writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=told))
    return out.getvalue()


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Gull</title><link>https://gull.example/</link><language>en-gb</language>
<item><title>Ferry talks fail</title><link>https://gull.example/1</link><dc:creator>Nell Harrow</dc:creator>
<pubDate>Fri, 14 Mar 2031 18:05:00 +0100</pubDate><description>Talks have failed.</description>
<content:encoded><![CDATA[<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Court hears &amp; adjourns</title><link>https://gull.example/2</link>
<pubDate>soon</pubDate><description>The court &lt;b&gt;heard&lt;/b&gt; the case.</description></item>
</channel></rss>
"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Gull</title><id>tag:gull.example,2031:all</id>
<entry><title>Ferry talks fail</title><link href="https://gull.example/1"/><id>tag:gull.example,2031:1</id>
<updated>2031-03-14T18:05:00Z</updated><author><name>Nell Harrow</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SENTENCES[0]}</p><p>{SENTENCES[2]}</p></div></content>
</entry></feed>
"""
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf xml:lang="en"><head><title>Ferry talks</title><docdata><date.issue norm="20310314T180500Z"/></docdata>
<pubdata name="The Gull" type="print"/></head><body><body.head><hedline><hl1>Ferry talks fail</hl1></hedline>
<byline>By <person>Nell Harrow</person></byline><dateline><location>LOWER MARREN</location></dateline></body.head>
<body.content><block><p>{SENTENCES[0]}</p><media><media-caption>A ferry.</media-caption></media>
<p>{SENTENCES[1]}</p></block></body.content></body></nitf>
"""
