"""Who commits to what about an event: the author, and each source whose words tell of it.

Takes an event's tellings and the statements around them, gives FactBank values (Saurí & Pustejovsky 2009) by source.
What the author reports as another's words the author leaves open, unless it is taken for granted there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.attributes.tree import Tree
from dateline.extract.factuality.effects import REAL
from dateline.extract.factuality.judged import ALLEGED, GRADE, Judgement
from dateline.extract.spoken import Spoken
from dateline.record import Factuality, Statement
from dateline.record.countable import AUTHOR
from dateline.record.findings import FactValue
from dateline.record.parsed import ParsedStory

# Acts of speech in which what is told is not said to be so: asked for, asked about, not answered.
OPEN_ACTS = frozenset({"demand", "question", "decline", "propose"})
# Who takes a thing for granted says whose it is, or which: "its annexation of Crimea", "the blockade".
GRANTED = frozenset({"the", "this", "these", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event: its word, its status, and the statements that it stands in, the outermost first.

    `act`: the statement whose cue the word is, where the event is what is done in saying it ("condemned").
    """

    word: int
    judgement: Judgement
    within: tuple[Statement, ...]
    act: Statement | None = None


class Voices:
    """The statements of a story by their words, and its denials by sentence."""

    def __init__(self, parsed: ParsedStory, statements: Sequence[Statement]) -> None:
        self._spoken = Spoken(parsed, statements)
        self._denials: dict[int, list[Statement]] = {}
        for one in statements:
            if (one.act == "deny" or one.negated) and one.speaker is not None and one.cue:
                for first in parsed.words_of(one.cue)[:1]:
                    self._denials.setdefault(parsed.tokens.sentence[first], []).append(one)

    def denials(self, sentence: int) -> list[Statement]:
        """What is denied in a sentence and in the one behind it."""
        return [*self._denials.get(sentence, ()), *self._denials.get(sentence + 1, ())]

    def telling(self, word: int, judgement: Judgement) -> Telling:
        """A word with the statements that it stands in."""
        act = self._spoken.cue_of(word)
        return Telling(word, judgement, tuple(one for one in self._spoken.around(word) if one is not act), act)


def factuality(
    parsed: ParsedStory, tree: Tree, tellings: Sequence[Telling], disputed: Sequence[Factuality] = ()
) -> tuple[Factuality, ...]:
    """One entry for each source and value, the author's first, then in the order of the text."""
    author = authors(parsed, tree, tellings)
    found = [Factuality(source=AUTHOR, value=author)]
    for one in tellings:
        for k, statement in enumerate(one.within):
            if statement.speaker is not None:
                inner = k == len(one.within) - 1
                told = spoken(one, statement) if inner else "Uu"
                found.append(Factuality(source=statement.speaker, value=told, statement=statement.id))
        if one.act is not None and one.act.speaker is not None and one.judgement.status in REAL:
            found.append(Factuality(source=one.act.speaker, value="CT+", statement=one.act.id))
    return tuple(firsts([*found, *disputed]))


def disputes(
    parsed: ParsedStory, voices: Voices, tellings: Sequence[Telling], actors: Collection[str], codes: Mapping[str, str]
) -> list[Factuality]:
    """Those who deny, right behind it, what another one alleges: "..., which Cairo denies", "Muscat says it has not".

    A denial without what is denied counts; one of something else only from the side that is said to have acted.
    """
    accused = {*actors, *(codes[a] for a in actors if a in codes)}
    found = []
    for one in tellings:
        sayers = {s.speaker for s in (*one.within, *((one.act,) if one.act is not None else ()))}
        for denial in voices.denials(parsed.tokens.sentence[one.word]) if sayers - {None} else ():
            speaker = denial.speaker or ""
            of_side = speaker in accused or codes.get(speaker) in accused
            if speaker not in sayers and denial not in one.within and (of_side or refers_back(parsed, denial)):
                found.append(Factuality(source=speaker, value="CT-", statement=denial.id))
    return found


def refers_back(parsed: ParsedStory, denial: Statement) -> bool:
    """Whether a denial has no content of its own: "which he denied", "denied the claim"."""
    return denial.act == "deny" and not any(parsed.tokens.upos[i] == "VERB" for i in parsed.words_of(denial.content))


def firsts(found: Sequence[Factuality]) -> list[Factuality]:
    """Each source with each value once; what a source leaves open is left out where it commits itself elsewhere."""
    sure = {one.source for one in found if one.value != "Uu"}
    out: dict[tuple[str, str], Factuality] = {}
    for one in found:
        if one.value != "Uu" or one.source not in sure:
            out.setdefault((one.source, one.value), one)
    return list(out.values())


def authors(parsed: ParsedStory, tree: Tree, tellings: Sequence[Telling]) -> FactValue:
    """What the author commits to: by a telling in the author's own words, else by what is taken for granted."""
    own = [one for one in tellings if not one.within]
    if own:
        return own[0].judgement.value
    return "CT+" if any(granted(parsed, tree, one) for one in tellings) else "Uu"


def granted(parsed: ParsedStory, tree: Tree, one: Telling) -> bool:
    """Whether a telling in reported words takes the event for granted, as in "condemned its annexation of Crimea"."""
    if any(q.first <= one.word < q.last for q in parsed.quotations) or tree.upos[one.word] not in {"NOUN", "PROPN"}:
        return False
    about = [tree.text[c] for c in tree.kids(one.word, "det", "nmod", "amod")]
    owned = any(tree.deprel[c] == "nmod:poss" for c in tree.children[one.word])
    return one.judgement.status in REAL and (owned or not GRANTED.isdisjoint(about)) and ALLEGED.isdisjoint(about)


def spoken(one: Telling, statement: Statement) -> FactValue:
    """What the speaker of the innermost statement commits to."""
    own = one.judgement.value
    if statement.act in OPEN_ACTS and one.judgement.status not in REAL:
        return "Uu"
    if statement.act in {"question", "decline"}:
        return "Uu"
    grade = GRADE[statement.certainty]
    return f"{grade}{own[2]}" if own.startswith("CT") and grade != "CT" and own != "CTu" else own  # type: ignore[return-value]


def reporting(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The ids of the statements that tell of an event: the innermost around each telling, and what it is the act of."""
    found: Mapping[str, None] = dict.fromkeys(
        one.id for t in tellings for one in (*t.within[-1:], *((t.act,) if t.act is not None else ()))
    )
    return tuple(found)
