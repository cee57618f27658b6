"""Whole phrases: where a source, a cue or a content must not end or go on, whatever the heads say.

Takes ranges of words and the syntax around them, gives ranges.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.boundaries import near
from dateline.extract.ranges import in_quotation
from dateline.record.parsed import CueLinks, ParsedStory
from dateline.record.tags import Range

# Words beside a cue in its quotation, marks among them, up to which only the cue is quoted: 'he "flatly denied" it'.
SCARE_QUOTED = 4
# Words from an article to its noun.
NOUN_PHRASE = 4
# Words from the end of a source up to the verb of the clause that it ends in, and words of a source with one.
CLAUSES, LONGEST_SOURCE = 8, 40
# Parts of speech of which one alone is no cue, and words from a helper to its verb.
HELPING, HELPED = frozenset({"AUX", "PART", "SCONJ", "CCONJ", "DET"}), 4
QUOTING = frozenset({"quote", "cite"})
ENDS = frozenset({".", "!", "?"})


def over_a_line(parsed: ParsedStory, span: Range, new: Range) -> bool:
    """Whether a range has grown into another paragraph."""
    text, tokens = parsed.story.text, parsed.tokens
    grown = ((new[0], span[0]), (span[1] - 1, new[1] - 1))
    return any("\n" in text[tokens.end[a] : tokens.start[b]] for a, b in grown if a < b)


def one_phrase(parsed: ParsedStory, link: CueLinks, span: Range) -> Range:
    """The source without the clause that reports it: of "The Courier says Berg | thinks" the source is "Berg"."""
    first, last = span
    head, upos = parsed.tokens.head, parsed.tokens.upos
    tops = [i for i in range(first, last) if head[i] == i or not first <= head[i] < last]
    verb = next((i for i in tops if upos[i] == "VERB"), None)
    if verb is None or last > link.first:
        return span
    after = [i for i in tops if i > verb and upos[i] in {"NOUN", "PROPN", "PRON"}]
    return (max(parsed.tree.left[after[0]], verb + 1), last) if after else span


def whole_clause(parsed: ParsedStory, link: CueLinks, span: Range) -> Range:
    """A source that ends within a clause about its noun, up to its end: "officials, who were not | authorized"."""
    first, last = span
    tokens, tree = parsed.tokens, parsed.tree
    verb = last - 1
    for _ in range(CLAUSES):
        if tokens.deprel[verb].startswith("acl") or tokens.head[verb] == verb:
            break
        verb = tokens.head[verb]
    noun, left, right = tokens.head[verb], tree.left[verb], tree.right[verb]
    if not (tokens.deprel[verb].startswith("acl") and first <= noun < left < last < right):
        return span
    if right - first <= LONGEST_SOURCE and not (last <= link.first < right):
        return first, right
    while left > noun + 1 and tokens.upos[left - 1] == "PUNCT":
        left -= 1
    return first, left


def quoted_one(parsed: ParsedStory, first: int, last: int) -> Range | None:
    """Who "was quoted as saying" something: the subject of a passive verb of quoting in the cue, before it."""
    tokens, tree = parsed.tokens, parsed.tree
    verb = next((i for i in range(first, last) if tokens.lemma[i].lower() in QUOTING), None)
    who = None if verb is None else tree.child(verb, "nsubj:pass", "nsubj")
    if who is None or verb is None or tree.child(verb, "aux:pass") is None or tree.right[who] > first:
        return None
    return tree.left[who], tree.right[who]


def with_noun(parsed: ParsedStory, span: Range, others: Sequence[Range]) -> Range:
    """A range that ends in an article, up to the noun that this belongs to, unless other parts stand in between."""
    first, last = span
    noun = parsed.tokens.head[last - 1]
    if parsed.tokens.upos[last - 1] != "DET" or not last <= noun < last + NOUN_PHRASE:
        return span
    return span if any(a <= noun and last < b for a, b in others) else (first, noun + 1)


def before_quotation(parsed: ParsedStory, span: Range) -> Range:
    """A range up to a quotation that opens a sentence of its own behind words that are not quoted."""
    first, last = span
    for q in near(parsed.quotations, first + 1, last - 1):
        ended = first < q.first < last and parsed.tokens.text[q.first - 1] in ENDS
        if ended and not in_quotation(parsed, q.first - 1):
            return first, max(q.first - 1, first + 1)
    return span


def after_quotation(parsed: ParsedStory, span: Range) -> Range:
    """A range that opens with a quotation of whole sentences, up to where the story itself goes on behind it."""
    first, last = span
    for q in near(parsed.quotations, first, first):
        if q.first != first or not q.closed or not q.last < last or in_quotation(parsed, q.last):
            continue
        ended = parsed.story.text[q.inner_end - 1] in ENDS and parsed.tokens.text[q.last][0].isupper()
        if ended and parsed.tokens.sentence[q.last] != parsed.tokens.sentence[q.first]:
            return first, q.last
    return span


def home_of(parsed: ParsedStory, link: CueLinks) -> Range:
    """The words among which a cue has its content: those of the quotation that it stands in, else all."""
    for q in near(parsed.quotations, link.first, link.first):
        if q.first <= link.first and link.last <= q.last and q.last - q.first > link.last - link.first + SCARE_QUOTED:
            return q.first, q.last
    return 0, len(parsed.tokens)


def whole_cue(parsed: ParsedStory, span: Range) -> Range | None:
    """A cue that is but a helper, up to its verb: "had | told". None: a particle alone attributes nothing."""
    tokens, (first, last) = parsed.tokens, span
    if any(tokens.upos[i] not in HELPING for i in range(first, last)):
        return span
    if all(tokens.upos[i] == "AUX" and not tokens.deprel[i].startswith("aux") for i in range(first, last)):
        return span
    verb = tokens.head[last - 1]
    return (first, verb + 1) if last <= verb < last + HELPED and tokens.upos[verb] == "VERB" else None
