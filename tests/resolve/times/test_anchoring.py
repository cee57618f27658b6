"""What times count from: the day of the story, which way by the words around, or a time beside them."""

import pytest

from dateline.record import Story
from tests.resolve.times.told import of_table, of_text, of_words, read, values

PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Tense=Pres|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"
# A verb, with the words before it that say when, and the day it is said of: the stories are of Thursday, 24 September.
WAYS = {
    "the past": (f"They = PRON 2 nsubj\nmet meet VERB 0 root {PAST}", "2015-09-18", "2015-08"),
    "will": ("They = PRON 3 nsubj\nwill = AUX 3 aux\nmeet = VERB 0 root VerbForm=Inf", "2015-09-25", "2016-08"),
    "would": ("They = PRON 3 nsubj\nwould = AUX 3 aux\nmeet = VERB 0 root VerbForm=Inf", "2015-09-25", "2016-08"),
    "the present": (f"They = PRON 2 nsubj\nmeet = VERB 0 root {PRESENT}", "2015-09-25", "2016-08"),
    "the perfect": (
        f"They = PRON 3 nsubj\nhave = AUX 3 aux {PRESENT}\nmet meet VERB 0 root {PARTICIPLE}",
        "2015-09-18",
        "2015-08",
    ),
    "plans to": (
        f"They = PRON 2 nsubj\nplanned plan VERB 0 root {PAST}\nto = PART 4 mark\nmeet = VERB 2 xcomp VerbForm=Inf",
        "2015-09-25",
        "2016-08",
    ),
    "began to": (
        f"They = PRON 2 nsubj\nbegan begin VERB 0 root {PAST}\nto = PART 4 mark\nmeet = VERB 2 xcomp VerbForm=Inf",
        "2015-09-18",
        "2015-08",
    ),
    "are to": (
        "They = PRON 4 nsubj\nare be AUX 4 aux Tense=Pres\nto = PART 4 mark\nmeet = VERB 0 root VerbForm=Inf",
        "2015-09-25",
        "2016-08",
    ),
    "are expected": (
        f"They = PRON 3 nsubj:pass\nwere be AUX 3 aux:pass {PAST}\nexpected expect VERB 0 root {PARTICIPLE}",
        "2015-09-25",
        "2016-08",
    ),
    "were seen": (
        f"They = PRON 3 nsubj:pass\nwere be AUX 3 aux:pass {PAST}\nseen see VERB 0 root {PARTICIPLE}",
        "2015-09-18",
        "2015-08",
    ),
    "talks set for": (
        f"Talks talk NOUN 0 root\nset = VERB 1 acl {PARTICIPLE}",
        "2015-09-25",
        "2016-08",
    ),
    "a man held": (f"Man man NOUN 0 root\nheld hold VERB 1 acl {PARTICIPLE}", "2015-09-18", "2015-08"),
}


def on(way, word):
    head = WAYS[way][0].count("\n") + 1 if "acl" in WAYS[way][0] else None
    verb = head or next(i for i, row in enumerate(WAYS[way][0].split("\n"), 1) if " 0 root" in row or "xcomp" in row)
    if "xcomp" in WAYS[way][0]:
        verb = 4
    n = WAYS[way][0].count("\n") + 2
    return f"{WAYS[way][0]}\non = ADP {n + 1} case\n{word} = PROPN {verb} obl"


@pytest.mark.parametrize("way", WAYS)
def test_a_weekday_lies_where_its_verb_says(way):
    (time,) = of_table(on(way, "Friday"))
    assert (time.value, time.anchor) == (WAYS[way][1], "published")
    assert "to come" in time.found_by or "past" in time.found_by


@pytest.mark.parametrize("way", WAYS)
def test_a_month_lies_where_its_verb_says(way):
    assert of_table(on(way, "August"))[0].value == WAYS[way][2]


@pytest.mark.parametrize("way", ["the past", "will"])
def test_the_day_of_the_story_itself_is_meant_either_way(way):
    assert of_table(on(way, "Thursday"))[0].value == "2015-09-24"


def test_without_a_verb_a_weekday_is_the_last_and_a_day_without_a_year_the_nearest():
    assert values(of_text("Friday."))[0][2] == "2015-09-18"
    assert values(of_text("Sept. 30."))[0][2] == "2015-09-30"
    assert values(of_text("Sept. 3."))[0][2] == "2015-09-03"
    assert values(of_text("Jan. 3.", "2015-12-30"))[0][2] == "2016-01-03"


