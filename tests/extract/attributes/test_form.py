from __future__ import annotations

from dateline.extract.attributes.form import content_spans, form_of, quotation_spans
from dateline.extract.attributes.parts import Parts
from tests.builders import parsed_story, where
from tests.extract.attributes.sentences import MIXED, WILL_BUILD

NAME = """
Kari = PROPN 2 nsubj
said say VERB 0 root
the = DET 6 det
“ = PUNCT 6 punct
Northern = PROPN 6 compound
Star = PROPN 8 nsubj
” = PUNCT 6 punct
sank sink VERB 2 ccomp
near = ADP 11 case
the = DET 11 det
coast = NOUN 8 obl
"""

INSIDE = """
“ = PUNCT 3 punct
Kari = PROPN 3 nsubj
said say VERB 0 root
he = PRON 5 nsubj
left leave VERB 3 ccomp
+. . PUNCT 3 punct
” = PUNCT 3 punct
"""


def forms(table: str, cue: str, content: str) -> tuple[str, list[str], list[str]]:
    parsed = parsed_story(table)
    parts = Parts((), (where(parsed, cue),), (where(parsed, content),))
    return (
        form_of(parsed, parts),
        [span.text for span in content_spans(parsed, parts)],
        [span.text for span in quotation_spans(parsed, parts)],
    )


def test_a_whole_quotation_is_direct_and_loses_its_marks():
    assert forms(WILL_BUILD, "said", "“We will build it,”") == (
        "direct",
        ["We will build it,"],
        ["“We will build it,”"],
    )


def test_one_mark_left_over_is_cut_off():
    assert forms(WILL_BUILD, "said", "“We will build it,")[1] == ["We will build it,"]


def test_a_part_in_marks_is_mixed_and_keeps_them():
    assert forms(MIXED, "called", "the raid “a crime”") == ("mixed", ["the raid “a crime”"], ["“a crime”"])


def test_a_name_in_marks_is_no_quotation():
    assert forms(NAME, "said", "the “Northern Star” sank near the coast")[0] == "indirect"


def test_a_quotation_that_holds_the_cue_is_of_someone_else():
    assert forms(INSIDE, "said", "he left")[0] == "indirect"
