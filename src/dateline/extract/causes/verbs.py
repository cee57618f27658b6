"""Claims that a verb makes: "drought led to famine", "riots sparked by a rumour", "snow kept rescuers from climbing".

Takes a match of a verb, gives links. The subject is the cause; of a passive it is the effect, and "by" names the cause.
"A prevents B by C" is a claim of what C does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.extents import RELATIVE, antecedent, before, trimmed, whole, with_rest
from dateline.extract.causes.link import Entry, Link
from dateline.extract.causes.matches import Match
from dateline.record.parsed import ParsedStory
from dateline.record.tags import Range

Argument = tuple[int, Range]
PREPOSITIONS = frozenset({"to", "in", "on", "of", "for", "from", "at", "amid", "after", "against"})
# Far enough to find the subject of "seems likely to help to defuse".
CLIMBS = 6


def linked(parsed: ParsedStory, tree: Tree, match: Match, *, inverse: bool = False) -> Link | None:
    """The claim of a verb, if it has both a cause and an effect."""
    verb = match.words[0]
    if passive(tree, verb):
        sides = agent(parsed, tree, verb), patient(parsed, tree, verb)
    else:
        means = by_doing(parsed, tree, verb)
        sides = means or doer(parsed, tree, verb), object_of(parsed, tree, match)
        match = replace(match, words=(*match.words, *by(tree, verb))) if means else match
    cause, effect = reversed(sides) if inverse else sides
    return link(match, cause, effect)


def link(match: Match, cause: Argument | None, effect: Argument | None) -> Link | None:
    """A link of two arguments that are apart; where one runs into the other, or into the signal, it ends there."""
    if cause is None or effect is None or cause[1] == effect[1]:
        return None
    verb = match.words[0]
    a, b = clipped(cause, effect[0], verb), clipped(effect, cause[0], verb)
    if a[0] < b[1] and b[0] < a[1]:
        return None
    return Link(a, b, match.ranges, verb, effect[0], match.entry, f"signal '{match.entry}'", agent=cause[0])


def clipped(side: Argument, other: int, verb: int) -> Range:
    """A range up to the word that heads the other side, or the verb, on either hand."""
    head, (first, last) = side
    for stop in (other, verb):
        if stop != head and first <= stop < last:
            first, last = (first, stop) if head < stop else (stop + 1, last)
    return first, last


def passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: "was sparked", "protests sparked by"."""
    if any(tree.deprel[c] in {"nsubj:pass", "aux:pass", "csubj:pass"} for c in tree.children[verb]):
        return True
    return (
        tree.relation[verb] in {"acl", "advcl", "amod"}
        and tree.has(verb, "VerbForm=Part")
        and tree.has(verb, "Tense=Past")
    )


def agent(parsed: ParsedStory, tree: Tree, verb: int) -> Argument | None:
    """What "by" names."""
    for c in tree.kids(verb, "obl", "advcl", "nmod"):
        if any(tree.text[k] == "by" for k in tree.kids(c, "case", "mark")):
            return c, with_rest(parsed, tree, whole(parsed, tree, c), verb)
    return None


def by_doing(parsed: ParsedStory, tree: Tree, verb: int) -> Argument | None:
    """What one does to bring it about: "by raising pay"."""
    for c in tree.kids(verb, "advcl"):
        if any(tree.text[k] == "by" for k in tree.kids(c, "mark", "case")):
            return c, whole(parsed, tree, c)
    return None


def by(tree: Tree, verb: int) -> list[int]:
    """The word "by" of what one does."""
    return [
        k for c in tree.kids(verb, "advcl") for k in tree.kids(c, "mark", "case") if tree.text[k] == "by" and k > verb
    ]


def patient(parsed: ParsedStory, tree: Tree, verb: int) -> Argument | None:
    """The subject of a passive, or what its participle hangs on."""
    if tree.relation[verb] in {"acl", "amod"} and not tree.kids(verb, "nsubj"):
        return antecedent(parsed, tree, verb)
    return doer(parsed, tree, verb)


def doer(parsed: ParsedStory, tree: Tree, verb: int) -> Argument | None:
    """The subject of a verb, its own or that of the verb it hangs on; for a participle or an infinitive its clause."""
    at = verb
    for _ in range(CLIMBS):
        subject = next(iter(tree.kids(at, "nsubj", "csubj")), None)
        if subject is not None:
            if tree.text[subject] in RELATIVE and tree.head[at] != at and subject < at:
                return antecedent(parsed, tree, at) if tree.relation[at] == "acl" else clause_before(parsed, tree, at)
            return subject, whole(parsed, tree, subject)
        head, relation = tree.head[at], tree.relation[at]
        if head == at:
            return None
        if relation == "acl":
            return antecedent(parsed, tree, at)
        if relation == "advcl":
            return clause_before(parsed, tree, at)
        if relation == "xcomp" and (made := next(iter(tree.kids(head, "obj")), None)) is not None:
            return made, whole(parsed, tree, made)
        if relation not in {"xcomp", "conj"}:
            return None
        at = head
    return None


