import pytest

from dateline.errors import BadTable
from dateline.record.complements import complement_of, complements, read_complements
from dateline.record.means import means, means_of, read_means
from dateline.record.plover import MODES_OF


def test_every_mode_that_hangs_on_means_has_words():
    for kind in ("ASSAULT", "PROTEST", "MOBILIZE"):
        without = {m for m in MODES_OF[kind] if not any(word.mode == m for word in means()[kind].values())}
        assert without <= {"targeted"}


@pytest.mark.parametrize(
    ("kind", "lemmas", "mode"),
    [
        ("ASSAULT", ["attacker", "with", "machete"], "primitive"),
        ("ASSAULT", ["gunman", "on", "motorcycle"], "firearms"),
        ("ASSAULT", ["suicide", "bomber"], "suicide-attack"),
        ("ASSAULT", ["car", "bomb"], "explosives"),
        ("ASSAULT", ["helicopter", "gunship"], "aerial"),
        ("ASSAULT", ["drone"], "drone"),
        ("ASSAULT", ["rocket"], "heavy-weapons"),
        ("ASSAULT", ["tear", "gas", "and", "stone"], "crowd-control"),
        ("ASSAULT", ["chlorine"], "unconventional"),
        ("PROTEST", ["hunger", "strike"], "hunger"),
        ("PROTEST", ["banner"], "demo"),
        ("MOBILIZE", ["riot", "police"], "police"),
        ("MOBILIZE", ["warship"], "weapons"),
        ("COERCE", ["malware"], "cyber"),
    ],
)
def test_means_tell_the_mode(kind, lemmas, mode):
    found = means_of(kind, lemmas)
    assert found is not None
    assert found.mode == mode


def test_where_no_word_tells_means_there_are_none():
    assert means_of("ASSAULT", ["village"]) is None
    assert means_of("AID", ["rocket"]) is None


@pytest.mark.parametrize(
    ("kind", "lemmas", "told"),
    [
        ("REQUEST", ["iran", "release", "hostage"], ("yield", "1053")),
        ("REQUEST", ["talk"], ("meet", "106")),
        ("REQUEST", ["food"], ("assist", "103")),
        ("REJECT", ["soften"], ("yield", "1246")),
        ("REJECT", ["mediation"], ("meet", "126")),
        ("THREATEN", ["annex", "bomb"], ("territory", "1382")),
        ("AGREE", ["release"], ("", "0353")),
        ("CONCEDE", ["sanction"], ("", "085")),
        ("ASSAULT", ["release"], None),
        ("REQUEST", ["lamp"], None),
    ],
)
def test_what_is_asked_or_refused_tells_the_mode(kind, lemmas, told):
    assert complement_of(kind, lemmas) == told


def test_every_mode_of_the_spoken_conflicts_has_words():
    for kind in ("REQUEST", "REJECT", "THREATEN"):
        assert {mode for mode, _ in complements()[kind].values()} == set(MODES_OF[kind])


@pytest.mark.parametrize("read", [read_means, read_complements])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FIGHT:\n  aerial 195: jet\n", "no PLOVER type"),
        ("ASSAULT:\n  winged 195: jet\n", "no mode"),
        ("ASSAULT:\n  aerial 999: jet\n", "no code"),
        ("ASSAULT:\n  aerial 073: jet\n", "no code of ASSAULT"),
    ],
)
def test_a_bad_list_is_refused(read, text, told):
    with pytest.raises(BadTable, match=told):
        read(text)
