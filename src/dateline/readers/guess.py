"""Which format a file has: by its first bytes or by its suffix. Takes a name and bytes, gives a name of `FORMATS`.

The suffix says what family it is (`.json`, `.xml`, `.txt`), the bytes which member; without a suffix the bytes alone.
"""

from __future__ import annotations

import json
import re
from typing import Any

from dateline.readers.bundle_parts import is_bundle
from dateline.readers.text import MARKS

# Bytes that are looked at. A bundle's first document ends within them, a page's first tag begins.
HEAD = 1 << 16
MAGIC = ((b"PAR1", "parquet"), (b"WARC/", "warc"), (b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip"))
SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".nitf": "nitf",
    ".ninjs": "ninjs",
    ".eml": "eml",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".warc": "warc",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".txt": "text",
    ".text": "text",
}
KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/json": ".json"}
ROOT = re.compile(r"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
PROLOGUE = re.compile(r"^\s*(?:<\?xml|<!doctype|<!--|<[a-z])", re.IGNORECASE)
HEADER = re.compile(r"^(from|date|subject|message-id|received|return-path|mime-version|to):[ \t]", re.IGNORECASE)
# Names of columns that tell an export from a table of stories.
GDELT_COLUMNS, CLOUD_COLUMNS = {"url", "mobileurl", "date", "title"}, {"url", "media_name", "publish_date"}
BINARY = re.compile(rb"\x00")


def guess(name: str, head: bytes, kind: str = "") -> str | None:
    """A format's name, "gzip" or "zip", or None. `kind`: what a server calls it, which is less than what it is."""
    if magic := next((found for mark, found in MAGIC if head.startswith(mark)), None):
        return magic
    text = _text(head)
    if text is None:
        # Its first record may be damaged, and it is a web archive all the same.
        return "warc" if name.lower().endswith((".warc", ".warc.gz")) else None
    suffix = suffix_of(name) if suffix_of(name) in {*SUFFIXES, ".json", ".xml"} else KINDS.get(kind, "")
    sure = SUFFIXES.get(suffix)
    if sure == "text":
        return "bundle" if is_bundle(text) else "text"
    if sure == "csv":
        return _table(text)
    if sure:
        return sure
    return _markup(text) or _json(text, suffix) or (None if suffix in {".json", ".xml"} else _prose(text))


def suffix_of(name: str) -> str:
    """The suffix of a name or of a path of a URL, in small letters, without that of its compression."""
    stem = name.lower().partition("?")[0].rpartition("/")[2]
    stem = stem.removesuffix(".gz")
    return "." + stem.rpartition(".")[2] if "." in stem.lstrip(".") else ""


def _text(head: bytes) -> str | None:
    """The first characters, or None where the bytes are no text."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return head.decode(encoding, errors="ignore")
    return None if BINARY.search(head[:1024]) else head.decode("utf-8", errors="replace")


def _markup(text: str) -> str | None:
    if not PROLOGUE.match(text):
        return None
    root = next(
        (found[1].lower() for found in ROOT.finditer(re.sub(r"<!--.*?-->", "", text[:8192], flags=re.DOTALL))), ""
    )
    if root in {"rss", "feed", "rdf"}:
        return "feed"
    if root in {"nitf", "newsmessage", "newsitem", "newsml"}:
        return "nitf"
    return "html" if root in {"html", "head", "body", "div", "article", "meta", "title", "p"} else None


def _json(text: str, suffix: str) -> str | None:
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return None
    first = _value(start.partition("\n")[0])
    if isinstance(first, dict) and suffix != ".json" and not _is_item(first) and "articles" not in first:
        return "jsonl"
    keys = set(re.findall(r'"(\w+)"\s*:', start[:8192]))
    if "articles" in keys and keys & {"seendate", "url_mobile", "sourcecountry"}:
        return "gdelt"
    if "media_name" in keys and "url" in keys and "text" not in keys:
        return "mediacloud"
    if _is_item(dict.fromkeys(keys)):
        return "ninjs"
    if isinstance(first, dict) and _value(start.partition("\n")[2].partition("\n")[0]):
        return "jsonl"
    return (
        "json"
        if first is not None or suffix == ".json" or start.startswith(('{"', "{\n", "{\r", "[{", "[\n"))
        else None
    )


def _is_item(keys: dict[str, Any]) -> bool:
    bodies = {"body_text", "body_html", "body_xhtml", "bodies"}
    return bool(bodies & keys.keys() and {"uri", "headline", "headlines", "versioncreated"} & keys.keys())


def _value(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _table(text: str) -> str:
    columns = {cell.strip(' "\ufeff').lower() for cell in re.split(r"[,;\t|]", text.partition("\n")[0].strip())}
    if columns >= CLOUD_COLUMNS and "text" not in columns:
        return "mediacloud"
    return "gdelt" if columns == GDELT_COLUMNS else "csv"


def _prose(text: str) -> str:
    """A text without a suffix: a message, a bundle, or what it seems."""
    headers = {found[1].lower() for line in text[:4096].splitlines()[:40] if (found := HEADER.match(line))}
    if "from" in headers and len(headers) >= 3 and (HEADER.match(text) or text.startswith("From ")):
        return "eml"
    return "bundle" if is_bundle(text) else "text"
