"""The explanation of a finding: its words, its fields, its actors."""

import pytest

from dateline.errors import AmbiguousId
from dateline.export import View, why
from dateline.record.record import FINDINGS
from tests.record.examples import BERG, DENIAL, STRIKE_ENDS, good_record

RECORD = good_record()
EVERY = [one for name in FINDINGS for one in getattr(RECORD, name)]


def text(finding, record=RECORD):
    return " ".join(why.explained(record, finding, View(100)).split())


@pytest.mark.parametrize("finding", EVERY, ids=lambda one: one.id)
def test_every_finding_says_what_it_is_and_how_it_was_found(finding):
    assert finding.id in text(finding)
    assert f"Found by {finding.found_by}" in text(finding)
    assert f"{finding.confidence:.0%}" in text(finding)


def test_a_statement_shows_its_words_in_their_place_and_its_speaker():
    found = text(DENIAL)
    assert "Berg had [denied] taking money" in found
    assert f"Ida Berg ({BERG})" in found
    assert "union leader" in found
    assert "that Berg had denied taking money" in found


def test_an_event_names_what_its_fields_refer_to():
    assert "source Ida Berg" in text(STRIKE_ENDS)


DECIDED = "event head 0.98, lexicon 'end'; mode by means; actors by syntax; status by 'said' 0.91"


def test_an_event_says_what_its_codes_mean_and_what_decided_each():
    event = STRIKE_ENDS.model_copy(update={"mode": ("ceasefire",), "cameo": "0871", "found_by": DECIDED})
    shown = text(event, RECORD.with_findings(events=(event,)))
    assert "How it was coded" in shown
    assert "type RETREAT (material-cooperation, score 6.5):" in shown
    assert "mode ceasefire (score 7.5):" in shown
    assert "CAMEO 0871 (Goldstein" in shown
    assert "type by event head 0.98, lexicon 'end'" in shown
    assert "mode by means actors by syntax status by 'said' 0.91" in shown


def test_an_event_says_who_commits_to_it_and_why_it_counts():
    shown = text(STRIKE_ENDS)
    assert "committed Ida Berg (CT+), in “Dockers in Lindhaven ended their strike" in shown
    assert "countable yes: its status is 'occurred', it has an actor, and Ida Berg commits to it" in shown


def test_an_event_that_may_not_be_counted_says_why():
    event = STRIKE_ENDS.model_copy(update={"countable": False, "status": "planned", "actors": ()})
    shown = text(event, RECORD.with_findings(events=(event,)))
    assert "countable no: its status is 'planned', it has no actor" in shown
    kept = STRIKE_ENDS.model_copy(update={"countable": False})
    assert "no: the reader did not count it" in text(kept, RECORD.with_findings(events=(kept,)))


def test_an_event_with_codes_of_no_table_is_explained_all_the_same():
    event = STRIKE_ENDS.model_copy(update={"type": "X", "mode": ("y",), "cameo": "9", "context": ("z",)})
    assert "context z: in no table" in text(event, RECORD.with_findings(events=(event,)))


def test_an_actor_shows_its_mentions():
    assert "[union leader Ida Berg] said" in text(RECORD.actor(BERG))


def test_the_beginning_of_an_id_is_enough_where_it_is_unique():
    assert why.wanted(RECORD, DENIAL.id) == why.wanted(RECORD, DENIAL.id[:8]) == DENIAL
    assert why.wanted(RECORD, "x0") is None
    with pytest.raises(AmbiguousId, match="ids that begin with"):
        why.wanted(RECORD, "s")


def test_what_is_not_known_is_not_shown():
    assert all("None" not in text(finding) for finding in EVERY)


def test_a_time_is_shown_with_its_words_value_and_anchor():
    shown = text(RECORD.times[0])
    assert all(words in shown for words in ("[Friday]", "2021-03-05", "published (2021-03-06T09:00:00+01:00)"))


def test_a_place_shows_how_it_was_chosen_and_its_mentions():
    place = RECORD.places[0]
    mention = next(m for m in RECORD.mentions if m.place == place.id)
    assert f"[{mention.span.text}]" in text(place)
    assert f"Place {place.id}" in text(mention)


def test_sentences_and_the_story_have_ids_too():
    sentence = RECORD.sentences[1]
    assert "Dockers in Lindhaven" in text(why.wanted(RECORD, sentence.id))
    found = text(why.wanted(RECORD, RECORD.story.id))
    assert "Story harbour" in found
    assert "statements 6" in found
