"""The North and the South as states, in stories of a divided country and in others."""

from dateline.record.words import divided
from tests.resolve.phrases import sentence
from tests.resolve.sentences import story


def actors_of(*names: str, **found: list[str]) -> list[tuple[str, str | None]]:
    """Name and code of the actor of each name that says something, in order."""
    record = story(*(sentence(name, "said") for name in names), **found)
    known = {actor.id: actor for actor in record.actors}
    heads = {name.removeprefix("the ") for name in names}
    rows = [known.get(m.actor or "") for m in record.mentions if m.head.text in heads]
    return [(a.name, a.code) if a else ("", None) for a in rows]


def test_the_north_and_the_south_are_the_states_that_the_story_names():
    names = ("South Korea", "the North", "the South")
    found = actors_of(*names, place=["South Korea", "North", "South"])
    assert found == [("South Korea", "KOR"), ("North Korea", "PRK"), ("South Korea", "KOR")]


def test_elsewhere_the_north_is_no_state():
    found = actors_of("Norway", "the North", place=["Norway", "North"])
    assert [code for _, code in found[1:]] in ([None], [])


def test_halves_are_read_off_the_names_and_peoples_of_countries():
    assert divided()["North", "Korean"] == {"North": "PRK", "South": "KOR"}
    assert ("South", "Africa") not in divided()
    assert ("South", "Sudan") not in divided()
