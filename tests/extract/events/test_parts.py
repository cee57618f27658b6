"""The parts of an event: anchor, circumstances, sides by syntax, size, age, and countries that turn out to act."""

import pytest

from dateline.extract.attributes.tree import tree_of
from dateline.extract.events.anchors import anchor
from dateline.extract.events.circumstances import Circumstances, circumstances
from dateline.extract.events.deed import Deed
from dateline.extract.events.past import Past
from dateline.extract.events.sides import Participant, ids, taking
from dateline.extract.events.size import size
from dateline.extract.events.states import with_states
from dateline.extract.events.syntax import objects, subjects
from dateline.record import Mention, Place, Record, Story, Time
from dateline.record.ids import finding_id
from tests.builders import parsed_story, where, words_of
from tests.extract.happened import side

NEVER = """
The the DET 2 det
town = NOUN 6 nsubj:pass
has have AUX 6 aux
never = ADV 6 advmod
been be AUX 6 aux:pass
bombed bomb VERB 0 root
by = ADP 8 case
Karsk = PROPN 6 obl
"""
TALKS = """
Ostra = PROPN 2 nsubj
held hold VERB 0 root
new = ADJ 4 amod
talks talk NOUN 2 obj
in = ADP 6 case
Velmar = PROPN 2 obl
on = ADP 8 case
Friday = PROPN 2 obl
"""
RAID = """
Karsk = PROPN 3 nmod:poss
+’s ’s PART 1 case
raid = NOUN 4 nsubj
killed kill VERB 0 root
at = ADP 6 case
least least ADJ 7 nummod
12 = NUM 8 nummod
villagers villager NOUN 4 obj
and = CCONJ 10 cc
wounded wound VERB 4 conj
dozens dozen NOUN 10 obj
"""


def at(parsed, word):
    return where(parsed, word)[0]


def test_an_anchor_has_its_auxiliaries_and_its_negation():
    parsed = parsed_story(NEVER)
    assert words_of(parsed, anchor(parsed, (at(parsed, "bombed"),))) == "has never been bombed"


def test_a_light_verb_and_its_noun_are_one_anchor():
    parsed = parsed_story(TALKS)
    assert words_of(parsed, anchor(parsed, (at(parsed, "talks"), at(parsed, "held")))) == "held new talks"
    assert words_of(parsed, anchor(parsed, (at(parsed, "talks"),))) == "new talks"


def test_place_and_time_of_the_verb_are_those_of_its_noun():
    parsed = parsed_story(TALKS)
    known = Circumstances({at(parsed, "Velmar"): "velmar"}, {at(parsed, "Friday"): "friday"})
    assert circumstances(parsed, known, [at(parsed, "talks")], frozenset()) == ("velmar", "friday")
    # What another event has is not lent.
    assert circumstances(parsed, known, [at(parsed, "talks")], frozenset({at(parsed, "held")})) == (None, None)


def test_who_acts_and_upon_whom_by_syntax():
    parsed = parsed_story(NEVER)
    tree, word = tree_of(parsed), at(parsed, "bombed")
    assert [tree.text[i] for i in subjects(tree, word)] == ["karsk"]
    assert [tree.text[i] for i in objects(tree, word)] == ["town"]
    parsed = parsed_story(RAID)
    tree = tree_of(parsed)
    assert [tree.text[i] for i in subjects(tree, at(parsed, "raid"))] == ["karsk"]


def test_a_side_is_whom_the_head_is_sure_of_else_whom_syntax_gives():
    parsed = parsed_story(NEVER)
    town, karsk = (Participant(i, i + 1, range(i, i + 1), name, name) for i, name in ((1, "town"), (7, "Karsk")))
    sure, unsure = side(parsed, 0, 8, "Karsk"), side(parsed, 0, 8, "")
    assert ids(p for p, _ in taking(sure, 0, [town, karsk], [1])) == ("Karsk",)
    assert ids(p for p, _ in taking(unsure, 0, [town, karsk], [1])) == ("town",)
    assert taking(unsure, 0, [town, karsk], []) == []


def test_who_stands_inside_another_who_acts_is_left_to_that_one():
    parsed = parsed_story(NEVER)
    outer = Participant(0, 8, range(1, 2), "town", "m1")
    inner = Participant(7, 8, range(7, 8), "Karsk", "m2")
    shares = side(parsed, 0, 8, "town") + side(parsed, 0, 8, "Karsk")
    assert ids(p for p, _ in taking(shares, 0, [outer, inner], [])) == ("town",)


@pytest.mark.parametrize(
    ("words", "low", "best"), [(["at", "least", "12"], 12, None), (["12"], None, 12), (["dozens"], 24, None)]
)
def test_how_many_were_killed(words, low, best):
    rows = ["Bandits bandit NOUN 2 nsubj", "killed kill VERB 0 root"]
    head = 2 + len(words) + 1
    if words == ["dozens"]:
        rows.append("dozens dozen NOUN 2 obj")
    else:
        rows += [
            f"{word} = {'NUM' if word.isdigit() else 'ADP'} {head} {'nummod' if word.isdigit() else 'case'}"
            for word in words
        ]
        rows.append("villagers villager NOUN 2 obj")
    parsed = parsed_story("\n".join(rows))
    dead = size(parsed, tree_of(parsed), [1], frozenset()).dead
    assert dead is not None
    assert dead.low == low or low is None
    assert dead.best == best or best is None


def test_dead_and_injured_are_counted_apart():
    parsed = parsed_story(RAID)
    found = size(parsed, tree_of(parsed), [at(parsed, "killed")], frozenset())
    assert found.dead is not None
    assert found.injured is not None
    assert [str(one.span and one.span.text) for one in (found.dead, found.injured)] == ["at least 12", "dozens"]
    assert found.arrested is None


def timed(**days):
    story = Story(id="s", text="x " * 40, published="2031-03-14")
    spans = [story.span(2 * k, 2 * k + 1) for k in range(len(days))]
    return Record.of(
        story,
        times=tuple(
            Time(id=name, span=span, type="DATE", value=day, begin=day, end=day)
            for (name, day), span in zip(days.items(), spans, strict=True)
        ),
    )


def deed(time):
    return Deed(words=(0,), anchors=((0, 1),), type="ASSAULT", probability=0.9, time=time)


def test_what_ended_long_ago_is_background():
    past = Past.of(timed(old="2014-03-01", new="2031-03-12"))
    assert past.aged(deed("old"), "occurred") == "historical"
    assert past.aged(deed("new"), "occurred") == "occurred"
    assert past.aged(deed("new"), "historical") == "occurred"
    assert past.aged(deed("old"), "negated") == "negated"
    assert past.aged(deed(None), "historical") == "historical"


def test_without_a_day_of_publication_nothing_is_old():
    record = timed(old="2014-03-01")
    undated = Record.of(Story(id="s", text=record.story.text), times=record.times)
    assert Past.of(undated).aged(deed("old"), "occurred") == "occurred"


def test_a_country_that_acts_is_an_actor_and_no_place():
    story = Story(id="s", text="Aid went to Norway.")
    span = story.span(12, 18)
    key = finding_id("s", "mention", (span,))
    mention = Mention(id=key, span=span, head=span, kind="location", form="name", place="norway")
    record = Record.of(story, mentions=(mention,), places=(Place(id="norway", name="Norway"),))
    found = with_states(record, {key: "NOR"})
    assert (found.actors[0].id, found.actors[0].kind, found.actors[0].sectors) == ("NOR", "state", ("GOV",))
    assert (found.mentions[0].actor, found.mentions[0].place, found.places) == ("NOR", None, ())
    assert with_states(record, {}) is record
