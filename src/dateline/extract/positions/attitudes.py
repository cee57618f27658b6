"""Where the story says that someone is for or against something.

Takes a parsed story and its record, gives `Attitude`s. Four things say so: a word that takes a side ("rejects the
plan"), what a speaker says must be, a causal claim ("the build-up fuels terror"), and an event of support or rejection.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.attributes.clauses import helpers, is_negated
from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import whole
from dateline.extract.causes.lexicon import valence
from dateline.extract.positions.evidence import Evidence, Proof
from dateline.extract.positions.issues import Matter, matter
from dateline.extract.positions.lexicon import stances
from dateline.record import CausalClaim, Event, Record, Statement
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

FOR = frozenset({"SUPPORT", "AGREE", "REQUEST"})
AGAINST = frozenset({"REJECT", "ACCUSE", "PROTEST"})
# An event shows a position if it was read at least so surely.
EVENT = 0.6
# Acts in which one does not undertake what is said.
UNSAID = frozenset({"decline", "deny", "question", "accuse", "warn", "threaten"})
# Acts in which what brings about bad things is held against it; elsewhere a cause is only named.
ALARMED = frozenset({"warn", "accuse", "threaten"})
REAL = frozenset({"occurred", "ongoing"})
OBJECTS = ("obj", "xcomp", "ccomp", "nsubj:pass")
PARTICIPLE = 4
CLIMBS = 5
# Predicates that are something other than a verb: "is concerned", "are ready".
SAYING = frozenset({"VERB", "ADJ", "AUX", "_"})


@dataclass(frozen=True, slots=True)
class Attitude:
    """Who, for or against, what, on what condition, shown by what."""

    actor: str
    supports: bool
    matter: Matter
    condition: Range | None
    proof: Proof
    why: str
    at: int


def attitudes(parsed: ParsedStory, tree: Tree, record: Record) -> list[Attitude]:
    """All of them, in the order of the text."""
    found = sorted(shown(parsed, tree, record), key=lambda one: (one.at, one.matter.words))
    out: list[Attitude] = []
    for one in found:
        if tree.lemma[one.matter.head] not in stances().lists["pointing"]:
            out.append(one)
        elif out and tree.sentence[out[-1].at] == tree.sentence[one.at]:
            # "A position that he disagrees on" is what was said of just before.
            out.append(replace(one, matter=out[-1].matter))
    return out


def shown(parsed: ParsedStory, tree: Tree, record: Record) -> Iterator[Attitude]:
    """Attitudes by what shows them."""
    evidence = Evidence(parsed, record)
    seen: set[int] = set()
    for sentence in parsed.sentences:
        if sentence.zone in {"body", "headline", "caption"}:
            for i in range(sentence.first, sentence.last):
                found = list(by_must(parsed, tree, evidence, i)) or list(by_word(parsed, tree, evidence, i))
                seen.update(k for one in found for k in (i, one.matter.head, *tree.kids(i, "xcomp")))
                yield from found
    for statement in record.statements:
        yield from by_infinitive(parsed, tree, evidence, statement, seen)
    for claim in record.causal_claims:
        yield from by_claim(parsed, tree, evidence, claim)
    for event in record.events:
        yield from by_event(parsed, tree, evidence, event, seen)


# ------------------------------------------------------------------ words that take a side


def by_word(parsed: ParsedStory, tree: Tree, evidence: Evidence, i: int) -> Iterator[Attitude]:
    """The attitude of a predicate or a noun that takes a side."""
    noun = tree.upos[i] in {"NOUN", "PROPN"}
    table = stances().nouns if noun else stances().words
    for rest, supports in table.get(tree.lemma[i], table.get(tree.text[i], ())):
        at = i if not rest else following(tree, i, rest)
        about = None if at is None else object_of(tree, i, at, noun=noun)
        if about is None:
            continue
        if (tree.upos[i] in SAYING or noun) and not unreal(tree, i):
            holders = evidence.owners(tree, i) if noun else evidence.holders(tree, i)
            yield from held(parsed, tree, evidence, i, about, holders, supports=supports)
        return


def following(tree: Tree, i: int, rest: tuple[str, ...]) -> int | None:
    """The last word of an entry that begins at a word, at most a few words on, hanging on it."""
    at = i
    for wanted in rest:
        near = range(at + 1, min(at + 2 + PARTICIPLE, len(tree)))
        found = next((k for k in near if tree.text[k] == wanted and tree.sentence[k] == tree.sentence[i]), None)
        if found is None:
            return None
        at = found
    return at


def object_of(tree: Tree, i: int, at: int, *, noun: bool) -> int | None:
    """The word that heads what a predicate is about. `at`: the preposition of its entry, or the predicate itself."""
    if at != i:
        head = tree.head[at]
        hangs = tree.head[head] == i or tree.head[tree.head[head]] == i
        if tree.relation[i] == "acl" and tree.lemma[tree.head[i]] in stances().lists["pointing"]:
            return tree.head[i]
        return head if head > at and hangs else None
    if noun:
        return None
    if tree.relation[i] == "acl" and tree.lemma[tree.head[i]] in stances().lists["pointing"]:
        return tree.head[i]
    done = next((c for c in tree.kids(i, "xcomp", "ccomp") if c > i), None)
    direct = next((c for c in tree.children[i] if tree.deprel[c] in {"obj", "nsubj:pass"}), None)
    if tree.upos[i] == "ADJ":
        return done
    # "Urged the council to lift the ban": what is urged is the lifting.
    return done if done is not None and (direct is None or done > direct) else direct


def unreal(tree: Tree, i: int) -> bool:
    """Whether a predicate stands in a clause that only supposes it: "if that is the view"."""
    at = i
    for _ in range(CLIMBS):
        if any(tree.lemma[c] in stances().lists["hypothetical"] for c in tree.kids(at, "mark")):
            return True
        if tree.head[at] == at or tree.relation[at] in {"ccomp", "parataxis"}:
            return False
        at = tree.head[at]
    return False


def held(  # noqa: PLR0913, PLR0917 - who, what, which way, and where it stands
    parsed: ParsedStory,
    tree: Tree,
    evidence: Evidence,
    i: int,
    about: int,
    holders: tuple[str, ...],
    *,
    supports: bool,
) -> Iterator[Attitude]:
    """The attitude of each holder, where something in the record shows it."""
    moved = next((c for c in tree.kids(i, "obj") if c != about), None)
    found, proof = matter(parsed, tree, about, moved), evidence.of_word(i)
    if found is None or not proof.any:
        return
    turned = is_negated(tree, i) or any(is_negated(tree, k) for k in over(tree, i))
    if turned and not supports:
        return
    side = (supports != turned) != found.stops
    why = f"'{tree.text[i]}'" + (", negated" if turned else "") + (", to stop" if found.stops else "")
    for actor in evidence.own(holders, proof):
        yield Attitude(actor, side, found, condition(parsed, tree, i), proof, why, i)


def over(tree: Tree, i: int) -> list[int]:
    """The verb that a complement hangs on, whose negation holds for it."""
    return [tree.head[i]] if tree.relation[i] == "xcomp" else []


def condition(parsed: ParsedStory, tree: Tree, i: int) -> Range | None:
    """The clause that a stance hangs on: "if", "unless", "where"."""
    for at in (
        i,
        *tree.kids(i, "xcomp", "ccomp"),
        *(c for o in tree.kids(i, "obj", "xcomp") for c in tree.kids(o, "nmod", "obj")),
    ):
        for clause in tree.kids(at, "advcl", "acl"):
            marks = [c for c in tree.kids(clause, "mark", "advmod") if c < clause]
            if any(tree.lemma[c] in stances().lists["conditions"] for c in marks):
                found = whole(
                    parsed, tree, clause, [c for c in marks if tree.lemma[c] in stances().lists["conditions"]]
                )
                return found if found[0] < found[1] else None
    return None


# ------------------------------------------------------------------ what must be


def by_must(parsed: ParsedStory, tree: Tree, evidence: Evidence, i: int) -> Iterator[Attitude]:
    """What a speaker says must be done, each of several verbs: "must end its aggression and uphold the pact"."""
    must = stances().lists["must"]
    if tree.upos[i] != "VERB" or unreal(tree, i):
        return
    first = first_of(tree, i)
    needed = any(word in must - {"need", "have"} for word in helpers(tree, first))
    above = tree.head[first]
    needed = needed or (
        tree.relation[first] == "xcomp" and tree.lemma[above] in {"need", "have"} and tree.upos[above] == "VERB"
    )
    proof = evidence.of_word(i)
    speaker = evidence.speaker(i)
    if not needed or speaker is None or not proof.statements or "have" in helpers(tree, first):
        return
    about = i if tree.lemma[i] in stances().lists["stopping"] else next(iter(tree.kids(i, "obj", "xcomp", "ccomp")), i)
    found = matter(parsed, tree, about)
    if found is not None:
        side = (not is_negated(tree, i)) != found.stops
        yield Attitude(speaker, side, found, condition(parsed, tree, i), proof, "what must be", i)


def first_of(tree: Tree, i: int) -> int:
    """The first of verbs that share their helpers."""
    for _ in range(CLIMBS):
        if tree.relation[i] != "conj" or tree.kids(i, "nsubj", "aux"):
            break
        i = tree.head[i]
    return i


def by_infinitive(
    parsed: ParsedStory, tree: Tree, evidence: Evidence, statement: Statement, seen: set[int]
) -> Iterator[Attitude]:
    """Who votes, agrees or vows to do something is for it: a content that is a bare infinitive."""
    if (
        statement.form == "direct"
        or statement.speaker is None
        or statement.act in UNSAID
        or statement.negated
        or not statement.content
    ):
        return
    words = parsed.words_in(statement.content[0].start, statement.content[0].end)
    if len(words) < 2 or tree.text[words.start] != "to" or tree.upos[words.start + 1] not in {"VERB", "ADV"}:
        return
    root = parsed.tree.head_of(words.start, words.stop)
    cue = {k for s in statement.cue for k in parsed.words_in(s.start, s.end)}
    found = (
        None
        if not seen.isdisjoint({root, *cue}) or any(is_negated(tree, k) for k in cue)
        else matter(parsed, tree, root)
    )
    if found is not None:
        seen.add(root)
        proof = Proof((statement.id,), evidence.of_word(root).events, evidence.grade(root, statement))
        yield Attitude(
            statement.speaker, not found.stops, found, condition(parsed, tree, root), proof, "undertakes", root
        )


# ------------------------------------------------------------------ causal claims and events


def by_claim(parsed: ParsedStory, tree: Tree, evidence: Evidence, claim: CausalClaim) -> Iterator[Attitude]:
    """Who says that a thing makes bad things grow is against it."""
    statement = evidence.statement(claim.statement)
    if (
        statement is None
        or claim.claimant is None
        or claim.claimant == "author"
        or claim.negated
        or claim.polarity == "unknown"
    ):
        return
    bad = is_bad(tree, parsed.words_in(claim.effect.start, claim.effect.end))
    if bad is None and statement.act in ALARMED and claim.polarity == "increase":
        bad = True
    if statement.act not in ALARMED and claim.relation != "prevent":
        return
    cause = parsed.words_in(claim.cause.start, claim.cause.end)
    if bad is None or not len(cause) or claim.relation == "motivate":
        return
    found = matter(parsed, tree, parsed.tree.head_of(cause.start, cause.stop))
    if found is not None and found.words[0] < cause.stop and cause.start < found.words[1]:
        found = replace(found, words=(max(found.words[0], cause.start), min(found.words[1], cause.stop)))
        side = bad != (claim.polarity == "increase")
        proof = Proof((statement.id,), (), evidence.grade(cause.start, statement))
        yield Attitude(claim.claimant, side != found.stops, found, None, proof, "causal claim", cause.start)


def is_bad(tree: Tree, words: range) -> bool | None:
    """Whether the first noun of an effect that the lists know is bad to have."""
    known = valence()
    for i in words:
        if tree.lemma[i] in known["bad"]:
            return True
        if tree.lemma[i] in known["good"] and tree.upos[i] == "NOUN":
            return False
    return None


def by_event(parsed: ParsedStory, tree: Tree, evidence: Evidence, event: Event, seen: set[int]) -> Iterator[Attitude]:
    """Who supports or rejects something by a deed."""
    if event.type not in FOR | AGAINST or event.status not in REAL | {"planned"} or event.confidence < EVENT:
        return
    for anchor in event.anchor:
        words = parsed.words_in(anchor.start, anchor.end)
        if not len(words) or not seen.isdisjoint(words):
            continue
        head = parsed.tree.head_of(words.start, words.stop)
        about = next((c for c in tree.kids(head, "xcomp", "obj", "ccomp") if c >= words.stop), None)
        found = None if about is None or unreal(tree, head) else matter(parsed, tree, about)
        if found is None or not evidence.committed(event, head):
            continue
        supports = (event.type in FOR) != found.stops
        for actor in event.actors:
            proof = Proof(event.reported_by, (event.id,), evidence.of_word(head).grade)
            yield Attitude(actor, supports, found, condition(parsed, tree, head), proof, f"event {event.type}", head)
        return
