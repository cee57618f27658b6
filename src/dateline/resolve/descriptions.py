"""Which description stands for whom: by apposition, by copula, by title, by the same noun.

Takes a mention that describes, gives an entity.
"""

from __future__ import annotations

from dateline.record.words import countries, words
from dateline.resolve.belonging import belonging
from dateline.resolve.entities import Entity, mark
from dateline.resolve.items import Item, Scene

# A name stands so many words after its title at most; what may stand between are words like those and these marks.
LONGEST_TITLE = 18
WITHIN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "CCONJ"})
JOINING = frozenset({"-", "/", ".", "&", "'s", "’s", "'", "’"})
# Short forms of relatives.
KIN = {"mum": "mother", "mom": "mother", "dad": "father", "ex-husband": "husband", "ex-wife": "wife"}


def by_syntax(scene: Scene, item: Item, entities: dict[int, Entity]) -> tuple[Entity, str] | None:
    """The entity that the sentence itself says it is: apposition or copula."""
    tokens, head = scene.parsed.tokens, item.head
    if tokens.deprel[head] == "appos":
        beside = scene.by_name_end.get(item.first - 1)
        if beside is not None and tokens.text[item.first - 1] == "," and beside.mention.kind == item.mention.kind:
            return known(scene, beside.head, item, entities, "apposition")
        return known(scene, tokens.head[head], item, entities, "apposition")
    for child in scene.tree.children[head]:
        if tokens.deprel[child] == "appos" and (found := known(scene, child, item, entities, "apposition")):
            return found
    if scene.tree.child(head, "cop") is not None and not negated(scene, head):
        subject = scene.tree.child(head, "nsubj")
        return None if subject is None else known(scene, subject, item, entities, "copula")
    return None


def by_title(scene: Scene, item: Item, entities: dict[int, Entity]) -> tuple[Entity, str] | None:
    """The person whose name follows a title: "Minister of Works Ida Berg", "mathematician and writer Ida Berg"."""
    if item.mention.kind != "person" or scene.has(item.head, "Number=Plur"):
        return None
    tokens = scene.parsed.tokens
    beside = scene.by_phrase.get(item.last + 1)
    if beside is not None and between_commas(scene, item, beside):
        return known(scene, beside.head, item, entities, "apposition")
    other = named_after(scene, item)
    if other is not None:
        return known(scene, other.head, item, entities, "title before the name")
    for child in scene.tree.children[item.head]:
        other = scene.by_phrase.get(child) if tokens.deprel[child] == "conj" else None
        if other is not None and other.mention.form == "name" and titled(scene, other) and not determined(scene, item):
            return known(scene, other.head, item, entities, "title shared")
    return None


def named_after(scene: Scene, item: Item) -> Item | None:
    """The person whose name ends what a title begins, no clause, comma or other title between the two.

    The parser hangs such a name on the title, on the noun before it, or on the verb; only the order of words is sure.
    """
    text, tokens = scene.parsed.story.text, scene.parsed.tokens
    for i in range(item.head + 1, min(item.head + LONGEST_TITLE, len(tokens))):
        if tokens.sentence[i] != item.sentence or "\n" in text[tokens.end[i - 1] : tokens.start[i]]:
            return None
        other = scene.by_head_start.get(i)
        if other is not None and other.mention.kind == "person":
            return other if titled_by(scene, item, i) else None
        if tokens.upos[i] not in WITHIN_TITLES and tokens.text[i] not in JOINING:
            return None
    return None


def titled_by(scene: Scene, item: Item, name: int) -> bool:
    """Whether the words from a title up to the name at word `name` are one title: "Minister of Public Works Mr."."""
    tokens, last = scene.parsed.tokens, name - 1
    while last > item.head and honorific(scene, last):
        last -= 1
    between = range(item.head + 1, last + 1)
    if all(tokens.upos[i] != "ADP" for i in between):
        listed = any(tokens.upos[i] == "CCONJ" for i in between)
        return tokens.upos[name - 1] in {"NOUN", "PROPN"} and not (listed and determined(scene, item))
    others = any(tokens.upos[i] != "ADJ" and tokens.lemma[i].lower() in words("person_nouns") for i in between)
    return not others and tokens.upos[item.head + 1] == "ADP" and tokens.text[last][:1].isupper()


