from __future__ import annotations

from dateline.extract.attributes import tree_of
from dateline.extract.attribution import Attribution
from dateline.extract.cited import with_citations
from tests.builders import parsed_story, where, words_of

FIN = "VerbForm=Fin"
CITING = f"""
The the DET 2 det
Courier = PROPN 3 nsubj
reported report VERB 0 root {FIN}
+, = PUNCT 5 punct
citing cite VERB 3 advcl
two = NUM 7 nummod
officials official NOUN 5 obj Number=Plur
+, = PUNCT 5 punct
that = SCONJ 12 mark
the = DET 11 det
port = NOUN 12 nsubj
closed close VERB 3 ccomp {FIN}
+. = PUNCT 3 punct
"""
QUOTED = f"""
Radio = NOUN 2 nsubj
quoted quote VERB 0 root {FIN}
Berg = PROPN 2 obj
as = SCONJ 5 mark
saying say VERB 2 advcl
the = DET 7 det
port = NOUN 8 nsubj
closed close VERB 5 ccomp {FIN}
+. = PUNCT 2 punct
"""


def found(table: str, *known: tuple[str, str, str]) -> list[tuple[str | None, ...]]:
    """Source, cue, content and who cites it, of each statement after these were known."""
    parsed = parsed_story(table)
    rows = [
        Attribution(where(parsed, cue), (where(parsed, source),), (where(parsed, told),), (1.0, 1.0, 1.0))
        for source, cue, told in known
    ]
    return [
        tuple(words_of(parsed, span) for span in (one.source[0], one.cue, one.content[0], one.medium))
        for one in with_citations(parsed, tree_of(parsed), rows)
    ]


def test_who_is_cited_says_what_the_paper_reports() -> None:
    told = "two officials, that the port closed"
    rows = found(CITING, ("The Courier", "reported", told), ("The Courier", "citing", told))
    assert rows == [
        ("The Courier", "reported", "that the port closed", None),
        ("two officials", "citing", "that the port closed", "The Courier"),
    ]


def test_a_document_that_is_cited_is_what_is_told() -> None:
    known = (("The Courier", "reported", "that the port closed"), ("The Courier", "citing", "two statutes"))
    assert [row[:3] for row in found(CITING.replace("officials official", "statutes statute"), *known)] == list(known)


def test_who_is_cited_for_nothing_says_nothing() -> None:
    assert found(CITING, ("The Courier", "citing", "two officials")) == [
        ("The Courier", "citing", "two officials", None)
    ]


def test_who_is_quoted_as_saying_it_says_it() -> None:
    said = [("Berg", "as saying", "the port closed", "Radio")]
    assert found(QUOTED, ("Radio", "quoted", "Berg as saying the port closed")) == said
    assert found(QUOTED) == said
