"""What is at issue, in plain words of the text. Takes the word that heads it, gives its words and a name; merges names.

"An end to the strikes" is about the strikes, and whoever is for it is against them: words that stop things are taken
off, and the side turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import trimmed, whole
from dateline.extract.positions.lexicon import own_issues, stances
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

# Words of a name; the rest says more than what the issue is.
LONGEST = 14
DEEPEST = 3
# Two names are of one issue where the shorter shares so many of its words.
ALIKE = 0.6
# Issues of a story among which a new one looks for its like.
LATEST = 60
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "to", "any", "new"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What is at issue: its words, the word that heads it, and whether it is to stop."""

    words: Range
    head: int
    stops: bool = False


def matter(parsed: ParsedStory, tree: Tree, head: int, subject: int | None = None) -> Matter | None:
    """The matter that a word heads; None where it only stands for another. `subject`: of a verb without its own."""
    stops = False
    for _ in range(DEEPEST):
        if tree.lemma[head] not in stances().lists["stopping"]:
            break
        inner = next((c for c in tree.kids(head, "obj", "nmod", "obl", "xcomp", "ccomp", "advcl") if c > head), None)
        if inner is None:
            inner = next(iter(tree.kids(head, "nsubj")), subject)
        if inner is None or inner == head:
            break
        head, stops = inner, not stops
    for _ in range(DEEPEST):
        if tree.lemma[head] not in stances().lists["light"]:
            break
        inner = next((c for c in tree.kids(head, "obj", "xcomp", "obl", "ccomp") if c > head), None)
        if inner is None:
            return None
        head = inner
    if tree.lemma[head] in stances().lists["empty"] or tree.upos[head] in {"PRON", "PUNCT"}:
        return None
    first, last = whole(parsed, tree, head)
    while first < last - 1 and tree.text[first] in ARTICLES:
        first += 1
    first, last = trimmed(tree, first, min(last, first + LONGEST) if head < first + LONGEST else last)
    return Matter((first, last), head, stops) if first < last else None


def name_of(parsed: ParsedStory, words: Range) -> str:
    """The words as they stand, on one line."""
    tokens = parsed.tokens
    return " ".join(parsed.story.text[tokens.start[words[0]] : tokens.end[words[1] - 1]].split())


def lemmas(tree: Tree, words: Range) -> frozenset[str]:
    """The lemmas that carry the meaning."""
    return frozenset(tree.lemma[i] for i in range(*words) if tree.upos[i] in CONTENT)


class Issues:
    """The issues of a story so far, each under its first name."""

    def __init__(self) -> None:
        self._known: list[tuple[str, frozenset[str]]] = []

    def named(self, name: str, about: frozenset[str]) -> str:
        """The user's name for it, or that of the issue that is alike, or its own."""
        lower = name.lower()
        for one in own_issues():
            if any(phrase in lower for phrase in one.phrases):
                return one.name
        for known, its in reversed(self._known[-LATEST:]):
            if alike(about, its):
                return known
        self._known.append((name, about))
        return name


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of lemmas are of one issue."""
    least: Sequence[int] = (len(a), len(b))
    return min(least) > 0 and len(a & b) >= ALIKE * min(least) and (len(a & b) > 1 or max(least) <= 2)
