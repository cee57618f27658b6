"""Positions of sentences parsed by hand, with the statements that show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import BadTable
from dateline.extract import positions
from dateline.extract.positions.lexicon import read_issues
from dateline.record import Position, Record, Statement
from dateline.record.ids import finding_id
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story, where
from tests.extract.told import known


def stated(parsed: ParsedStory, record: Record, cue: str, content: str) -> Record:
    """The record with a statement of its only actor."""
    source, said, words = (
        parsed.story.span(parsed.tokens.start[a], parsed.tokens.end[b - 1])
        for a, b in (where(parsed, w) for w in ("Berg", cue, content))
    )
    spans = (source, said, words)
    row = Statement(
        id=finding_id(record.story.id, "statement", spans),
        source=(source,),
        cue=(said,),
        content=(words,),
        speaker=record.actors[0].id,
        form="indirect",
        kind="speech",
    )
    return record.with_findings(statements=(row,))


def found(table: str, cue: str, content: str) -> list[Position]:
    parsed = parsed_story(table)
    return list(positions.find(parsed, stated(parsed, known(parsed, {"Berg": ["Berg"]}), cue, content)).positions)


def test_who_rejects_a_thing_is_against_it():
    (one,) = found(
        "Berg = PROPN 2 nsubj\nrejected reject VERB 0 root\nthe = DET 4 det\nplan = NOUN 2 obj\n+. . PUNCT 2 punct",
        "rejected",
        "the plan",
    )
    assert (one.issue, one.stance) == ("plan", "oppose")
    assert len(one.statement) == 1


DEMANDED = """
    Berg = PROPN 2 nsubj
    demanded demand VERB 0 root
    an a DET 4 det
    end = NOUN 2 obj
    to = ADP 7 case
    the = DET 7 det
    strikes strike NOUN 4 nmod
    +. . PUNCT 2 punct
"""


def test_who_wants_an_end_of_a_thing_is_against_it():
    (one,) = found(DEMANDED, "demanded", "an end to the strikes")
    assert (one.issue, one.stance) == ("strikes", "oppose")


def test_what_is_only_supposed_creates_no_position():
    assert not found(
        """
        Berg = PROPN 2 nsubj
        said say VERB 0 root
        if = SCONJ 5 mark
        he = PRON 5 nsubj
        backs back VERB 7 advcl
        war = NOUN 5 obj
        lose = VERB 2 ccomp
        +. . PUNCT 2 punct
    """,
        "said",
        "if he backs war lose",
    )


def test_issues_of_the_users_own(tmp_path: Path):
    table = tmp_path / "issues.csv"
    table.write_text("issue,phrases\nArms for Kiev,lethal aid|lethal weaponry\nGas,\n", encoding="utf-8")
    arms, gas = read_issues(table)
    assert arms.phrases == ("lethal aid", "lethal weaponry")
    assert gas.phrases == ("gas",)
    table.write_text("name\nGas\n", encoding="utf-8")
    with pytest.raises(BadTable, match="valid are the columns issue, phrases"):
        read_issues(table)
