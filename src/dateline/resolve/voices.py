"""Whose words are whose, before statements are found: who speaks each quotation, and each turn of an interview.

Takes syntax and quotations, gives the word that names the speaker. Coreference needs it for "I" and "we"; the
statements step, which comes later, decides afresh who said what.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record.parsed import ParsedStory
from dateline.record.tree import Tree
from dateline.record.words import words

# Words beside a quotation among which its verb of speaking is looked for.
REACH = 14
# After these a quotation is signed.
DASHES = frozenset(["—", "–", "―", "--", "---"])
STOPS = frozenset([".", "!", "?", ";", '"', "“", "”", "``", "''"])


def speakers(parsed: ParsedStory, tree: Tree) -> list[int | None]:
    """Per quotation the word that names its speaker, as it stands beside it or beside the quotation before it."""
    found: list[int | None] = []
    for k in range(len(parsed.quotations)):
        own = beside(parsed, tree, k)
        if own is None and k and follows(parsed, k):
            own = found[-1]
        found.append(own)
    for k in range(len(found) - 1, 0, -1):
        if found[k - 1] is None and parsed.quotations[k].continues:
            found[k - 1] = found[k]
    return found


def beside(parsed: ParsedStory, tree: Tree, k: int) -> int | None:
    """The subject of the nearest verb of speaking next to a quotation, in its sentence."""
    tokens, quotation = parsed.tokens, parsed.quotations[k]
    signed = quotation.last + 1
    if signed < len(tokens) and tokens.text[quotation.last] in DASHES and tokens.upos[signed] == "PROPN":
        return signed
    for i in outward(parsed, k):
        if tokens.upos[i] == "VERB" and tokens.lemma[i].lower() in words("speech_verbs"):
            subject = tree.child(i, "nsubj")
            subject = neighbour(parsed, i) if subject is None else subject
            if subject is not None and not quotation.first <= subject < quotation.last:
                return subject
        if tokens.text[i].lower() == "according":
            return tokens.head[i] if tokens.deprel[i] == "case" else tree.child(i, "obl", "nmod")
    return None


def neighbour(parsed: ParsedStory, verb: int) -> int | None:
    """The noun or pronoun next to a verb that the parser gave no subject."""
    upos = parsed.tokens.upos
    return next((i for i in (verb - 1, verb + 1) if 0 <= i < len(upos) and upos[i] in {"PROPN", "PRON", "NOUN"}), None)


def outward(parsed: ParsedStory, k: int) -> Iterator[int]:
    """Words around a quotation, those after it first, as far as the sentence goes that it stands in.

    Marks decide, not the parser's sentences, which often end with a quotation.
    """
    text, tokens, quotation = parsed.story.text, parsed.tokens, parsed.quotations[k]
    if quotation.first >= quotation.last:
        return
    after = range(quotation.last, min(quotation.last + REACH, len(tokens)))
    if text[quotation.inner_end - 1 : quotation.inner_end] != ".":
        yield from until(parsed, after, 0)
    before = range(quotation.first - 1, max(quotation.first - REACH, 0) - 1, -1)
    yield from until(parsed, before, 1)


def until(parsed: ParsedStory, reach: range, side: int) -> Iterator[int]:
    """Words of a range up to a mark that ends a sentence, a quotation mark, or the end of the paragraph."""
    text, tokens = parsed.story.text, parsed.tokens
    for i in reach:
        edge = slice(tokens.end[i - 1], tokens.start[i]) if not side else slice(tokens.end[i], text_end(parsed, i))
        if tokens.text[i] in STOPS or "\n" in text[edge]:
            return
        yield i


def text_end(parsed: ParsedStory, i: int) -> int:
    """Where the word after word i begins."""
    return parsed.tokens.start[i + 1] if i + 1 < len(parsed.tokens) else len(parsed.story.text)


def follows(parsed: ParsedStory, k: int) -> bool:
    """Whether a quotation goes on with the one before it: the same paragraph, or a paragraph that is all quotation."""
    now, before = parsed.quotations[k], parsed.quotations[k - 1]
    if now.continues:
        return True
    between = parsed.story.text[before.end : now.start]
    if "\n" not in between:
        return True
    return not between.strip() and parsed.story.text[now.end : now.end + 2].strip() == ""
