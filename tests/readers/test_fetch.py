"""Following links: politely, within limits, and to public addresses only. The server is this machine's own."""

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest
from httpcore2 import ConnectError, SyncBackend

from dateline.errors import NotFetched
from dateline.readers import addresses, sources
from dateline.readers.fetch import PoliteFetcher
from tests.readers.pages import BODY, RSS, page

HTML = "text/html; charset=utf-8"


def stories(*arguments, **options):
    return sources.stories(*arguments, **options)


class Server(ThreadingHTTPServer):
    """A site of this machine: `pages` by path, and the paths that were `asked` for."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Site)
        self.pages, self.asked, self.url = {"/story": good(page())}, [], f"http://127.0.0.1:{self.server_port}"
        self.daemon_threads = True


class Site(BaseHTTPRequestHandler):
    """Pages by path: (status, headers, body) or what handles the request itself."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append(self.path)
        answer = self.server.pages.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in ({"Content-Type": HTML, "Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def dripping(handler):
    """A byte now and then, for ever."""
    handler.close_connection = True
    try:
        for byte in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b" " * 1000:
            handler.wfile.write(bytes([byte]))
            time.sleep(0.05)
    except OSError:
        pass


def breaking(handler):
    """Less than it says."""
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>half")
    handler.close_connection = True


def raving(handler):
    handler.wfile.write(b"\x00\xff nonsense\r\n\r\n")
    handler.close_connection = True


def endless(handler):
    """A page without an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b"<p>more</p>" * 1000)
    except OSError:
        pass


def told(location, status=302):
    return (status, {"Location": location}, b"")


def good(body, **headers):
    return (200, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@pytest.fixture
def site():
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher():
    with PoliteFetcher(pause=0, timeout=5, largest=100_000, private=True) as one:
        yield one


def reason(fetcher, url):
    with pytest.raises(NotFetched) as caught:
        fetcher.get(url)
    return str(caught.value)


def test_a_page_comes_with_where_it_was_found(site, fetcher):
    site.pages["/old"] = told("/story", 301)
    found = fetcher.get(f"{site.url}/old#part")
    assert (found.url, found.kind, found.charset) == (f"{site.url}/story", "text/html", "utf-8")
    assert found.data == page()
    assert site.asked == ["/robots.txt", "/old", "/story"]


def test_stories_behind_urls(site, fetcher):
    site.pages["/feed"] = good(
        RSS.replace("https://gull.example/2", f"{site.url}/story").encode(), Content_Type="text/xml"
    )
    (story,) = stories(f"{site.url}/story", fetch=fetcher)
    assert (story.text, story.url) == (BODY, f"{site.url}/story")
    _, behind = stories(f"{site.url}/feed", fetch=fetcher)
    assert (behind.text, behind.outlet) == (BODY, "The Gull")


def test_what_robots_txt_forbids_is_not_asked_for(site, fetcher):
    site.pages["/robots.txt"] = good(b"User-agent: *\nDisallow: /s\nAllow: /story\nDisallow: /*?print")
    site.pages["/story?print=1"] = good(page())
    assert fetcher.get(f"{site.url}/story").data
    assert "robots.txt does not allow it" in reason(fetcher, f"{site.url}/secret")
    assert "robots.txt does not allow it" in reason(fetcher, f"{site.url}/story?print=1")
    assert site.asked == ["/robots.txt", "/story"]


def test_robots_txt_holds_behind_redirects(site, fetcher):
    site.pages["/robots.txt"] = good(b"User-agent: dateline\nDisallow: /story", Content_Type="text/plain")
    site.pages["/old"] = told("/story")
    assert "does not allow" in reason(fetcher, f"{site.url}/old")


@pytest.mark.parametrize("answer", [(503, {}, b""), raving, told("/robots.txt")])
def test_without_an_answer_on_robots_nothing_is_read(site, fetcher, answer):
    site.pages["/robots.txt"] = answer
    assert "robots.txt of its site cannot be read" in reason(fetcher, f"{site.url}/story")
    reason(fetcher, f"{site.url}/story")
    assert "/story" not in site.asked


def test_a_host_is_not_hurried(site):
    waits: list[float] = []
    with PoliteFetcher(pause=2, private=True, sleep=waits.append) as fetcher:
        for _ in range(3):
            fetcher.get(f"{site.url}/story")
    assert len(waits) == 2
    assert all(1 < wait <= 2 for wait in waits)


def test_a_site_may_ask_for_a_longer_pause(site):
    waits: list[float] = []
    site.pages["/robots.txt"] = good(b"User-agent: *\nCrawl-delay: 9\n", Content_Type="text/plain")
    with PoliteFetcher(pause=0, private=True, sleep=waits.append) as fetcher:
        fetcher.get(f"{site.url}/story")
        fetcher.get(f"{site.url}/story")
    assert [round(wait) for wait in waits] == [9]


ANSWERS = {
    "gone": ((410, {}, b""), "answered 410"),
    "a picture": (good(b"x", Content_Type="image/png"), "type image/png"),
    "too large": (good(b"x" * 200_000), "larger than 100,000"),
    "without an end": (endless, "larger than 100,000"),
    "a bomb": (good(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip"), "larger than 100,000"),
    "not packed so": (good(b"plain", Content_Encoding="gzip"), "not fetched"),
    "packed as nobody asked": (good(b"x", Content_Encoding="br"), "packed as br"),
    "half a packet": (good(gzip.compress(b"a" * 5000)[:30], Content_Encoding="gzip"), "ends before"),
    "half a page": (breaking, "not fetched"),
    "nonsense": (raving, "not fetched"),
    "round and round": (told("/x"), "more than 5 times"),
    "a file": (told("file:///etc/hostname"), "no http or https"),
    "with a password": (told("http://a:b@127.0.0.1/"), "password"),
}


@pytest.mark.parametrize(("answer", "wanted"), ANSWERS.values(), ids=ANSWERS)
def test_what_is_not_readable_says_why(site, fetcher, answer, wanted):
    site.pages["/x"] = answer
    assert wanted in reason(fetcher, f"{site.url}/x")
    # And the next page of the site is read all the same.
    assert fetcher.get(f"{site.url}/story").data


def test_a_server_that_drips_is_left(site):
    site.pages["/x"] = dripping
    with PoliteFetcher(pause=0, timeout=0.5, private=True) as fetcher:
        begun = time.monotonic()
        assert "not fetched" in reason(fetcher, f"{site.url}/x")
        assert time.monotonic() - begun < 4


def test_a_packed_page_is_unpacked(site, fetcher):
    site.pages["/x"] = good(gzip.compress(page()), Content_Encoding="gzip")
    assert fetcher.get(f"{site.url}/x").data == page()


# ---- addresses: no `private` here


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"],
)
def test_private_addresses_are_never_reached(site, host):
    with PoliteFetcher(pause=0, timeout=5) as fetcher:
        assert "not of the public internet" in reason(fetcher, f"http://{host}:{site.server_port}/story")
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(site, monkeypatch):
    real = addresses.resolved
    monkeypatch.setattr(
        addresses, "resolved", lambda host, port: ["127.0.0.1"] if host == "gull.example" else real(host, port)
    )
    site.pages["/old"] = told(f"{site.url}/story")
    with PoliteFetcher(pause=0, timeout=5) as fetcher:
        assert fetcher.get(f"http://gull.example:{site.server_port}/story").data
        assert "127.0.0.1, which is not of the public" in reason(fetcher, f"http://gull.example:{site.server_port}/old")


def test_a_name_that_changes_its_answer_gains_nothing(site, monkeypatch):
    """The address that is checked is the one that is connected to: the name is asked for once per connection."""
    asked = []

    def answers(host, port, **_):
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    reached = []

    def connected(self, host, *arguments):
        reached.append(host)
        raise ConnectError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(SyncBackend, "connect_tcp", connected)
    with PoliteFetcher(pause=0, timeout=5) as fetcher:
        reason(fetcher, "http://gull.example/story")
    assert reached == ["93.184.216.34"]


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    found = [(2, 1, 6, "", (one, 80)) for one in ("93.184.216.34", "192.168.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found)
    with pytest.raises(addresses.PrivateAddress):
        addresses.resolved("gull.example", 80)


PRIVATE = (
    "127.8.8.8 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.0.8 "
    "::1 :: fe80::1 fc00::1 fec0::1 ff02::1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ::127.0.0.1 64:ff9b:1::1"
)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private(address):
    assert not addresses.is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_public(address):
    assert addresses.is_public(ip_address(address))
