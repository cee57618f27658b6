"""Makes the dateline that opens a paragraph: "WASHINGTON (AP) —", "LONDON, Sept. 24 (Reuters) -", "(CNN) --".

Takes a paragraph, gives where its dateline ends, or None.
"""

from __future__ import annotations

import re

from dateline.parse.setting import setting

DASH = re.compile(r"([^—–―\n]{3,90}?)\s*(?:—|–|―|--|(?<=\s)-(?=\s))\s*(?=\S)")
COLON = re.compile(r"([A-Z][A-Z .'’-]{2,30}):\s+(?=\S)")
BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
AGENCY_ONLY = re.compile(r"\(([^()]{2,30})\)\s*(?:—|–|―|--|-)?\s*(?=[^\W\d_])")
# After a dateline comes running text, unless the whole story is in capitals, where nothing tells a place.
LOOKAHEAD = 60
MOST_PARTS, MOST_WORDS = 4, 4


def dateline_end(paragraph: str, first: bool) -> int | None:
    """`first`: the paragraph opens the story, where a city in capitals is enough; further down it could be a label."""
    found = AGENCY_ONLY.match(paragraph)
    if found is None or not _is_agency(found.group(1)):
        found = DASH.match(paragraph)
        if found is None or not _is_place(found.group(1), first):
            found = COLON.match(paragraph) if first else None
            if found is None or found.group(1) not in setting().colon_cities:
                return None
    # In a story all in capitals an agency still tells a dateline from a label.
    if (bracket := BRACKET.search(found.group().rstrip(" -—–―"))) and _is_agency(bracket.group(1)):
        return len(found.group().rstrip())
    following = paragraph[found.end() : found.end() + LOOKAHEAD]
    return len(found.group().rstrip()) if any(map(str.islower, following)) else None


def _is_agency(words: str) -> bool:
    return any(part.strip() in setting().agencies for part in re.split("[/,]", words))


def _is_place(head: str, first: bool) -> bool:
    """City in capitals, or followed by an agency in brackets; between them a region and a date, after commas."""
    bracket = BRACKET.search(head)
    wired = bracket is not None and _is_agency(bracket.group(1))
    city, *rest = (part.strip() for part in (head[: bracket.start()] if bracket else head).split(","))
    fits = _is_city(city) or (wired and _is_name(city))
    return fits and (first or wired or bool(rest)) and len(rest) < MOST_PARTS and all(map(_is_name, rest))


def _is_city(words: str) -> bool:
    parts = re.split(r"[\s/-]+", words)
    if not words.isupper() or words.endswith(("'S", "’S")) or len(parts) > MOST_WORDS:
        return False
    bare = all(char.isalpha() or char in " .-/'’" for char in words)
    return bare and sum(map(str.isalpha, words)) > 2 and setting().no_places.isdisjoint(parts)


def _is_name(words: str) -> bool:
    parts = words.split()
    return 0 < len(parts) <= MOST_WORDS and all(part[0].isupper() or part[0].isdigit() for part in parts)
