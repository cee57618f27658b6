"""The benchmarks' own arithmetic and material. Needs no model."""

import json

import pytest

from benchmarks.growth import Growth
from benchmarks.material import KINDS, english, made
from benchmarks.report import Measure, as_json, growth_table, measures_table
from benchmarks.worker import peak_bytes


@pytest.mark.parametrize(("power", "linear"), [(1, True), (2, False)])
def test_growth_tells_linear_from_quadratic(power, linear):
    row = Growth("made", 100, tuple(float(step**power) for step in (1, 2, 4)))
    assert row.linear is linear
    assert row.factor == pytest.approx(4 ** (power - 1))


def test_a_negligible_cost_is_no_matter_of_shape():
    assert Growth("made", 100, (0.0, 0.001, 0.01)).linear


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_the_length_asked_for(kind):
    assert [len(KINDS[kind](length)) for length in (1, 100, 1001)] == [1, 100, 1001]


def test_made_stories_differ_and_are_the_same_every_time():
    lines = list(made(20))
    assert lines == list(made(20))
    assert len({json.loads(line)["text"] for line in lines}) == 20


def test_the_english_before_a_bad_text_is_as_long_as_asked():
    assert len(english(4000).strip()) >= 3990


@pytest.mark.parametrize(
    ("measure", "passed"),
    [
        (Measure("x", 25, "stories/s", at_least=25), True),
        (Measure("x", 24.9, "stories/s", at_least=25), False),
        (Measure("x", 701, "MB", at_most=700), False),
        (Measure("x", 1, "s"), None),
    ],
)
def test_bounds(measure, passed):
    assert measure.passed is passed


def test_tables_and_json_hold_every_row():
    measures, grown = [Measure("x", 1, "s")], [Growth("made", 10, (1.0, 2.0, 4.0))]
    assert measures_table(measures, "title").row_count == growth_table(grown).row_count == 1
    told = json.loads(as_json("title", measures, grown))
    assert (told["measures"][0]["passed"], told["growth"][0]["linear"]) == (None, True)


def test_this_process_holds_memory():
    assert peak_bytes() > 1_000_000
