"""Statements: who said what, in which words and how.

Takes a ParsedStory and a Record with actors, gives the Record with its statements.
The encoder finds source, cue and content (`attribution`); everything else about a statement is read off its words
(`attributes`); the speaker is the actor of the source phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dateline.extract.announced import announced
from dateline.extract.attributes import Attributes, Parts, attributes, tree_of
from dateline.extract.attributes.anonymous import wants_no_name
from dateline.extract.attributes.tree import Tree as CueTree
from dateline.extract.attributes.tree import phrase, top
from dateline.extract.attribution import Attribution, attributions, confidence_of, parents, zone_at
from dateline.extract.cited import with_citations
from dateline.extract.continuations import ALONE, alone, continuations, subject_before, with_openings
from dateline.extract.echoes import echoes, merged, only_above, recognised
from dateline.extract.headlines import headlines
from dateline.extract.phrasing import whole_cue
from dateline.extract.questions import only_asked
from dateline.extract.ranges import less
from dateline.extract.rebuffs import RULE as REBUFF
from dateline.extract.rebuffs import with_rebuffs
from dateline.extract.refusals import RULE as REFUSAL
from dateline.extract.refusals import refusals, unquoted
from dateline.extract.reported import is_supposed, reported
from dateline.extract.signed import signed
from dateline.extract.speakers import FIRST_PERSON, Speakers
from dateline.extract.transcripts import RULE as TURN
from dateline.extract.transcripts import turns
from dateline.extract.when import time_of, times_by_word
from dateline.record import Actor, Record, Span, Statement
from dateline.record.ids import finding_id
from dateline.record.labels import is_banner
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

# A statement inside another's content is kept only where it is surely one of its own: the corpus that the encoder
# learned from marks one level only, so its scores for inner ones are extrapolations.
NESTED = 0.6
# How an actor of the table says that it was found.
TABLE = "actor table"
EMPTY = frozenset({"PRON", "PUNCT"})
# Zones that say nothing of the story.
UNSPOKEN = frozenset({"boilerplate", "credit", "byline"})
NESTED_KINDS = frozenset({"speech", "writing"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it has an id: ranges of words, attributes, and its relations as indices of drafts.

    `about_whom`: of a quotation that names nobody, the subject of the sentence right before it.
    """

    parts: Parts
    attributes: Attributes
    confidence: float
    found_by: str
    parent: int | None = None
    continues: int | None = None
    speaker: str | None = None
    about_whom: Range | None = None


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its statements, in text order of their cues."""
    if not parsed.sentences:
        return record
    found = drafts(parsed)
    speakers = Speakers(record, parsed, parsed.tree)
    found = with_speakers(found, speakers)
    around = [None if draft.parent is None else found[draft.parent].speaker for draft in found]
    rows = [statement(parsed, record, draft, speakers, who) for draft, who in zip(found, around, strict=True)]
    hidden = unnamed_speakers(record, found)
    rows = [row.model_copy(update={"anonymous": hidden[k]}) for k, row in enumerate(rows)]
    times = times_by_word(parsed, record)
    when = [time_of(parsed, times, draft.parts, draft.attributes) for draft in found]
    rows = [row.model_copy(update={"time": time}) for row, time in zip(rows, when, strict=True)]
    unnamed = only_above(record)
    echo = echoes(parsed, rows, [zone_at(parsed, first_word(d.parts)) for d in found], unnamed)
    same = recognised(record, rows, echo, unnamed)
    return merged(record, same).with_findings(statements=tuple(related(found, rows, echo, same)))


def drafts(parsed: ParsedStory) -> list[Draft]:
    """The statements that the encoder found and the quotations that go on with one of them."""
    tree = tree_of(parsed)
    known = attributed(parsed, tree)
    kept = [(one, parts_of(one)) for one in known if zone_at(parsed, one.cue[0]) not in UNSPOKEN]
    kept = [(one, parts) for one, parts in kept if not wants_no_name(tree, parts)]
    read = [
        (one, *asked(tree, parts, refused(one, attributes(parsed, tree, parts, verbatim=one.rule == TURN))))
        for one, parts in kept
    ]
    read = [
        row
        for row in read
        if row[0].parent is None
        or (stands_alone(parsed, tree, row[0], row[2]) and not part_of_cue(tree, row[0], known))
    ]
    order = {one.cue: k for k, (one, _, _) in enumerate(read)}
    found = [
        Draft(parts, about, confidence_of(one), found_by(one, about), parent=outer(one, known, order))
        for one, parts, about in read
    ]
    for k, quoted in continuations(parsed, [d.parts for d in found]):
        parts = Parts((), (), (quoted,))
        about = attributes(parsed, tree, parts, found[k].attributes)
        found.append(Draft(parts, about, found[k].confidence, "quotation that goes on without a cue", continues=k))
    silent = {d.parts.source[0][0] for d in found if d.attributes.act == "decline" and d.parts.source}
    for quoted in list(alone(parsed, [d.parts for d in found])):
        parts = Parts((), (), (quoted,))
        about, near = attributes(parsed, tree, parts), subject_before(parsed, quoted)
        # Who has just declined to comment is not quoted right after.
        near = None if near is not None and any(near[0] <= i < near[1] for i in silent) else near
        found.append(Draft(parts, about, ALONE, "quotation that names nobody", about_whom=near))
    return found


def attributed(parsed: ParsedStory, tree: CueTree) -> list[Attribution]:
    """All attributions, in order; turns of a transcript and what the encoder finds in them, but not their colons."""
    spoken = turns(parsed)
    labels = {i for one in spoken for i in range(one.source[0][0], max(one.source[0][1], one.cue[1]))}
    found = (one for one in attributions(parsed) if labels.isdisjoint(range(*one.cue)))
    cued = (one for one in (with_whole_cue(parsed, one) for one in found) if one is not None)
    said = (one for one in cued if not names_a_sort(parsed, one) and not only_asked(parsed, tree, one))
    known = [*spoken, *(one for one in (unquoted(parsed, tree, one) for one in said) if one is not None)]
    known += signed(parsed, [r for one in known for r in one.content])
    known += refusals(parsed, tree, known)
    known += headlines(parsed, known)
    known += announced(parsed, tree, known)
    known = with_rebuffs(parsed, tree, with_citations(parsed, tree, known))
    known = with_reported(known, reported(parsed, tree, known))
    whole = with_openings(parsed, [parts_of(one) for one in known])
    known = [replace(one, content=content) for one, content in zip(known, whole, strict=True)]
    known.sort(key=lambda one: one.cue)
    return [replace(one, parent=parent) for one, parent in zip(known, parents(known), strict=True)]


def with_whole_cue(parsed: ParsedStory, one: Attribution) -> Attribution | None:
    """A statement whose cue is more than a helper or a particle, the rest of it taken from the content; else None."""
    cue = whole_cue(parsed, one.cue)
    if cue is None or cue == one.cue:
        return None if cue is None else one
    content = tuple(part for span in one.content for part in less(span, [cue]))
    return replace(one, cue=cue, content=content) if content else None


def with_reported(known: Sequence[Attribution], shown: Sequence[Attribution]) -> list[Attribution]:
    """What is known and what syntax shows besides; inside a content syntax knows better than the encoder."""
    told = {i for one in shown for i in range(*one.cue)}
    kept = [one for one in known if one.rule or one.parent is None or told.isdisjoint(range(*one.cue))]
    taken = {i for one in kept for i in range(*one.cue)}
    return [*kept, *(one for one in shown if taken.isdisjoint(range(*one.cue)))]


def names_a_sort(parsed: ParsedStory, one: Attribution) -> bool:
    """Whether what stands for a source before a colon is what sort of story it is: "ANALYSIS: Why he left"."""
    text = parsed.tokens.text
    return any(is_banner(text[a:b]) and text[one.cue[0]] == ":" for a, b in one.source)


def asked(tree: CueTree, parts: Parts, about: Attributes) -> tuple[Parts, Attributes]:
    """A question without its source where that is who was asked: "Asked whether he would go, Berg said no"."""
    head = top(tree, parts.cue)
    if head is None or about.act != "question" or tree.relation[head] not in {"advcl", "acl"}:
        return parts, about
    # The parser takes "asked" for a finite verb as often as for a participle.
    if tree.has(head, "Tense=Past") and not tree.kids(head, "aux", "nsubj"):
        return replace(parts, source=asker(tree, head, parts)), about
    return parts, about


def asker(tree: CueTree, verb: int, parts: Parts) -> tuple[Range, ...]:
    """Who "by" says has asked: "Asked by the BBC whether he would go"."""
    said = {i for a, b in parts.content for i in range(a, b)}
    by = next((i for i in tree.kids(verb, "obl") if tree.cases(i) == ["by"] and i not in said), None)
    return () if by is None else (phrase(tree, by, frozenset({"case", "acl", "appos", "punct"})),)


def refused(one: Attribution, about: Attributes) -> Attributes:
    """What a rule makes of a statement, whatever the lexicon makes of its cue: a denial, a refusal, something cited.

    Where a refusal says nothing, nothing is sure.
    """
    if one.medium is not None:
        about = replace(about, medium=one.medium)
    if one.rule == REBUFF:
        return replace(about, kind="speech", act="deny", medium=None)
    if one.rule != REFUSAL:
        return about
    return replace(about, kind="speech", act="decline", certainty="underspecified", negated=False)


def part_of_cue(tree: CueTree, one: Attribution, known: Sequence[Attribution]) -> bool:
    """Whether the cue of an inner statement only completes that around it: "declined to | say"."""
    head, around = top(tree, (one.cue,)), None if one.parent is None else known[one.parent].cue
    if head is None or around is None or tree.relation[head] not in {"xcomp", "ccomp"}:
        return False
    return around[0] <= tree.head[head] < around[1] and not tree.kids(head, "nsubj")


def found_by(one: Attribution, about: Attributes) -> str:
    """What decided: a rule, or the heads; and what gave it its kind."""
    return f"{one.rule or 'attribution head'}, {about.found_by}"


def outer(one: Attribution, known: Sequence[Attribution], order: dict[Range, int]) -> int | None:
    """The index of the nearest kept statement around this one: of those around its parent some do not reach so far."""
    around = one.parent
    while around is not None:
        holds = any(a <= one.cue[0] and one.cue[1] <= b for a, b in known[around].content)
        if holds and known[around].cue in order:
            return order[known[around].cue]
        around = known[around].parent
    return None


def parts_of(one: Attribution) -> Parts:
    return Parts(one.source, (one.cue,) if one.cue[0] < one.cue[1] else (), one.content)


def stands_alone(parsed: ParsedStory, tree: CueTree, one: Attribution, about: Attributes) -> bool:
    """Whether a statement inside another one is worth a row: someone else's speech, surely found, and not supposed."""
    verb = top(tree, (one.cue,))
    if verb is not None and is_supposed(tree, verb):
        return False
    if about.kind not in NESTED_KINDS or not one.source or confidence_of(one) < NESTED:
        return False
    if all(parsed.tokens.upos[i] in EMPTY for a, b in one.content for i in range(a, b)):
        return False
    source = " ".join(parsed.tokens.text[i].lower() for a, b in one.source for i in range(a, b))
    return source not in FIRST_PERSON


