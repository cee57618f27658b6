"""What speaks for and against each candidate of a pronoun. Takes a pronoun's place and candidates, gives named clues.

The clues are those of the literature on pronouns: how near, in which role, in which clause (Hobbs 1978; Lappin and
Leass 1994), parallel roles, how much the story is about someone, whether the pronoun before stood for the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from dateline.record.words import words
from dateline.resolve.entities import Entity
from dateline.resolve.items import Item, Scene
from dateline.resolve.ranking import Clues

ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject", "csubj": "subject", "obj": "object", "iobj": "object",
    "nmod:poss": "owner", "obl": "adjunct", "obl:agent": "agent", "nmod": "modifier", "appos": "apposition",
    "conj": "listed", "root": "root", "obl:unmarked": "adjunct", "nmod:desc": "title",
    "compound": "part", "flat": "part", "parataxis": "aside", "nmod:unmarked": "modifier", "dep": "part",
    "xcomp": "predicate", "advcl": "predicate",
}  # fmt: skip
# Relations between a clause and what it depends on.
CLAUSES = frozenset(["ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "csubj", "advcl:relcl"])
DEEPEST = 14
# Names of one entity that are looked at.
NAMES = 4
SHE = frozenset(["she", "her", "hers", "herself"])


@dataclass(slots=True, eq=False)
class Candidate:
    """An entity with its mentions before a pronoun and after it, the nearest first."""

    entity: Entity
    before: list[Item]
    after: list[Item]

    @property
    def nearest(self) -> Item:
        """The last mention before the pronoun, else the first after it."""
        return self.before[0] if self.before else self.after[0]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: its family ("he", "they", "it") with its role, and the words above it in its sentence."""

    item: Item
    family: str
    role: str
    above: dict[int, int]
    path: list[str]
    speaker: Item | None

    @property
    def sorts(self) -> tuple[str, str]:
        """The family, and the family with the role."""
        return self.family, f"{self.family}.{self.role}"

    @classmethod
    def of(cls, scene: Scene, item: Item, family: str) -> Place:
        """The place of a pronoun."""
        above, path = {item.head: 0}, list[str]()
        for node, relation in climbed(scene, item.head):
            path.append(relation)
            above[node] = len(path)
        spoken = scene.speakers[item.quotation] if item.quotation >= 0 else None
        speaker = scene.by_word.get(spoken) if spoken is not None else None
        role = "itself" if scene.lower(item.head).endswith(("self", "selves")) else role_of(scene, item.head)
        role = role if role in {"subject", "object", "owner", "itself"} else "adjunct"
        return cls(item, family, role, above, path, speaker)


def climbed(scene: Scene, word: int) -> Iterator[tuple[int, str]]:
    """The words above a word, each with the relation of the one below to it."""
    tokens = scene.parsed.tokens
    for _ in range(DEEPEST):
        if tokens.head[word] == word:
            return
        relation, word = tokens.deprel[word], tokens.head[word]
        yield word, relation


def role_of(scene: Scene, word: int) -> str:
    """The role of a word in its clause; of a member of a list, that it is one."""
    return ROLES.get(scene.parsed.tokens.deprel[word], "other")


def clues(scene: Scene, place: Place, found: Sequence[Candidate]) -> list[Clues]:
    """What speaks for each candidate, and last for nobody."""
    out = [dict(own(scene, place, one)) for one in found]
    compare(scene, place, found, out)
    before = sum(bool(one.before) for one in found)
    spoken = {"nobody says": 1.0} if says(scene, place.item) else {}
    nobody = {
        **spoken,
        "nobody": 1.0,
        f"nobody of {min(len(found), 4)}": 1.0,
        f"nobody of {min(before, 3)} before": 1.0,
    }
    return [*out, nobody]


def own(scene: Scene, place: Place, one: Candidate) -> Iterator[tuple[str, float]]:
    """What speaks for one candidate, whatever the others are."""
    item, speaking = place.item, says(scene, place.item)
    for other in one.before:
        far = min(item.sentence - other.sentence, 3)
        role = role_of(scene, other.head)
        yield f"{role} {far} back", 1.0
        if main(scene, other.head):
            yield f"main {role} {far} back", 1.0
        if same_family(scene, place, other):
            yield f"pronoun {far} back", 1.0
            if role == place.role:
                yield f"pronoun of that role {far} back", 1.0
        if far == 0:
            yield f"path {path(scene, place, other)}", 1.0
        if speaking and says(scene, other):
            yield f"says as well {far} back", 1.0
        if listed_after(scene, item, other):
            yield "heads the list", 1.0
    for other in one.after:
        far = min(other.sentence - item.sentence, 2)
        yield f"{role_of(scene, other.head)} {far} ahead", 1.0
        if far == 0:
            yield f"path ahead {path(scene, place, other)}", 1.0
    yield from of_nearest(scene, place, one)
    yield from of_entity(scene, place, one)


def of_nearest(scene: Scene, place: Place, one: Candidate) -> Iterator[tuple[str, float]]:
    """What the nearest mention tells."""
    near, item = one.nearest, place.item
    when = "nearest" if one.before else "only ahead"
    far = min(abs(item.sentence - near.sentence), 6)
    role = role_of(scene, near.head)
    yield f"{when} {far}", 1.0
    yield f"{when} as {role}", 1.0
    yield f"{when} by {near.mention.form}", 1.0
    yield f"{when}, words between", log(1 + abs(near.head - item.head))
    if role == place.role:
        yield f"{when} parallel", 1.0
    if near.quotation != item.quotation:
        inside = item.quotation >= 0
        yield f"{when} {'outside the quotation' if inside else 'in a quotation'}", 1.0
    if says(scene, near):
        yield f"{when} says", 1.0
        if says(scene, item):
            yield f"{when} says as well", 1.0