def test_since_is_past_and_until_to_come_whatever_the_verb():
    table = f"It = PRON 2 nsubj\nholds hold VERB 0 root {PRESENT}\n"
    assert of_table(f"{table}since = ADP 4 case\nFriday = PROPN 2 obl")[0].value == "2015-09-18"
    assert of_table(f"{table}until = ADP 4 case\nFriday = PROPN 2 obl")[0].value == "2015-09-25"
    past = f"It = PRON 2 nsubj\nlasted last VERB 0 root {PAST}\n"
    assert of_table(f"{past}until = ADP 4 case\nFriday = PROPN 2 obl")[0].value == "2015-09-18"


def test_a_range_of_weekdays_is_of_one_week():
    table = """
    It it PRON 3 nsubj
    will = AUX 3 aux
    close = VERB 0 root VerbForm=Inf
    from = ADP 5 case
    Monday = PROPN 3 obl
    to = ADP 7 case
    Friday = PROPN 3 obl
    """
    assert [v for _, _, v in values(of_table(table.strip()))] == ["2015-09-28", "2015-10-02"]


BESIDE = [
    ("It began on Sept. 3, 2015. Three days later it ended.", "2015-09-06"),
    ("It began on Sept. 3, 2015. It ended the next day.", "2015-09-04"),
    ("It began on Sept. 3, 2015. It ended the same day.", "2015-09-03"),
    ("It began on Sept. 3, 2015. It ended that week.", "2015-W36"),
    ("It began on Sept. 3, 2015. It ended two weeks later.", "2015-09-17"),
    ("It began in 2011. It ended the following year.", "2012"),
    ("It began in March 1979. A year later it ended.", "1980"),
    ("It began in 1997. That year it ended.", "1997"),
    ("It began in February 2015. Two months later it ended.", "2015-04"),
    ("It fell in August 2014, after a rise in the previous month.", "2014-07"),
    ("It ended on Sept. 3, 2015. It had begun the day before.", "2015-09-02"),
    ("It began on Sept. 3, 2015. It ended that night.", "2015-09-03TNI"),
    ("It began on Sept. 3, 2015. The sirens went off at 3 p.m. and fell silent.", "2015-09-03T15:00"),
    ("It began at 4 p.m. on Sept. 3, 2015. It ended an hour later.", "2015-09-03T17:00"),
]


@pytest.mark.parametrize(("text", "value"), BESIDE)
def test_a_time_that_counts_from_another_names_it(text, value):
    first, second = of_text(text)
    assert (second.value, second.anchor) == (value, first.id)


def test_two_that_count_on_form_a_chain():
    one, two, three = of_text("It began on Sept. 3, 2015. A day later it spread. The next day it ended.")
    assert (two.anchor, three.anchor, three.value) == (one.id, two.id, "2015-09-05")


@pytest.mark.parametrize(
    "text",
    ["It ended three days later.", "It began in 2011. Three days later it ended.", "It ended the following year."],
)
def test_without_a_time_fine_enough_beside_it_nothing_is_guessed(text):
    time = of_text(text)[-1]
    assert (time.value, time.begin, time.end, time.anchor) == (None, None, None, None)


UNANCHORED = [
    ("It fell on Thursday.", "XXXX-WXX-4"),
    ("It fell on Sept. 24.", "XXXX-09-24"),
    ("It fell in March.", "XXXX-03"),
    ("It fell last year.", None),
    ("It fell two weeks ago.", None),
    ("It fell over the past three weeks.", "P3W"),
    ("It fell last night.", "XXXX-XX-XXTNI"),
]


@pytest.mark.parametrize(("text", "value"), UNANCHORED)
def test_without_a_day_of_the_story_relative_times_stay_open(text, value):
    (time,) = of_text(text, published=None)
    assert (time.value, time.begin, time.end, time.anchor) == (value, None, None, None)


def test_without_a_day_of_publication_the_full_date_of_the_dateline_anchors():
    story = Story(
        id="story", text="September 24, 2015\n\nThe port of Lindhaven closed yesterday, its owners said there."
    )
    dateline, yesterday = read(of_words(story)).times
    assert (dateline.value, dateline.anchor) == ("2015-09-24", None)
    assert (yesterday.value, yesterday.anchor) == ("2015-09-23", dateline.id)


def test_what_is_told_in_the_past_does_not_count_from_a_time_to_come():
    table = f"""
    They = PRON 3 nsubj
    will = AUX 3 aux
    meet = VERB 0 root VerbForm=Inf
    on = ADP 6 case
    Dec. = PROPN 6 nmod:unmarked
    10 = NUM 3 obl

    He he PRON 2 nsubj
    left leave VERB 0 root {PAST}
    the = DET 5 det
    same = ADJ 5 amod
    day = NOUN 2 obl
    """
    first, second = of_table("\n".join(row.strip() for row in table.strip().splitlines()))
    assert (first.value, second.value, second.anchor) == ("2015-12-10", None, None)


