"""Causal claims of sentences parsed by hand: no encoder has a say, so only sure signals count."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dateline.extract import causes
from dateline.extract.causes.lexicon import signals, valence
from dateline.record import CausalClaim, Record
from dateline.record.parsed import ParsedStory, Reasons, Scores
from tests.builders import parsed_story, where
from tests.extract.told import known


def claims(table: str, people: dict[str, list[str | tuple[int, int]]] | None = None) -> list[CausalClaim]:
    parsed = parsed_story(table)
    record = known(parsed, people) if people else Record.of(parsed.story, parsed.zones)
    return list(causes.find(parsed, record).causal_claims)


def said(found: list[CausalClaim]) -> list[tuple[str, str, str, str]]:
    return [(c.cause.text, c.effect.text, c.relation, c.polarity) for c in found]


WORSENED = """
    Rain = NOUN 2 nsubj
    worsened worsen VERB 0 root Tense=Past|VerbForm=Fin
    {object} = NOUN 2 obj
    +. . PUNCT 2 punct
"""


@pytest.mark.parametrize(("thing", "polarity"), [("flooding", "increase"), ("trust", "decrease")])
def test_more_of_a_bad_thing_and_less_of_a_good_one(thing: str, polarity: str):
    assert said(claims(WORSENED.replace("{object}", thing))) == [("Rain", thing, "cause", polarity)]


def test_a_passive_turns_the_sides():
    found = claims("""
        Riots riot NOUN 3 nsubj:pass
        were be AUX 3 aux:pass
        caused cause VERB 0 root Tense=Past|VerbForm=Part
        by = ADP 5 case
        rumours rumour NOUN 3 obl
        +. . PUNCT 3 punct
    """)
    assert said(found) == [("rumours", "Riots", "cause", "increase")]


BY_DOING = """
    Berg = PROPN 2 nsubj
    averted avert VERB 0 root Tense=Past|VerbForm=Fin
    strikes strike NOUN 2 obj
    by = SCONJ 5 mark
    raising raise VERB 2 advcl VerbForm=Ger
    pay = NOUN 5 obj
    +. . PUNCT 2 punct
"""


def test_a_prevents_b_by_c_is_a_claim_of_c():
    (claim,) = [c for c in claims(BY_DOING, {"Berg": ["Berg"]}) if c.relation == "prevent"]
    assert (claim.cause.text, claim.effect.text, claim.polarity) == ("raising pay", "strikes", "decrease")


def test_what_people_do_is_no_causal_claim():
    table = "Berg = PROPN 2 nsubj\ncut cut VERB 0 root Tense=Past\nwages wage NOUN 2 obj\n+. . PUNCT 2 punct"
    assert claims(table, {"Berg": ["Berg"]}) == []


BECAUSE = """
    Farmers farmer NOUN 2 nsubj
    left leave VERB 0 root Tense=Past
    because = SCONJ 5 mark
    wells well NOUN 5 nsubj
    dried dry VERB 2 advcl Tense=Past
    +. . PUNCT 2 punct
"""


def test_what_makes_people_act_moves_them():
    (claim,) = claims(BECAUSE, {"Farmers": ["Farmers"]})
    assert (claim.cause.text, claim.effect.text, claim.relation) == ("wells dried", "Farmers left", "motivate")
    assert claim.claimant == "author"


def test_what_is_not_so_is_negated():
    (claim,) = claims("""
        Lightning = NOUN 4 nsubj
        did do AUX 4 aux
        not = PART 4 advmod
        cause = VERB 0 root VerbForm=Inf
        fires fire NOUN 4 obj
        +. . PUNCT 4 punct
    """)
    assert claim.negated


def test_a_modal_makes_it_possible():
    (claim,) = claims("""
        Cuts cut NOUN 3 nsubj
        could = AUX 3 aux
        trigger = VERB 0 root VerbForm=Inf
        riots riot NOUN 3 obj
        +. . PUNCT 3 punct
    """)
    assert claim.certainty == "possible"


def test_despite_is_no_cause():
    assert not claims("""
        Despite = ADP 2 case
        rain = NOUN 4 obl
        ferries ferry NOUN 4 nsubj
        sailed sail VERB 0 root Tense=Past
        +. . PUNCT 4 punct
    """)


AFTER = """
    Ferries ferry NOUN 2 nsubj
    stopped stop VERB 0 root Tense=Past
    after = ADP 4 case
    storms storm NOUN 2 obl
    +. . PUNCT 2 punct
"""


def scored(parsed: ParsedStory, probability: float) -> ParsedStory:
    """The story with a head that is so sure of a claim in its only sentence, storms being its cause."""
    cause, effect = where(parsed, "storms"), where(parsed, "Ferries stopped")
    score = np.zeros((len(parsed.tokens), 3), np.float16)
    score[cause[0] : cause[1], 0] = score[effect[0] : effect[1], 1] = 0.9
    pairs = np.array([[0.9]], np.float32)
    heads = Reasons(0, len(parsed.tokens), probability, (cause,), (effect,), (), pairs, score)
    return replace(parsed, scores=Scores(parsed.scores.names, parsed.scores.roles, reasons=(heads,)))


@pytest.mark.parametrize(("probability", "found"), [(0.9, 1), (0.1, 0)])
def test_following_in_time_is_a_cause_only_where_the_encoder_sees_one(probability: float, found: int):
    parsed = scored(parsed_story(AFTER), probability)
    assert len(causes.find(parsed, Record.of(parsed.story, parsed.zones)).causal_claims) == found


def test_every_signal_is_read():
    assert signals().groups["verbs"]["worsen"][0].does == "worsen"
    assert not valence()["bad"] & valence()["good"]
