from __future__ import annotations

import pytest

from dateline.resolve.sectors import countries_in, entries, read_phrase, sectors_of
from tests.builders import parsed_story

SECTORS = frozenset([
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "NONE",
])  # fmt: skip


def sectors(phrase: str, head: int) -> tuple[str, ...]:
    return sectors_of([(word.lower(), word.lower()) for word in phrase.split()], head)[0]


@pytest.mark.parametrize(
    ("phrase", "head", "expected"),
    [
        ("police", 0, ("COP",)),
        ("foreign minister", 1, ("GOV",)),
        ("opposition lawmaker", 1, ("OPP", "LEG")),
        ("former president", 1, ("ELI", "GOV")),
        ("rebel commander", 1, ("REB", "MIL")),
        ("army spokesman", 1, ("MIL",)),
        ("student leader", 1, ("EDU",)),
        ("union official", 1, ("LAB",)),
        ("spokesman for the army", 0, ("MIL",)),
        ("head of the central bank", 0, ("GOV",)),
        ("defense secretary", 1, ("GOV", "MIL")),
        ("secretary general", 1, ()),
        ("leader", 0, ()),
        ("table", 0, ()),
        ("intelligence chief", 1, ("SPY",)),
        ("state news agency", 2, ("JRN", "GOV")),
        ("football captain", 1, ()),
        ("army captain", 1, ("MIL",)),
        ("king of norway", 0, ("GOV",)),
        ("striker", 0, ("CVL",)),
        ("european union foreign minister", 3, ("GOV",)),
        ("foreign policy chief", 2, ("GOV",)),
        ("hong kong 's chief executive", 4, ("GOV",)),
        ("chief executive", 1, ("BUS",)),
        ("village chief", 1, ("SOC",)),
        ("deputy chairman", 1, ()),
        ("nuclear inspector", 1, ()),
        ("police inspector", 1, ("COP",)),
        ("defence lawyer", 1, ()),
        ("staff writer", 1, ("JRN",)),
    ],
)
def test_what_a_phrase_says(phrase: str, head: int, expected: tuple[str, ...]) -> None:
    assert sectors(phrase, head) == expected


def test_every_entry_is_a_sector_of_plover() -> None:
    assert {entry.sector for some in entries().values() for entry in some} <= SECTORS


FIGURATIVE = [
    ("king of pop = NOUN", ()),
    ("army of fans fan NOUN", ()),
    ("queen of tennis = NOUN", ()),
    ("king of Norway = PROPN", ("GOV",)),
    ("army of Norway = PROPN", ("MIL",)),
]


@pytest.mark.parametrize(("phrase", "expected"), FIGURATIVE)
def test_who_rules_a_common_noun_is_of_no_state(phrase: str, expected: tuple[str, ...]) -> None:
    head, of, word, lemma, tag = phrase.split()
    parsed = parsed_story(f"{head} = NOUN 0 root\n{of} = ADP 3 case\n{word} {lemma} {tag} 1 nmod")
    assert read_phrase(parsed, 0, 3, 0).sectors == expected


def code(words: str, head: int) -> str | None:
    table = "\n".join(
        f"{word} = NOUN {'0 root' if k == head else f'{head + 1} nmod'}" for k, word in enumerate(words.split())
    )
    parsed = parsed_story(table)
    return read_phrase(parsed, 0, len(parsed.tokens), head).code


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("Norwegian police", 1, "NOR"),
        ("South Korean officials", 2, "KOR"),
        ("U.S. ambassador to Syria", 1, "USA"),
        ("ambassador to Syria", 0, None),
        ("parliament of Iraq", 0, "IRQ"),
        ("Iranian - backed militia", 3, None),
        ("pro - Russian separatists", 3, None),
        ("Catalan leaders", 1, "ESP"),
        ("police", 0, None),
    ],
)
def test_whose_a_phrase_says_someone_is(words: str, head: int, expected: str | None) -> None:
    assert code(words, head) == expected


def test_the_country_is_the_one_named_last() -> None:
    text = ["Norway", "fears", "rebels", "in", "the", "country", "'s", "east"]
    parsed = parsed_story("\n".join(f"{word} = NOUN {'0 root' if k == 2 else '3 nmod'}" for k, word in enumerate(text)))
    assert read_phrase(parsed, 2, 8, 2).code == "NOR"


def test_the_countries_of_a_text() -> None:
    text = ["The", "Norwegians", "met", "South", "Korean", "envoys", "in", "Riyadh"]
    assert set(countries_in(text)) == {"NOR", "KOR", "SAU"}
