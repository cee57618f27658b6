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
