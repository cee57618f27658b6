"""The public names: what `import dateline` offers, and readers that know tables of the user's own."""

from importlib.metadata import version

import pytest

import dateline
from dateline import pipeline
from dateline.errors import BadTable
from dateline.record.table import actor_table
from dateline.resolve.places.gazetteer import gazetteer
from dateline.resolve.places.keys import key


def test_dir_shows_public_names_only():
    assert dir(dateline) == sorted([*dateline.__all__, "__version__"])
    assert all(hasattr(dateline, name) for name in dir(dateline))
    assert dateline.__version__ == version("dateline")


@pytest.mark.parametrize("tables", [{"actors": "missing.csv"}, {"gazetteer": "missing.tsv"}])
def test_a_reader_refuses_a_table_that_is_not_there(tables):
    with pytest.raises(BadTable, match="missing"):
        dateline.Reader(**tables)


def test_each_reader_has_its_own_tables(tmp_path, monkeypatch):
    actors, places = tmp_path / "mine.csv", tmp_path / "mine.csv.tsv"
    actors.write_text("name,code\nOstra League,NOR\n", encoding="utf-8")
    places.write_text("name\tlat\tlon\tcountry\nPort Ostra\t59\t10\tNOR\n", encoding="utf-8")
    known = []

    def looked(story, encoder):
        known.append((len(actor_table().named("Ostra League")), len(gazetteer().find(key("Port Ostra")))))

    monkeypatch.setattr(pipeline, "Encoder", lambda: None)
    monkeypatch.setattr(pipeline, "read_story", looked)
    own, plain = dateline.Reader(actors=actors, gazetteer=str(places)), dateline.Reader()
    for reader in (own, plain, own):
        reader.read("Rain fell.")
    assert known == [(1, 1), (0, 0), (1, 1)]
