"""Names that are none, or of another kind than the encoder says. Takes a tree and names, gives the names that stand.

What decides stands around the name: a country's name is a person's beside "a guard from Chicago", or where the story
has a Jordan Baker; "Rebels" at the head of a sentence is a noun; "Mr." and "(D-VA)" name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from dateline.extract.listed import is_listed
from dateline.extract.names import Name
from dateline.extract.standing import acts
from dateline.record.tree import Tree
from dateline.record.words import countries, word_groups, words

PARTY = re.compile(r"[DRI]\s?-\s?[A-Z][\w.\s]*")
COMPASS = frozenset({"West", "East", "North", "South"})
# A period after so few letters may be that of an abbreviation ("A. I. Ruiz", "v.").
STOPS, LONGEST_INITIAL = frozenset({".", "!", "?"}), 3
THE_WEST = 0.6
PERSONAL = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Family:
    """First names and surnames of those whom the story names in full."""

    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def of(cls, tree: Tree, names: Iterable[Name]) -> Self:
        """Those of the names of a story."""
        text = tree.tokens.text
        full = [name for name in names if name.kind == "person" and name.last - name.first > 1]
        return cls(frozenset(text[n.first] for n in full), frozenset(text[n.last - 1] for n in full))


def mended(tree: Tree, names: Iterable[Name]) -> list[Name]:
    """The names, cut where a sentence ends, without those that name nobody, each of its kind."""
    whole = joined(tree, [part for name in names for part in cut(tree, name)])
    family = Family.of(tree, whole)
    whole += [Name(i, i + 1, "organization", THE_WEST) for i in bloc(tree, {name.last - 1 for name in whole})]
    return [
        of_kind(tree, name, family) for name in sorted(whole, key=lambda n: n.first) if not nobody(tree, name, family)
    ]


def bloc(tree: Tree, named: Collection[int]) -> Iterator[int]:
    """Where "the West" does something and the encoder saw no name."""
    text = tree.tokens.text
    for i in range(1, len(text)):
        if text[i] == "West" and i not in named and text[i - 1].lower() == "the" and acts(tree, i):
            yield i


def cut(tree: Tree, name: Name) -> Iterator[Name]:
    """The parts of a name on both sides of what surely ends a sentence, which an initial's period does not."""
    tokens, first = tree.tokens, name.first
    for i in range(name.first + 1, name.last + 1):
        ends = i < name.last and tokens.sentence[i] != tokens.sentence[i - 1] and tokens.text[i - 1] in STOPS
        if i == name.last or (ends and len(tokens.text[max(i - 2, 0)]) > LONGEST_INITIAL):
            yield replace(name, first=first, last=i)
            first = i


def joined(tree: Tree, names: Sequence[Name]) -> list[Name]:
    """A first name with the surname right after it: "Israel | Katz"."""
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else None
        if before is not None and before.last == name.first and first_name(tree, before) and one_person(name):
            found[-1] = replace(name, first=before.first)
        else:
            found.append(name)
    return found


def first_name(tree: Tree, name: Name) -> bool:
    """Whether a name is a first name, be it a country's as well."""
    lists, text = word_groups("gender"), tree.tokens.text[name.first]
    single = name.last == name.first + 1 and name.kind in {"person", "place"}
    return single and any(text in lists[f"{sex}.names"] for sex in ("male", "female"))


def one_person(name: Name) -> bool:
    return name.kind == "person" and name.last == name.first + 1


def nobody(tree: Tree, name: Name, family: Family) -> bool:
    """Whether a name is a mere title, a party and state in brackets, or a noun that opens a sentence."""
    texts = tree.tokens.text[name.first : name.last]
    if all(text in words("honorifics") or text == "." for text in texts):
        return texts[0].endswith(".") or texts[-1] == "."
    if name.kind == "person" and PARTY.fullmatch(" ".join(texts)):
        return True
    noun = one_person(name) and texts[0] not in family.last and plural_noun(tree, name.first)
    return noun and not is_listed(texts[0])


def plural_noun(tree: Tree, i: int) -> bool:
    """Whether the word that opens a sentence is a noun for many people: "Rebels", "Police"."""
    tokens = tree.tokens
    opens = i == 0 or tokens.sentence[i - 1] != tokens.sentence[i] or not tokens.text[i - 1][0].isalnum()
    lower, lemma = tokens.text[i].lower(), tokens.lemma[i].lower()
    many = lemma != lower and lemma in words("person_nouns")
    return opens and (many or lower in words("group_nouns") or lower == "police")


def of_kind(tree: Tree, name: Name, family: Family) -> Name:
    """The name with the kind that stands to reason: of a country and a person of one name, which it is here."""
    text = tree.tokens.text[name.first]
    if name.kind not in {"person", "place"}:
        return name
    if name.last != name.first + 1:
        country = " ".join(tree.tokens.text[name.first : name.last]) in countries().names
        return replace(name, kind="place") if country else name
    if text in COMPASS and name.kind == "person" and name.first and tree.tokens.text[name.first - 1].lower() == "the":
        return replace(name, kind="other")
    if text not in countries().names:
        return name
    return replace(name, kind="person" if person(tree, name, family) else "place")


def person(tree: Tree, name: Name, family: Family) -> bool:
    """Whether the name of a country is a person's here."""
    i, text = name.first, tree.tokens.text[name.first]
    if (described(tree, i) and called(tree, name)) or (i and tree.tokens.text[i - 1] in words("honorifics")):
        return True
    if text in family.last and name.kind == "person":
        return not says_it(tree, i)
    return text in family.first | family.last and personal(tree, i)


def called(tree: Tree, name: Name) -> bool:
    """Whether people are called so, as the encoder or the list of first names says."""
    return name.kind == "person" or first_name(tree, name)


def described(tree: Tree, i: int) -> bool:
    """Whether what stands beside a name calls it a person: "Jordan, a guard"."""
    tokens = tree.tokens
    nouns = (c for c in tree.children[i] if tokens.deprel[c] == "appos" and c > i)
    return any(tokens.lemma[c].lower() in words("person_nouns") and "Number=Plur" not in tokens.feats[c] for c in nouns)


def personal(tree: Tree, i: int) -> bool:
    """Whether what a subject says or does is told of "him" or "her": "Jordan said he was tired"."""
    return not PERSONAL.isdisjoint(told_of(tree, i))


def says_it(tree: Tree, i: int) -> bool:
    """Whether what a subject says is told of "it": "Jordan said it would close the border"."""
    return "it" in told_of(tree, i)


def told_of(tree: Tree, i: int) -> Iterator[str]:
    """The subjects of the clauses that depend on the verb of a subject."""
    tokens = tree.tokens
    if tokens.deprel[i] != "nsubj":
        return
    for clause in tree.children[tokens.head[i]]:
        subject = tree.child(clause, "nsubj") if tokens.deprel[clause] in {"ccomp", "advcl"} else None
        if subject is not None:
            yield tokens.text[subject].lower()
