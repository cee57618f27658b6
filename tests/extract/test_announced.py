from __future__ import annotations

from dateline.extract.announced import announced
from dateline.extract.attributes import tree_of
from dateline.extract.headlines import headlines
from tests.builders import parsed_story, words_of

WROTE = """
# body
Berg = PROPN 2 nsubj
wrote write VERB 0 root
to = ADP 5 case
her = PRON 5 nmod:poss
sister = NOUN 2 obl
+: = PUNCT 2 punct

# body
“ = PUNCT 3 punct
Nobody = PRON 3 nsubj
came come VERB 0 root
back = ADV 3 advmod
+. = PUNCT 3 punct
” = PUNCT 3 punct
"""
HEADLINE = """
# headline
Town = NOUN 2 nsubj
lost lose VERB 5 ccomp
heart = NOUN 2 obj
+, = PUNCT 5 punct
says say VERB 0 root
Ida = PROPN 5 nsubj
Berg = PROPN 6 flat
"""


def parts(parsed, found):
    return [(words_of(parsed, o.source[0]), words_of(parsed, o.cue), words_of(parsed, o.content[0])) for o in found]


def test_a_quotation_below_a_sentence_that_ends_in_a_colon_is_its_subjects():
    parsed = parsed_story(WROTE)
    assert parts(parsed, announced(parsed, tree_of(parsed), [])) == [("Berg", "wrote", "“Nobody came back.”")]


def test_what_a_statement_has_is_not_announced_again():
    parsed = parsed_story(WROTE)
    tree = tree_of(parsed)
    assert announced(parsed, tree, announced(parsed, tree, [])) == []


def test_a_verb_that_says_nothing_announces_nothing():
    parsed = parsed_story(WROTE.replace("wrote write", "went go"))
    assert announced(parsed, tree_of(parsed), []) == []


def test_a_headline_ends_in_who_says_it():
    parsed = parsed_story(HEADLINE)
    found = headlines(parsed, [])
    assert parts(parsed, found) == [("Ida Berg", "says", "Town lost heart")]
    assert headlines(parsed, found) == []


def test_running_text_is_no_headline():
    assert headlines(parsed_story(HEADLINE.replace("# headline", "# body")), []) == []
