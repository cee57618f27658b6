"""What a person sees: every statement, and no command to the terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import EXPORTERS, View
from dateline.export.story import marked
from dateline.record import Actor, Event, Factuality, Place, Record, Span, Statement, Story, Time
from dateline.record.ids import finding_id
from tests.record.examples import BERG, TEXT, good_record

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "“[bold]Stop[/bold] \x1b]0;owned\x07\x1b[2J :smile: \x9b31m\u202egnorw,” [link=x]he[/] said.\r\nNext\rline"


def shown(record, width=100, colour=False):
    return EXPORTERS["table"].render(record, View(width, colour))


def hostile_record():
    story = Story(id="x\x1b[31m", text=HOSTILE, title="[red]Title\x1b[5m", published="2031-03-14")
    end = HOSTILE.index("”")
    content = story.span(1, end)
    source = story.span(end + 2, HOSTILE.index(" said"))
    found = finding_id(story.id, "statement", [source, content])
    statement = Statement(id=found, source=(source,), content=(content,), form="direct", kind="speech")
    return Record.of(story, statements=(statement,))


@pytest.mark.parametrize("width", [20, 80, 100, 120, 500])
def test_no_line_is_wider_than_the_terminal_or_the_widest(width):
    assert max(map(len, shown(good_record(), width).splitlines())) <= max(30, min(width, 120))


def test_every_statement_has_its_speaker_verb_words_and_id():
    text = shown(good_record(), 120)
    for statement in good_record().statements:
        assert statement.id[:8] in text
        assert all(cue.text in text for cue in statement.cue)
    assert "unnamed" in text
    assert "Ida Berg" in text


def test_without_colour_there_is_no_escape_sequence_and_roles_have_brackets():
    text = shown(good_record())
    assert "\x1b" not in text
    assert "{Two officials} <said> [that {Berg} had <denied> [taking money]]" in " ".join(text.split())


def test_in_colour_the_words_are_the_same_but_for_the_brackets():
    coloured = marked(good_record(), View(colour=True))
    assert coloured.plain == TEXT
    assert any("underline" in str(span.style) for span in coloured.spans)


def test_without_statements_there_is_the_story():
    record = Record.of(Story(text="Rain fell."))
    assert "No statements." in shown(record)
    assert "Rain fell." in shown(record)


@pytest.mark.parametrize("colour", [True, False])
def test_a_story_cannot_command_the_terminal(colour):
    text = ESCAPE.sub("", shown(hostile_record(), colour=colour))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "␛]0;owned␇␛[2J" in text


@pytest.mark.parametrize("colour", [True, False])
def test_a_story_is_no_markup(colour):
    text = ESCAPE.sub("", shown(hostile_record(), colour=colour))
    assert "[bold]Stop[/bold]" in text
    assert ":smile:" in text
    assert "[link=x]he[/]" in text
    assert "[red]Title" in text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_any_text_with_any_spans_can_be_shown(text, data):
    spans = st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=4)
    cuts = [Span(a, b, text[a:b]) for a, b in data.draw(spans) if a < b]
    story = Story(id="x", text=text)
    one = Statement(id="s", source=tuple(cuts[:1]), content=tuple(cuts[1:]), form="mixed", kind="speech")
    printed = shown(Record.of(story, statements=(one,)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed)


def test_a_statement_is_shown_with_when_it_was_made():
    record = good_record()
    time = record.times[0]
    said = tuple(s.model_copy(update={"time": time.id}) for s in record.statements)
    assert f"{time.span.text} = {time.value}" in " ".join(shown(record.with_findings(statements=said), 500).split())


def test_a_narrow_terminal_breaks_no_words_or_ids():
    text = shown(good_record(), 40)
    assert max(map(len, text.splitlines())) <= 40
    for statement in good_record().statements:
        assert statement.id[:8] in text
        assert all(word in text.split() for span in statement.content for word in span.text.split())


def known_record():
    story = Story(id="who", text="Minister Ida Berg met dockers in Bergen on Friday.", published="2031-03-14")
    friday = story.span(43, 49)
    return Record.of(
        story,
        actors=(
            Actor(id="berg", name="Ida Berg", kind="person", code="NOR", sectors=("GOV", "LEG")),
            Actor(id="dockers", name="dockers", kind="crowd"),
        ),
        places=(Place(id="bergen", name="Bergen", country="NOR", precision="city"),),
        times=(
            Time(
                id=finding_id("who", "time", [friday]),
                span=friday,
                type="DATE",
                value="2031-03-14",
                begin="2031-03-14",
                end="2031-03-14",
            ),
        ),
    )


@pytest.mark.parametrize("width", [40, 80])
def test_who_where_and_when_stand_below_the_statements(width):
    text = " ".join(shown(known_record(), width).split())
    between = " · " if width < 76 else " "
    for row in (
        ("Ida Berg", "NOR", "GOV LEG"),
        ("Bergen", "NOR", "city"),
        ("Friday", "2031-03-14", "2031-03-14"),
    ):
        assert between.join(row) in text
    assert "Also 1 without code, sector or part" in text


@pytest.mark.parametrize("width", [30, 40, 80, 110])
def test_events_stand_below_the_statements_with_all_that_is_known(width):
    text = shown(good_record(), width)
    words = " ".join(text.split())
    assert "1 event, 1 countable: 1 occurred" in words
    assert words.index("1 event") > words.index("Ida Berg")
    event = good_record().events[0]
    for part in ("RETREAT", "dockers", "occurred", "countable", event.id[:8], "Friday", "2021-03-05"):
        assert part in words
    assert max(map(len, text.splitlines())) <= width


def test_an_event_shows_codes_sides_and_who_denies_it():
    record = good_record()
    event = record.events[0].model_copy(
        update={
            "mode": ("ceasefire",),
            "cameo": "0871",
            "recipients": (BERG,),
            "factuality": (Factuality(source=BERG, value="CT-"), Factuality(source="author", value="Uu")),
            "countable": False,
        }
    )
    text = " ".join(shown(record.with_findings(events=(event,)), 40).split())
    for part in ("RETREAT · ceasefire · CAMEO 0871", "→ Ida Berg", "not countable", "Ida Berg: not so"):
        assert part in text
    assert "author" not in text
    assert "No events." in shown(record.with_findings(events=()))


@pytest.mark.parametrize("width", [40, 100])
def test_an_event_cannot_command_the_terminal(width):
    record = hostile_record()
    evil = " ".join(HOSTILE.splitlines())
    span = record.story.span(0, len(HOSTILE) - 1)
    event = Event(
        id=evil, type="ACCUSE", mode=(evil,), cameo=evil, anchor=(span,), actors=(evil,), status="occurred",
        factuality=(Factuality(source=evil, value="CT+"),),
    )  # fmt: skip
    printed = shown(record.with_findings(events=(event,)), width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    assert "[bold]" in printed


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_word_is_broken_in_two(width):
    words = {word for one in good_record().statements for span in one.spans for word in span.text.split()}
    assert words - set(re.sub(r"[\[\]{}<>()]", "", shown(good_record(), width)).split()) == set()
