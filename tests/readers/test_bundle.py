"""Bundles of texts, in the layouts that Factiva and LexisNexis write; the stories are of our own writing."""

import io

from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import bundle
from dateline.record import Story
from dateline.record.failure import Failure
from tests.readers.pages import SENTENCES


def read(text):
    return list(bundle.read(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def wrapped(sentence):
    """A sentence in two lines, as exports wrap them."""
    cut = sentence.index(" ", 60)
    return sentence[:cut] + "\n" + sentence[cut + 1 :]


TEXT = "\n\n".join(wrapped(one) for one in SENTENCES[:3])
WHOLE = "\n\n".join(SENTENCES[:3])

LEXIS = f"""


                               {{n}} of 2 DOCUMENTS


                                   The Gull

                            March 14, 2031 Friday
                              Late City Edition

Ferry talks, night {{n}}

BYLINE: By NELL HARROW

SECTION: NEWS; Pg. 4

LENGTH: 214 words

DATELINE: LOWER MARREN

{TEXT}

LOAD-DATE: March 15, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                   Copyright 2031 The Gull Company
"""
NEXIS = f"""Ferry talks, night {{n}}
The Gull
March 14, 2031 Friday

Copyright 2031 The Gull Company All Rights Reserved
Section: NEWS; Pg. 4
Length: 214 words
Byline: Nell Harrow
Body


{TEXT}


Load-Date: March 15, 2031


End of Document

"""
FACTIVA = f"""Ferry talks, night {{n}}
By Nell Harrow
214 words
14 March 2031
18:05
The Gull
GULL
A4
English
(c) 2031 The Gull Company

{TEXT}

Document GULL000020310314e73e0001{{n}}

"""
CODED = f"""HD
Ferry talks, night {{n}}

BY
By Nell Harrow
WC
214 words
PD
14 March 2031
SN
The Gull
SC
GULL
LA
English
CY
(c) 2031 The Gull Company

LP

{wrapped(SENTENCES[0])}

TD

{wrapped(SENTENCES[1])}

{wrapped(SENTENCES[2])}

AN
Document GULL000020310314e73e0001{{n}}

"""


def check(found, text=WHOLE):
    assert [one.title for one in found] == ["Ferry talks, night 1", "Ferry talks, night 2"]
    for story in found:
        assert story.text == text
        assert (story.outlet, story.published) == ("The Gull", "2031-03-14")
        assert "harrow" in story.byline.lower()


def test_lexisnexis():
    check(read(LEXIS.format(n=1) + "\f" + LEXIS.format(n=2)), f"LOWER MARREN — {WHOLE}")


def test_nexis_uni():
    check(read(NEXIS.format(n=1) + NEXIS.format(n=2)))


def test_factiva():
    found = read((FACTIVA.format(n=1) + FACTIVA.format(n=2)).replace("\n", "\r\n"))
    check(found)
    assert found[0].language == "en"


def test_factiva_with_codes():
    check(read(CODED.format(n=1) + CODED.format(n=2)))


def test_a_document_without_a_body_is_named_and_the_next_one_read():
    first, bad, last = read(NEXIS.format(n=1) + "Nothing here\n\nEnd of Document\n" + NEXIS.format(n=2))
    assert isinstance(bad, Failure)
    assert (bad.where, bad.error) == ("document 2", "BadEntry")
    check([first, last])


def test_a_text_that_is_no_bundle_says_so():
    (failure,) = read("Only a text.\n")
    assert failure.error == "BadEntry"


def test_a_bundle_in_windows_1252_is_noted():
    (story,) = read(NEXIS.format(n=1).encode("cp1252"))
    assert "“Nobody" in story.text
    assert [code for code, _ in story.notes] == ["charset"]


LINES = st.sampled_from(
    ["1 of 2 DOCUMENTS", "End of Document", "HD", "LP  x", "LENGTH: 3 words", "BODY:", "Load-Date: x", "3 words", "(c)"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=20))).map("\n".join))
def test_no_text_stops_it(text):
    found = read(text.encode("utf-8", "replace"))
    assert all(isinstance(one, Story) or one.error == "BadEntry" for one in found)