def of_entity(scene: Scene, place: Place, one: Candidate) -> Iterator[tuple[str, float]]:
    """What the entity tells."""
    entity = one.entity
    yield "times before", log(1 + len(one.before))
    yield "times in all", log(len(entity.items))
    if entity.earliest is not None and entity.earliest.sentence == 0:
        yield "in the first sentence", 1.0
        if role_of(scene, entity.earliest.head) == "subject":
            yield "subject of the first sentence", 1.0
    if place.speaker is not None and entity.why.get(place.speaker.index):
        yield "says these very words", 1.0
    if place.family == "he":
        yield from of_gender(scene, place, entity)
    else:
        yield f"a {entity.kind}", 1.0
        if entity.items[0].joint:
            yield "a list", 1.0
        yield ("plural" if entity.plural else "singular"), 1.0
    yield ("named" if entity.named else "unnamed"), 1.0
    if any(len(name) > 1 for name in entity.names[:NAMES]):
        yield "named in full", 1.0


def of_gender(scene: Scene, place: Place, entity: Entity) -> Iterator[tuple[str, float]]:
    """What the entity's gender tells, as far as it is known or guessed."""
    own, other = ("female", "male") if scene.lower(place.item.head) in SHE else ("male", "female")
    if entity.gender is not None:
        yield "gender known", 1.0
    elif entity.hinted is not None:
        yield ("gender hinted" if entity.hinted == own else "gender hinted against"), 1.0
    elif entity.named:
        yield f"{own} named in -{max(entity.names[:NAMES], key=len)[0][-1]}", 1.0
    for sex, what in ((own, "called so"), (other, "called otherwise")):
        if entity.called.get(sex):
            yield what, 1.0
            yield f"{what}, times", log(1 + entity.called[sex])


def compare(scene: Scene, place: Place, found: Sequence[Candidate], out: Sequence[Clues]) -> None:
    """What only a look at all candidates tells: who is nearest, who is the nearest in a role."""
    before = [k for k in range(len(found)) if found[k].before]
    for rank, k in enumerate(sorted(before, key=lambda k: -found[k].before[0].head)):
        out[k][f"nearest but {min(rank, 3)}"] = 1.0
    for role in ("subject", place.role):
        last = {k: next((o.head for o in found[k].before if role_of(scene, o.head) == role), -1) for k in before}
        name = "subject" if role == "subject" else "of that role"
        for rank, k in enumerate(sorted((k for k in before if last[k] >= 0), key=lambda k: -last[k])):
            out[k][f"nearest {name} but {min(rank, 2)}"] = 1.0
    most = max((len(one.before) for one in found), default=0)
    for one, row in zip(found, out, strict=True):
        if len(one.before) == most > 1:
            row["most often before"] = 1.0
        if len(found) == 1:
            row["alone"] = 1.0


def main(scene: Scene, word: int) -> bool:
    """Whether a word depends on the root of its sentence or on a verb in a row with it."""
    tokens = scene.parsed.tokens
    above = tokens.head[word]
    return tokens.head[above] == above or tokens.deprel[above] in {"conj", "parataxis"}


def same_family(scene: Scene, place: Place, other: Item) -> bool:
    """Whether another mention is by a pronoun too that can stand for the same."""
    if other.mention.form != "pronoun":
        return False
    word = scene.lower(other.head)
    return word[0] == scene.lower(place.item.head)[0]


def path(scene: Scene, place: Place, other: Item) -> str:
    """How a mention and the pronoun hang together in a sentence: clause relations up from each to where they meet."""
    tokens, word, up = scene.parsed.tokens, other.head, [role_of(scene, other.head)]
    for _ in range(DEEPEST):
        if word in place.above or tokens.head[word] == word:
            break
        if tokens.deprel[word] in CLAUSES:
            up.append(tokens.deprel[word])
        word = tokens.head[word]
    own = place.path[: place.above.get(word, len(place.path))]
    down = [relation for relation in own if relation in CLAUSES]
    kept = [*dict.fromkeys(up[:3])], [*dict.fromkeys(down[-2:])]
    return f"{'<'.join(kept[0])} {'>'.join(reversed(kept[1])) or 'same clause'}"


def listed_after(scene: Scene, item: Item, other: Item) -> bool:
    """Whether the two are the ends of a list: "Berg and her deputy"."""
    tokens = scene.parsed.tokens
    if tokens.deprel[item.head] != "nmod:poss":
        return False
    owned = tokens.head[item.head]
    if tokens.deprel[owned] == "nmod:desc":
        owned = tokens.head[owned]
    return tokens.deprel[owned] == "conj" and tokens.head[owned] == other.head


def says(scene: Scene, item: Item) -> bool:
    """Whether someone is the subject of a verb of speaking, or whom a statement is according to."""
    tokens = scene.parsed.tokens
    if tokens.deprel[item.head] == "nsubj":
        return tokens.lemma[tokens.head[item.head]].lower() in words("speech_verbs")
    return "according" in scene.tree.cases(item.head)
