"""Words of two trades: whether "May", "2000", "spring", "second" tell when, where they stand.

Takes a ParsedStory and a unit, gives yes or no.
"""

from __future__ import annotations

from dateline.record.parsed import NAME_KINDS, ParsedStory
from dateline.resolve.times.vocabulary import vocabulary
from dateline.resolve.times.words import Row, Unit

DATE = 1 + 2 * NAME_KINDS.index("date")
# What a word can be the name of instead of a time.
OTHERS = tuple(
    1 + 2 * NAME_KINDS.index(kind) for kind in ("person", "organization", "place", "facility", "weapon", "platform")
)
# Probabilities of the names head above which a word is, or is not, part of a date.
CERTAIN, SURE, LIKELY = 0.85, 0.6, 0.3


def listed(name: str) -> frozenset[str]:
    """A list of words of data/times.yaml that tells two trades of a word apart."""
    return vocabulary().beside[name]


def date_probability(parsed: ParsedStory, unit: Unit) -> float:
    """The probability that the unit's first word is part of a date, by the names head."""
    return float(parsed.scores.names[unit.first, DATE : DATE + 2].sum())


def other_name(parsed: ParsedStory, unit: Unit, least: float = SURE) -> bool:
    """Whether the names head takes the word for part of a name of something else."""
    row = parsed.scores.names[unit.first]
    return any(row[k] + row[k + 1] >= least for k in OTHERS)


def capital(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether a unit has a capital; months that are no other word do without."""
    return unit.text not in listed("other_words") or any(map(str.isupper, parsed.story.text[unit.start : unit.end]))


def named(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether a word with a capital does not open its sentence, and so is a part of a name."""
    first = parsed.sentences[parsed.tokens.sentence[unit.first]].first
    opens = not any(map(str.isalpha, "".join(parsed.tokens.text[first : unit.first][:2])))
    text = parsed.story.text[unit.start : unit.end]
    goes_on = "".join(parsed.tokens.text[unit.last : unit.last + 1]).istitle()
    return text[:1].isupper() and (goes_on or not opens) and not text.isupper()


def points(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether "that" points to the noun after it, and opens no clause ("he knew that winter would be hard")."""
    return not parsed.tokens.deprel or parsed.tokens.deprel[unit.first] not in {"mark", "nsubj", "obj"}


def counts(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether a number counts what comes after it: "in May 20 people died"."""
    tokens = parsed.tokens
    if not tokens.head or tokens.deprel[unit.first] not in {"nummod", "nummod:gov"}:
        return False
    head = tokens.head[unit.first]
    return head > unit.first and tokens.upos[head] == "NOUN" and "Number=Plur" in tokens.feats[head]


def is_month(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether a name of a month is one: no verb ("may", "march") and no one's first name."""
    tokens = parsed.tokens
    if not tokens.head:
        return True
    flat = tokens.deprel[unit.first].startswith("flat") or parsed.tree.child(unit.first, "flat") is not None
    return tokens.upos[unit.first] not in {"AUX", "VERB"} and not flat and not other_name(parsed, unit)


def is_year(parsed: ParsedStory, row: Row, i: int) -> bool:
    """Whether a number of four digits is a year."""
    unit, before, after = row.units[i], row.text(i - 1), row.text(i + 1)
    if before in listed("no_year_after") or after in listed("no_year_before"):
        return False
    if row.name(i + 1) == "dash" and row.name(i + 2) == "digits" and after_it(int(unit.value), row.text(i + 2)):
        return True
    sure = date_probability(parsed, unit)
    if sure >= LIKELY:
        return True
    if counts(parsed, unit) or (before not in listed("surely_year_after") and other_name(parsed, unit)):
        return False
    return before in listed("year_after")


def after_it(year: int, digits: str) -> bool:
    """Whether two or four digits are the year after: "1990-91"."""
    return len(digits) in {2, 4} and digits.isdigit() and int(digits) == (year + 1) % 10 ** len(digits)


def is_season(parsed: ParsedStory, row: Row, first: int, last: int) -> bool:
    """Whether units [first, last) are a season: not "the fall of Rome", not "a spring"."""
    unit = row.units[last - 1]
    tokens = parsed.tokens
    if row.text(last) == "of" or other_name(parsed, unit):
        return False
    if tokens.upos and tokens.upos[unit.first] not in {"NOUN", "PROPN"}:
        return False
    plain = unit.text not in {"fall", "spring"} or row.units[first].name in {"mod", "edge"}
    return plain or row.text(first - 1) in listed("season_after")


def is_age(row: Row, first: int, last: int) -> bool:
    """Whether units [first, last) are an age: "45-year-old", "five years old", "the age of 17 years"."""
    following = [row.text(k) for k in range(last, last + 2)]
    if row.text(first - 1) == "aged" or (row.text(first - 2), row.text(first - 1)) == ("age", "of"):
        return True
    return following[0] in {"old", "olds"} or following in (["-", "old"], ["-", "olds"], ["of", "age"])


def is_unit(parsed: ParsedStory, unit: Unit, *, counted: bool) -> bool:
    """Whether "second" is a unit of time; after an article it mostly is not."""
    if unit.name != "second":
        return True
    tokens = parsed.tokens
    return not counted and (not tokens.upos or tokens.upos[unit.first] == "NOUN")


def best_since(parsed: ParsedStory, i: int) -> bool:
    """Whether words before word i compare: "the first time in 22 years"."""
    tokens = parsed.tokens
    near = range(max(0, i - 4), i)
    return any(
        tokens.text[k].lower() in listed("counts_back") or "Degree=Sup" in tokens.feats[k] for k in near if tokens.feats
    )


def is_adjective(parsed: ParsedStory, unit: Unit) -> bool:
    """Whether "current" or "recent" says more about a noun."""
    return not parsed.tokens.upos or parsed.tokens.upos[unit.first] == "ADJ"


def is_clock(parsed: ParsedStory, unit: Unit, before: str) -> bool:
    """Whether a number like 15:00 is a time of day."""
    return ":" in unit.text and (before in listed("clock_after") or date_probability(parsed, unit) >= SURE)
