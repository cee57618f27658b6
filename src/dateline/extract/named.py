"""Mentions by name: the whole phrase around each name, and what sort of thing it names where it stands.

Takes names and the syntax around them, gives `Phrase`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.names import Name
from dateline.extract.phrases import Phrase
from dateline.extract.pronouns import KINDS
from dateline.record.findings import MentionForm, MentionKind
from dateline.record.tree import Tree
from dateline.record.words import countries, words

PLAIN: dict[str, MentionKind] = {
    "person": "person",
    "organization": "organization",
    "place": "location",
    "nationality": "nationality",
    "facility": "facility",
    "weapon": "weapon",
    "platform": "platform",
    "date": "date",
    "money": "money",
    "other": "other",
}
# After these a country is where something is, not who does it.
LOCATIVE = frozenset({"in", "into", "near", "across", "inside", "outside", "throughout", "within", "around", "over"})
# "the Polar Star movement": a word that says what the name before it names, and so is part of the phrase.
SORTS = frozenset([
    "agency", "band", "channel", "club", "company", "foundation", "group", "magazine", "militia", "movement", "network",
    "newspaper", "organisation", "organization", "party", "team", "website",
])  # fmt: skip
WHOLE = frozenset({"date", "money", "weapon", "platform", "nationality"})


def named(tree: Tree, names: Iterable[Name]) -> Iterator[Phrase]:
    """A phrase for every name that is left when articles and possessive marks are taken off its ends."""
    for name in names:
        first, last = trimmed(tree, name)
        if first < last and not is_pronoun(tree, first, last):
            yield in_phrase(tree, replace(name, first=first, last=last))


def is_pronoun(tree: Tree, first: int, last: int) -> bool:
    """Whether the head of names took a pronoun for a name, as it may at the beginning of a sentence."""
    text, upos = tree.tokens.text, tree.tokens.upos
    return last - first == 1 and upos[first] == "PRON" and text[first].lower() in KINDS


def trimmed(tree: Tree, name: Name) -> tuple[int, int]:
    """The bare name: no article before it, no possessive mark or punctuation but a period after it."""
    text, first, last = tree.tokens.text, name.first, name.last
    while first < last and (text[first].lower() in {"the", "a", "an"} or not any(map(str.isalnum, text[first]))):
        if name.kind == "money" and text[first].lower() != "the":
            break
        first += 1
    while first < last and (text[last - 1] in {"'s", "’s", "'", "’"} or not any(map(str.isalnum, text[last - 1]))):
        last -= 1
    return first, last


def in_phrase(tree: Tree, name: Name) -> Phrase:
    """The name with the title, the article and whatever else modifies it from the left."""
    head = tree.head_of(name.first, name.last)
    kind, form, why = sort_of(tree, name, head)
    first, last = name.first, name.last
    if name.kind not in WHOLE:
        first = tree.phrase_start(head, first)
        first, last = with_title(tree, first, last, kind)
        if kind == "organization":
            first, last = with_sort(tree, head, first, last)
    return Phrase(first, last, name.first, name.last, kind, form, name.confidence, why)


def with_title(tree: Tree, first: int, last: int, kind: str) -> tuple[int, int]:
    """The phrase with the title right before the name, where the parser did not hang it on ("coach | Ida Berg")."""
    title = first - 1
    if kind != "person" or title < 0 or tree.tokens.sentence[title] != tree.tokens.sentence[first]:
        return first, last
    known = tree.tokens.lemma[title].lower() in words("person_nouns") and "Number=Plur" not in tree.tokens.feats[title]
    if not known or tree.tokens.upos[title] not in {"NOUN", "PROPN"}:
        return first, last
    return tree.phrase_start(title, title), last


def with_sort(tree: Tree, head: int, first: int, last: int) -> tuple[int, int]:
    """The phrase of a word after the name that says what sort of body it is."""
    above = tree.tokens.head[head]
    if tree.tokens.deprel[head] != "compound" or above != last or tree.tokens.lemma[above].lower() not in SORTS:
        return first, last
    return min(first, tree.phrase_start(above, first)), above + 1


def sort_of(tree: Tree, name: Name, head: int) -> tuple[MentionKind, MentionForm, str]:
    """Kind and form of a name where it stands, and what decided."""
    text = bare(" ".join(tree.tokens.text[name.first : name.last]))
    if name.kind == "nationality":
        return "nationality", "demonym", "names head"
    if name.kind in {"place", "organization"} and text in countries().names:
        if located(tree, head):
            return "location", "name", "names head, country as a place"
        return "state", "name", "names head, country list"
    if name.kind in {"place", "facility"} and acts(tree, head):
        kind: MentionKind = "state" if text in countries().seats else "organization"
        return kind, "metonym", "names head, subject of an acting verb"
    if name.kind == "other" and acts(tree, head):
        return "organization", "name", "names head, subject of an acting verb"
    return PLAIN[name.kind], "name", "names head"


def bare(text: str) -> str:
    """A name in words as the lists spell it: "U . S ." and "U.S" are "U.S."."""
    return text.replace(" .", ".").replace(" - ", "-").replace("’", "'")


def located(tree: Tree, head: int) -> bool:
    """Whether the name stands after a preposition of place."""
    return not LOCATIVE.isdisjoint(tree.cases(head))


def acts(tree: Tree, head: int) -> bool:
    """Whether the name is the subject of what only people or bodies do, or the owner of what only they have."""
    tokens = tree.tokens
    return tokens.deprel[head] in {"nsubj", "nmod:poss"} and tokens.lemma[tokens.head[head]] in words("acting_words")
