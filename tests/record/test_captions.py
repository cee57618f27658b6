"""An event in words for people."""

from dateline.record import Event, Factuality, Story
from dateline.record.captions import anchors, counts, summary, voices, what, whom
from dateline.record.countable import against, unnamed
from tests.record.examples import BERG, OFFICIAL, OFFICIALS, STRIKE_ENDS, good_record

NAMES = {"K": "Karsk", "V": "Velmar"}
STORY = Story(id="s", text="the raid … a raid\nat dawn")


def event(**more):
    return Event(id="e", type="ASSAULT", status="occurred", **more)


def test_what_it_is():
    assert what(event()) == "ASSAULT"
    assert what(event(mode=("aerial", "destroy"))) == "ASSAULT.aerial.destroy"


def test_who_does_it_to_whom():
    assert whom(event(actors=("K",), recipients=("V",)), NAMES) == "Karsk → Velmar"
    assert whom(event(actors=("K", "V")), NAMES) == "Karsk, Velmar"
    assert whom(event(recipients=("V",)), NAMES) == "— → Velmar"
    assert whom(event(), NAMES) == "—"
    assert whom(event(actors=("gone",)), NAMES) == "gone"


def test_who_says_so():
    rows = (Factuality(source="author", value="Uu"), Factuality(source="K", value="CT-"))
    found = event(factuality=(*rows, Factuality(source="V", value="PS+")))
    assert voices(found, NAMES) == ["Karsk: not so", "Velmar: possibly"]
    assert voices(event(factuality=(Factuality(source="author", value="Uu"),)), NAMES) == ["author: open"]
    assert voices(event(factuality=(Factuality(source="author", value="CT+"),)), NAMES) == ["author"]


def test_anchors_stand_in_one_line_each_once():
    spans = (STORY.span(0, 8), STORY.span(11, 25), STORY.span(0, 8))
    assert anchors(event(anchor=spans)) == "the raid … a raid at dawn"
    assert anchors(event()) == "—"


def test_a_line_sums_up():
    assert summary([]) == "No events."
    assert summary([event()]) == "1 event, 0 countable: 1 occurred"
    many = [event(countable=True), event(), event().model_copy(update={"status": "negated"})]
    assert summary(many) == "3 events, 1 countable: 2 occurred, 1 negated"
    assert counts(many[0]) == "countable"


def test_the_unnamed_are_speakers_statements_and_crowds():
    record = good_record()
    found = unnamed(record.statements, record.actors)
    assert {OFFICIAL.id, OFFICIALS} <= found
    assert BERG not in found


def test_reasons_against_counting():
    assert list(against(STRIKE_ENDS, frozenset())) == []
    assert list(against(STRIKE_ENDS, {BERG})) == ["only the unnamed commit to it"]
    bare = STRIKE_ENDS.model_copy(update={"actors": (), "factuality": (), "status": "threatened"})
    assert [reason.split(" ")[0] for reason in against(bare, frozenset())] == ["its", "it", "neither"]