def clause_before(parsed: ParsedStory, tree: Tree, clause: int) -> Argument | None:
    """The main clause before a participle or an infinitive: "overturned, causing a fire"."""
    head, start = tree.head[clause], parsed.tree.left[clause]
    if head > clause:
        return None
    if tree.kids(clause, "mark") and not infinitive(tree, clause):
        return None
    return head, before(parsed, tree, head, start, (clause,))


def infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tree.text[c] == "to" for c in tree.kids(verb, "mark", "aux"))


def object_of(parsed: ParsedStory, tree: Tree, match: Match) -> Argument | None:
    """What the verb does it to: its object, or what stands after the preposition that ends the signal."""
    verb, last = match.words[0], match.words[-1]
    if last != verb and tree.text[last] in PREPOSITIONS:
        found = prepositional(tree, last, verb)
        return None if found is None else (found, with_rest(parsed, tree, whole(parsed, tree, found), verb))
    inside = (*match.words[1:], verb)
    at = next((c for w in inside for c in tree.kids(w, "obj") if c not in match.words), None)
    if at is None:
        at = next((c for c in tree.kids(verb, "ccomp") if c > verb), None)
    return None if at is None else (at, with_rest(parsed, tree, whole(parsed, tree, at), verb))


def prepositional(tree: Tree, preposition: int, verb: int) -> int | None:
    """The word that a preposition stands before."""
    found = tree.head[preposition]
    if tree.relation[preposition] == "fixed":
        found = tree.head[found]
    return found if found > preposition and found != verb else None


# ------------------------------------------------------------------ verbs that make someone do something


def controlled(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """The claim of a verb whose effect is that someone does something, or is so: "forced thousands to flee"."""
    verb = match.words[0]
    effect = complement(parsed, tree, verb, match.entry)
    if effect is None:
        return None
    if passive(tree, verb):
        return link(match, agent(parsed, tree, verb), patient(parsed, tree, verb))
    means = by_doing(parsed, tree, verb)
    return link(match, means or doer(parsed, tree, verb), effect)


def complement(parsed: ParsedStory, tree: Tree, verb: int, entry: Entry) -> Argument | None:
    """Object and what it does: from the first word of the one to the last of the other."""
    inner = next((c for c in tree.kids(verb, "ccomp") if c > verb and not that(tree, c)), None)
    if inner is not None and tree.kids(inner, "nsubj") and not infinitive(tree, inner):
        return inner, whole(parsed, tree, inner)
    objects = [c for c in tree.kids(verb, "obj", "iobj", "nsubj") if c > verb or passive(tree, verb)]
    done = [c for c in tree.kids(verb, "xcomp", "advcl", "obl", "ccomp") if c > verb and belongs(tree, c, entry)]
    if not objects or not done:
        return None
    first, last = whole(parsed, tree, objects[0])[0], whole(parsed, tree, done[0])[1]
    return objects[0], trimmed(tree, min(first, objects[0]), max(last, done[0] + 1))


def that(tree: Tree, i: int) -> bool:
    return any(tree.text[c] == "that" for c in tree.kids(i, "mark"))


def belongs(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether a complement is what is brought about, or kept from being: "to flee", "nervous", "from reaching"."""
    if entry.does == "stop":
        return any(tree.text[c] == "from" for c in tree.kids(i, "case", "mark"))
    return tree.relation[i] == "xcomp" or (tree.relation[i] in {"advcl", "ccomp"} and infinitive(tree, i))


# ------------------------------------------------------------------ blame


def blamed(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """What someone blames on something: "the mayor blamed the crash on speeding"."""
    verb, last = match.words[0], match.words[-1]
    cause = prepositional(tree, last, verb)
    if cause is None or tree.head[cause] not in {verb, *tree.children[verb]}:
        return None
    effect = (
        patient(parsed, tree, verb) if passive(tree, verb) else object_of(parsed, tree, replace(match, words=(verb,)))
    )
    found = link(match, (cause, whole(parsed, tree, cause)), effect)
    subject = next(iter(tree.kids(verb, "nsubj")), None)
    return found and replace(found, blamer=None if passive(tree, verb) else subject)


def told_by_verbs(parsed: ParsedStory, tree: Tree, found: Iterator[tuple[str, Match]]) -> Iterator[Link]:
    """The links of matches of verbs, by the group that each is of; one link for a verb."""
    taken: set[int] = set()
    for group, match in found:
        verb = match.words[0]
        if verb in taken or tree.upos[verb] not in {"VERB", "AUX", "_"}:
            continue
        one = SORTS[group](parsed, tree, match)
        if one is not None:
            taken.add(verb)
            yield one


def inverted(parsed: ParsedStory, tree: Tree, match: Match) -> Link | None:
    """The claim of a verb whose subject is the effect: "stems from"."""
    return linked(parsed, tree, match, inverse=True)


SORTS = {"controls": controlled, "blames": blamed, "inverse": inverted, "verbs": linked}
ALL = tuple(SORTS)
__all__ = ["ALL", "told_by_verbs"]
