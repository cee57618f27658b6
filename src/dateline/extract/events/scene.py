"""What every telling of a story is read against. Takes a ParsedStory and a Record, gives a `Scene`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.attributes.tree import Tree
from dateline.extract.events.circumstances import Circumstances
from dateline.extract.events.sides import Participant, Participants
from dateline.extract.events.telling import Telling
from dateline.record import Record
from dateline.record.parsed import ParsedStory

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Scene:
    """`told`: words of events; `taken`: of events and cues.

    `sayers`: for every word of a content, the words of its statement's source.
    """

    parsed: ParsedStory
    tree: Tree
    participants: Participants
    circumstances: Circumstances
    told: frozenset[int]
    taken: frozenset[int]
    sayers: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, parsed: ParsedStory, tree: Tree, record: Record, told: Sequence[Telling]) -> Scene:
        """The scene of a story and the words that tell its events."""
        words = {i for one in told for i in (one.word, *one.others)}
        cues = {i for s in record.statements for i in parsed.words_of(s.cue)}
        sayers: dict[int, frozenset[int]] = {}
        for s in record.statements:
            source = frozenset(parsed.words_of(s.source))
            inside = [i for i in parsed.words_of(s.content) if i in words] if source else []
            sayers.update({i: sayers.get(i, NOBODY) | source for i in inside})
        return cls(
            parsed,
            tree,
            Participants(parsed, record),
            Circumstances.of(parsed, record),
            frozenset(words),
            frozenset(words | cues),
            sayers,
        )

    def near(self, word: int) -> Sequence[Participant]:
        """Who may have a part in what a word tells: the mentions of its sentence."""
        sentence = self.parsed.sentences[self.parsed.tokens.sentence[word]]
        return self.participants.within(sentence.first, sentence.last)

    def acting(self, word: int, found: Sequence[Participant]) -> list[Participant]:
        """Of those who seem to act, not who only tells of it, unless it is nobody else."""
        sayers = self.sayers.get(word, NOBODY)
        return [p for p in found if sayers.isdisjoint(p.head)] or list(found)
