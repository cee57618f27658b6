"""What a source does in saying something: assert, warn, deny, promise, decline, ...

Takes a tree, the parts of a statement and the sense of its cue, gives an `Act` or None. A cue that tells much
("warned") settles it; after one that tells little ("said") the content does: "we urge", "they must", "I will", "?".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.attributes.clauses import (
    first_person,
    helpers,
    is_clause,
    is_infinitive,
    is_negated,
    roots,
    subject,
)
from dateline.extract.attributes.cues import Sense, lexicon, phrase_at, word_sense
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Range, Tree, below, words_in
from dateline.record.findings import Act

# Subjects of which "must" demands nothing: "it must be hard", "there must be a way", "we must go on".
NOBODY = frozenset(("it", "that", "this", "there", "i", "we", "what", "which"))
NO_COMMENT = ["no", "comment"]
REPORTED_SELF = frozenset(("he", "she", "they", "it", "we", "i"))
ASKED = frozenset(("whether", "if", "how", "why", "when", "where", "what", "who", "which"))
# Verbs of refusing to say; one may "reject" or "rule out" something in so many words.
SILENT = frozenset(("decline", "refuse"))
TELLING = frozenset(("tell", "say", "shout", "signal"))


def act_of(tree: Tree, parts: Parts, sense: Sense, quoted: bool) -> Act | None:
    """The act of a statement; `quoted`: whether its content is in quotation marks."""
    if is_left_open(tree, parts, sense):
        return "assert"
    if is_refusal(tree, parts, sense) or said_words(tree, parts.content) == NO_COMMENT:
        return "decline"
    if sense.act is None:
        return None
    if sense.act == "assert" and sense.kind in ("speech", "writing"):
        return (
            told_act(tree, parts, sense, quoted)
            or content_act(tree, parts.content, quoted)
            or deed_act(tree, parts, sense)
            or naming(tree, parts, sense)
        )
    return reshaped(tree, parts, sense)


def said_words(tree: Tree, content: Sequence[Range]) -> list[str]:
    """The first words of a content, without marks; as many as NO_COMMENT has and one more."""
    return [tree.text[i] for i in words_in(content)[:8] if any(map(str.isalpha, tree.text[i]))][: len(NO_COMMENT) + 1]


def is_refusal(tree: Tree, parts: Parts, sense: Sense) -> bool:
    """Whether a cue of answering is negated: "did not say", "would not confirm", "has not responded to"."""
    if sense.head is None or sense.kind not in ("speech", "writing") or not cue_negated(tree, parts.cue, sense):
        return False
    return tree.lemma[sense.head] in lexicon().lists["answering"] or sense.act == "decline"


def is_silence(sense: Sense) -> bool:
    """Whether a cue is a refusal to do something, speaking for the most part: "refused to discuss the report"."""
    return sense.entry is not None and sense.entry.partition(" ")[0] in SILENT


def is_left_open(tree: Tree, parts: Parts, sense: Sense) -> bool:
    """Whether it is the refusal that is negated: "did not rule out", "has not refused"."""
    if sense.head is None or tree.lemma[sense.head] not in lexicon().lists["refusing"]:
        return False
    return sense.act == "decline" and cue_negated(tree, parts.cue, sense)


def cue_negated(tree: Tree, cue: Sequence[Range], sense: Sense) -> bool:
    """Whether the cue itself is negated, inside its words or beside them; "refused to" is not counted."""
    if sense.head is None:
        return False
    heads = {sense.head, *(i for i in words_in(cue) if tree.upos[i] in ("VERB", "AUX", "ADJ"))}
    return any(is_negated(tree, i) for i in heads)


def told_act(tree: Tree, parts: Parts, sense: Sense, quoted: bool) -> Act | None:
    """The demand in "told them to leave"; None if the cue only tells something."""
    if quoted or sense.head is None or tree.lemma[sense.head] not in TELLING:
        return None
    # "Is said to have left" demands nothing.
    deeds = (i for i in roots(tree, parts.content) if is_infinitive(tree, i))
    return "demand" if any("have" not in helpers(tree, i) for i in deeds) else None


def deed_act(tree: Tree, parts: Parts, sense: Sense) -> Act | None:
    """What a cue does with a deed instead of a clause: "swore to go" promises, "suggested going" proposes."""
    main = roots(tree, parts.content)[:1]
    if sense.entry == "swear" and any(is_infinitive(tree, i) for i in main):
        return "promise"
    named = (i for i in main if tree.text[i].endswith("ing") and not tree.kids(i, "nsubj", "det"))
    return "propose" if sense.entry == "suggest" and any(tree.upos[i] == "VERB" for i in named) else None


def reshaped(tree: Tree, parts: Parts, sense: Sense) -> Act | None:
    """What becomes of the cue's act: asked to do something is a demand, a rejected allegation a denial."""
    main = roots(tree, parts.content)
    if sense.entry == "ask" and any(is_infinitive(tree, i) or wanted_for(tree, sense, i) for i in main):
        return "demand"
    if (
        sense.act == "decline"
        and not is_silence(sense)
        and any(tree.lemma[i] in lexicon().lists["claims"] for i in main)
    ):
        return "deny"
    # One agrees to do something; that something is so one confirms.
    if sense.entry == "agree" and main and not any(is_infinitive(tree, i) for i in main):
        return "confirm" if any(is_clause(tree, i) for i in main) else sense.act
    return sense.act


