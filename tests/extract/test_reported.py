from __future__ import annotations

import pytest

from dateline.extract.attributes import tree_of
from dateline.extract.attribution import Attribution
from dateline.extract.reported import reported
from tests.builders import parsed_story, where, words_of

FIN = "VerbForm=Fin"
DENIED = f"""
Solano = PROPN 2 nsubj
said say VERB 0 root {FIN}
that = SCONJ 5 mark
Dosch = PROPN 5 nsubj
told tell VERB 2 ccomp {FIN}
her she PRON 5 iobj
that = SCONJ 11 mark
the = DET 9 det
generals general NOUN 11 nsubj
had have AUX 11 aux {FIN}
denied deny VERB 5 ccomp
ordering order VERB 11 advcl
the = DET 14 det
strike = NOUN 12 obj
+. = PUNCT 2 punct
"""
PROMISED = f"""
Union = NOUN 2 nsubj
said say VERB 0 root {FIN}
Hale = PROPN 5 nsubj
had have AUX 5 aux {FIN}
promised promise VERB 2 ccomp
to = PART 7 mark
pay = VERB 5 xcomp
+. = PUNCT 2 punct
"""
INVITED = f"""
Holt = PROPN 2 nsubj
invited invite VERB 0 root {FIN}
the = DET 4 det
rebels rebel NOUN 2 obj
to = PART 6 mark
talk = VERB 2 xcomp
+. = PUNCT 2 punct
"""
CALLED_ON = f"""
Holt = PROPN 2 nsubj
called call VERB 0 root {FIN}
on = ADP 5 case
both = DET 5 det
sides side NOUN 2 obl
to = PART 7 mark
stop = VERB 2 advcl
+. = PUNCT 2 punct
"""


def found(table: str, *outer: tuple[str, str]) -> list[tuple[str | None, ...]]:
    """Source, cue and content of what syntax shows inside statements of these cues and contents."""
    parsed = parsed_story(table)
    known = [Attribution(where(parsed, cue), (), (where(parsed, told),), (1.0, 1.0, 1.0)) for cue, told in outer]
    rows = reported(parsed, tree_of(parsed), known)
    return [tuple(words_of(parsed, span) for span in (one.source[0], one.cue, one.content[0])) for one in rows]


def test_what_is_told_inside_what_is_told() -> None:
    outer = ("said", "that Dosch told her that the generals had denied ordering the strike")
    assert found(DENIED, outer) == [
        ("Dosch", "told", "that the generals had denied ordering the strike"),
        ("the generals", "had denied", "ordering the strike"),
    ]


def test_a_clause_outside_any_content_is_left_to_the_encoder() -> None:
    assert found(DENIED) == []


def test_a_deed_that_is_promised_inside() -> None:
    assert found(PROMISED, ("said", "Hale had promised to pay")) == [("Hale", "had promised", "to pay")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("had have AUX", "would = AUX"),
        ("had have AUX 5 aux", "never = ADV 5 advmod"),
        ("Hale = PROPN 5 nsubj", "you = PRON 5 nsubj"),
        ("Hale = PROPN 5 nsubj", "I = PRON 5 nsubj"),
        ("Hale = PROPN 5 nsubj", "Hale = PROPN 5 nsubj:pass"),
        ("promised promise", "danced dance"),
    ],
    ids=["would", "never", "you", "I", "passive", "no speech"],
)
def test_what_was_not_said_or_has_no_speaker_of_its_own(old: str, new: str) -> None:
    assert found(PROMISED.replace(old, new), ("said", "pay")) == []


def test_what_is_said_under_a_condition_was_not_said() -> None:
    table = PROMISED.replace("Hale = PROPN 5 nsubj", "if = SCONJ 5 mark").replace("Union = NOUN 2", "Hale = PROPN 5")
    assert found(table, ("said", "pay")) == []


def test_whom_one_asks_to_do_a_deed() -> None:
    assert found(INVITED) == [("Holt", "invited", "to talk")]
    assert found(CALLED_ON) == [("Holt", "called on", "both sides to stop")]


def test_an_inner_part_stays_within_the_content_around_it() -> None:
    table = PROMISED.replace("Hale = PROPN 5 nsubj", "Hale = PROPN 5 nsubj").replace("Union = NOUN 2", "Union = NOUN 3")
    assert found(table, ("said", "Hale had promised to pay")) == [("Hale", "had promised", "to pay")]
