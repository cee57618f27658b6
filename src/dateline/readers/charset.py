"""Bytes to characters: what is declared, then what is found. Takes bytes and a charset, gives text and a doubt.

The doubt is empty where the bytes are what they were said to be, or valid UTF-8 and not said to be anything.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dateline.readers.text import FALLBACK, MARKS

NOTE = "charset"
# What the WHATWG encoding standard reads these names as: pages that say the left mean the right.
MEANT = {"iso8859-1": FALLBACK, "ascii": FALLBACK, "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# Bytes in which a declaration stands (the HTML standard says 1,024; pages with long scripts before it exist).
HEAD = 4096
# Bytes that detection looks at: it takes 40 ms for these, and is asked only where all else has failed.
SAMPLE = 1 << 15
# Detection takes the few quotation marks and accents of an English text for any of twenty charsets; where more than a
# tenth of the bytes are not ASCII, the text is in another alphabet, and what it finds is mostly right.
HIGH, MANY_HIGH = bytes(range(0x80, 0x100)), 0.1


def declared(data: bytes) -> str | None:
    """The charset that a page or an XML file says it has."""
    if found := DECLARED.search(data[:HEAD]):
        return (found[1] or found[2]).decode("ascii")
    return None


def decoded(data: bytes, said: str | None = None) -> tuple[str, str]:
    """The text, and what is doubtful about it: "" where nothing is."""
    for mark, mark_name in MARKS:
        if data.startswith(mark):
            return _as(data, mark_name) or (data.decode(mark_name, errors="replace"), f"some bytes are no {mark_name}")
    name = known(said)
    utf8 = _as(data, "utf-8")
    if name in {None, "utf-8", "utf-8-sig"}:
        return utf8 or _detected(data, said)
    if utf8 and not data.isascii() and name in {FALLBACK, "cp1254"}:
        # Words of another encoding are valid UTF-8 by chance once in thousands of texts.
        return utf8[0], f"it says {said} and is UTF-8, and was read so"
    return _as(data, name or "") or _detected(data, said)


def known(said: str | None) -> str | None:
    """Python's name of a charset, or None where it has none."""
    try:
        name = codecs.lookup(said.strip(" \"'")).name if said else None
    except (LookupError, ValueError):
        return None
    # Codecs that make no text of bytes (rot13, base64) are no charset, nor are those that read escapes.
    return MEANT.get(name, name) if name and "escape" not in name and "idna" not in name else None


def _as(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(name), ""
    except (ValueError, LookupError):
        return None


def found(data: bytes) -> str:
    """The charset that bytes are most likely in, by what letters they would be."""
    sample = data[:SAMPLE]
    if len(sample.translate(None, HIGH)) > (1 - MANY_HIGH) * len(sample):
        return FALLBACK
    best = from_bytes(sample).best()
    # ASCII is what it says of a sample without the letters that are in question.
    return MEANT.get(best.encoding, best.encoding) if best and best.encoding not in {"ascii", "utf_8"} else FALLBACK


def _detected(data: bytes, said: str | None) -> tuple[str, str]:
    name = found(data)
    text = data.decode(name, errors="replace")
    claim = f"it says {said[:40]!a} and is not" if said else "it does not say which charset it has, and is no UTF-8"
    lost = f"; {count} characters became U+FFFD" if (count := text.count("\ufffd")) else ""
    return text, f"{claim}: read as {name}{lost}"
