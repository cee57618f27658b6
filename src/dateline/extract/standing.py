"""Whether the name of a place stands for those who govern there, by what it hangs on. Takes syntax, gives yes or no.

"Moscow warned", "sanctions against Moscow", "accused Moscow": a government; "shelled Moscow", "in Moscow": a place.
"""

from __future__ import annotations

from dateline.record.tree import Tree
from dateline.record.words import word_groups, words

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OBLIQUE = frozenset({"obl", "obl:agent", "nmod"})
# After these a country is where something is, not who does it; after the second, where the verb or noun is of motion.
LOCATIVE = frozenset({"in", "into", "near", "across", "inside", "outside", "throughout", "within", "around", "over"})
WAYS = frozenset({"to", "from", "via", "through"})
# From a name up a list to its first name.
LONGEST_LIST = 20


def governs(tree: Tree, head: int) -> bool:
    """Whether a seat of government stands for the government: as subject, object, owner, or after a preposition."""
    tokens, first = tree.tokens, first_of_list(tree, head)
    above, role = tokens.head[first], tokens.deprel[first]
    lemma, lists = tokens.lemma[above].lower(), word_groups("place_or_actor")
    if acts(tree, head) or (role in SUBJECTS and does(tree, above)):
        return True
    if role == "obj":
        return lemma in lists["metonym.object"]
    if role == "nsubj:pass":
        return lemma in lists["metonym.object"] and tree.child(first, "case") is None
    if role == "nmod:poss":
        return lemma in lists["metonym.owner"]
    return role in OBLIQUE and any(dealt_with(tree, above, case) for case in cases_before(tree, first))


def cases_before(tree: Tree, head: int) -> list[str]:
    """The prepositions before a name; one that is left behind after it ("to be questioned by") is not its own."""
    return [tree.tokens.text[c].lower() for c in tree.children[head] if c < head and tree.tokens.deprel[c] == "case"]


def does(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object or a clause and is none of what a city as such does ("hosted the match")."""
    done = tree.tokens.upos[verb] == "VERB" and tree.child(verb, "obj", "ccomp", "xcomp") is not None
    return done and tree.tokens.lemma[verb].lower() not in words("place_verbs")


def dealt_with(tree: Tree, above: int, case: str) -> bool:
    """Whether a word and a preposition are of what is had or done with a government: "talks with", "warned by"."""
    tokens, lists = tree.tokens, word_groups("place_or_actor")
    if tokens.upos[above] != "VERB":
        return tokens.lemma[above].lower() in lists.get(f"metonym.noun.{case}", ())
    if case == "by":
        return is_passive(tree, above)
    # "imposed sanctions on", "held talks with": the noun may have lost its phrase to the verb.
    nouns = [above, *(c for c in tree.children[above] if tokens.deprel[c] in {"obj", "nsubj:pass"})]
    return tokens.lemma[above].lower() in lists.get(f"metonym.verb.{case}", ()) or any(
        tokens.lemma[i].lower() in lists.get(f"metonym.noun.{case}", ()) for i in nouns[1:]
    )


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is a participle of the past in the passive: "was warned", "a video released"."""
    feats = tree.tokens.feats[verb]
    helped = tree.child(verb, "aux:pass") is not None
    return helped or ("VerbForm=Part" in feats and "Tense=Past" in feats and tree.child(verb, "aux", "nsubj") is None)


def first_of_list(tree: Tree, head: int) -> int:
    """The first of the names that stand in one list, whose role is that of all."""
    tokens = tree.tokens
    for _ in range(LONGEST_LIST):
        if tokens.deprel[head] != "conj" or tokens.upos[tokens.head[head]] not in {"PROPN", "NOUN"}:
            break
        head = tokens.head[head]
    return head


def acts(tree: Tree, head: int) -> bool:
    """Whether a name is the subject of what only people or bodies do, or the owner of what only they have."""
    tokens, head = tree.tokens, first_of_list(tree, head)
    return tokens.deprel[head] in {"nsubj", "nmod:poss"} and tokens.lemma[tokens.head[head]] in words("acting_words")


def located(tree: Tree, head: int) -> bool:
    """Whether a country is where something is or goes: "in Mali and Niger", "fled to Mali"."""
    cases = frozenset(tree.cases(head))
    if not cases and (first := first_of_list(tree, head)) != head:
        head, cases = first, frozenset(tree.cases(first))
    above = tree.tokens.lemma[tree.tokens.head[head]].lower()
    return not LOCATIVE.isdisjoint(cases) or (
        not WAYS.isdisjoint(cases) and above in word_groups("place_or_actor")["motion"]
    )
