import pytest

from dateline.errors import BadTable
from dateline.record.datafiles import data_text
from dateline.record.plover import (
    EVENT_TAGS,
    MODE_TAGS,
    MODES_OF,
    QUADS,
    STATUS_TAGS,
    TYPES,
    event_class,
    plover,
    quad_of,
    read_plover,
    score_of,
)

CONTEXTS = 37
MODES = 67


def test_the_tags_of_the_network_keep_their_order():
    assert len(EVENT_TAGS) == 17
    assert EVENT_TAGS[:3] == ("O", "AGREE", "CONSULT")
    assert (len(MODE_TAGS), MODE_TAGS[1], MODE_TAGS[-1]) == (MODES + 1, "CONSULT.visit", "ASSAULT.unconventional")
    assert STATUS_TAGS[0] == "occurred"


def test_every_type_and_mode_has_a_row():
    wanted = {(kind, mode) for kind in TYPES for mode in ("", *MODES_OF[kind])}
    assert plover().classes.keys() == wanted
    assert len(plover().contexts) == CONTEXTS


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        ("AID", None, 10),
        ("CONSULT", "phone", 1.5),
        ("ACCUSE", "disapprove", -2),
        ("ACCUSE", None, -3),
        ("PROTEST", "riot", -7),
        ("PROTEST", "vandalize", -5),
        ("ASSAULT", "unconventional", -10),
        ("ASSAULT", "no-such-mode", -9),
    ],
)
def test_the_score_of_an_event(kind, mode, score):
    assert score_of(kind, mode) == score


def test_conflict_scores_below_zero_and_cooperation_above():
    for row in plover().classes.values():
        assert row.score > 0 if row.quad.endswith("cooperation") else row.score <= 0.5, row


def test_a_type_has_its_quad_class():
    assert quad_of("SANCTION") == "material-conflict"
    assert {row.quad for row in plover().classes.values()} == set(QUADS)
    assert event_class("AID").recipient
    assert not event_class("RETREAT", "resign").recipient


@pytest.mark.parametrize(
    ("kind", "mode", "shift", "told"),
    [
        ("AID", "", "announced", ("AGREE", "")),
        ("RETREAT", "withdraw", "refused", ("REJECT", "yield")),
        ("CONSULT", "visit", "demanded", ("REQUEST", "meet")),
        ("COERCE", "arrest", "announced", ("THREATEN", "arrest")),
        ("SANCTION", "expel", "announced", ("THREATEN", "expel")),
        ("ASSAULT", "aerial", "announced", ("THREATEN", "violence")),
        ("ASSAULT", "aerial", "refused", None),
        ("REQUEST", "", "announced", None),
    ],
)
def test_what_an_event_is_where_it_is_only_spoken_of(kind, mode, shift, told):
    assert getattr(event_class(kind, mode), shift) == told


def test_definitions_are_one_sentence():
    texts = [row.means for row in plover().classes.values()] + [*plover().contexts.values(), *plover().quads.values()]
    assert [text for text in texts if not text.endswith(".") or len(text) > 120] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  AID:\n", "  HELP:\n", "valid are"),
        ("      visit:", "      call:", "CONSULT: its modes"),
        ("    quad: material-cooperation\n    score: 10\n", "    quad: verbal-conflict\n    score: 10\n", "AID"),
        ("    score: 10\n", "    score: 11\n", "between"),
        ('    cameo: "070"\n', "    cameo: 70\n", "no text in cameo"),
        ("    announced: AGREE", "    announced: CONSENT", "not in PLOVER"),
        ("  verbal-cooperation: Words", "  kind-words: Words", "quads"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(old, new, told):
    text = data_text("plover.yaml")
    assert old in text
    with pytest.raises(BadTable, match=told):
        read_plover(text.replace(old, new, 1))
