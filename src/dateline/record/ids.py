"""Names for what was found that are the same in every run. Takes what a finding is made of, gives its id.

An id is a letter for the kind and 16 hexadecimal digits (64 bits) of a BLAKE2b hash of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Literal

from dateline.record.span import Span

Kind = Literal[
    "story", "sentence", "mention", "actor", "place", "time", "statement", "event", "causal_claim", "position"
]
LETTERS: dict[Kind, str] = {
    "story": "d",
    "sentence": "n",
    "mention": "m",
    "actor": "a",
    "place": "l",
    "time": "t",
    "statement": "s",
    "event": "e",
    "causal_claim": "c",
    "position": "p",
}
HASHED = re.compile(r"[a-z][0-9a-f]{16}")


def story_id(text: str, *metadata: str | None) -> str:
    """The id of a story that came without one. One text in two outlets, or on two days, is two stories."""
    return _hashed("story", text, *(value or "" for value in metadata))


def finding_id(story: str, kind: Kind, spans: Iterable[Span]) -> str:
    """The id of a finding: the hash of its story's id, its kind and the spans that it consists of, in their order."""
    return _hashed(kind, story, *(f"{span.start}:{span.end}:{span.text}" for span in spans))


def actor_id(story: str, name: str) -> str:
    """The id of an actor that stands in no table: the hash of its story's id and its name."""
    return _hashed("actor", story, name)


def place_id(story: str, name: str) -> str:
    """The id of a place that stands in no gazetteer: the hash of its story's id and its name."""
    return _hashed("place", story, name)


def position_id(story: str, actor: str, issue: str) -> str:
    """The id of a position, which has no words of its own: the hash of its story's id, its actor and its issue."""
    return _hashed("position", story, actor, issue)


def _hashed(kind: Kind, *parts: str) -> str:
    # Each part goes in with its length, so that no two lists of parts look alike.
    whole = "".join(f"{len(part)}:{part}" for part in (kind, *parts))
    return LETTERS[kind] + blake2b(whole.encode(), digest_size=8).hexdigest()