def honorific(scene: Scene, i: int) -> bool:
    """Whether a word is the short title that a name takes: "Mr.", "Gen.", "Dr"."""
    text = scene.parsed.tokens.text[i]
    return text == "." or text in words("honorifics") or (text.endswith(".") and text.count(".") == 1)


def between_commas(scene: Scene, item: Item, other: Item) -> bool:
    """Whether a description is put in a name by commas ("its chief, Ida Berg, said"), as no member of a list is."""
    text = scene.parsed.tokens.text
    after = [word.lower() for word in text[other.last : other.last + 2]]
    named = other.mention.kind == "person" and other.mention.form == "name" and other.first == item.last + 1
    return named and text[item.last] == "," and after[:1] == [","] and after[1:] not in (["and"], ["or"])


def determined(scene: Scene, item: Item) -> bool:
    """Whether an article or an owner sets a description apart."""
    return scene.tree.child(item.head, "det", "nmod:poss") is not None


def titled(scene: Scene, item: Item) -> bool:
    """Whether a bare noun without an article stands before the name."""
    noun = next((i for i in range(item.first, item.head) if scene.parsed.tokens.upos[i] == "NOUN"), None)
    return noun is not None and scene.parsed.tokens.upos[item.first] != "DET"


def known(scene: Scene, word: int, item: Item, entities: dict[int, Entity], why: str) -> tuple[Entity, str] | None:
    """The entity of the mention at a word, where it can be the same as this one."""
    other = scene.by_word.get(word)
    entity = entities.get(other.index) if other is not None else None
    if other is None or entity is None or not alike(scene, item, entity):
        return None
    if belonging(scene, item).denies(entity.belongs):
        return None
    return entity, f"{why} with {other.mention.head.text!r}"


def negated(scene: Scene, head: int) -> bool:
    """Whether a copula is denied or asked: "is not a spokesman"."""
    return any(scene.lower(c) in {"not", "n't", "never"} for c in scene.tree.children[head])


def alike(scene: Scene, item: Item, entity: Entity) -> bool:
    """Whether kind and number allow it: groups and their members are kept apart."""
    plural = scene.has(item.head, "Number=Plur")
    if item.mention.kind == "person" or entity.kind == "person":
        return item.mention.kind == entity.kind and not plural
    return not (plural and entity.kind in {"state", "organization"} and entity.named)


def by_country(
    scene: Scene, item: Item, entities: dict[int, Entity], states: dict[str, Entity]
) -> tuple[Entity, str] | None:
    """The state whose government it is ("the Norwegian government"): the two are one actor."""
    if item.mention.kind != "state":
        return None
    tokens = scene.parsed.tokens
    owners = [c for c in scene.tree.children[item.head] if tokens.deprel[c] in {"nmod", "nmod:poss"}]
    marks = {mark(tokens.text[i]) for i in [*modifiers(scene, item), *owners]}
    for other in (scene.by_word.get(i) for i in owners):
        if other is not None and other.index in entities:
            marks |= entities[other.index].marks
    codes = marks & countries().codes
    if len(codes) != 1:
        return None
    code = codes.pop()
    return states.setdefault(code, Entity("state")), f"government of the state {code}"


def by_owner(
    scene: Scene, item: Item, entities: dict[int, Entity], relatives: dict[tuple[Entity, str], Entity]
) -> tuple[Entity, str] | None:
    """Whom the story has called the relative of the same person before: "her mother", "Berg's mum"."""
    whose = owned(scene, item, entities)
    entity = relatives.get(whose) if whose is not None else None
    return None if entity is None else (entity, "a relative of the same person")


def owned(scene: Scene, item: Item, entities: dict[int, Entity]) -> tuple[Entity, str] | None:
    """Whose relative a description names, and which."""
    tokens, owner = scene.parsed.tokens, scene.tree.child(item.head, "nmod:poss")
    noun = tokens.lemma[item.head].lower()
    noun = KIN.get(noun, noun)
    if owner is None or noun not in words("kin_nouns") or item.mention.kind != "person":
        return None
    other = scene.by_word.get(owner)
    entity = entities.get(other.index) if other is not None else None
    return None if entity is None else (entity, noun)


def modifiers(scene: Scene, item: Item) -> list[int]:
    """The words of a phrase that say which one: adjectives and nouns before its head."""
    tokens = scene.parsed.tokens
    return [i for i in range(item.first, item.head) if tokens.upos[i] in {"ADJ", "NOUN", "PROPN"}]
