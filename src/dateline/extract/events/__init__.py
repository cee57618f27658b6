"""What happened: events in PLOVER types, with who did it to whom, where and when.

Takes a ParsedStory and a Record with actors, places, times and statements, gives the Record with events. Whether each
has happened, and who says so, is for the next step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.attributes.tree import Tree, tree_of
from dateline.extract.events import reasons
from dateline.extract.events.anchors import anchor
from dateline.extract.events.circumstances import circumstances
from dateline.extract.events.coding import Codes, cameo, coded, contexts
from dateline.extract.events.deed import Deed
from dateline.extract.events.past import Past
from dateline.extract.events.same import merged
from dateline.extract.events.scene import Scene
from dateline.extract.events.sides import ids, sides
from dateline.extract.events.size import size
from dateline.extract.events.states import with_states
from dateline.extract.events.telling import Telling, tellings
from dateline.extract.factuality.judged import Judgement, judged
from dateline.extract.refusals import RULE as REFUSAL
from dateline.extract.spoken import Spoken
from dateline.record import Event, Record, Statement
from dateline.record.findings import Status
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory
from dateline.record.plover import quad_of, score_of
from dateline.record.words import words

# What is an agreement as long as it is only planned (PLOVER manual, 2024).
TO_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with its events, in text order."""
    tree = tree_of(parsed)
    spoken = Spoken(parsed, record.statements)
    told = [one for one in tellings(parsed, tree) if not only_said(parsed, tree, spoken.cue_of(one.word))]
    if not told:
        return record
    scene = Scene.of(parsed, tree, record, told)
    lent: dict[str, str] = {}
    deeds = [deed(scene, one, lent) for one in told]
    record = with_states(record, lent)
    old = Past.of(record)
    judgements = [judged(parsed, tree, one.words[0], one.type) for one in deeds]
    found = [old.aged(one, judgement.status) for one, judgement in zip(deeds, judgements, strict=True)]
    deeds = [announced(scene, one, status) for one, status in zip(deeds, found, strict=True)]
    rows = [row(parsed, record, one, found[best], judgements[best]) for one, best in merged(parsed, deeds, found)]
    return record.with_findings(events=in_order(rows))


def only_said(parsed: ParsedStory, tree: Tree, statement: Statement | None) -> bool:
    """Whether a word is the cue of a refusal to speak, which is a statement and no event: "declined to say"."""
    if statement is None or statement.act != "decline":
        return False
    spoken = words("speech_verbs")
    return statement.found_by.startswith(REFUSAL) or any(
        tree.lemma[i] in spoken for i in parsed.words_of(statement.cue)
    )


def in_order(rows: Sequence[Event]) -> tuple[Event, ...]:
    """Events by their anchors; of two with the same words the more probable."""
    best = {one.id: one for one in sorted(rows, key=lambda one: one.confidence)}
    return tuple(sorted(best.values(), key=lambda one: one.anchor))


def deed(scene: Scene, one: Telling, lent: dict[str, str]) -> Deed:
    """One telling with its sides and circumstances. `lent`: takes the mentions that turn out to be of states."""
    acting, recipients = sides(one.scores, scene.near(one.word), scene.tree)
    actors = scene.acting(one.word, acting)
    lent.update((p.mention, p.actor) for p in (*actors, *recipients) if p.lent)
    told = (one.word, *one.others)
    place, time = circumstances(scene.parsed, scene.circumstances, told, scene.taken)
    codes = coded(scene.tree, one.word, one.type, one.scores.modes, one.sense)
    return Deed(
        words=(one.word,),
        anchors=(anchor(scene.parsed, told),),
        type=one.type,
        probability=one.probability,
        mode=codes.modes,
        cameo=codes.cameo,
        context=contexts(scene.tree, one.word),
        actors=ids(actors),
        recipients=ids(recipients),
        place=place,
        time=time,
        size=size(scene.parsed, scene.tree, told, scene.taken),
        found_by=reasons.of_type(one),
        codes_by=codes.found_by,
        sides_by=tuple(reasons.of_sides(one, scene.tree, actors, recipients)),
    )


def announced(scene: Scene, one: Deed, status: Status) -> Deed:
    """Cooperation that is only planned is an agreement, unless it is what another event of the story is about."""
    above = scene.tree.head[one.words[0]]
    if status != "planned" or one.type not in TO_AGREE or (above != one.words[0] and above in scene.told):
        return one
    code = cameo(one.type, Codes(one.mode, one.cameo), status, ())
    found_by = f"{one.found_by}, planned {one.type}"
    return replace(one, type="AGREE", mode=(), cameo=code, found_by=found_by, codes_by="")


def row(parsed: ParsedStory, record: Record, one: Deed, status: Status, judgement: Judgement) -> Event:
    """A deed as a row of the record. `judgement`: what the status would be but for the time of the event."""
    tokens = parsed.tokens
    spans = tuple(parsed.story.span(tokens.start[a], tokens.end[b - 1]) for a, b in one.anchors)
    mode = one.mode[0] if one.mode else None
    sectors = next((a.sectors for a in record.actors if a.id in one.actors[:1]), ())
    return Event(
        id=finding_id(record.story.id, "event", spans),
        type=one.type,
        mode=one.mode,
        context=one.context,
        cameo=cameo(one.type, Codes(one.mode, one.cameo), status, sectors),
        quad=quad_of(one.type),
        score=score_of(one.type, mode),
        anchor=spans,
        actors=one.actors,
        recipients=one.recipients,
        place=one.place,
        time=one.time,
        size=one.size,
        status=status,
        confidence=round(one.probability, 4),
        found_by=reasons.joined(one.found_by, reasons.of_codes(one, status), *one.sides_by, aged(status, judgement)),
    )


def aged(status: Status, judgement: Judgement) -> str:
    """What decided the status, in words."""
    if status != judgement.status:
        return f"status by its time, not {judgement.status}"
    return f"status by {judgement.why} {judgement.probability:.2f}"
