from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.extract.attributes import Parts
from dateline.extract.continuations import continuations, goes_on, owners, subject_before, with_openings
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story


def quoted(*paragraphs: str) -> ParsedStory:
    """Paragraphs of bare words; quotation marks stand apart."""
    blocks = ["# body\n" + "\n".join(f"{word} = X 0 root" for word in p.split()) for p in paragraphs]
    return parsed_story("\n\n".join(blocks))


SAID = "“ It held . ” said Lee ."
MORE = "“ It will hold again . ”"


def found(parsed: ParsedStory) -> list[tuple[int, str]]:
    """What goes on with a statement whose content is the first quotation."""
    first = parsed.quotations[0]
    parts = [Parts(((6, 7),), ((5, 6),), ((first.first, first.last),))]
    return [(k, " ".join(parsed.tokens.text[a:b])) for k, (a, b) in continuations(parsed, parts)]


def test_a_quotation_in_a_paragraph_of_its_own_goes_on() -> None:
    assert found(quoted(SAID, MORE)) == [(0, MORE)]


def test_one_after_another_goes_on_with_the_same_statement() -> None:
    assert found(quoted(SAID, MORE, MORE)) == [(0, MORE), (0, MORE)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (SAID, "Rain fell .", MORE),
        (SAID, MORE + " asked Kim ."),
        (SAID, "Kim : " + MORE),
        (SAID + " " + MORE,),
        (SAID, "“ Never . ”"),
        (SAID,),
    ],
    ids=["a paragraph between", "words after", "words before", "the same paragraph", "too short", "no more"],
)
def test_what_does_not_go_on(paragraphs: tuple[str, ...]) -> None:
    assert found(quoted(*paragraphs)) == []


def test_a_quotation_that_nobody_said_starts_nothing() -> None:
    assert list(continuations(quoted(MORE, MORE), [])) == []


def test_a_quotation_belongs_to_the_statement_that_covers_any_of_it() -> None:
    parsed = quoted(SAID, MORE)
    second = parsed.quotations[1]
    parts = [Parts((), (), ((0, 2),)), Parts((), (), ((second.last - 2, second.last),))]
    assert owners(parsed, parts) == [0, 1]
    assert owners(parsed, []) == [None, None]


def test_the_end_of_the_story_closes_a_paragraph() -> None:
    parsed = quoted(SAID, MORE)
    assert goes_on(parsed, *parsed.quotations)


def test_the_paragraphs_before_of_one_quotation_belong_to_the_statement():
    parsed = quoted("“ It held . ”", SAID)
    first, second = parsed.quotations
    run = replace(parsed, quotations=(replace(first, closed=False), replace(second, continues=True)))
    parts = [Parts((), (), ((second.first, second.last),))]
    assert with_openings(run, parts) == [((first.first, first.last), (second.first, second.last))]
    assert with_openings(parsed, parts) == [((second.first, second.last),)]


LOOKED = """
# body
Olena = PROPN 2 nsubj
looked look VERB 0 root
away = ADV 2 advmod
+. = PUNCT 2 punct

“ = PUNCT 3 punct
It = PRON 3 nsubj
fell fall VERB 0 root
+. = PUNCT 3 punct
” = PUNCT 3 punct
"""


def test_the_sentence_right_before_a_quotation_has_one_subject():
    parsed = parsed_story(LOOKED)
    q = parsed.quotations[0]
    assert subject_before(parsed, (q.first, q.last)) == (0, 1)
    apart = parsed_story(LOOKED.replace("\n\n“", "\n\n# body\n“"))
    assert subject_before(apart, (q.first, q.last)) is None
    two = parsed_story(LOOKED.replace("away = ADV 2 advmod", "Per = PROPN 1 conj"))
    assert subject_before(two, (q.first, q.last)) is None
