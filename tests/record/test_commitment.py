import pytest

from dateline.errors import BadTable
from dateline.record.commitment import (
    commitment,
    commitments,
    control,
    light_verbs,
    read_commitments,
    read_control,
    read_light_verbs,
)
from dateline.record.datafiles import data_text

HEAD = "lemma,pos,complement,author,author_not,source,source_not\n"


@pytest.mark.parametrize(
    ("word", "pos", "complement", "effect"),
    [
        ("begin", "VERB", "", "occurred"),
        ("continue", "VERB", "to", "ongoing"),
        ("fail", "VERB", "to", "negated"),
        ("plan", "VERB", "", "planned"),
        ("threaten", "VERB", "", "threatened"),
        ("stop", "VERB", "ing", "stopped"),
        ("remember", "VERB", "to", "occurred"),
        ("remember", "VERB", "", None),
        ("fear", "NOUN", "", "hypothetical"),
        ("threat", "NOUN", "", "threatened"),
        ("unable", "ADJ", "to", "negated"),
        ("would-be", "ADJ", "", "hypothetical"),
        ("instead of", "", "", "negated"),
        ("without", "", "", "negated"),
        ("in case of", "", "", "hypothetical"),
        ("no longer", "", "", "stopped"),
        ("table", "NOUN", "", None),
    ],
)
def test_what_a_word_does_to_its_complement(word, pos, complement, effect):
    assert control().effect(word, pos, complement) == effect


def test_modals_have_an_effect_and_a_value():
    assert (control().modals["will"].effect, control().modals["will"].value) == ("planned", "CT+")
    assert (control().modals["might"].effect, control().modals["might"].value) == ("hypothetical", "PS+")
    assert control().modals["be about to"].effect == "planned"


@pytest.mark.parametrize(
    ("verb", "kind"),
    [("carry out", "do"), ("impose", "do"), ("suffer", "undergo"), ("call off", "stop"), ("reject", "refuse")],
)
def test_light_verbs(verb, kind):
    assert light_verbs()[verb] == kind


@pytest.mark.parametrize(
    ("lemma", "pos", "complement", "affirmed", "negated"),
    [
        ("know", "VERB", "that", ("CT+", "CT+"), ("CT+", "Uu")),
        ("regret", "VERB", "ing", ("CT+", "CT+"), ("CT+", "CT+")),
        ("claim", "VERB", "that", ("Uu", "CT+"), ("Uu", "Uu")),
        ("deny", "VERB", "that", ("Uu", "CT-"), ("Uu", "Uu")),
        ("think", "VERB", "that", ("Uu", "PR+"), ("Uu", "PR-")),
        ("manage", "VERB", "to", ("CT+", "CT+"), ("CT-", "CT-")),
        ("fail", "VERB", "to", ("CT-", "CT-"), ("CT+", "CT+")),
        ("forget", "VERB", "to", ("CT-", "CT-"), ("CT+", "CT+")),
        ("force", "VERB", "to", ("CT+", "CT+"), ("Uu", "Uu")),
        ("refuse", "VERB", "to", ("CT-", "CT-"), ("Uu", "Uu")),
        ("prevent", "VERB", "from", ("CT-", "CT-"), ("Uu", "Uu")),
        ("hesitate", "VERB", "to", ("Uu", "Uu"), ("CT+", "CT+")),
        ("failure", "NOUN", "to", ("CT-", "CT-"), ("CT+", "CT+")),
    ],
)
def test_signatures(lemma, pos, complement, affirmed, negated):
    assert commitment(lemma, pos, complement) == affirmed
    assert commitment(lemma, pos, complement, negated=True) == negated


def test_a_word_that_is_not_listed_commits_nobody():
    assert commitment("walk", "VERB", "to") is None
    assert len(commitments()) > 800


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("know,ADV,that,CT+,CT+,CT+,Uu", "VERB, NOUN and ADJ"),
        ("know,VERB,for,CT+,CT+,CT+,Uu", "valid are"),
        ("know,VERB,that,yes,CT+,CT+,Uu", "valid values"),
        (",VERB,that,CT+,CT+,CT+,Uu", "empty"),
        ("know,VERB,that,CT+,CT+,CT+,Uu\nknow,VERB,that,CT+,CT+,CT+,Uu", "already"),
    ],
)
def test_a_bad_row_is_refused(row, told):
    with pytest.raises(BadTable, match=told):
        read_commitments(f"{HEAD}{row}\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("verbs:\n  occurred:", "verbs:\n  done:", "no effect"),
        ("{effect: planned, value: CT+}", "{effect: soon, value: CT+}", "no effect"),
        ("value: PS+", "value: maybe", "valid values"),
        ("    stop, cease, ", "    begin, cease, ", "is occurred and stopped"),
    ],
)
def test_a_bad_word_list_is_refused(old, new, told):
    text = data_text("control.yaml")
    assert old in text
    with pytest.raises(BadTable, match=told):
        read_control(text.replace(old, new, 1))


def test_a_light_verb_of_another_kind_is_refused():
    with pytest.raises(BadTable, match="valid are"):
        read_light_verbs("have: own, possess")
