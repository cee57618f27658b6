"""Mentions by name: the whole phrase around each name, and what sort of thing it names where it stands.

Takes names and the syntax around them, gives `Phrase`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.listed import is_listed
from dateline.extract.names import Name
from dateline.extract.phrases import Phrase
from dateline.extract.pronouns import KINDS
from dateline.extract.standing import acts, governs, located
from dateline.record.findings import MentionForm, MentionKind
from dateline.record.tree import Tree
from dateline.record.words import countries, halves, words

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
# "the Polar Star movement": a word that says what the name before it names, and so is part of the phrase.
SORTS = frozenset([
    "agency", "band", "channel", "club", "company", "foundation", "group", "magazine", "militia", "movement", "network",
    "newspaper", "organisation", "organization", "party", "team", "website",
])  # fmt: skip
# How what a town lies in hangs from its name.
BESIDE = frozenset({"appos", "nmod", "nmod:unmarked", "dep"})
WHOLE = frozenset({"date", "money", "weapon", "platform", "nationality"})


def named(tree: Tree, names: Iterable[Name]) -> Iterator[Phrase]:
    """A phrase for every name that is left when articles and possessive marks are taken off."""
    half = halves(tree.tokens.text)
    for name in names:
        first, last = trimmed(tree, name)
        if first < last and not no_name(tree, first, last):
            phrase = in_phrase(tree, replace(name, first=first, last=last))
            yield half_of_country(tree, phrase) if tree.tokens.text[first] in half else phrase


def half_of_country(tree: Tree, phrase: Phrase) -> Phrase:
    """The North, in a story of North Korea, as the state that it is there; "in the North" is a place."""
    first, last = phrase.head_first, phrase.head_last
    article = first > 0 and tree.tokens.text[first - 1].lower() == "the"
    if last != first + 1 or not article or tree.tokens.deprel[first] in {"compound", "amod"} or located(tree, first):
        return phrase
    why = "names head, half of a divided country"
    return Phrase(first - 1, last, first, last, "state", "metonym", phrase.confidence, why)


def no_name(tree: Tree, first: int, last: int) -> bool:
    """Whether a single word names nobody: a pronoun, or a bare title ("Sheik | Hassan Nour", "the President")."""
    lower = tree.tokens.text[first].lower()
    return last == first + 1 and (
        lower in KINDS or (lower in words("person_nouns") and not tree.tokens.text[first].isupper())
    )


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
    if name.kind == "nationality" or (name.kind == "place" and text in countries().demonyms):
        return "nationality", "demonym", "names head"
    if text in countries().seats and name.kind != "date":
        return seat(tree, head)
    if is_listed(text) and name.kind != "date":
        return "organization", "name", "names head, actor table"
    if name.kind == "facility" and tree.tokens.lemma[name.last - 1].lower() in words("org_nouns"):
        return "organization", "name", "names head, noun list"
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


def seat(tree: Tree, head: int) -> tuple[MentionKind, MentionForm, str]:
    """A seat of government: the government where it does something or is dealt with, else the place."""
    if governs(tree, head) and not said_to_lie(tree, head):
        return "state", "metonym", "names head, seat of government that acts"
    return "location", "name", "names head, seat of government as a place"


def said_to_lie(tree: Tree, head: int) -> bool:
    """Whether a name is told apart from a seat of government by what it lies in: "San Jose, California, sued"."""
    tokens = tree.tokens
    after = (c for c in tree.children[head] if c > head + 1 and tokens.upos[c] == "PROPN")
    return any(tokens.text[c - 1] == "," and tokens.deprel[c] in BESIDE for c in after)


def bare(text: str) -> str:
    """A name in words as the lists spell it: "U . S ." and "U.S" are "U.S."."""
    return text.replace(" .", ".").replace(" - ", "-").replace("’", "'")
