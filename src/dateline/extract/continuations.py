"""Quotations without a cue: those that go on with a statement, and those that say a sentence by themselves.

Takes the quotations and the statements with a cue, gives for each quotation that no statement has taken the statement
whose speaker goes on in it; or, where it stands alone, the quotation only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.extract.attributes import Parts
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tags import Range

# Shorter ones are names, titles and words in scare quotes, not speech that goes on.
SHORTEST = 5
ENDS = frozenset(".!?")
# Of four such quotations of PolNeAR dev, three are somebody's words and two are marked as such.
ALONE = 0.5


def continuations(parsed: ParsedStory, found: Sequence[Parts]) -> Iterator[tuple[int, Range]]:
    """(index of the statement, words of the quotation), in text order.

    Each takes up where a quotation of that statement, or of one that goes on with it, ended just before.
    """
    owner = owners(parsed, found)
    for k, quotation in enumerate(parsed.quotations):
        if owner[k] is None and k and owner[k - 1] is not None and goes_on(parsed, parsed.quotations[k - 1], quotation):
            owner[k] = owner[k - 1]
            yield owner[k - 1] or 0, (quotation.first, quotation.last)


def alone(parsed: ParsedStory, found: Sequence[Parts]) -> Iterator[Range]:
    """The words of quotations that no statement has and that are sentences of the story: somebody said them."""
    for quotation, owner in zip(parsed.quotations, owners(parsed, found), strict=True):
        if owner is None and is_sentence(parsed, quotation):
            yield quotation.first, quotation.last


def subject_before(parsed: ParsedStory, quoted: Range) -> Range | None:
    """The one subject of the sentence right before a quotation in its paragraph: "Berg shut the door. 'It is over.'".

    None where that sentence has another subject as well.
    """
    tokens, tree, first = parsed.tokens, parsed.tree, quoted[0]
    if first == 0 or "\n" in parsed.story.text[tokens.end[first - 1] : tokens.start[first]]:
        return None
    sentence = parsed.sentences[tokens.sentence[first - 1]]
    if sentence.last != first or tokens.text[first - 1] not in ENDS:
        return None
    inside = range(sentence.first, sentence.last)
    subjects = [i for i in inside if tokens.deprel[i].startswith("nsubj")]
    root = tree.head_of(sentence.first, sentence.last)
    if len(subjects) != 1 or tokens.head[subjects[0]] != root or tokens.upos[root] != "VERB":
        return None
    listed = any(tokens.deprel[c] == "conj" for c in tree.children[subjects[0]])
    left, right = tree.left[subjects[0]], tree.right[subjects[0]]
    return None if listed or not left < right <= max(root, left + 1) else (left, right)


def with_openings(parsed: ParsedStory, found: Sequence[Parts]) -> list[tuple[Range, ...]]:
    """The content of each statement, with the paragraphs before it of the same quotation, where nobody else has them.

    "“We held. ¶ “Then they came,” said Berg": both paragraphs are Berg's.
    """
    contents = [list(parts.content) for parts in found]
    if any(q.continues for q in parsed.quotations):
        owner = owners(parsed, found)
        for k in range(len(owner) - 1, 0, -1):
            mine = owner[k]
            if parsed.quotations[k].continues and mine is not None and owner[k - 1] is None:
                owner[k - 1] = mine
                contents[mine].insert(0, (parsed.quotations[k - 1].first, parsed.quotations[k - 1].last))
    return [tuple(sorted(content)) for content in contents]


def is_sentence(parsed: ParsedStory, quotation: Quotation) -> bool:
    """Whether a quotation of the body, closed, begins where a sentence does, and ends like one."""
    text, tokens, first = parsed.story.text, parsed.tokens, quotation.first
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    if not (quotation.opened and quotation.closed) or quotation.last - first < SHORTEST or not inner[0].isupper():
        return False
    opens = first == 0 or tokens.text[first - 1] in ENDS or "\n" in text[tokens.end[first - 1] : quotation.start]
    ends = inner[-1] in ENDS or text[quotation.end : quotation.end + 1] in ENDS
    return opens and ends and parsed.sentences[tokens.sentence[first]].zone == "body"


def owners(parsed: ParsedStory, found: Sequence[Parts]) -> list[int | None]:
    """For each quotation the statement whose content covers any of it."""
    pieces = sorted((a, b, k) for k, parts in enumerate(found) for a, b in parts.content)
    ends, top = [], 0
    for _, b, _ in pieces:
        top = max(top, b)
        ends.append(top)
    out: list[int | None] = []
    for q in parsed.quotations:
        at = bisect_right(ends, q.first)
        out.append(pieces[at][2] if at < len(pieces) and pieces[at][0] < q.last else None)
    return out


def goes_on(parsed: ParsedStory, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation opens a paragraph of its own right after the paragraph that the one before it is in."""
    text, tokens = parsed.story.text, parsed.tokens
    if quotation.last - quotation.first < SHORTEST:
        return False
    opens = quotation.first == 0 or "\n" in text[tokens.end[quotation.first - 1] : quotation.start]
    between = text[before.end : quotation.start]
    closes_paragraph = quotation.last == len(tokens) or "\n" in text[quotation.end : tokens.start[quotation.last]]
    return opens and closes_paragraph and len(between.strip().split("\n")) == 1 and between.count("\n\n") <= 1