def with_speakers(found: Sequence[Draft], speakers: Speakers) -> list[Draft]:
    """Speakers, outer statements first: "I" inside a statement is its speaker."""
    out = list(found)
    labels: dict[str, str] = {}
    named: dict[int, str | None] = {}
    depth = {k: depth_of(found, k) for k in range(len(found))}
    for k in sorted(depth, key=lambda n: depth[n]):
        draft = out[k]
        if draft.continues is not None:
            out[k] = replace(draft, speaker=out[draft.continues].speaker)
        elif draft.parts.source:
            around = out[draft.parent].speaker if draft.parent is not None else None
            find_actor = partial(speakers.actor_of, enclosing=around)
            of = speakers.of_label if draft.found_by.startswith(TURN) else find_actor
            out[k] = replace(draft, speaker=of(draft.parts.source[0]))
        elif draft.about_whom is not None and (who := speakers.person(draft.about_whom)) is not None:
            out[k] = replace(draft, speaker=who, found_by="quotation right after a sentence about its speaker")
        name = speakers.name_in_label(draft.parts.source[0]) if draft.found_by.startswith(TURN) else None
        if name is not None and (speaker := out[k].speaker) is not None:
            labels.setdefault(name, speaker)
        named[k] = name
    # Coreference may miss one of many labels; they name the same person all the same.
    return [
        replace(d, speaker=labels.get(named[k] or "")) if d.speaker is None and named[k] else d
        for k, d in enumerate(out)
    ]


