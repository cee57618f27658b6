from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.extract.attribution import attributions, candidates
from dateline.extract.phrasing import after_quotation, before_quotation, one_phrase, quoted_one, whole_clause, with_noun
from dateline.record.parsed import CueLinks, ParsedStory, Quotation, Scores
from tests.builders import parsed_story

N = 12
Roles = dict[str, list[tuple[int, int]]]


def story(roles: Roles, links: list[CueLinks], quotations: tuple[Quotation, ...] = ()) -> ParsedStory:
    """Twelve words w0 ... w11, none of which depends on another, tagged and linked as told."""
    table = "\n".join(f"w{i} = NOUN 0 root" for i in range(N))
    tags = np.zeros((N, 9), np.float32)
    tags[:, (0, 3, 6)] = 1.0
    for k, name in enumerate(("source", "cue", "content")):
        for a, b in roles.get(name, []):
            tags[a:b, 3 * k : 3 * k + 3] = (0, 0, 1)
            tags[a, 3 * k : 3 * k + 3] = (0, 1, 0)
    scores = Scores(np.zeros((N, 21), np.float32), tags, tuple(links))
    return replace(parsed_story(table), scores=scores, quotations=quotations)


def link(first: int, last: int, source: range, content: range, p: float = 0.9) -> CueLinks:
    rows = np.full((2, N), 0.02, np.float32)
    rows[0, source.start : source.stop] = 0.9
    rows[1, content.start : content.stop] = 0.9
    return CueLinks(first, last, p, 0, rows[0], rows[1])


def test_one_source_serves_two_statements() -> None:
    roles = {"source": [(0, 2)], "content": [(3, 5), (7, 9)]}
    found = candidates(story(roles, [link(2, 3, range(2), range(3, 5)), link(6, 7, range(2), range(7, 9))]))
    assert [(a.source, a.cue, a.content) for a in found] == [
        (((0, 2),), (2, 3), ((3, 5),)),
        (((0, 2),), (6, 7), ((7, 9),)),
    ]


def test_content_on_both_sides_of_its_cue_is_one_statement() -> None:
    roles = {"source": [(4, 5)], "content": [(0, 4), (6, 9)]}
    both = link(5, 6, range(4, 5), range(4))
    both.content[6:9] = 0.9
    (found,) = candidates(story(roles, [both]))
    assert found.content == ((0, 4), (6, 9))


def test_content_goes_to_the_cue_that_claims_it_most() -> None:
    roles = {"content": [(4, 7)]}
    near, far = link(3, 4, range(0), range(4, 7)), link(9, 10, range(0), range(4, 7))
    far.content[4:7] = 0.4
    found = {a.cue: a.content for a in candidates(story(roles, [near, far]))}
    assert found[3, 4] == ((4, 7),)


def test_an_improbable_cue_makes_no_statement() -> None:
    assert attributions(story({"content": [(3, 5)]}, [link(2, 3, range(2), range(3, 5), p=0.2)])) == []


def test_a_statement_without_source_has_none() -> None:
    (found,) = candidates(story({"content": [(3, 5)]}, [link(2, 3, range(0), range(3, 5))]))
    assert found.source == ()


def test_a_cue_inside_content_has_that_statement_as_parent() -> None:
    roles = {"source": [(0, 1)], "content": [(2, 8)]}
    inner = link(4, 5, range(3, 4), range(5, 8))
    outer, nested = candidates(story(roles, [link(1, 2, range(1), range(2, 8)), inner]))
    assert outer.parent is None
    assert nested.parent == 0
    assert outer.content == ((2, 8),)
    assert nested.content == ((5, 8),)


def test_content_that_covers_most_of_a_quotation_takes_all_of_it() -> None:
    quotation = Quotation(0, 1, 0, 1, 3, 8)
    (found,) = candidates(story({"content": [(4, 7)]}, [link(1, 2, range(1), range(4, 7))], (quotation,)))
    assert found.content == ((3, 8),)


def test_statements_that_hold_each_other_are_no_ring() -> None:
    roles = {"content": [(0, 4), (6, 10)]}
    left, right = link(7, 8, range(0), range(4)), link(1, 2, range(0), range(6, 10))
    found = candidates(story(roles, [right, left]))
    assert [(a.cue, a.parent) for a in found] == [((1, 2), None), ((7, 8), 0)]


def test_a_source_does_not_go_on_over_a_line_that_begins_a_sentence() -> None:
    lines = ["\n".join(f"w{i} = NOUN 0 root" for i in rows) for rows in (range(2), range(2, N))]
    parsed = parsed_story(f"# caption\n{lines[0]}\n\n# body\n{lines[1]}")
    told = link(4, 5, range(4), range(6, 9))
    roles = story({"source": [(0, 4)], "content": [(6, 9)]}, []).scores.roles
    (found,) = candidates(replace(parsed, scores=Scores(parsed.scores.names, roles, (told,))))
    assert found.source == ((2, 4),)


def test_the_clause_that_reports_a_source_is_no_part_of_it() -> None:
    table = """
NPR = PROPN 2 nsubj
reported report VERB 0 root
the = DET 4 det
minister = NOUN 5 nsubj
recommended recommend VERB 2 ccomp
talks talk NOUN 5 obj
"""
    parsed = parsed_story(table)
    told = CueLinks(4, 5, 0.9, 0, np.zeros(6, np.float32), np.zeros(6, np.float32))
    assert one_phrase(parsed, told, (0, 4)) == (2, 4)
    assert one_phrase(parsed, told, (2, 4)) == (2, 4)


