from __future__ import annotations

from dateline.extract.phrasing import whole_cue
from tests.builders import parsed_story

STORY = parsed_story("""
Hale = PROPN 4 nsubj
had have AUX 4 aux
already = ADV 4 advmod
promised promise VERB 0 root
to = PART 6 mark
pay = VERB 4 xcomp
+. = PUNCT 4 punct
""")


def test_a_helper_alone_is_a_cue_with_its_verb() -> None:
    assert whole_cue(STORY, (1, 2)) == (1, 4)


def test_a_verb_is_a_cue_as_it_stands() -> None:
    assert whole_cue(STORY, (3, 4)) == (3, 4)
    assert whole_cue(STORY, (6, 7)) == (6, 7)


def test_a_particle_without_a_verb_is_no_cue() -> None:
    lone = parsed_story("Hale = PROPN 0 root\nto = PART 1 dep\npay = NOUN 1 dep")
    assert whole_cue(lone, (1, 2)) is None
