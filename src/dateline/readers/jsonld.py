"""What a page says of its story to machines: schema.org's NewsArticle. Takes JSON-LD, gives fields of a story.

Real pages hold lists, graphs and several scripts, some broken; the first article with a headline or a body counts.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.readers.dates import iso
from dateline.readers.fields import language, line
from dateline.readers.markup import plain

ARTICLES = ("Article", "Report", "BlogPosting", "LiveBlogPosting", "Review")
# Objects within objects that are looked into, and how many: enough for a graph of a site, too few to dwell on.
DEEPEST, MOST = 8, 2000


def article(scripts: Iterable[str]) -> dict[str, Any]:
    """Fields of a story, and its `body` where the page gives it; empty where it describes none."""
    objects = [found for script in scripts for found in _objects(script)]
    named = {str(one["@id"]): one for one in objects if "@id" in one and len(one) > 1}
    found = [one for one in objects if _is_article(one) and ("headline" in one or "articleBody" in one)]
    # News before articles of other kinds, the page's own order otherwise.
    found.sort(key=lambda one: "NewsArticle" not in "".join(_types(one)))
    return _fields(found[0], named) if found else {}


def _fields(one: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    body = one.get("articleBody")
    return {
        "title": line(_unescaped(one.get("headline"))),
        "byline": _names(one.get("author"), named),
        "outlet": _names(one.get("publisher"), named),
        "published": next((date for key in ("datePublished", "dateCreated") if (date := _date(one.get(key)))), None),
        "url": _url(one),
        "language": language(one.get("inLanguage")),
        "body": plain(_unescaped(body) or "") if isinstance(body, str) else "",
    }


def _objects(script: str) -> Iterator[dict[str, Any]]:
    try:
        # Line breaks within strings are an error that many pages make.
        value = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").rstrip(" ;\n"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting, seen = [(value, 0)], 0
    while waiting and seen < MOST:
        one, depth = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if depth < DEEPEST:
            waiting.extend((part, depth + 1) for part in reversed(list(inner)) if isinstance(part, (dict, list)))


def _types(one: dict[str, Any]) -> list[str]:
    kind = one.get("@type")
    return [str(name) for name in (kind if isinstance(kind, list) else [kind])]


def _is_article(one: dict[str, Any]) -> bool:
    return any(name.endswith(ARTICLES) for name in _types(one))


def _names(value: Any, named: dict[str, dict[str, Any]]) -> str | None:
    """Names of people or of an organisation: "A" or "A, B"."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        whole = named.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one
        name = line(_unescaped(whole.get("name") if isinstance(whole, dict) else whole))
        if name and not name.startswith(("http:", "https:")) and name not in names:
            names.append(name)
    return ", ".join(names) or None


def _unescaped(value: Any) -> str | None:
    """A string without the entities that pages leave in; lone surrogates come from broken escapes."""
    return html.unescape(value).encode("utf-8", "replace").decode() if isinstance(value, str) else None


def _date(value: Any) -> str | None:
    return iso(value) if isinstance(value, str) else None


def _url(one: dict[str, Any]) -> str | None:
    main = one.get("mainEntityOfPage")
    for value in (one.get("url"), main.get("@id") if isinstance(main, dict) else main):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return line(value)
    return None
