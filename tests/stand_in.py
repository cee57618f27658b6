"""A reader without an encoder, for tests of what stands around the reading. Takes stories, gives small records."""

import os
import re
import time

from dateline.errors import BadEncoder
from dateline.parse.doubts import unreadable
from dateline.pipeline import Reader, _warnings
from dateline.record import Record, Statement
from dateline.record.ids import finding_id

SAID = re.compile(r"“([^”]*)” (\w+) (said)")


class StandIn(Reader):
    """Finds “...” X said; does what no text should make a reader do of the texts "die", "sleep" and "fail"."""

    def __init__(self, actors=None, gazetteer=None):
        pass

    def read(self, text, **metadata):
        if text.text == "die":
            os._exit(9)
        if text.text == "sleep":
            time.sleep(1000)
        if text.text == "fail":
            raise ZeroDivisionError("what no one foresaw")
        warnings = tuple(_warnings(text, ()))
        if why := unreadable(text.text):
            return Record.of(text, warnings=tuple(_warnings(text, [why])))
        return Record.of(text, warnings=warnings, statements=tuple(statements(text)))


class NoEncoder(StandIn):
    """A reader whose encoder is missing."""

    def __init__(self, actors=None, gazetteer=None):
        raise BadEncoder("the encoder is missing")


def statements(story):
    for match in SAID.finditer(story.text):
        content, source, cue = (story.span(*match.span(group)) for group in (1, 2, 3))
        yield Statement(
            id=finding_id(story.id, "statement", [source, cue, content]),
            source=(source,),
            cue=(cue,),
            content=(content,),
            form="direct",
            quotation=(story.span(content.start - 1, content.end + 1),),
            kind="speech",
        )
