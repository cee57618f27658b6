"""Whole sentences through the shipped encoder: who is kept apart, who is one, and what a name stands for."""

from collections.abc import Callable

import pytest

from dateline import Reader
from dateline.record import Actor, Record


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def speakers(record: Record) -> list[Actor]:
    actors = {a.id: a for a in record.actors}
    return [actors[s.speaker] for s in record.statements if s.speaker]


CODES = [
    ("Prime Minister Rishi Sunak met reporters. Spain's prime minister said the talks were over.", "2023-05-05", "ESP"),
    ("Foreign Minister Ida Berg of Norway met aides. Japan's foreign minister said talks had failed.", None, "JPN"),
    ("Jordan's king spoke on Monday. Jordan Henderson said he would stay.", None, None),
    ("EU leaders met on Monday. Brussels said Hungary must pay. The European Commission met.", None, "EUR"),
    ("Congo's president, Felix Tshisekedi, said war was an option. M23 rebels hold Goma.", "2024-05-05", "COD"),
    ("The Kremlin said it would wait. Spokesman Pavel Orlin said talks were off.", None, "RUS"),
]


@pytest.mark.parametrize(("text", "published", "code"), CODES)
def test_a_speaker_belongs_to_his_own_country(
    reader: Reader, text: str, published: str | None, code: str | None
) -> None:
    assert speakers(reader.read(text, published=published))[-1].code == code


APART: list[tuple[str, Callable[[Record], bool]]] = [
    ("Italy's defense minister and Japan's finance minister met.", lambda r: len({a.code for a in r.actors}) >= 2),
    ("Israel Katz said Israel would respond.", lambda r: {a.kind for a in r.actors} == {"person", "state"}),
]


@pytest.mark.parametrize(("text", "holds"), APART)
def test_those_of_different_countries_or_kinds_are_two(
    reader: Reader, text: str, holds: Callable[[Record], bool]
) -> None:
    assert holds(reader.read(text))


def test_towns_that_are_taken_or_shelled_are_places(reader: Reader) -> None:
    record = reader.read("Russia said its forces had captured Soledar. Kharkiv was shelled overnight.")
    assert [(p.name, p.country) for p in record.places] == [("Soledar", "UKR"), ("Kharkiv", "UKR")]


def test_a_noun_that_opens_a_sentence_is_no_person(reader: Reader) -> None:
    record = reader.read("Rebels deny the massacre. The rebels said soldiers had done it.")
    assert {(a.name, a.kind) for a in speakers(record)} == {("Rebels", "group")}
