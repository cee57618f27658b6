"""Mentions by pronoun. Takes syntax, gives `Phrase`s; whom they stand for is coreference's to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.names import Name
from dateline.extract.phrases import Phrase
from dateline.record.findings import MentionKind
from dateline.record.tree import Tree

# What each pronoun most often refers to; coreference gives it the kind of what it does refer to.
WORDS: dict[MentionKind, str] = {
    "person": "i me my mine myself he him his himself she her hers herself you your yours yourself",
    "group": "we us our ours ourselves they them their theirs themselves yourselves",
    "other": "it its itself",
}
KINDS = {word: kind for kind, words in WORDS.items() for word in words.split()}
RELATIVE: dict[str, MentionKind] = {
    "who": "person",
    "whom": "person",
    "whose": "person",
    "which": "other",
    "that": "other",
}
CONFIDENCE = 0.9


def pronouns(tree: Tree) -> Iterator[Phrase]:
    """Every personal, possessive, reflexive and relative pronoun that refers to someone or something."""
    tokens = tree.tokens
    for i, upos in enumerate(tokens.upos):
        if upos in {"PRON", "DET"} and (kind := kind_of(tree, i)) is not None:
            yield Phrase(i, i + 1, i, i + 1, kind, "pronoun", CONFIDENCE, "pronoun list")


def without_pronouns(tree: Tree, names: Iterable[Name]) -> Iterator[Name]:
    """Names cut where they hold a personal pronoun, which is part of no name; what is left has a capital or a digit."""
    tokens = tree.tokens
    for name in names:
        inside = range(name.first, name.last)
        cuts = [i for i in inside if tokens.upos[i] == "PRON" and tokens.text[i].lower() in KINDS]
        for first, last in zip([name.first, *(i + 1 for i in cuts)], [*cuts, name.last], strict=True):
            if not cuts or any(not tokens.text[i].islower() for i in range(first, last)):
                yield replace(name, first=first, last=last)


def kind_of(tree: Tree, i: int) -> MentionKind | None:
    """What the word may refer to, None where it is no pronoun of ours ("it" in "it rains", "that" as a conjunction)."""
    tokens = tree.tokens
    lower = tokens.text[i].lower()
    if lower in KINDS:
        return None if tokens.deprel[i] == "expl" else KINDS[lower]
    relative = RELATIVE.get(lower)
    return relative if relative is not None and in_relative_clause(tree, i) else None


def in_relative_clause(tree: Tree, i: int) -> bool:
    """Whether a clause that modifies a noun has word i as a part ("the minister who", "the party whose leader")."""
    deprel, head = tree.tokens.deprel, tree.tokens.head
    above = head[head[i]] if deprel[i] in {"nmod:poss", "nmod"} else head[i]
    return deprel[above] == "acl:relcl"
