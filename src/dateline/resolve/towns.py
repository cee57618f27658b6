"""Towns that were taken for people: "Russia said its forces had captured Soledar".

Takes a Record with mentions, gives the Record with those that are towns as locations. The gazetteer has the name, and
the words around it say that a place is meant: a verb of war or disaster, a preposition, a list of places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.record import Mention, Record
from dateline.record.parsed import ParsedStory
from dateline.record.words import word_groups, words
from dateline.resolve.items import Item, Scene
from dateline.resolve.places.gazetteer import Candidate, gazetteer
from dateline.resolve.places.keys import key
from dateline.resolve.sectors import countries_in

# People who live in a town at least that a name may be taken for.
LEAST = 2_000
# Where towns and surnames are the same words, a mere preposition says nothing ("confidence in Clinton").
SURNAMES = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
NEAR, IN = frozenset({"near", "outside", "around"}), frozenset({"in", "inside", "into", "across"})


def find(parsed: ParsedStory, record: Record) -> Record:
    """The record with towns as locations."""
    scene = Scene.of(parsed, record.mentions)
    suspects = [item for item in scene.items if suspect(scene, item)]
    if not suspects:
        return record
    towns = judged(scene, suspects)
    mentions = (as_town(item.mention) if town_key(item) in towns else item.mention for item in scene.items)
    return record.with_findings(mentions=tuple(mentions)) if towns else record


def suspect(scene: Scene, item: Item) -> bool:
    """Whether a person's name, without a title and not said to be somebody, is that of a town as well."""
    return bool(candidates(item)) and not somebody(scene, item)


def candidates(item: Item) -> list[Candidate]:
    """The towns of that name."""
    found = gazetteer().find(town_key(item))
    return [
        c for c in found if c.row.precision not in {"country", "region"} and (c.row.population >= LEAST or c.reviewed)
    ]


def town_key(item: Item) -> str:
    """The key of a name in the gazetteer; empty where the mention is no name of a person."""
    own = (
        item.mention.kind == "person"
        and item.mention.form == "name"
        and item.mention.span.text == item.mention.head.text
    )
    return key(item.mention.head.text) if own else ""


def somebody(scene: Scene, item: Item) -> bool:
    """Whether what stands beside a name says that it is a person's."""
    tokens, nouns = scene.parsed.tokens, words("person_nouns")
    beside = [c for c in scene.tree.children[item.head] if tokens.deprel[c] == "appos"]
    verb = tokens.head[item.head]
    speaks = tokens.deprel[item.head] == "nsubj" and tokens.lemma[verb].lower() in words("speech_verbs")
    return speaks or any(tokens.lemma[c].lower() in nouns for c in beside)


def judged(scene: Scene, suspects: Collection[Item]) -> frozenset[str]:
    """The keys of the names that are towns here, none of which is a part of a full name in the story."""
    people = family(scene)
    asked = [item for item in suspects if people.isdisjoint(item.mention.head.text.split())]
    codes = set(countries_in(scene.parsed.tokens.text))
    sure = {town_key(item) for item in asked if evident(scene, item)}
    codes.update(c.row.country for item in asked if town_key(item) in sure for c in candidates(item)[:1])
    return frozenset(sure | {town_key(item) for item in asked if likely(scene, item, codes)})


def family(scene: Scene) -> frozenset[str]:
    """The words of the names of two words or more, titles with them."""
    people = (item.mention for item in scene.items if item.mention.kind == "person")
    own = (
        m.head.text
        for m in people
        if m.span.text != m.head.text or (m.form == "name" and not gazetteer().find(key(m.head.text)))
    )
    return frozenset(word for name in own for word in name.split())


def evident(scene: Scene, item: Item) -> bool:
    """Whether nothing but a place can stand here: "Kharkiv was shelled", "near Goma", "Lyman" in a list of places."""
    relation, lemma = role(scene, item)
    if relation in {"obj", "nsubj:pass"} and lemma in word_groups("towns")["object"]:
        return True
    return not NEAR.isdisjoint(scene.tree.cases(item.head)) or any(map(is_location, listed_with(scene, item)))


def likely(scene: Scene, item: Item, codes: Collection[str]) -> bool:
    """Whether a town of a country that the story speaks of is likely meant here."""
    if SURNAMES.issuperset({c.row.country for c in candidates(item)} & set(codes)):
        return False
    relation, lemma = role(scene, item)
    lists = word_groups("towns")
    undergoes = relation in {"obj", "nsubj:pass"} and lemma in lists["either"]
    inside = not IN.isdisjoint(scene.tree.cases(item.head)) and lemma not in lists["trust"]
    return undergoes or inside or (relation == "nsubj" and lemma in lists["subject"])


def role(scene: Scene, item: Item) -> tuple[str, str]:
    """The relation of a name to its verb, and the verb; a member of a list has that of the list."""
    tokens, head = scene.parsed.tokens, item.head
    if tokens.deprel[head] == "conj":
        head = tokens.head[head]
    return tokens.deprel[head], tokens.lemma[tokens.head[head]].lower()


def listed_with(scene: Scene, item: Item) -> Iterator[Item]:
    """The mentions in one list with a name."""
    tokens = scene.parsed.tokens
    top = tokens.head[item.head] if tokens.deprel[item.head] == "conj" else item.head
    for i in (top, *(c for c in scene.tree.children[top] if tokens.deprel[c] == "conj")):
        other = scene.by_word.get(i)
        if other is not None and other is not item:
            yield other


def is_location(item: Item) -> bool:
    return item.mention.kind == "location"


def as_town(mention: Mention) -> Mention:
    """The mention of a town."""
    return mention.model_copy(
        update={"kind": "location", "found_by": f"{mention.found_by}, a town by the words around it"}
    )
