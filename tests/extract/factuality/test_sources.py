"""Who commits to what about an event, and whether it may be counted."""

import pytest

from dateline.extract import events, factuality, statements
from dateline.record import Event, Factuality, violations
from dateline.record.countable import against
from tests.builders import parsed_story
from tests.extract.happened import Said, happened
from tests.extract.told import known, told

REPORTED = """
Ostra = PROPN 2 nsubj
said say VERB 0 root
Karsk = PROPN 4 nsubj
attacked attack VERB 2 ccomp
Velmar = PROPN 4 obj
+. . PUNCT 2 punct
"""
OFFICIALS = """
Two two NUM 2 nummod
officials official NOUN 3 nsubj
said say VERB 0 root
Karsk = PROPN 5 nsubj
attacked attack VERB 3 ccomp
Velmar = PROPN 5 obj
+. . PUNCT 3 punct
"""
DENIED = """
Karsk = PROPN 2 nsubj
denied deny VERB 0 root
that = SCONJ 6 mark
it = PRON 6 nsubj
had have AUX 6 aux
attacked attack VERB 2 ccomp
Velmar = PROPN 6 obj
+. . PUNCT 2 punct
"""
PLAIN = """
Karsk = PROPN 2 nsubj
attacked attack VERB 0 root
Velmar = PROPN 2 obj
+. . PUNCT 2 punct
"""
ATTACK = Said("attacked", "ASSAULT", "Karsk", "Velmar")


def read(table, event, *said, actors=("Ostra", "Karsk", "Velmar"), crowds=()):
    parsed = happened(told(parsed_story(table), *said), event)
    record = known(parsed, {name: [name] for name in (*crowds, *actors) if name in parsed.story.text})
    unnamed = {"kind": "crowd", "aliases": ()}
    record = record.with_findings(
        actors=tuple(a.model_copy(update=unnamed) if a.name in crowds else a for a in record.actors),
        mentions=tuple(
            m.model_copy(update={"form": "nominal"}) if m.span.text in crowds else m for m in record.mentions
        ),
    )
    for step in (statements, events, factuality):
        record = step.find(parsed, record)
    assert list(violations(record)) == []
    return record


def says(record):
    (event,) = record.events
    names = {a.id: a.name for a in record.actors}
    return {names.get(row.source, row.source): row.value for row in event.factuality}


def test_what_the_author_tells_the_author_commits_to():
    record = read(PLAIN, ATTACK)
    assert says(record) == {"author": "CT+"}
    assert record.events[0].countable
    assert record.events[0].reported_by == ()


def test_what_a_named_source_says_the_author_leaves_open():
    record = read(REPORTED, ATTACK, ("Ostra", "said", "Karsk attacked Velmar"))
    assert says(record) == {"author": "Uu", "Ostra": "CT+"}
    (event,) = record.events
    assert [record.actor(key).name for key in event.actors] == ["Karsk"]
    assert [record.actor(key).name for key in event.recipients] == ["Velmar"]
    assert event.reported_by == (record.statements[0].id,)
    assert event.countable


def test_what_only_unnamed_officials_say_is_not_countable():
    record = read(
        OFFICIALS,
        ATTACK,
        ("Two officials", "said", "Karsk attacked Velmar"),
        crowds=("Two officials",),
    )
    assert record.statements[0].anonymous
    assert says(record)["Two officials"] == "CT+"
    assert not record.events[0].countable


def test_who_denies_commits_to_its_not_being_so():
    denied = Said("attacked", "ASSAULT", "Karsk", "Velmar", status="negated")
    record = read(DENIED, denied, ("Karsk", "denied", "that it had attacked Velmar"))
    assert says(record) == {"author": "Uu", "Karsk": "CT-"}
    assert not record.events[0].countable


AUTHOR, OTHER, UNNAMED = (Factuality(source=name, value="CT+", statement=None) for name in ("author", "NOR", "crowd"))
NAY = Factuality(source="SWE", value="CT-", statement=None)


@pytest.mark.parametrize(
    ("kind", "status", "actors", "values", "yes"),
    [
        ("ASSAULT", "occurred", ["a"], [AUTHOR], True),
        ("ASSAULT", "ongoing", ["a"], [OTHER], True),
        ("ASSAULT", "occurred", [], [AUTHOR], False),
        ("ASSAULT", "planned", ["a"], [AUTHOR], False),
        ("AGREE", "planned", ["a"], [AUTHOR], True),
        ("ASSAULT", "threatened", ["a"], [AUTHOR], False),
        ("ASSAULT", "hypothetical", ["a"], [AUTHOR], False),
        ("ASSAULT", "negated", ["a"], [AUTHOR], False),
        ("ASSAULT", "historical", ["a"], [AUTHOR], False),
        ("ASSAULT", "occurred", ["a"], [UNNAMED], False),
        ("ASSAULT", "occurred", ["a"], [OTHER, NAY], False),
        ("ASSAULT", "occurred", ["a"], [AUTHOR, NAY], True),
        ("ASSAULT", "occurred", ["a"], [], False),
    ],
)
def test_what_may_be_counted(kind, status, actors, values, yes):
    event = Event(id="e", type=kind, status=status, actors=actors, factuality=values)
    assert (not list(against(event, {"crowd"}))) is yes
