"""Quotations that the sentence before them announces with a colon: "Berg wrote on her page:", and a paragraph in marks.

Takes words, syntax and quotations, gives `Attribution`s. The encoder reads over the line between the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.attributes import Tree
from dateline.extract.attributes.cues import sense_of
from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory, Quotation
from dateline.record.tags import Range

RULE = "quotation after a colon"
SHORTEST, LONGEST_SOURCE = 3, 25
SAID = frozenset({"speech", "writing"})


def announced(parsed: ParsedStory, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """Those whose words no statement has, and whose cue is none yet."""
    covered = bytearray(len(tree))
    for one in known:
        for a, b in (one.cue, *one.content):
            covered[a:b] = b"\1" * (b - a)
    found = (announcement(parsed, tree, q) for q in parsed.quotations)
    return [
        one for one in found if one and not any(covered[slice(*one.cue)]) and not any(covered[slice(*one.content[0])])
    ]


def announcement(parsed: ParsedStory, tree: Tree, q: Quotation) -> Attribution | None:
    """The statement of a quotation right behind a colon, where a verb of speaking and its subject stand before that."""
    if q.first < 2 or tree.text[q.first - 1] != ":" or q.last - q.first < SHORTEST:
        return None
    sentence = parsed.sentences[tree.sentence[q.first - 1]]
    inside = range(sentence.first, min(sentence.last, q.first - 1))
    root = next((i for i in inside if tree.head[i] not in inside or tree.head[i] == i), None)
    verbs = [] if root is None else [root, *tree.kids(root, "conj", "advcl")]
    for verb in verbs:
        source = who(parsed, tree, verb, root or verb)
        sense = sense_of(tree, ((verb, verb + 1),)) if tree.upos[verb] == "VERB" and verb in inside else None
        if source is not None and sense is not None and sense.kind in SAID:
            return Attribution((verb, verb + 1), (source,), ((q.first, q.last),), (1.0, 1.0, 1.0), rule=RULE)
    return None


def who(parsed: ParsedStory, tree: Tree, verb: int, root: int) -> Range | None:
    """The subject of a verb, or of the one that it is joined to."""
    subject = next(iter([*tree.kids(verb, "nsubj"), *tree.kids(root, "nsubj")]), None)
    if subject is None or subject >= verb:
        return None
    first, last = parsed.tree.left[subject], min(parsed.tree.right[subject], verb)
    return (first, last) if first <= subject < last <= first + LONGEST_SOURCE else None
