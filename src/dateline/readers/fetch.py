"""Pages from the web, politely: robots.txt, a pause per host, limits of time and size. Takes a URL, gives a `Page`.

Only where a user asks for it. Nothing but public addresses is reached (`addresses`), redirects are looked at one by
one, and what is no text is not loaded. Proxies of the environment are not used: they would hide the address.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from email.message import Message
from types import TracebackType
from typing import Self

import httpcore2
import httpx2

from dateline.errors import NotFetched
from dateline.readers import charset, robots
from dateline.readers.addresses import Guarded
from dateline.readers.given import Page

AGENT = "dateline"
HEADERS = {
    "User-Agent": f"{AGENT} (reads news stories for research)",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, application/json;q=0.7",
    "Accept-Encoding": "gzip",
}
KINDS = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/json",
    "application/feed+json",
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# RFC 9309 lets five be enough.
MOST_REDIRECTS = 5
# Seconds that a site may ask to wait; who asks for more is asked for nothing.
LONGEST_DELAY = 60.0


class PoliteFetcher:
    """Follows links, one at a time; holds connections and what sites allow until it is closed.

    `pause`: least seconds between two pages of a host. `timeout`: most seconds for a page, all told. `largest`: most
    bytes of a page, unpacked. `private`: lets it reach private addresses, which is for tests and one's own archive.
    """

    def __init__(
        self,
        *,
        pause: float = 1.0,
        timeout: float = 30.0,
        largest: int = 8 * 1024 * 1024,
        private: bool = False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pause, self._timeout, self._largest, self._sleep = pause, timeout, largest, sleep
        self._guard = Guarded(private=private)
        self._pool = httpcore2.ConnectionPool(network_backend=self._guard, max_connections=4, keepalive_expiry=15)
        self._rules: dict[str, robots.Rules | str] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends all connections."""
        self._pool.close()

    def get(self, url: str) -> Page:
        """What is at a URL, after redirects; raises `NotFetched` with the reason."""
        return self._followed(url, polite=True)

    def _followed(self, url: str, *, polite: bool) -> Page:
        wanted, target = url, _url(url, url)
        for _ in range(MOST_REDIRECTS + 1):
            if polite:
                self._ask(wanted, target)
            answer = self._asked(wanted, target, polite=polite)
            if isinstance(answer, Page):
                return answer
            target = _url(wanted, answer, target)
        raise NotFetched(wanted, f"it is redirected more than {MOST_REDIRECTS} times")

    def _ask(self, wanted: str, url: httpx2.URL) -> None:
        """Waits for its turn at a host; raises where the site does not want it."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._robots(f"{site}/robots.txt")
        rules = self._rules[site]
        if isinstance(rules, str):
            raise NotFetched(wanted, f"the robots.txt of its site cannot be read: {rules}")
        if not rules.allow(url.raw_path.decode("ascii")):
            raise NotFetched(wanted, f"the site's robots.txt does not allow it ({site}/robots.txt)")
        if rules.delay > LONGEST_DELAY:
            raise NotFetched(wanted, f"the site's robots.txt asks to wait {rules.delay:g} seconds between pages")
        wait = self._last.get(url.host, float("-inf")) + max(self._pause, rules.delay) - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._last[url.host] = time.monotonic()

    def _robots(self, url: str) -> robots.Rules | str:
        """What a site allows: without a robots.txt everything, and nothing where it cannot be reached (RFC 9309)."""
        try:
            page = self._followed(url, polite=False)
        except NotFetched as error:
            return robots.EVERYTHING if 400 <= error.status < 500 else error.reason
        return robots.rules(charset.decoded(page.data)[0], AGENT)

    def _asked(self, wanted: str, url: httpx2.URL, *, polite: bool) -> Page | str:
        """A page, or where it has gone."""
        self._guard.deadline = time.monotonic() + self._timeout
        try:
            with self._pool.stream("GET", _core(url), headers=_headers(url)) as answer:
                return self._answer(wanted, url, answer, polite=polite)
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
            reason = str(error) or type(error).__name__
            raise NotFetched(wanted, reason) from error
        except (httpcore2.UnsupportedProtocol, OSError, ValueError, zlib.error) as error:
            raise NotFetched(wanted, f"{type(error).__name__}: {error}") from error

    def _answer(self, wanted: str, url: httpx2.URL, answer: httpcore2.Response, *, polite: bool) -> Page | str:
        headers = Message()
        for name, value in answer.headers:
            headers[name.decode("latin-1")] = value.decode("latin-1")
        if answer.status in REDIRECTS and headers["Location"]:
            return str(headers["Location"])
        if answer.status != 200:
            raise NotFetched(wanted, f"the server answered {answer.status}", answer.status)
        kind = headers.get_content_type() if "Content-Type" in headers else ""
        if polite and kind and not kind.startswith(KINDS) and not kind.endswith(("+xml", "+json")):
            raise NotFetched(wanted, f"it is of type {kind}; valid is a page, a feed or a text")
        data = self._body(wanted, answer, (headers["Content-Encoding"] or "").strip().lower(), polite=polite)
        return Page(str(url), data, kind, headers.get_content_charset())

    def _body(self, wanted: str, answer: httpcore2.Response, packed: str, *, polite: bool) -> bytes:
        if packed not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise NotFetched(wanted, f"it is packed as {packed[:40]}, which was not asked for")
        unpack = zlib.decompressobj(wbits=47) if packed not in {"", "identity"} else None
        data = bytearray()
        for piece in answer.iter_stream():
            data += unpack.decompress(piece, self._largest + 1) if unpack else piece
            if len(data) > self._largest:
                if not polite:
                    break
                raise NotFetched(wanted, f"it is larger than {self._largest:,} bytes")
        if unpack and data and not unpack.eof and len(data) <= self._largest:
            raise NotFetched(wanted, "it ends before it should")
        return bytes(data)


def _url(wanted: str, url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        found = base.join(url) if base else httpx2.URL(url.strip())
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise NotFetched(wanted, f"it leads to what is no URL ({error})") from error
    if found.scheme not in {"http", "https"} or not found.host:
        raise NotFetched(wanted, "it leads to what is no http or https URL")
    if found.userinfo:
        raise NotFetched(wanted, "it holds a user name or a password")
    return found.copy_with(fragment=None)


def _core(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(url: httpx2.URL) -> list[tuple[bytes, bytes]]:
    return [(b"Host", url.netloc), *((name.encode(), value.encode()) for name, value in HEADERS.items())]
