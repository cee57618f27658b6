"""The running text of a piece of HTML or XHTML: blocks become paragraphs. Takes markup, gives text.

For bodies that an outlet hands over as a body (feeds, ninjs, e-mail, JSON-LD); a page with its menus goes to `html`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = (
    frozenset(
        {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure"}
    )
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "table", "td", "th", "tr", "ul"}
)
SILENT = frozenset(["head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title"])
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own
        if self._silent:
            self._depth += tag == self._silent
        elif tag in SILENT:
            self._silent, self._depth = tag, 1
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in BLOCKS and not self._silent:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            self._silent = self._silent if self._depth else ""
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # A line break between tags is a space in HTML.
            self.parts.append(" ".join(f"|{data}|".split())[1:-1] if "\n" in data else data)


def plain(markup: str) -> str:
    """The text of a piece of markup, a blank line between its blocks; what is no markup keeps its own lines."""
    if not TAG.search(markup):
        return spaced(markup)
    parser = _Paragraphs()
    try:
        parser.feed(markup)
        parser.close()
    except (AssertionError, ValueError):
        # Declarations that no standard knows stop the parser: without tags, then.
        return spaced(TAG.sub(" ", markup))
    return spaced("".join(parser.parts))


def spaced(text: str) -> str:
    """The lines of a text that hold something, a blank line between them."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def tidy(text: str) -> str:
    """A text without its characters that XML forbids: NUL and other controls."""
    return _FORBIDDEN.sub("", text)


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