def wanted_for(tree: Tree, sense: Sense, i: int) -> bool:
    """Whether something is asked for: "asked the agency for a briefing"."""
    near = () if sense.head is None else (sense.head, i)
    return any("for" in tree.cases(c) for word in near for c in tree.kids(word, "obl", "nmod"))


def content_act(tree: Tree, content: Sequence[Range], quoted: bool) -> Act | None:
    """What the words themselves do, the first sentence of them that does more than assert; None if none does."""
    if asks(tree, content):
        return "question"
    inside = frozenset(words_in(content))
    for root in roots(tree, content):
        act = performed(tree, root) if quoted else None
        act = act or ("demand" if demands(tree, root, inside, quoted) else None)
        act = act or ("promise" if promises(tree, root, quoted) else None)
        if act:
            return act
    return None


def asks(tree: Tree, content: Sequence[Range]) -> bool:
    """Whether the content ends with a question mark."""
    last = [i for i in words_in(content[-1:])[-3:] if any(c.isalnum() or c in "?!." for c in tree.text[i])]
    return bool(last) and tree.text[last[-1]].endswith("?")


def performed(tree: Tree, root: int) -> Act | None:
    """The act that a verb in the first person and the present performs: "We strongly urge ..."."""
    if not first_person(tree, subject(tree, root)) or tree.has(root, "Tense=Past") or helpers(tree, root):
        return None
    if tree.lemma[root] not in lexicon().lists["performatives"]:
        return None
    sense = phrase_at(tree, range(root, min(root + 4, len(tree)))) or word_sense(tree, root)
    return sense.act if sense and sense.act != "assert" else None


def demands(tree: Tree, root: int, inside: frozenset[int], quoted: bool) -> bool:
    """An order, or a clause beside the main one that says what someone else must do."""
    if quoted and tree.has(root, "Mood=Imp") and not tree.kids(root, "nsubj", "mark", "aux", "cop"):
        return tree.lemma[root] not in lexicon().lists["asides"]
    clauses = [root, *(c for c in tree.kids(root, "parataxis", "conj", "ccomp") if c in inside)]
    return any(obliges(tree, i) for i in clauses)


def obliges(tree: Tree, i: int) -> bool:
    """Whether a clause says what someone else must do: "they must leave"."""
    by, aux = subject(tree, i), helpers(tree, i)
    if by is None or tree.text[by] in NOBODY or tree.upos[i] != "VERB":
        return False
    return "must" in aux and "have" not in aux


def promises(tree: Tree, root: int, quoted: bool) -> bool:
    """Whether one says that one will do a deed ("I will build it", "that he would build it"), without ifs or doubts."""
    by, aux = subject(tree, root), helpers(tree, root)
    if by is None or tree.upos[root] != "VERB" or tree.lemma[root] in lexicon().lists["states"]:
        return False
    if (
        tree.kids(root, "advcl")
        or is_asked(tree, root)
        or not (set(aux) <= {"will", "shall", "would", "'ll"})
        or not aux
    ):
        return False
    if quoted and first_person(tree, by):
        return "would" not in aux
    return not quoted and tree.text[by] in REPORTED_SELF


def is_asked(tree: Tree, root: int) -> bool:
    """Whether a clause is an indirect question: "whether he would stay", "how he would pay"."""
    return any(tree.text[c] in ASKED for c in tree.kids(root, "mark", "advmod", "obj"))


def naming(tree: Tree, parts: Parts, sense: Sense) -> Act:
    """What a cue of naming does: "called it a crime" accuses, "declared war" announces."""
    lists = lexicon().lists
    if sense.entry in lists["proclaiming"] and not any(is_clause(tree, i) for i in roots(tree, parts.content)):
        return "announce"
    if sense.head is not None and tree.lemma[sense.head] in lists["naming"]:
        main = (i for root in roots(tree, parts.content)[:1] for i in below(tree, root))
        if any(tree.lemma[i] in lists["wrongs"] for i in [*main, *words_in(parts.content)[:40]]):
            return "accuse"
    return "assert"
