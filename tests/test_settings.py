"""Settings come from the environment, once."""

import pytest

from dateline.settings import Settings, read_settings, settings


def test_defaults():
    assert read_settings({}) == Settings()


def test_an_empty_variable_is_none():
    assert read_settings({"DATELINE_MAX_CHARACTERS": ""}) == Settings()


def test_a_variable_sets_its_field():
    assert read_settings({"DATELINE_MAX_CHARACTERS": "12", "OTHER": "x"}) == Settings(max_characters=12)


@pytest.mark.parametrize("value", ["many", "-1", "0", "1.5", "²"])
def test_what_is_no_positive_number_is_refused(value):
    with pytest.raises(ValueError, match=r"DATELINE_MAX_CHARACTERS is .*; valid is a positive whole number"):
        read_settings({"DATELINE_MAX_CHARACTERS": value})


def test_a_file_of_places():
    assert read_settings({"DATELINE_GAZETTEER": "more.tsv"}) == Settings(gazetteer="more.tsv")


def test_the_environment_is_read_once(monkeypatch):
    before = settings()
    monkeypatch.setenv("DATELINE_MAX_CHARACTERS", "1")
    assert settings() is before