def depth_of(found: Sequence[Draft], k: int) -> int:
    """How many statements this one stands in or goes on with."""
    depth, at = 0, found[k]
    while (up := at.parent if at.parent is not None else at.continues) is not None and depth < len(found):
        depth, at = depth + 1, found[up]
    return depth


def related(
    found: Sequence[Draft], rows: Sequence[Statement], echo: Mapping[int, int], same: Mapping[str, str]
) -> Iterator[Statement]:
    """The rows of the record with their relations to each other, in text order, each id once."""
    seen: set[str] = set()
    for k in sorted(range(len(found)), key=lambda n: (first_word(found[n].parts), n)):
        row = rows[k]
        if row.id in seen:
            continue
        seen.add(row.id)
        up, before, original = found[k].parent, found[k].continues, echo.get(k)
        known = row.speaker in same
        yield row.model_copy(
            update={
                "speaker": same.get(row.speaker or "", row.speaker),
                "addressee": same.get(row.addressee or "", row.addressee),
                "anonymous": row.anonymous and not known,
                "parent": None if up is None else rows[up].id,
                "continues": None if before is None else rows[before].id,
                "echo_of": None if original is None else rows[original].id,
            }
        )


def first_word(parts: Parts) -> int:
    """Where a statement begins."""
    return min(a for a, _ in (*parts.source, *parts.cue, *parts.content))


