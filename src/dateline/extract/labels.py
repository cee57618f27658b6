"""Who the labels of turns name: "WOLF BLITZER" of "WOLF BLITZER, CNN ANCHOR:", whom "REPORTER:" and "A:" stand for.

Takes a ParsedStory and its phrases, gives the phrases with one for each label in place of what the encoder, which was
never taught on labels, makes of their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.extract.phrases import Phrase
from dateline.record.labels import Label, is_banner
from dateline.record.parsed import ParsedStory
from dateline.record.talk import LABEL

CONFIDENCE = 0.9
LONGEST_BANNER = 7
# What else than a person may have a label: who interviews for a paper.
BODIES = frozenset({"organization", "state"})
PLACES = frozenset({"location", "facility"})
SPEAKING = frozenset({"person", "organization", "state", "group"})


def with_labels(parsed: ParsedStory, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases outside labels, those of what a speaker belongs to ("CNN"), and one for each label."""
    banners = set(in_banners(parsed))
    found = [phrase for phrase in phrases if phrase.head_first not in banners]
    if not parsed.talk:
        return found
    labels = {i: turn.label for turn in parsed.talk for i in range(turn.label.first, turn.label.last)}
    inside: dict[int, list[Phrase]] = {turn.label.first: [] for turn in parsed.talk}
    kept = []
    for phrase in found:
        label = labels.get(phrase.head_first) or labels.get(phrase.first)
        if label is None:
            kept.append(phrase)
        else:
            inside[label.first].append(phrase)
    elsewhere = {parsed.tokens.text[i].casefold() for p in kept if p.form == "name" for i in range(*head_of(p))}
    for turn in parsed.talk:
        kept += of_label(parsed, turn.label, inside[turn.label.first], elsewhere)
    return kept


def in_banners(parsed: ParsedStory) -> Iterator[int]:
    """The words of lines' openings that only say what sort of story it is: "NOTE TO EDITORS:"."""
    text = parsed.tokens.text
    for first, last in parsed.lines:
        opening = text[first : min(last, first + LONGEST_BANNER)]
        if ":" in opening and is_banner(opening[: opening.index(":")]):
            yield from range(first, first + opening.index(":"))


def head_of(phrase: Phrase) -> tuple[int, int]:
    return phrase.head_first, phrase.head_last


def of_label(parsed: ParsedStory, label: Label, inside: Sequence[Phrase], elsewhere: set[str]) -> list[Phrase]:
    """The phrases of one label. `elsewhere`: words of the names that the story has outside labels."""
    first, last = label.name
    if label.sort in {"question", "answer"}:
        return [Phrase(first, last, first, last, "person", "pronoun", CONFIDENCE, LABEL)]
    body = next(
        (p for p in inside if head_of(p) == label.name and p.form != "nominal" and p.kind in BODIES | PLACES), None
    )
    belongs = [
        p for p in inside if p.first >= last and p.kind in BODIES and p.form == "name" and not in_bracket(parsed, p)
    ]
    if body is not None:
        return [body, *belongs]
    if label.sort != "name":
        return [Phrase(label.first, last, last - 1, last, "person", "nominal", CONFIDENCE, LABEL)]
    if not is_name(parsed, label, inside, elsewhere):
        return []
    return [Phrase(label.first, last, first, last, "person", "name", CONFIDENCE, LABEL), *belongs]


def in_bracket(parsed: ParsedStory, phrase: Phrase) -> bool:
    """Whether a bracket opens right before a phrase: the party and state of "(D-VA)" are nobody's names."""
    return parsed.tokens.text[phrase.first - 1] in {"(", "[", "-"}


def is_name(parsed: ParsedStory, label: Label, inside: Sequence[Phrase], elsewhere: set[str]) -> bool:
    """Whether a label's words name a person: several, after a title, or a word that is one by other signs."""
    first, last = label.name
    titled = first > label.first and parsed.tokens.text[first - 1].lower() != "the"
    if last - first > 1 or titled:
        return True
    called = any(p.head_first <= first < p.head_last and p.kind in SPEAKING and p.form == "name" for p in inside)
    return called or parsed.tokens.text[first].casefold() in elsewhere
