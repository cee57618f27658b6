"""How sure a source is of the content, and whether the content is negated.

Takes a tree, the content and what the cue means, gives a `Certainty` and a truth value. The four grades are those of
the contract; words that hedge are in data/certainty.yaml. A quotation of many sentences is graded by most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.attributes.clauses import SELF, first_person, hedges, helpers, is_negated, roots, subject
from dateline.extract.attributes.cues import CERTAINTIES, Sense
from dateline.extract.attributes.tree import Range, Tree
from dateline.record.findings import Act, Certainty

# What one asks for, asks or offers is not said to be so.
UNSETTLED: frozenset[Act] = frozenset(("demand", "question", "propose"))
LONGEST_CHAIN = 4
# "I think we are prepared": how many words before the predicate such a comment may stand.
COMMENT_BEFORE = 6


def certainty_of(tree: Tree, content: Sequence[Range], sense: Sense, act: Act | None) -> Certainty:
    """The weaker of what the cue and what the content says; demands, questions and offers settle nothing."""
    if act in UNSETTLED or sense.act in UNSETTLED:
        return "underspecified"
    grades = [clause_certainty(tree, root) for root in roots(tree, content)]
    return max(sense.certainty or "certain", majority(grades), key=CERTAINTIES.index)


def majority(grades: Sequence[Certainty]) -> Certainty:
    """The grade that most sentences have; the weaker one if two are as frequent."""
    if not grades:
        return "certain"
    return max(set(grades), key=lambda grade: (grades.count(grade), CERTAINTIES.index(grade)))


def clause_certainty(tree: Tree, root: int) -> Certainty:
    """The weakest grade that a word on the way to the main predicate gives."""
    found: list[Certainty] = ["certain"]
    for i in predications(tree, root):
        found += word_grades(tree, i)
    return max(found, key=CERTAINTIES.index)


def predications(tree: Tree, root: int) -> Iterator[int]:
    """A predicate and, while it only hedges, the one that it governs: "I think they are likely to go" gives three."""
    i: int | None = root
    for _ in range(LONGEST_CHAIN):
        if i is None:
            return
        yield i
        i = next(iter(tree.kids(i, "ccomp", "xcomp", "csubj")), None) if governing_grades(tree, i) else None


def word_grades(tree: Tree, i: int) -> list[Certainty]:
    """What the auxiliaries, adverbs, conditions and comment clauses of a predicate, and the predicate, say of it."""
    modal = auxiliary_grades(tree, i)
    return [
        *modal,
        *graded("adverbs", [tree.lemma[c] for c in (i, *tree.kids(i, "advmod"))]),
        *governing_grades(tree, i),
        *(grade for c in tree.kids(i, "parataxis") for grade in governing_grades(tree, c)),
        # "It might be lifted if rains return" is possible; "it will be if they do" hangs on it alone.
        *(condition_grades(tree, i) if not modal else ()),
        *comment_grades(tree, i),
    ]


def auxiliary_grades(tree: Tree, i: int) -> list[Certainty]:
    """Modals; of "must have gone" and "it should be there" one is only fairly sure."""
    aux = helpers(tree, i)
    by = subject(tree, i)
    guessed = ("must" in aux and "have" in aux) or ("should" in aux and by is not None and tree.text[by] == "it")
    if guessed:
        return ["probable"]
    return graded("auxiliaries", aux)


def governing_grades(tree: Tree, i: int) -> list[Certainty]:
    """What a predicate says of the clause it governs: "I think", "likely to", "it seems that"."""
    if not tree.kids(i, "ccomp", "xcomp", "csubj") and tree.relation[i] != "parataxis":
        return ["underspecified"] if tree.has(i, "Mood=Imp") else []
    if first_person(tree, subject(tree, i)):
        return graded("own", [tree.lemma[i]]) or graded("governing", [tree.lemma[i]])
    passive = bool(tree.kids(i, "aux", "cop", "expl")) or tree.upos[i] == "ADJ" or tree.lemma[i] in ("seem", "appear")
    wished = graded("governing", [tree.lemma[i]])
    return [grade for grade in wished if passive or grade == "underspecified"]


def comment_grades(tree: Tree, i: int) -> list[Certainty]:
    """What "I think" says right before the clause of a predicate, whatever the tree makes of it."""
    before = range(max(0, i - COMMENT_BEFORE), i + 1)
    verbs = [k for k in before if tree.sentence[k] == tree.sentence[i] and k and tree.text[k - 1] in SELF]
    verbs = [k for k in verbs if not tree.kids(k, "obj")]
    return graded("own", [tree.lemma[k] for k in verbs if tree.upos[k] in ("VERB", "_")])


def condition_grades(tree: Tree, i: int) -> list[Certainty]:
    conditions = hedges().lists["conditions"]
    marks = [tree.lemma[m] for c in [i, *tree.kids(i, "advcl")] for m in tree.kids(c, "mark")]
    return ["underspecified"] if conditions.intersection(marks) else []


def graded(section: str, lemmas: Sequence[str]) -> list[Certainty]:
    grades = hedges().grades
    return [grade for grade in CERTAINTIES for lemma in lemmas if lemma in grades.get((section, grade), ())]


def negated_content(tree: Tree, content: Sequence[Range]) -> bool:
    """Whether the main predicate is negated in most sentences of the content; in half of them, whether in the first."""
    found = [any(is_negated(tree, i) for i in predications(tree, root)) for root in roots(tree, content)]
    return sum(found) * 2 > len(found) or (sum(found) * 2 == len(found) and any(found[:1]))
