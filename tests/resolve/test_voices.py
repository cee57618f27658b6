import pytest

from dateline.resolve.voices import speakers
from tests.builders import parsed_story

QUOTE = "“ = PUNCT 2 punct\nRain = NOUN 0 root\n+, , PUNCT 2 punct\n+” = PUNCT 2 punct"


def voices(table):
    parsed = parsed_story(table)
    return [word if word is None else parsed.tokens.text[word] for word in speakers(parsed, parsed.tree)]


@pytest.mark.parametrize(
    "beside",
    [
        "Berg = PROPN 6 nsubj\nsaid say VERB 2 parataxis\n+. = PUNCT 2 punct",
        "said say VERB 2 parataxis\nBerg = PROPN 5 nsubj\n+. = PUNCT 2 punct",
        "Berg = PROPN 2 dep\nsaid say VERB 2 parataxis\n+. = PUNCT 2 punct",
    ],
)
def test_the_speaker_stands_beside_the_quotation(beside):
    assert voices(f"{QUOTE}\n{beside}") == ["Berg"]


def test_a_quotation_goes_on_in_its_paragraph():
    said = "Berg = PROPN 6 nsubj\nsaid say VERB 2 parataxis\n+. = PUNCT 2 punct"
    assert voices(f"{QUOTE}\n{said}\n\n{QUOTE}") == ["Berg", "Berg"]


def test_who_speaks_in_the_next_sentence_does_not_speak_the_quotation():
    ended = QUOTE.replace("+, ,", "+. =")
    assert voices(f"{ended}\n\nBerg = PROPN 2 nsubj\nsaid say VERB 0 root\n+. = PUNCT 2 punct") == [None]


def test_a_quotation_may_be_signed():
    assert voices(QUOTE.replace("+, ,", "+. =") + "\n— = PUNCT 2 punct\nBerg = PROPN 2 dep") == ["Berg"]
