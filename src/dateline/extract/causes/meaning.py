"""What a claim says: the polarity of the effect, whether it is denied, how sure it is.

Takes a link and the tree, gives values of the record. Polarity is read in two steps: what the verb does to its object
("worsened"), times whether the object is bad or good to have ("flooding"): more of a bad thing, less of a good one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from dateline.extract.attributes.certainty import clause_certainty
from dateline.extract.attributes.clauses import is_negated
from dateline.extract.attributes.cues import CERTAINTIES
from dateline.extract.attributes.tree import Tree
from dateline.extract.causes.lexicon import signals, valence
from dateline.extract.causes.link import Link
from dateline.record.findings import Certainty, Polarity, Relation
from dateline.record.words import words

FLAT: dict[str, Polarity] = {
    "make": "increase", "raise": "increase", "lower": "decrease", "stop": "decrease", "touch": "unknown",
}  # fmt: skip
CLIMBS = 4
# How a verb hangs on the one whose helpers and negation hold for it too.
SHARED = frozenset({"conj", "xcomp"})
WHO = frozenset({"i", "we", "he", "she", "they", "who", "you"})
NEGATORS = frozenset({"not", "n't", "never", "hardly", "scarcely", "nor"})


def polarity_of(tree: Tree, link: Link) -> Polarity:
    """What the cause does to the effect as spanned."""
    does = link.entry.does if link.entry else "make"
    if does in FLAT:
        return FLAT[does]
    bad = is_bad(tree, link)
    if does == "worsen":
        return "increase" if bad is True else "decrease"
    # "Eased access" is more of it; "eased the crisis", "helped smugglers": what is not good is eased away, or helped.
    if link.entry and link.entry.words[0] in {"help", "aid", "benefit", "improve", "restore"}:
        return "decrease" if bad is True else "increase"
    return "increase" if bad is False else "decrease"


def is_bad(tree: Tree, link: Link) -> bool | None:
    """Whether what heads the effect is bad to have; None where the lists do not know it."""
    known = valence()
    for i in heads(tree, link):
        if tree.lemma[i] in known["bad"]:
            return True
        if tree.lemma[i] in known["good"]:
            return False
    return None


def heads(tree: Tree, link: Link) -> Iterator[int]:
    """The noun, the noun before it in a compound ("food crisis"), and what it is a measure of ("level of violence")."""
    yield link.object
    yield from tree.kids(link.object, "compound")
    yield from (c for c in tree.kids(link.object, "nmod") if "of" in tree.cases(c))


def governors(tree: Tree, i: int) -> Iterator[int]:
    """A predicate and those whose helpers hold for it: "could worsen and empower", "failed to reduce"."""
    yield i
    for _ in range(CLIMBS):
        head = tree.head[i]
        if head == i or tree.relation[i] not in SHARED:
            return
        if tree.relation[i] == "conj" and tree.kids(i, "nsubj", "aux"):
            return
        i = head
        yield i


def negated(tree: Tree, link: Link) -> bool:
    """Whether the claim is that it does not: "did not cause", "failed to reduce", "not because of"."""
    before = link.signal[0][0] - 1 if link.signal else -1
    if before >= 0 and tree.text[before] in NEGATORS and tree.sentence[before] == tree.sentence[link.anchor]:
        return tree.text[link.anchor] not in {"only", "just"}
    for i in governors(tree, link.anchor):
        if is_negated(tree, i) or (i != link.anchor and tree.lemma[i] in signals().failing):
            return True
    return False


def certainty_of(tree: Tree, link: Link) -> Certainty:
    """How sure the claimant is of the claim, by the helpers of its predicate; of a connective, of the effect."""
    at = link.anchor if tree.upos[link.anchor] in {"VERB", "AUX", "NOUN"} else link.object
    grades: list[Certainty] = ["certain"]
    for i in governors(tree, at):
        grades.append(clause_certainty(tree, i))
        if i != at and tree.lemma[i] in signals().aiming:
            grades.append("probable")
    # What a demand leaves open is not what the claim is unsure of.
    return max((g for g in grades if g != "underspecified"), key=CERTAINTIES.index)


def relation_of(tree: Tree, link: Link, people: Container[int]) -> Relation:
    """The relation of the signal; helped by another verb ("helped to defuse") it only makes possible.

    What makes people act moves them: "farmers left because ...". `people`: words that name someone.
    """
    if link.entry is None or (link.entry.relation == "cause" and tree.upos[link.anchor] not in {"VERB", "NOUN"}):
        return "motivate" if acts(tree, link, people) else "cause"
    helped = any(tree.lemma[i] == "help" for i in governors(tree, link.anchor) if i != link.anchor)
    return "enable" if helped and link.entry.relation == "cause" else link.entry.relation


def acts(tree: Tree, link: Link, people: Container[int]) -> bool:
    """Whether the effect is that someone does something."""
    i = link.object
    if tree.upos[i] != "VERB" or any(tree.deprel[c] in {"nsubj:pass", "aux:pass"} for c in tree.children[i]):
        return False
    return any(
        c in people or tree.text[c] in WHO or tree.lemma[c] in words("person_nouns") for c in tree.kids(i, "nsubj")
    )
