"""When a statement was made: by the clause of its cue, or the phrase of its medium; never by a time in its content."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract import statements
from dateline.record import Record, Story, violations
from dateline.record.parsed import ParsedStory
from dateline.resolve import times
from tests.builders import parsed_story
from tests.extract.told import told

SAID = """
Berg = PROPN 2 nsubj
said say VERB 0 root Tense=Past
on = ADP 4 case
Thursday = PROPN 2 obl
he = PRON 6 nsubj
left leave VERB 2 ccomp Tense=Past
in = ADP 8 case
2010 = NUM 6 obl
"""
STATEMENT = """
Berg = PROPN 2 nsubj
said say VERB 0 root Tense=Past
in = ADP 5 case
a = DET 5 det
statement = NOUN 2 obl
on = ADP 7 case
Sept. = PROPN 5 nmod
3 = NUM 7 nummod
he = PRON 10 nsubj
left leave VERB 2 ccomp Tense=Past
"""


def said_when(table: str, content: str) -> str | None:
    record = read(told(parsed_story(table), ("Berg", "said", content)))
    assert list(violations(record)) == []
    (statement,) = record.statements
    return next((time.span.text for time in record.times if time.id == statement.time), None)


def read(parsed: ParsedStory) -> Record:
    parsed = replace(parsed, story=Story(id="story", text=parsed.story.text, published="2015-09-24"))
    return statements.find(parsed, times.find(parsed, Record.of(parsed.story, parsed.zones)))


def test_a_time_beside_the_cue_is_the_statements() -> None:
    assert said_when(SAID, "he left in 2010") == "Thursday"


def test_a_time_of_its_medium_is_the_statements() -> None:
    assert said_when(STATEMENT, "he left") == "Sept. 3"


def test_a_time_in_its_content_is_not() -> None:
    without = "\n".join(row for row in SAID.strip().splitlines() if row.split()[0] not in {"on", "Thursday"})
    without = without.replace("2 ccomp", "2 ccomp").replace("he = PRON 6", "he = PRON 4").replace("6 obl", "4 obl")
    without = without.replace("ADP 8", "ADP 6")
    assert said_when(without, "he left in 2010") is None
