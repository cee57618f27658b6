"""What makes the reading of a text doubtful: signs that it is no plain English story.

Takes a text, gives a code and a message for each sign; the record keeps them as warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.parse.language import other_language
from dateline.record.parsed import Quotation

# Tags or entities that are enough to say that a text is HTML; one may be a word in angle brackets.
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|&(?:[a-z]{2,8}|#\d{1,6});")
FEWEST_TAGS = 2
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Letters of the Latin scripts end here; the share of others above which a text is in another script.
LAST_LATIN, MOST_OTHERS = "\u024f", 0.5
# Longer than any story; a whole book or a day of a wire read as one.
LONG = 100_000


def unreadable(text: str) -> tuple[str, str] | None:
    """Why there is nothing to read in it."""
    if not text.strip():
        return "empty", "the text is empty"
    if language := other_language(text):
        return "not-english", f"the text is in another language ({language}): nothing was read"
    letters = [char for char in text[:LONG] if char.isalpha()]
    if sum(char > LAST_LATIN for char in letters) > MOST_OTHERS * len(letters):
        return "not-english", "most letters of the text are not of the Latin script: nothing was read"
    return None


def doubts(text: str) -> Iterator[tuple[str, str]]:
    """What may have misled the reader, as far as the characters tell."""
    if len(MARKUP.findall(text[:LONG])) >= FEWEST_TAGS:
        yield "markup", "the text has HTML tags or entities; it was read as plain text, and they as words"
    if found := CONTROL.search(text):
        first = f"the first (U+{ord(found[0]):04X}) at {found.start()}"
        yield "control-characters", f"the text has control characters, {first}"
    if len(text) > LONG:
        yield "long", f"the text has {len(text):,} characters, more than a story has; it was read as one"


def quotation_doubts(quotations: Sequence[Quotation]) -> Iterator[tuple[str, str]]:
    """Quotation marks that were opened and neither closed nor taken up by the next paragraph."""
    following = [after.continues for _, after in pairwise(quotations)] + [False]
    unclosed = sum(not q.closed and not continued for q, continued in zip(quotations, following, strict=False))
    if unclosed:
        plural = "s" if unclosed > 1 else ""
        yield (
            "unclosed-quotation",
            f"{unclosed} quotation{plural} opened and never closed: where the words end is a guess",
        )