def statement(
    parsed: ParsedStory, record: Record, draft: Draft, speakers: Speakers, around: str | None = None
) -> Statement:
    """One row without its relations to others; `around`: the speaker of the statement that it stands in."""
    about = draft.attributes
    source, cue = spans(parsed, draft.parts.source), spans(parsed, draft.parts.cue)
    return Statement(
        id=finding_id(record.story.id, "statement", (*source, *cue, *about.content)),
        source=source,
        cue=cue,
        content=about.content,
        speaker=draft.speaker,
        form=about.form,
        kind=about.kind,
        act=about.act,
        quotation=about.quotation,
        addressee=addressee(draft, speakers, around),
        medium=None if about.medium is None else spans(parsed, (about.medium,))[0],
        place=None if about.place is None else speakers.place_of(about.place),
        certainty=about.certainty,
        negated=about.negated,
        confidence=draft.confidence,
        found_by=draft.found_by,
    )


def addressee(draft: Draft, speakers: Speakers, around: str | None) -> str | None:
    """Whom a statement is made to: never who makes it, whom a broken tree may give for both."""
    words = draft.attributes.addressee
    if words is None or any(a < words[1] and words[0] < b for a, b in draft.parts.source):
        return None
    found = speakers.actor_of(words, around)
    return None if found == draft.speaker else found


def unnamed_speakers(record: Record, found: Sequence[Draft]) -> dict[int, bool]:
    """Per draft whether its source is unnamed: one answer for all that one speaker says.

    Who has a name in the story or in the actor table is not unnamed; who has none is as the words are that first tell
    ("two officials"), else as such actors are ("they").
    """
    told: dict[str, bool] = {}
    for draft in sorted(found, key=lambda d: first_word(d.parts)):
        if draft.speaker is not None and draft.attributes.anonymous is not None and draft.parts.source:
            told.setdefault(draft.speaker, draft.attributes.anonymous)
    kinds = {a.id: a for a in record.actors}
    return {k: unnamed(kinds.get(d.speaker or ""), told.get(d.speaker or ""), d) for k, d in enumerate(found)}


def unnamed(actor: Actor | None, told: bool | None, draft: Draft) -> bool:
    """Whether one source is unnamed. `told`: what the words of its speaker's sources say."""
    if actor is None:
        return bool(draft.attributes.anonymous)
    if actor.aliases or actor.found_by.startswith(TABLE):
        return False
    return actor.kind in {"person", "group"} if told is None else told


def spans(parsed: ParsedStory, ranges: Sequence[Range]) -> tuple[Span, ...]:
    """Ranges of words as spans of text."""
    return tuple(parsed.story.span(parsed.tokens.start[a], parsed.tokens.end[b - 1]) for a, b in ranges)
