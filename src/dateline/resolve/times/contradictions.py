"""Where the days of a story contradict each other, as warnings. Takes resolved expressions, gives `Warning_`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.record import Warning_
from dateline.record.parsed import ParsedStory
from dateline.resolve.times.anchoring import Resolved
from dateline.resolve.times.counting import Day
from dateline.resolve.times.vocabulary import vocabulary

CODE = "dates-disagree"
WEEKDAYS = {"weekday", "short_weekday"}


def contradictions(parsed: ParsedStory, rows: Iterable[Resolved], published: Day | None) -> Iterator[Warning_]:
    """A weekday that is not that of its date; a date in the dateline after the day of publication."""
    for row in rows:
        value, words = row.value, row.expression
        if value is None or value.begin is None or value.grain not in {"day", "time"}:
            continue
        text = parsed.story.text[words.start : words.end]
        said = weekday_in(parsed, words.first, words.last)
        if said is not None and said != value.begin.isoweekday():
            yield Warning_(code=CODE, message=f"{text!r}: {value.begin} is a {value.begin:%A}")
        elif filed_late(parsed, row, value.begin, published):
            yield Warning_(code=CODE, message=f"filed on {text!r}, which is after the day of publication")


def weekday_in(parsed: ParsedStory, first: int, last: int) -> int | None:
    """The number of the weekday among some words, Monday being 1."""
    known = (vocabulary().of_word(text.lower()) for text in parsed.tokens.text[first:last])
    return next((int(entry[1]) for entry in known if entry is not None and entry[0] in WEEKDAYS), None)


def filed_late(parsed: ParsedStory, row: Resolved, day: date, published: Day | None) -> bool:
    """Whether a date in the dateline lies after the day of publication."""
    own = parsed.sentences[row.expression.sentence].zone == "dateline"
    return own and published is not None and day > published.day
