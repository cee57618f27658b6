"""What in the record shows an attitude, and whose it is.

Takes a parsed story and its record, gives `Proof`s and actors. A quotation shows more than a paraphrase, and that more
than what the narrator says of someone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.extract.attributes.tree import Tree
from dateline.extract.spoken import Spoken, actors_by_word
from dateline.record import Event, Record, Statement
from dateline.record.parsed import ParsedStory

Grade = Literal["quote", "paraphrase", "narrator"]
SELF = frozenset({"i", "we"})
CLIMBS = 5


@dataclass(frozen=True, slots=True)
class Proof:
    """The ids of statements and events that show it, and how directly."""

    statements: tuple[str, ...]
    events: tuple[str, ...]
    grade: Grade

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(self.statements or self.events)


class Evidence:
    """The statements, events and actors of a story by their words."""

    def __init__(self, parsed: ParsedStory, record: Record) -> None:
        self._parsed = parsed
        self._codes = {actor.id: actor.code for actor in record.actors}
        self._by_id = {one.id: one for one in record.statements}
        self._spoken = Spoken(parsed, record.statements)
        self._actors = actors_by_word(parsed, record.mentions)
        self._events: dict[int, list[str]] = {}
        for event in record.events:
            for i in parsed.words_of(event.anchor):
                self._events.setdefault(i, []).append(event.id)

    def statement(self, wanted: str | None) -> Statement | None:
        """The statement of an id."""
        return self._by_id.get(wanted or "")

    def of_word(self, i: int) -> Proof:
        """What shows the attitude that a word expresses."""
        own = self._spoken.cue_of(i)
        inside = self._spoken.innermost(i)
        shown = own or inside
        statements = () if shown is None else (shown.id,)
        return Proof(statements, tuple(self._events.get(i, ())), self.grade(i, shown))

    def grade(self, i: int, statement: Statement | None) -> Grade:
        """How directly a word is its speaker's."""
        if any(q.first <= i < q.last for q in self._parsed.quotations):
            return "quote"
        return "narrator" if statement is None or self._spoken.cue_of(i) is statement else "paraphrase"

    def speaker(self, i: int) -> str | None:
        """The speaker of the innermost statement around a word."""
        found = self._spoken.innermost(i)
        return None if found is None or found.act == "question" else found.speaker

    def holders(self, tree: Tree, i: int) -> tuple[str, ...]:
        """Whose attitude a predicate is: of its cue's speaker, or of its subject, or of those who are joined to it."""
        if (own := self._spoken.cue_of(i)) is not None:
            return (own.speaker,) if own.speaker is not None else ()
        at = i
        for _ in range(CLIMBS):
            if subject := tree.kids(at, "nsubj"):
                return self.meant(tree, subject[0], i)
            if tree.head[at] == at or tree.relation[at] not in {"xcomp", "conj"}:
                return ()
            at = tree.head[at]
        return ()

    def own(self, holders: tuple[str, ...], proof: Proof) -> tuple[str, ...]:
        """The holders without those of whom only another side speaks: what an enemy says one wants shows nothing."""
        speakers = {self._by_id[s].speaker for s in proof.statements if proof.grade != "narrator"} - {None}
        return tuple(h for h in holders if not speakers or h in speakers or self.side(h, speakers))

    def side(self, holder: str, speakers: set[str | None]) -> bool:
        """Whether a holder is of the country of a speaker."""
        code = self._codes.get(holder)
        return code is not None and any(self._codes.get(s or "") == code for s in speakers)

    def committed(self, event: Event, word: int) -> bool:
        """Whether an event is told by the narrator or by one who does it, not by another side."""
        cue, inside = self._spoken.cue_of(word), self._spoken.innermost(word)
        if cue is not None and (cue.act in {None, "assert"} or cue.speaker not in event.actors):
            return False
        told = inside if cue is None else None
        return told is None or told.speaker in event.actors

    def owners(self, tree: Tree, i: int) -> tuple[str, ...]:
        """Whose attitude a noun is: "our condemnation"."""
        owned = [c for c in tree.children[i] if tree.deprel[c] in {"nmod:poss", "det"}]
        return tuple(actor for c in owned for actor in self.meant(tree, c, i))

    def meant(self, tree: Tree, word: int, i: int) -> tuple[str, ...]:
        """The actors that a phrase and those joined to it mean; "I" and "we" are at least the speaker."""
        found = [self._actors[k] for k in (word, *tree.kids(word, "conj", "flat", "appos")) if k in self._actors]
        if not found and tree.text[word] in SELF | {"my", "our"}:
            speaker = self.speaker(i)
            found = [speaker] if speaker is not None else []
        return tuple(dict.fromkeys(found))
