"""Which country a name means that the gazetteer has for another ("Congo"). Takes keys of names, gives those to look up.

The actor tables say which one (data/countries.csv), and the words of the story beside it (data/shared_names.csv).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.record.words import countries
from dateline.resolve.items import Scene
from dateline.resolve.places.gazetteer import gazetteer
from dateline.resolve.places.keys import key
from dateline.resolve.shared_names import meant


def countries_meant(scene: Scene, keys: Iterable[str]) -> dict[str, str]:
    """For the keys of such names, the key of the official name of the country that each means in this story."""
    known = countries()
    codes = {
        wanted: next((k for k in meant(scene, name, []) if k in known.codes), known.names[name])
        for wanted, name in ((one, doubtful()[one]) for one in set(keys) & doubtful().keys())
    }
    return {wanted: key(known.official[code]) for wanted, code in codes.items()}


@cache
def doubtful() -> dict[str, str]:
    """The names of countries that the gazetteer has for another one, by their keys."""
    known, places = countries().names, gazetteer()
    return {
        key(name): name
        for name, code in known.items()
        if places.country(code) is not None and other_country(name, code)
    }


def other_country(name: str, code: str) -> bool:
    """Whether the gazetteer knows a country by this name that is not this one."""
    return any(c.row.precision == "country" and c.row.country != code for c in gazetteer().find(key(name)))
