"""What expressions of time say, where no syntax is needed. The stories are of Thursday, 24 September 2015."""

import pytest

from tests.resolve.times.told import of_text, values

READ = [
    ("It began on 14 February 2007.", "14 February 2007", "DATE", "2007-02-14"),
    ("It began on March 1, 1998.", "March 1, 1998", "DATE", "1998-03-01"),
    ("It began on Friday, Sept. 18, 2015.", "Friday, Sept. 18, 2015", "DATE", "2015-09-18"),
    ("It began on the 18th of August 2014.", "the 18th of August 2014", "DATE", "2014-08-18"),
    ("It began on 2015-09-22.", "2015-09-22", "DATE", "2015-09-22"),
    ("It began on 24/9/2015.", "24/9/2015", "DATE", "2015-09-24"),
    ("It changed after 9/11.", "9/11", "DATE", "2001-09-11"),
    ("It began on March 3 last year.", "March 3 last year", "DATE", "2014-03-03"),
    ("It began in June 2014.", "June 2014", "DATE", "2014-06"),
    ("It began in mid-2011.", "mid-2011", "DATE", "2011"),
    ("It began in early 2014.", "early 2014", "DATE", "2014"),
    ("It began at the end of March 2014.", "the end of March 2014", "DATE", "2014-03"),
    ("It began in March last year.", "March last year", "DATE", "2014-03"),
    ("It has held since 2012.", "2012", "DATE", "2012"),
    ("It began in the 1990s.", "the 1990s", "DATE", "199"),
    ("It began in the early '80s.", "the early '80s", "DATE", "198"),
    ("It was built in the 17th century.", "the 17th century", "DATE", "16"),
    ("It fell last year.", "last year", "DATE", "2014"),
    ("It opens next week.", "next week", "DATE", "2015-W40"),
    ("It opens later this month.", "later this month", "DATE", "2015-09"),
    ("It fell yesterday.", "yesterday", "DATE", "2015-09-23"),
    ("It fell last Friday.", "last Friday", "DATE", "2015-09-18"),
    ("It opens next Tuesday.", "next Tuesday", "DATE", "2015-09-29"),
    ("It opens this coming Monday.", "coming Monday", "DATE", "2015-09-28"),
    ("It fell two weeks ago.", "two weeks ago", "DATE", "2015-W37"),
    ("It fell three days ago.", "three days ago", "DATE", "2015-09-21"),
    ("It fell a few days ago.", "a few days ago", "DATE", "PAST_REF"),
    ("It rose in the fourth quarter of 2014.", "the fourth quarter of 2014", "DATE", "2014-Q4"),
    ("It rose in Q3 2014.", "Q3 2014", "DATE", "2014-Q3"),
    ("It rose in the first half of the year.", "the first half of the year", "DATE", "2015-H1"),
    ("It opens by the end of the year.", "the end of the year", "DATE", "2015"),
    ("It rose in fiscal 2013.", "fiscal 2013", "DATE", "FY2013"),
    ("It was hot in the summer of 2012.", "the summer of 2012", "DATE", "2012-SU"),
    ("It was cold last winter.", "last winter", "DATE", "2014-WI"),
    ("It fell on Christmas Eve 2014.", "Christmas Eve 2014", "DATE", "2014-12-24"),
    ("It opens on Easter Monday 2016.", "Easter Monday 2016", "DATE", "2016-03-28"),
    ("It closed on Thanksgiving 2014.", "Thanksgiving 2014", "DATE", "2014-11-27"),
    ("It opens this weekend.", "this weekend", "DATE", "2015-W39-WE"),
    ("He is now in jail.", "now", "DATE", "PRESENT_REF"),
    ("He recently left.", "recently", "DATE", "PAST_REF"),
    ("It may end in the near future.", "the near future", "DATE", "FUTURE_REF"),
    ("They lived there for six months.", "six months", "DURATION", "P6M"),
    ("It took more than twenty-seven years.", "more than twenty-seven years", "DURATION", "P27Y"),
    ("It took half an hour.", "half an hour", "DURATION", "PT30M"),
    ("It took two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("A 10-year bond was sold.", "10-year", "DURATION", "P10Y"),
    ("It fell over the past three weeks.", "the past three weeks", "DURATION", "P3W"),
    ("It may fall in the coming days.", "the coming days", "DATE", "FUTURE_REF"),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They meet twice a year.", "twice a year", "SET", "P1Y"),
    ("They meet daily.", "daily", "SET", "P1D"),
    ("They meet every three years.", "every three years", "SET", "P3Y"),
    ("They meet on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2"),
    ("It fell last night.", "last night", "TIME", "2015-09-23TNI"),
    ("It fell this morning.", "this morning", "TIME", "2015-09-24TMO"),
    ("It began at 10:30 a.m. on Sept. 3, 2015.", "10:30 a.m. on Sept. 3, 2015", "TIME", "2015-09-03T10:30"),
    ("It began at 1500 GMT.", "1500 GMT", "TIME", "2015-09-24T15:00Z"),
    ("It began on the morning of Sept. 3, 2015.", "the morning of Sept. 3, 2015", "TIME", "2015-09-03TMO"),
    ("It began at noon yesterday.", "noon yesterday", "TIME", "2015-09-23T12:00"),
    ("They meet the day after tomorrow.", "the day after tomorrow", "DATE", "2015-09-26"),
    ("They met the day before yesterday.", "the day before yesterday", "DATE", "2015-09-22"),
    ("It fell in the first six months of 2014.", "the first six months of 2014", "DURATION", "P6M"),
    ("It fell in the last two weeks of March 2014.", "the last two weeks of March 2014", "DURATION", "P2W"),
    ("It will end within weeks.", "weeks", "DURATION", "PXW"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), READ, ids=[row[1] for row in READ])
def test_an_expression_has_its_words_type_and_value(text, words, kind, value):
    assert values(of_text(text)) == [(words, kind, value)]


NONE = [
    "A 45-year-old teacher and her two-year-old son survived.",
    "She died at the age of 17 years.",
    "He is five years old.",
    "They may march.",
    "The second minister left.",
    "In the fall of Rome he saw a lesson.",
    "It cost $2014.",
    "It weighed 1999 kg.",
    "A man in his 30s left.",
    "At the end of the day they agreed.",
    "The agency said so in its daily update.",
    "Daily Mail readers complained.",
]


@pytest.mark.parametrize("text", NONE)
def test_ages_amounts_and_other_words_are_no_times(text):
    assert values(of_text(text)) == []


BOUNDS = [
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("the 17th century", "1600-01-01", "1699-12-31"),
    ("last year", "2014-01-01", "2014-12-31"),
    ("next week", "2015-09-28", "2015-10-04"),
    ("the weekend", "2015-09-19", "2015-09-20"),
    ("February 2016", "2016-02-01", "2016-02-29"),
    ("the third quarter of 2014", "2014-07-01", "2014-09-30"),
    ("the past three weeks", "2015-09-03", "2015-09-24"),
    ("the winter of 2014", "2014-12-01", "2015-02-28"),
    ("six months", None, None),
    ("fiscal 2013", None, None),
    ("the end of March 2014", "2014-03-21", "2014-03-31"),
    ("the end of the year", "2015-12-01", "2015-12-31"),
    ("the rest of the year", "2015-09-24", "2015-12-31"),
    ("now", "2015-09-24", "2015-09-24"),
    ("the recent past", None, "2015-09-24"),
    ("the coming days", "2015-09-24", None),
    ("early 2014", "2014-01-01", "2014-04-30"),
    ("mid-2011", "2011-05-01", "2011-08-31"),
    ("late 2010", "2010-09-01", "2010-12-31"),
    ("early March 2014", "2014-03-01", "2014-03-10"),
    ("mid-March 2014", "2014-03-11", "2014-03-20"),
    ("late February 2016", "2016-02-21", "2016-02-29"),
    ("the early 1990s", "1990-01-01", "1993-12-31"),
    ("the late 1960s", "1967-01-01", "1969-12-31"),
    ("the late 19th century", "1870-01-01", "1899-12-31"),
    ("the first six months of 2014", "2014-01-01", "2014-06-30"),
    ("the last two weeks of March 2014", "2014-03-18", "2014-03-31"),
    ("the first 90 days of the year", "2015-01-01", "2015-03-31"),
    ("the first 24 hours of 2014", None, None),
]


@pytest.mark.parametrize(("words", "begin", "end"), BOUNDS)
def test_a_value_is_bounded_by_its_first_and_last_day(words, begin, end):
    (time,) = of_text(f"It fell in {words}.")
    assert (time.begin, time.end) == (begin, end)


def test_both_ends_of_a_range_are_times_and_share_a_year():
    assert values(of_text("Between 2001 and 2005 it fell."))[0][2] == "2001"
    assert [v for _, _, v in values(of_text("It lasted from March 3 to June 5, 2010."))] == ["2010-03-03", "2010-06-05"]
    assert [v for _, _, v in values(of_text("It lasted from March to June 1997."))] == ["1997-03", "1997-06"]
    assert [v for _, _, v in values(of_text("It opened on Sept. 21-22."))] == ["2015-09-21", "2015-09-22"]
    assert [v for _, _, v in values(of_text("In 2006-07 he won."))] == ["2006", "2007"]
    assert [v for _, _, v in values(of_text("They won the 1999-00 cup."))] == ["1999", "2000"]


@pytest.mark.parametrize(("published", "value"), [("2016-04-02", "2001-09-11"), ("2016-09-20", "2016-09-11")])
def test_a_day_that_all_know_is_meant_unless_it_has_just_been_again(published, value):
    assert of_text("Widows of the Sept. 11 attacks sued.", published)[0].value == value


def test_a_day_that_all_know_needs_no_day_of_the_story_and_the_words_beside_it():
    assert of_text("Widows of the Sept. 11 attacks sued.", None)[0].value == "2001-09-11"
    assert of_text("The Sept. 11 match was lost.", "2016-04-02")[0].value == "2016-09-11"


def test_a_number_of_years_beyond_the_calendar_is_no_error():
    found = of_text("It lay there 900,000 years ago and 99999999999 days ago, and in the next 9,999,999 years.")
    assert all(time.begin is None for time in found)
