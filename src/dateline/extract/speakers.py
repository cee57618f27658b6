"""Which actor a phrase is: that of the mention that heads it. Takes mentions with their actors, gives an actor's id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from dateline.extract.attributes.cues import lexicon
from dateline.record import Mention, Record
from dateline.record.parsed import ParsedStory
from dateline.record.talk import LABEL
from dateline.record.tree import Tree
from dateline.record.words import words as listed

Range = tuple[int, int]
FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
# How nouns for people end, where no list has them: "clockmaker", "publicist".
MAKERS = ("er", "or", "ist", "man", "woman", "ian")
BODIES = ("org_nouns", "group_nouns", "government_nouns")
# How what belongs to a thing, or made it, hangs on it.
BELONGS = frozenset({"nmod", "compound", "appos", "flat", "conj", "amod"})
# Mentions that begin before a phrase and may reach into it: no more than this many stand one inside the other.
MOST_AROUND = 60


class Speakers:
    """The mentions of a story by place, so that the actor of a phrase is found without looking at them all."""

    def __init__(self, record: Record, parsed: ParsedStory, tree: Tree) -> None:
        self._parsed, self._tree = parsed, tree
        self._mentions = sorted(record.mentions, key=lambda m: m.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self._mentions]

    def actor_of(self, words: Range, enclosing: str | None = None) -> str | None:
        """The actor of the phrase of words [first, last). `enclosing`: whose words it is among, so who "I" is."""
        found = self.heading(words)
        text = self._text(words)
        if enclosing is not None and text in FIRST_PERSON:
            return enclosing
        return None if found is None or found.actor in self._nameless else found.actor

    def person(self, words: Range) -> str | None:
        """The actor of a phrase, if that is one person."""
        found = self.heading(words)
        return self.actor_of(words) if found is not None and found.kind == "person" else None

    @cached_property
    def _nameless(self) -> frozenset[str | None]:
        """Actors that only pronouns stand for: nobody knows who "she" is, so she is not known to have said it."""
        others = {m.actor for m in self._mentions if m.form != "pronoun"}
        return frozenset(m.actor for m in self._mentions) - others

    def of_label(self, words: Range) -> str | None:
        """The actor whom the label of a turn names, else the one it describes."""
        lo, hi = self._parsed.tokens.start[words[0]], self._parsed.tokens.end[words[1] - 1]
        inside = [m for m in self._touching(lo, hi) if m.actor is not None and lo <= m.span.start]
        return next((m.actor for m in inside if m.found_by.startswith(LABEL)), None) or next(
            (m.actor for m in inside if m.form == "name"), None
        )

    def name_in_label(self, words: Range) -> str | None:
        """The surname in the label of a turn: MORROW of "KATE MORROW, HOST"; None of a letter alone."""
        label = self._parsed.tokens.text[words[0] : words[1]]
        end = next((i for i, word in enumerate(label) if word in {",", "("}), len(label))
        return label[end - 1].upper() if end and len(label[end - 1]) > 1 else None

    def place_of(self, words: Range) -> str | None:
        """The first place that a phrase names: "in Geneva, Switzerland" is Geneva."""
        lo, hi = self._parsed.tokens.start[words[0]], self._parsed.tokens.end[words[1] - 1]
        inside = (m for m in self._touching(lo, hi) if m.place is not None and lo <= m.head.start < hi)
        return next((m.place for m in inside), None)

    def heading(self, words: Range) -> Mention | None:
        """The mention whose head is the syntactic head of a phrase, else the actor that a thing is said to be of.

        "A report by the ministry" speaks for the ministry; "documents seen by the Courier" do not for the Courier.
        """
        head = self._tree.head_of(*words)
        start, end = self._parsed.tokens.start, self._parsed.tokens.end
        lo, hi = start[words[0]], end[words[1] - 1]
        near = self._touching(lo, hi)
        headed = [m for m in near if m.head.start < end[head] and start[head] < m.head.end]
        within = [m for m in near if m.actor is not None and lo <= m.head.start < hi]
        best = min(headed, key=lambda m: (m.actor is None, m.head.start), default=None)
        if best is not None and best.actor is not None:
            return best
        # "The champion" of "the champion Nora Lind": the whole phrase stands for whom its name does.
        around = [m for m in near if m.actor is not None and m.span.start <= start[head] and end[head] <= m.span.end]
        owner = next((m for m in within if self._belongs(m, head)), best)
        if owner is not best and owner is not None and owner.kind != "person" and self._is_someone(head):
            owner = best
        return min(around, key=lambda m: len(m.span.text), default=owner)

    def _is_someone(self, head: int) -> bool:
        """Whether a noun is for a person, of whom a town or a body is none: "the last clockmaker of Port Sable"."""
        tokens = self._parsed.tokens
        lemma = tokens.lemma[head].lower()
        if tokens.upos[head] != "NOUN" or any(lemma in listed(name) for name in BODIES):
            return False
        return lemma in listed("person_nouns") or (lemma.endswith(MAKERS) and lemma not in lexicon().lists["documents"])

    def _belongs(self, mention: Mention, head: int) -> bool:
        """Whether a mention hangs on a word as its owner or maker, or is a part of a phrase that has no syntax."""
        tokens = self._parsed.tokens
        words = self._parsed.words_in(mention.head.start, mention.head.end)
        top = self._tree.head_of(words.start, words.stop)
        return top == head or (tokens.head[top] == head and tokens.deprel[top].partition(":")[0] in BELONGS)

    def _touching(self, lo: int, hi: int) -> list[Mention]:
        """The mentions that share a character with [lo, hi)."""
        first = max(0, bisect_right(self._starts, lo) - MOST_AROUND)
        return [m for m in self._mentions[first : bisect_left(self._starts, hi)] if m.span.end > lo]

    def _text(self, words: Range) -> str:
        tokens = self._parsed.tokens
        return self._parsed.story.text[tokens.start[words[0]] : tokens.end[words[1] - 1]].lower()
