"""Which tellings are of one and the same happening. Takes deeds in text order, gives them with those merged.

Two are the same where they have one type, no side, place, time or mode that excludes the other, and either name the act
by one word ("struck", "the strike") or have both sides in common.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.events.deed import Deed
from dateline.extract.factuality.effects import TO_COME
from dateline.record import Size
from dateline.record.parsed import ParsedStory
from dateline.record.sizes import COUNTED

# Characters that two forms of one word share: "annexed" and "annexation".
STEM = 5
# Words that point back to what was told before.
BACK = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
# Sentences over which "the attack" points back to an attack that has no side in common with it.
NEAR = 4
# Contexts of a happening that is told several times.
MOST_CONTEXTS = 4
# Happenings of a type that a telling is compared with, the latest; and tellings of each: the first and the latest.
LATEST, EDGE = 60, 6


def merged(parsed: ParsedStory, deeds: Sequence[Deed], statuses: Sequence[str]) -> list[tuple[Deed, int]]:
    """Each happening once, with the index of the telling that says most of it."""
    groups: list[list[int]] = []
    by_type: dict[str, deque[list[int]]] = {}
    for k, deed in enumerate(deeds):
        late = by_type.setdefault(deed.type, deque(maxlen=LATEST))
        fits = (g for g in reversed(late) if all(same(parsed, deeds, statuses, i, k) for i in (*g[:1], *g[1:][-EDGE:])))
        home = next(fits, None)
        if home is None:
            home = []
            groups.append(home)
            late.append(home)
        home.append(k)
    return [(whole([deeds[i] for i in g], g.index(best)), best) for g in groups for best in [fullest(deeds, g)]]


def same(parsed: ParsedStory, deeds: Sequence[Deed], statuses: Sequence[str], i: int, k: int) -> bool:
    """Whether two tellings can be, and are likely to be, of one happening."""
    a, b = deeds[i], deeds[k]
    if (statuses[i] in TO_COME) != (statuses[k] in TO_COME) and "negated" not in {statuses[i], statuses[k]}:
        return False
    if differ(a.actors, b.actors) or differ(a.recipients, b.recipients) or crossed(a, b):
        return False
    if apart(a.place, b.place) or apart(a.time, b.time) or (a.mode and b.mode and not set(a.mode) & set(b.mode)):
        return False
    shared = set(a.actors) & set(b.actors) or set(a.recipients) & set(b.recipients)
    alike = stem(parsed, a) == stem(parsed, b)
    both = a.actors == b.actors != () and a.recipients == b.recipients != ()
    if both or (alike and shared):
        return True
    distance = abs(parsed.tokens.sentence[a.words[0]] - parsed.tokens.sentence[b.words[0]])
    return (
        points_back(parsed, b)
        and distance <= NEAR
        and (alike or bool(set(a.mode) & set(b.mode)))
        and not told_anew(a, b)
    )


def told_anew(a: Deed, b: Deed) -> bool:
    """Whether the later telling names a side that the earlier one does not have at all."""
    return bool((b.actors and not a.actors) and (b.recipients and not a.recipients))


def differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both name somebody, but nobody in common."""
    return bool(a and b) and not set(a) & set(b)


def crossed(a: Deed, b: Deed) -> bool:
    """Whether who acts in one is acted upon in the other: two blows, not one. Mutual acts have no recipients."""
    return bool(a.recipients and b.recipients) and bool(
        set(a.actors) & set(b.recipients) or set(b.actors) & set(a.recipients)
    )


def apart(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def stem(parsed: ParsedStory, one: Deed) -> str:
    """The beginning of the word that tells it."""
    return parsed.tokens.lemma[one.words[0]].lower()[:STEM]


def points_back(parsed: ParsedStory, one: Deed) -> bool:
    """Whether a noun tells it that stands for what was told before: "the raid", "these attacks"."""
    word = one.words[0]
    if parsed.tokens.upos[word] != "NOUN":
        return False
    return any(parsed.tokens.text[c].lower() in BACK for c in parsed.tree.children[word])


def fullest(deeds: Sequence[Deed], group: Sequence[int]) -> int:
    """The telling that says most: both sides, a place, a time; the first of those."""
    return max(group, key=lambda i: (bool(deeds[i].actors) + bool(deeds[i].recipients), deeds[i].probability, -i))


def whole(tellings: Sequence[Deed], best: int) -> Deed:
    """One deed of several tellings: what the best says, and what it leaves out from the others."""
    main = tellings[best]
    rest = [t for k, t in enumerate(tellings) if k != best]
    every = [main, *rest]
    return replace(
        main,
        words=tuple(t.words[0] for t in every),
        anchors=tuple(sorted({a for t in tellings for a in t.anchors})),
        actors=main.actors
        or next((t.actors for t in rest if t.actors and not set(t.actors) & set(main.recipients)), ()),
        recipients=main.recipients
        or next((t.recipients for t in rest if t.recipients and not set(t.recipients) & set(main.actors)), ()),
        cameo=main.cameo or next((t.cameo for t in rest if t.cameo), None),
        context=tuple(dict.fromkeys(c for t in every for c in t.context))[:MOST_CONTEXTS],
        mode=main.mode or next((t.mode for t in rest if t.mode), ()),
        place=main.place or next((t.place for t in rest if t.place), None),
        time=main.time or next((t.time for t in rest if t.time), None),
        size=merged_size(every),
        probability=max(t.probability for t in every),
    )


def merged_size(tellings: Sequence[Deed]) -> Size:
    """The counts of all tellings; of two the first."""
    found = {who: next((n for t in tellings if (n := getattr(t.size, who)) is not None), None) for who in COUNTED}
    return Size(**found)
