"""Words given to a speaker by a mark alone: a quotation signed after a dash, a turn of a transcript opened by a name.

Takes words, quotations and zones, gives `Attribution`s whose cue is the dash or the colon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tags import Range
from dateline.record.tokens import Tokens

DASHES = frozenset({"—", "–", "―", "--", "---", "-", "~"})
# A signature is a name and perhaps an office; a longer line is a sentence that goes on after a dash.
LONGEST_SIGNATURE = 16
# After a name and a comma these begin what was spoken of, or when: "- Berg, on what the talks cost".
OCCASIONS = frozenset({"about", "after", "at", "before", "during", "in", "on", "speaking", "when"})
# "Read more: ...", "Note: ..." are no names; those are one common word or follow none of the forms below.
LONGEST_TURN_NAME = 4


def signed(parsed: ParsedStory, taken: Sequence[Range]) -> list[Attribution]:
    """Signed quotations and turns whose words no other statement has. `taken`: ranges of content in order."""
    covered = bytearray(len(parsed.tokens))
    for a, b in taken:
        covered[a:b] = b"\1" * (b - a)
    found = [*signatures(parsed), *turns(parsed)]
    return [one for one in found if not any(covered[a:b].count(1) * 2 > b - a for a, b in one.content)]


def signatures(parsed: ParsedStory) -> Iterator[Attribution]:
    """Quotations followed by a dash and a name that ends its line."""
    for q in parsed.quotations:
        if q.closed and q.last + 1 < len(parsed.tokens) and parsed.tokens.text[q.last] in DASHES:
            source = signature(parsed, q)
            if source is not None:
                yield Attribution(
                    (q.last, q.last + 1), (source,), ((q.first, q.last),), (1.0, 1.0, 1.0), rule="signed quotation"
                )


def signature(parsed: ParsedStory, q: Quotation) -> Range | None:
    """The name after the dash behind a quotation, where nothing but an office follows it on the line."""
    tokens, first = parsed.tokens, q.last + 1
    end = line_end(parsed, first)
    last = name_end(tokens, first, end)
    if last + 1 < end and tokens.text[last] == "," and tokens.text[last + 1].lower() in OCCASIONS:
        return (first, last) if last > first else None
    if end - first > LONGEST_SIGNATURE or any(tokens.upos[i] in {"VERB", "AUX"} for i in range(first, end)):
        return None
    follows = last == end or tokens.text[last] in {",", "(", "|", "."}
    return (first, last) if last > first and follows else None


def name_end(tokens: Tokens, first: int, end: int) -> int:
    """Where the run of capitalised words and initials that begins at `first` ends."""
    last = first
    while last < end and (
        tokens.text[last][0].isupper()
        or (last > first and tokens.text[last] in {".", "&", "-", "al", "de", "bin", "von"})
    ):
        last += 1
    return last


def line_end(parsed: ParsedStory, first: int) -> int:
    """The first word after the line that word `first` stands in."""
    tokens, text = parsed.tokens, parsed.story.text
    last = first + 1
    while (
        last < len(tokens)
        and last - first <= LONGEST_SIGNATURE
        and "\n" not in text[tokens.end[last - 1] : tokens.start[last]]
    ):
        last += 1
    return last


def turns(parsed: ParsedStory) -> Iterator[Attribution]:
    """Paragraphs that open with a name in capitals and a colon ("SMITH: We will."), as transcripts set them."""
    tokens = parsed.tokens
    for sentence in parsed.sentences:
        a = sentence.first
        colon = next(
            (i for i in range(a + 1, min(a + LONGEST_TURN_NAME + 1, sentence.last)) if tokens.text[i] == ":"), None
        )
        opens = a == 0 or "\n" in parsed.story.text[tokens.end[a - 1] : tokens.start[a]]
        if colon is None or not opens or not all(is_capitals(tokens.text[i]) for i in range(a, colon)):
            continue
        end = paragraph_end(parsed, colon)
        if end - colon > 2:
            yield Attribution(
                (colon, colon + 1), ((a, colon),), ((colon + 1, end),), (1.0, 1.0, 1.0), rule="turn of a transcript"
            )


def is_capitals(word: str) -> bool:
    """A surname or title as transcripts set it, all in capitals, or the period of an abbreviation."""
    return word == "." or (word.isupper() and len(word) > 1)


def paragraph_end(parsed: ParsedStory, word: int) -> int:
    """The first word after the paragraph that a word stands in."""
    tokens, text = parsed.tokens, parsed.story.text
    last = word + 1
    while last < len(tokens) and "\n" not in text[tokens.end[last - 1] : tokens.start[last]]:
        last += 1
    return last