def test_a_moment_of_publication_is_what_hours_count_from():
    assert of_text("It fell two hours ago.", "2015-09-24T15:30:00+02:00")[0].value == "2015-09-24T13:30"
    assert of_text("It fell two hours ago.")[0].value is None
    assert of_text("It fell two hours ago.", "2015-09-24T15:30:00+00:00")[0].value == "2015-09-24T13:30Z"


def of_lines(*rows, published="2015-09-24"):
    return of_table("\n".join(rows), published)


def filed(dateline, published):
    """The times of a story with a date of its own before its text."""
    text = f"{dateline}\n\nThe port of Lindhaven closed yesterday, its owners said there."
    return read(of_words(Story(id="story", text=text, published=published)))


def test_a_story_that_came_out_later_counts_from_the_day_it_was_filed():
    dateline, yesterday = filed("September 22, 2015", "2015-09-24").times
    assert (dateline.anchor, yesterday.value, yesterday.anchor) == (None, "2015-09-21", dateline.id)


@pytest.mark.parametrize("dateline", ["March 2, 2011", "September 24, 2015", "September 26, 2015"])
def test_a_date_that_is_long_ago_or_not_before_publication_does_not_anchor(dateline):
    assert filed(dateline, "2015-09-24").times[1].anchor == "published"


def test_a_story_filed_after_it_came_out_is_a_contradiction():
    (warning,) = filed("September 26, 2015", "2015-09-24").warnings
    assert warning.code == "dates-disagree"
    assert "after the day of publication" in warning.message


def test_a_weekday_that_is_not_that_of_its_date_is_a_contradiction():
    story = Story(id="story", text="It began on Monday, Sept. 18, 2015.", published="2015-09-24")
    (warning,) = read(of_words(story)).warnings
    assert (warning.code, "2015-09-18 is a Friday" in warning.message) == ("dates-disagree", True)
    text = "It began on Friday, Sept. 18, 2015, and ended on Monday."
    assert read(of_words(Story(id="story", text=text, published="2015-09-24"))).warnings == ()


TOLD = f"""They = PRON 2 nsubj
said say VERB 0 root {PAST}
on = ADP 4 case
Dec. = PROPN 2 obl
30 = NUM 4 nummod
that = SCONJ 9 mark
it = PRON 9 nsubj
would = AUX 9 aux
close = VERB 2 ccomp VerbForm=Inf
in = ADP 11 case
January = PROPN 9 obl"""


def test_what_would_come_is_counted_from_the_day_it_was_told():
    told, close = of_table(TOLD, "2016-03-20")
    assert (told.value, close.value, close.anchor) == ("2015-12-30", "2016-01", told.id)


@pytest.mark.parametrize(("verb", "value"), [("demanded demand", "2016-01"), ("watched watch", "2015-01")])
def test_what_is_demanded_is_still_to_come(verb, value):
    rows = (f"{verb} VERB 0 root {PAST}", "a = DET 4 det", "vote = NOUN 2 obj", "in = ADP 6 case")
    (time,) = of_lines("They = PRON 2 nsubj", *rows, "January = PROPN 4 nmod", published="2015-04-24")
    assert time.value == value


def test_what_is_ruled_out_is_still_to_come():
    rows = (f"ruled rule VERB 0 root {PAST}", "out = ADP 2 compound:prt", "a = DET 5 det", "move = NOUN 2 obj")
    assert of_lines("They = PRON 2 nsubj", *rows, "in = ADP 7 case", "January = PROPN 5 nmod")[0].value == "2016-01"


def test_a_caption_is_of_what_was_seen():
    rows = (f"march = VERB 0 root {PRESENT}", "on = ADP 4 case", "Friday = PROPN 2 obl")
    assert of_lines("# caption", "Men man NOUN 2 nsubj", *rows)[0].value == "2015-09-18"


def test_a_day_that_is_still_to_come_may_lie_far_ahead():
    rows = (f"lapses lapse VERB 0 root {PRESENT}", "on = ADP 4 case", "Aug. = PROPN 2 obl", "29 = NUM 4 nummod")
    assert of_lines("It = PRON 2 nsubj", *rows)[0].value == "2016-08-29"


@pytest.mark.parametrize(("relation", "words"), [("mark", "winter"), ("det", "that winter")])
def test_that_points_to_a_season_or_opens_a_clause(relation, words):
    rows = (
        f"feared fear VERB 0 root {PAST}",
        f"that = SCONJ 4 {relation}",
        "winter = NOUN 5 nsubj",
        "came come VERB 2 ccomp",
    )
    (time,) = of_lines("They = PRON 2 nsubj", *rows)
    assert time.span.text == words
