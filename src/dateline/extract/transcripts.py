"""The turns of a transcript or an interview as statements ("SMITH: We will.", "Q: Why?").

Takes a ParsedStory, gives an `Attribution` per turn whose source is the label, whose cue is the colon behind it (none
where only a space or a period stands there), and whose content are the words as they were spoken.
"""

from __future__ import annotations

from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory

RULE = "turn of a transcript"


def turns(parsed: ParsedStory) -> list[Attribution]:
    """The turns of a story, in order."""
    found = []
    for turn in parsed.talk:
        label = turn.label
        cue = (label.start, label.start) if label.mark is None else (label.mark, label.mark + 1)
        found.append(Attribution(cue, ((label.first, label.last),), turn.said, (1.0, 1.0, 1.0), rule=RULE))
    return found
