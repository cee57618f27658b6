"""Events in the convention of the PLOVER manual: what is to come is an event of its own type."""

import pytest

from dateline.record import Event, Factuality, Record, Story, violations
from dateline.record.cameo import codes
from dateline.record.fold import folded, folded_event
from dateline.record.ids import finding_id
from dateline.record.plover import TYPES

STORY = Story(id="s", text="Ostra will do so.")
SPAN = STORY.span(6, 13)


def event(kind, status="planned", mode=()):
    key = finding_id("s", "event", (SPAN,))
    return Event(id=key, type=kind, mode=mode, anchor=(SPAN,), status=status, cameo="010")


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [
        ("AID", (), "AGREE"),
        ("COOPERATE", (), "AGREE"),
        ("CONSULT", ("visit",), "AGREE"),
        ("SUPPORT", (), "AGREE"),
        ("ASSAULT", ("aerial",), "THREATEN"),
        ("SANCTION", (), "THREATEN"),
        ("COERCE", ("arrest",), "THREATEN"),
    ],
)
@pytest.mark.parametrize("status", ["planned", "threatened"])
def test_future_cooperation_is_agree_and_future_conflict_threaten(kind, mode, becomes, status):
    found = folded_event(event(kind, status, mode))
    assert (found.type, found.status, found.id) == (becomes, "occurred", event(kind).id)
    assert found.cameo is not None
    assert found.cameo in codes()
    assert found.cameo[:2] == {"AGREE": "03", "THREATEN": "13"}[becomes]
    assert found.found_by.endswith("folded into PLOVER's convention")


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("status", ["occurred", "ongoing", "hypothetical", "negated", "historical"])
def test_what_is_not_to_come_stays_as_it_is(kind, status):
    assert folded_event(event(kind, status)) == event(kind, status)


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_folds_to_a_sound_event(kind):
    record = Record.of(STORY, events=(event(kind),))
    assert not {violation.code for violation in violations(folded(record))} & {"code", "countable", "id"}


def test_folding_twice_changes_nothing_more():
    once = folded_event(event("ASSAULT"))
    assert folded_event(once) == once


def test_what_was_announced_is_counted_as_an_announcement():
    told = Factuality(source="author", value="CT+")
    planned = event("SANCTION").model_copy(update={"actors": ("a",), "factuality": (told,)})
    (found,) = folded(Record.of(STORY, events=(planned,))).events
    assert (planned.countable, found.type, found.countable) == (False, "THREATEN", True)
