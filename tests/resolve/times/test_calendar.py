"""The calendar: stretches, holidays, and steps that leave it."""

from datetime import date

import pytest

from dateline.resolve.times import calendar
from dateline.resolve.times.rules import any_rule, compiled
from dateline.resolve.times.vocabulary import vocabulary


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2011, "04-24"), (2024, "03-31")])
def test_easter(year, day):
    assert calendar.easter(year).isoformat() == f"{year}-{day}"


def test_every_holiday_of_the_list_has_a_day_or_is_known_not_to():
    keys = {str(value) for _, (name, value) in vocabulary().entries.items() if name == "holiday"}
    keys |= {str(v) for listed in vocabulary().phrases.values() for _, (name, v) in listed if name == "holiday"}
    assert all(calendar.holiday(2016, key) is not None for key in keys - {"unknown"})


def test_the_last_day_of_a_shorter_month():
    assert calendar.moved_months(date(2015, 3, 31), -1) == date(2015, 2, 28)


def test_beyond_the_calendar_there_is_nothing():
    assert calendar.moved(date(9999, 12, 31), 1) is None
    assert calendar.away(date(2015, 1, 1), "century", 100) is None
    assert calendar.week(date(9999, 12, 31)) is None
    assert calendar.year(10_000) is None


def test_every_rule_is_found_by_the_search_for_any():
    assert all(pattern.groups >= 0 for _, pattern in compiled())
    assert any_rule().search("") is None
