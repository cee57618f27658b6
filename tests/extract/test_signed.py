from __future__ import annotations

from dateline.extract.signed import signed
from tests.builders import parsed_story, words_of

SIGNED = """
“ “ PUNCT 3 punct
We we PRON 3 nsubj
won win VERB 0 root
+. . PUNCT 3 punct
” ” PUNCT 3 punct
— — PUNCT 7 punct
Mara = PROPN 3 dep
Quist = PROPN 7 flat
+, , PUNCT 10 punct
mayor = NOUN 7 appos
"""


def test_a_quotation_signed_after_a_dash() -> None:
    parsed = parsed_story(SIGNED)
    (found,) = signed(parsed, [])
    assert words_of(parsed, found.source[0]) == "Mara Quist"
    assert words_of(parsed, found.cue) == "—"
    assert found.content == ((0, 5),)
    assert found.rule == "signed quotation"


def test_a_quotation_that_has_a_statement_is_left_to_it() -> None:
    assert signed(parsed_story(SIGNED), [(0, 5)]) == []


def test_a_sentence_that_goes_on_after_a_dash_signs_nothing() -> None:
    assert signed(parsed_story(SIGNED.replace("mayor = NOUN 7 appos", "wept weep VERB 7 conj")), []) == []


def test_a_signature_may_say_what_was_spoken_of() -> None:
    parsed = parsed_story(
        SIGNED.replace("mayor = NOUN 7 appos", "on = ADP 11 case\nwhat = PRON 12 obj\nwon win VERB 7 acl")
    )
    (found,) = signed(parsed, [])
    assert words_of(parsed, found.source[0]) == "Mara Quist"