def quoted(a: int, b: int) -> Quotation:
    """A quotation of words [a, b) of the story."""
    tokens = story({}, []).tokens
    start, end = tokens.start[a], tokens.end[b - 1]
    return Quotation(start, end, start, end, a, b)


def test_a_cue_inside_a_quotation_has_its_content_there() -> None:
    roles = {"content": [(0, 6), (8, 12)]}
    inner = link(3, 4, range(0), range(8, 12))
    outer = link(6, 7, range(0), range(6))
    outer.content[8:12] = 0.5
    found = {a.cue: a.content for a in candidates(story(roles, [inner, outer], (quoted(0, 6), quoted(8, 12))))}
    assert found[6, 7] == ((0, 6), (8, 12))
    assert (3, 4) not in found


def test_content_goes_to_the_surer_cue() -> None:
    roles = {"content": [(4, 7)]}
    doubtful, sure = link(3, 4, range(0), range(4, 7), p=0.4), link(9, 10, range(0), range(4, 7))
    sure.content[4:7] = 0.85
    assert [a.cue for a in candidates(story(roles, [doubtful, sure]))] == [(9, 10)]


def test_who_refuses_to_speak_gets_no_quotation_of_another() -> None:
    roles = {"source": [(5, 6), (8, 9)], "content": [(0, 4)]}
    said, refused = link(4, 5, range(5, 6), range(4)), link(9, 10, range(8, 9), range(2))
    assert [a.cue for a in candidates(story(roles, [said, refused], (quoted(0, 4),)))] == [(4, 5)]


def test_a_source_that_fits_badly_gives_way_to_the_one_that_the_cue_points_to() -> None:
    roles = {"source": [(0, 2)], "content": [(6, 9)]}
    pointing = link(5, 6, range(4, 5), range(6, 9))
    pointing.source[0:2] = 0.2
    (found,) = candidates(story(roles, [pointing]))
    assert found.source == ((4, 5),)


CLAIM = """
a = DET 2 det
claim = NOUN 5 obj
the = DET 4 det
house = NOUN 5 nsubj
rejected reject VERB 0 root
"""


def test_a_phrase_does_not_end_in_its_article() -> None:
    parsed = parsed_story(CLAIM)
    assert with_noun(parsed, (0, 1), [(4, 5), (2, 4)]) == (0, 2)
    assert with_noun(parsed, (2, 3), [(2, 4)]) == (2, 3)
    assert with_noun(parsed, (0, 2), []) == (0, 2)


QUOTED = """
Dahl = PROPN 3 nsubj:pass
was be AUX 3 aux:pass
quoted quote VERB 0 root
as = SCONJ 5 mark
saying say VERB 3 advcl
no = INTJ 5 obj
"""


def test_who_was_quoted_is_the_source() -> None:
    assert quoted_one(parsed_story(QUOTED), 1, 5) == (0, 1)
    assert quoted_one(parsed_story(QUOTED.replace("aux:pass", "aux")), 1, 5) is None


ANGRY = """
Dahl = PROPN 2 nsubj
feared fear VERB 0 root
the = DET 4 det
vote = NOUN 2 obj
+. = PUNCT 2 punct

“ = PUNCT 3 punct
Nobody = PRON 3 nsubj
won win VERB 0 root
+. = PUNCT 3 punct
” = PUNCT 3 punct
"""


def test_words_that_are_not_quoted_do_not_run_on_into_a_quoted_sentence() -> None:
    assert before_quotation(parsed_story(ANGRY), (2, 10)) == (2, 4)
    assert before_quotation(parsed_story(ANGRY), (5, 10)) == (5, 10)


THEN = """
“ = PUNCT 3 punct
It = PRON 3 nsubj
ended end VERB 0 root
+. = PUNCT 3 punct
” = PUNCT 3 punct

Then = ADV 3 advmod
he = PRON 3 nsubj
left leave VERB 0 root
+. = PUNCT 3 punct
"""


def test_a_quoted_sentence_does_not_run_on_into_what_happened_next() -> None:
    assert after_quotation(parsed_story(THEN), (0, 8)) == (0, 5)
    assert after_quotation(parsed_story(THEN), (1, 8)) == (1, 8)
    assert after_quotation(parsed_story(THEN), (0, 5)) == (0, 5)


OFFICIALS = """
Two two NUM 2 nummod
officials official NOUN 8 nsubj
+, = PUNCT 6 punct
who = PRON 6 nsubj
were be AUX 6 aux
briefed brief VERB 2 acl:relcl
+, = PUNCT 6 punct
said say VERB 0 root
so = ADV 8 advmod
"""


def test_a_source_does_not_end_within_the_clause_about_it() -> None:
    parsed = parsed_story(OFFICIALS)
    after = CueLinks(7, 8, 0.9, 0, np.zeros(9, np.float32), np.zeros(9, np.float32))
    assert whole_clause(parsed, after, (0, 5)) == (0, 7)
    assert whole_clause(parsed, replace(after, first=5), (0, 5)) == (0, 2)
    assert whole_clause(parsed, after, (0, 2)) == (0, 2)
