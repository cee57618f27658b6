from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dateline.extract import confidence
from dateline.extract.statements import find
from dateline.record import Place, Record, Statement, violations
from dateline.record.parsed import ParsedStory
from tests.builders import parsed_story, where
from tests.extract.told import known, told

NAMED = """
# body
Maria = PROPN 3 nsubj
Novak = PROPN 1 flat
said say VERB 0 root
the = DET 5 det
bridge = NOUN 7 nsubj
was be AUX 7 cop
safe = ADJ 3 ccomp Degree=Pos
+. = PUNCT 3 punct

# body
She she PRON 2 nsubj
added add VERB 0 root
that = SCONJ 6 mark
nobody = PRON 6 nsubj
would = AUX 6 aux
drown = VERB 2 ccomp
+. = PUNCT 2 punct
"""
NESTED = """
# body
Maria = PROPN 3 nsubj
Novak = PROPN 1 flat
said say VERB 0 root
the = DET 5 det
mayor = NOUN 6 nsubj
told tell VERB 3 ccomp
engineers engineer NOUN 6 obj
that = SCONJ 11 mark
the = DET 10 det
bridge = NOUN 11 nsubj
moved move VERB 6 ccomp
+. = PUNCT 3 punct
"""
GOES_ON = """
# body
“ = PUNCT 4 punct
+The the DET 3 det
bridge = NOUN 4 nsubj
held hold VERB 7 ccomp
+, = PUNCT 4 punct
+” = PUNCT 4 punct
said say VERB 0 root
Maria = PROPN 7 nsubj
Novak = PROPN 8 flat
+. = PUNCT 7 punct

# body
“ = PUNCT 4 punct
+We we PRON 4 nsubj
never = ADV 4 advmod
doubted doubt VERB 0 root
the = DET 6 det
steel = NOUN 4 obj
+. = PUNCT 4 punct
+” = PUNCT 4 punct
"""
WITH_CAPTION = """
# caption
Maria = PROPN 3 nsubj
Novak = PROPN 1 flat
says say VERB 0 root
the = DET 5 det
bridge = NOUN 6 nsubj
holds hold VERB 3 ccomp
+. = PUNCT 3 punct
""" + NAMED.replace("safe = ADJ", "holding hold VERB")


@pytest.fixture(autouse=True)
def _calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Confidence without the weights that lie beside the encoder."""
    monkeypatch.setattr(confidence, "weights", lambda kind: (0.0, 0.5, 0.2, 0.0, 0.5))


@pytest.fixture
def named() -> tuple[ParsedStory, Record]:
    parsed = told(
        parsed_story(NAMED),
        ("Maria Novak", "said", "the bridge was safe"),
        ("She", "added", "that nobody would drown"),
    )
    return parsed, known(parsed, {"Maria Novak": ["Maria Novak", "She"]})


def nested_story(source: str = "the mayor") -> tuple[ParsedStory, Record]:
    parsed = parsed_story(NESTED)
    outer = (3, where(parsed, "moved")[1])
    parsed = told(parsed, ("Maria Novak", "said", outer), (source, "told", "that the bridge moved"))
    return parsed, known(parsed, {"Maria Novak": ["Maria Novak"], "the mayor": ["the mayor"]})


def speakers(record: Record) -> list[str | None]:
    return [row.speaker and record.actor(row.speaker).name for row in record.statements]


def texts(row: Statement) -> list[str]:
    return [span.text for span in row.spans]


def test_a_story_without_sentences_has_no_statements() -> None:
    parsed = parsed_story("Rain = NOUN 0 root")
    assert find(parsed, known(parsed, {})).statements == ()


def test_parts_are_verbatim(named: tuple[ParsedStory, Record]) -> None:
    record = find(*named)
    assert [texts(row) for row in record.statements] == [
        ["Maria Novak", "said", "the bridge was safe"],
        ["She", "added", "that nobody would drown"],
    ]
    assert all(record.story.text[s.start : s.end] == s.text for row in record.statements for s in row.spans)


def test_the_record_is_sound(named: tuple[ParsedStory, Record]) -> None:
    record = find(*named)
    assert len({row.id for row in record.statements}) == 2
    assert list(violations(record)) == []


def test_the_speaker_is_the_actor_by_name_and_by_pronoun(named: tuple[ParsedStory, Record]) -> None:
    assert speakers(find(*named)) == ["Maria Novak", "Maria Novak"]


def test_a_source_that_is_no_actor_has_no_speaker() -> None:
    parsed = told(parsed_story(NAMED), ("Maria Novak", "said", "the bridge was safe"))
    (row,) = find(parsed, known(parsed, {})).statements
    assert (row.speaker, row.anonymous) == (None, False)


def test_a_statement_inside_another_has_it_as_parent() -> None:
    record = find(*nested_story())
    outer, inner = record.statements
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert speakers(record) == ["Maria Novak", "the mayor"]


def test_parents_are_right_behind_statements_that_are_left_out() -> None:
    boilerplate = NAMED.partition("\n\n")[0].replace("# body", "# boilerplate")
    parsed = parsed_story(boilerplate + "\n\n" + NESTED.strip())
    first = len(parsed_story(boilerplate).tokens)
    source, cue = (first, first + 2), (first + 2, first + 3)
    inner = where(parsed, "that the bridge moved")
    parsed = told(
        parsed,
        ("Maria Novak", "said", "the bridge was safe"),
        (source, cue, (first + 3, inner[1])),
        ("the mayor", "told", inner),
    )
    outer, nested = find(parsed, known(parsed, {})).statements
    assert texts(outer)[2] == "the mayor told engineers that the bridge moved"
    assert nested.parent == outer.id


@pytest.mark.parametrize("weights", [(0.0, 0.0, 0.0, 0.0, 0.0), (0.3, 0.0, 0.0, 0.0, 0.0)])
def test_an_unsure_statement_inside_another_is_left_out(
    weights: tuple[float, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "weights", lambda kind: weights)
    assert len(find(*nested_story()).statements) == 1


def test_boilerplate_says_nothing() -> None:
    parsed = told(
        parsed_story(NAMED.replace("# body", "# boilerplate")), ("Maria Novak", "said", "the bridge was safe")
    )
    assert find(parsed, known(parsed, {})).statements == ()


def test_a_quotation_in_its_own_paragraph_goes_on_with_the_statement_before() -> None:
    parsed = parsed_story(GOES_ON)
    parsed = told(parsed, ("Maria Novak", "said", (0, 6)))
    record = find(parsed, known(parsed, {"Maria Novak": ["Maria Novak"]}))
    first, more = record.statements
    assert (first.continues, more.continues) == (None, first.id)
    assert (more.source, more.cue) == ((), ())
    assert [span.text for span in more.content] == ["We never doubted the steel."]
    assert speakers(record) == ["Maria Novak", "Maria Novak"]


def test_a_caption_that_repeats_the_body_is_its_echo() -> None:
    parsed = parsed_story(WITH_CAPTION)
    body = where(parsed, "Maria Novak", 1)
    parsed = told(parsed, ("Maria Novak", "says", "the bridge holds"), (body, "said", "the bridge was holding"))
    record = find(parsed, known(parsed, {"Maria Novak": ["Maria Novak", body]}))
    caption, original = record.statements
    assert (caption.echo_of, original.echo_of) == (original.id, None)


TWO_DEEDS = """
# body
The the DET 2 det
army = NOUN 3 nsubj
denied deny VERB 0 root
the = DET 5 det
raid = NOUN 3 obj
and = CCONJ 7 cc
accused accuse VERB 3 conj
rebels rebel NOUN 7 obj
+. = PUNCT 3 punct
"""
ASKED = """
# body
Asked ask VERB 7 advcl Tense=Past
whether = SCONJ 4 mark
she = PRON 4 nsubj
agreed agree VERB 1 ccomp
Maria = PROPN 7 nsubj
Novak = PROPN 5 flat
said say VERB 0 root
never = ADV 7 obj
+. = PUNCT 7 punct
"""
DECLINED = """
# body
Maria = PROPN 2 nsubj
declined decline VERB 0 root
to = PART 4 mark
say = VERB 2 xcomp
how = ADV 7 advmod
it = PRON 7 nsubj
burned burn VERB 4 ccomp
+. = PUNCT 2 punct
"""
TWO_PARAGRAPHS = """
# body
Troops troop NOUN 2 nsubj
left leave VERB 0 root
+, = PUNCT 2 punct
aides aide NOUN 5 nsubj
said say VERB 2 parataxis
+. = PUNCT 2 punct

# body
A a DET 2 det
shell = NOUN 3 nsubj
hit hit VERB 0 root
homes home NOUN 3 obj
+, = PUNCT 3 punct
doctors doctor NOUN 7 nsubj
said say VERB 3 parataxis
+. = PUNCT 3 punct
"""


def said(parsed: ParsedStory) -> list[tuple[list[str], list[str], list[str]]]:
    found = find(parsed, Record.of(parsed.story, parsed.zones)).statements
    return [tuple([x.text for x in spans] for spans in (s.source, s.cue, s.content)) for s in found]  # type: ignore[misc]


def test_content_ends_where_its_source_does_something_else():
    parsed = told(
        parsed_story(TWO_DEEDS),
        ("The army", "denied", (3, 8)),
        ("The army", "accused", "rebels"),
    )
    assert said(parsed) == [(["The army"], ["denied"], ["the raid"]), (["The army"], ["accused"], ["rebels"])]


def test_who_was_asked_is_not_who_asks():
    parsed = told(parsed_story(ASKED), ("Maria Novak", "Asked", "whether she agreed"), ("Maria Novak", "said", "never"))
    assert [source for source, _, _ in said(parsed)] == [[], ["Maria Novak"]]


def test_declined_to_say_is_one_statement():
    parsed = told(parsed_story(DECLINED), ("Maria", "declined", (2, 7)), ("Maria", "say", "how it burned"))
    assert [cue for _, cue, _ in said(parsed)] == [["declined to say"]]


def test_content_that_is_not_quoted_stays_in_the_paragraph_of_its_cue():
    parsed = told(parsed_story(TWO_PARAGRAPHS), ("aides", "said", (0, 2)), ("doctors", (12, 13), (6, 10)))
    whole = np.zeros((len(parsed.tokens), 9), np.float32)
    whole[:, :6] = parsed.scores.roles[:, :6]
    whole[0, 7], whole[1:10, 8], whole[10:, 6] = 1.0, 1.0, 1.0
    parsed = replace(parsed, scores=replace(parsed.scores, roles=whole))
    assert [content for _, _, content in said(parsed)] == [["Troops left"], ["A shell hit homes"]]


UNNAMED = """
# body
Aides aide NOUN 2 nsubj
asked ask VERB 0 root
not = PART 5 advmod
to = PART 5 mark
be = AUX 6 aux:pass
named name VERB 2 xcomp
+. = PUNCT 2 punct
"""
NO_COMMENT = """
# body
“ = PUNCT 3 punct
+No no DET 3 det
comment = NOUN 6 ccomp
+, = PUNCT 3 punct
+” = PUNCT 3 punct
said say VERB 0 root
Maria = PROPN 6 nsubj
"""


def test_a_plea_for_secrecy_is_no_statement():
    assert said(told(parsed_story(UNNAMED), ("Aides", "asked", (2, 6)))) == []


def test_no_comment_declines():
    parsed = told(parsed_story(NO_COMMENT), ("Maria", "said", (0, 5)))
    (found,) = find(parsed, Record.of(parsed.story, parsed.zones)).statements
    assert found.act == "decline"


def test_a_quotation_that_names_nobody_is_a_statement_without_a_speaker() -> None:
    parsed = parsed_story(
        "# body\nDahl = PROPN 2 nsubj\nleft leave VERB 0 root\n+. = PUNCT 2 punct\n\n"
        "“ = PUNCT 3 punct\nNobody = PRON 3 nsubj\nwon win VERB 0 root\n+. = PUNCT 3 punct\n” = PUNCT 3 punct"
    )
    (row,) = find(parsed, known(parsed, {})).statements
    assert [span.text for span in row.content] == ["Nobody won."]
    assert (row.source, row.cue, row.speaker, row.form) == ((), (), None, "direct")
    assert row.found_by == "quotation that names nobody"


def test_a_refusal_declines_and_says_nothing() -> None:
    parsed = parsed_story(
        "# body\nMaria = PROPN 3 nsubj\nNovak = PROPN 1 flat\ndeclined decline VERB 0 root\n"
        "to = PART 5 mark\ncomment = VERB 3 xcomp\n+. = PUNCT 3 punct"
    )
    record = find(parsed, known(parsed, {"Novak": ["Maria Novak"]}))
    (row,) = record.statements
    assert (row.act, row.content, row.certainty) == ("decline", (), "underspecified")
    assert row.speaker == record.actors[0].id
    assert list(violations(record)) == []


TALK = """
# body
KIM = PROPN 0 root
+: = PUNCT 1 punct
Nobody = PRON 4 nsubj
won win VERB 1 parataxis
+. = PUNCT 4 punct

# body
KIM = PROPN 0 root
+: = PUNCT 1 punct
Good good ADJ 1 parataxis
+. = PUNCT 3 punct
"""


def test_a_turn_is_direct_and_labels_of_one_name_are_one_speaker() -> None:
    parsed = parsed_story(TALK)
    parsed = told(parsed, ((0, 1), (1, 2), (2, 3)))
    record = find(parsed, known(parsed, {"KIM": [(5, 6)]}))
    first, second = record.statements
    assert (texts(first)[2], first.form, first.quotation) == ("Nobody won.", "direct", ())
    assert first.speaker == second.speaker == record.actors[0].id
    assert list(violations(record)) == []


def test_who_is_only_a_pronoun_is_nobody_known() -> None:
    parsed = told(parsed_story(NAMED), ("She", "added", "that nobody would drown"))
    record = known(parsed, {"She": ["She"]})
    record = record.with_findings(mentions=tuple(m.model_copy(update={"form": "pronoun"}) for m in record.mentions))
    (row,) = find(parsed, record).statements
    assert row.speaker is None


TOLD_WHERE = """
# body
Maria = PROPN 3 nsubj
Novak = PROPN 1 flat
told tell VERB 0 root
reporters reporter NOUN 3 obj
in = ADP 6 case
Geneva = PROPN 3 obl
that = SCONJ 9 mark
talks talk NOUN 9 nsubj
failed fail VERB 3 ccomp
+. = PUNCT 3 punct
"""


def test_where_it_was_said_is_the_place_that_the_clause_of_the_cue_names():
    parsed = told(parsed_story(TOLD_WHERE), ("Maria Novak", "told", "talks failed"))
    record = known(parsed, {"Novak": ["Maria Novak"], "Geneva": ["Geneva"]})
    place = Place(id="geonames:2660646", name="Geneva")
    there = {"actor": None, "place": place.id}
    at = tuple(m.model_copy(update=there) if m.head.text == "Geneva" else m for m in record.mentions)
    found = find(parsed, record.with_findings(mentions=at, places=(place,)))
    assert [row.place for row in found.statements] == [place.id]
    assert [row.place for row in find(parsed, record).statements] == [None]


BY = """
# body
Asked ask VERB 7 advcl Tense=Past
by = ADP 3 case
Tribune = PROPN 1 obl
whether = SCONJ 6 mark
she = PRON 6 nsubj
agreed agree VERB 1 ccomp
Maria = PROPN 0 root
"""


def test_who_asks_is_who_did_it_and_no_medium() -> None:
    parsed = told(parsed_story(BY), ("Maria", "Asked", "whether she agreed"))
    (row,) = find(parsed, known(parsed, {"Tribune": ["Tribune"], "Maria": ["Maria"]})).statements
    assert ([s.text for s in row.source], row.medium, row.act) == (["Tribune"], None, "question")


HALL = """
# body
Maria = PROPN 2 nsubj
told tell VERB 0 root
the = DET 5 det
packed = ADJ 5 amod
hall = NOUN 2 obj
that = SCONJ 8 mark
talks talk NOUN 8 nsubj
failed fail VERB 2 ccomp
"""


@pytest.mark.parametrize(("noun", "medium"), [("hall", None), ("briefing", "the packed briefing")])
def test_only_events_for_the_press_are_told_through(noun: str, medium: str | None) -> None:
    parsed = told(parsed_story(HALL.replace("hall =", f"{noun} =")), ("Maria", "told", "talks failed"))
    (row,) = find(parsed, known(parsed, {"Maria": ["Maria"]})).statements
    assert (None if row.medium is None else row.medium.text) == medium


def test_nobody_speaks_to_himself() -> None:
    table = HALL.replace("the = DET 5 det\npacked = ADJ 5 amod\nhall = NOUN 2 obj", "Novak = PROPN 2 obj")
    table = table.replace("SCONJ 8", "SCONJ 6").replace("NOUN 8", "NOUN 6")
    parsed = told(parsed_story(table), ("Maria", "told", "talks failed"))
    apart = find(parsed, known(parsed, {"Maria": ["Maria"], "Novak": ["Novak"]})).statements[0]
    same = find(parsed, known(parsed, {"Maria": ["Maria", "Novak"]})).statements[0]
    assert apart.addressee is not None
    assert same.addressee is None


OFFICIALS = """
# body
Two two NUM 2 nummod
officials official NOUN 3 nsubj Number=Plur
said say VERB 0 root
talks talk NOUN 5 nsubj
failed fail VERB 3 ccomp
+. = PUNCT 3 punct

# body
They they PRON 2 nsubj
said say VERB 0 root
nobody = PRON 4 nsubj
cared care VERB 2 ccomp
+. = PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("changes", "anonymous"),
    [
        ({"aliases": ()}, True),
        ({"aliases": ("Novak",)}, False),
        ({"aliases": (), "found_by": "actor table and mentions of the story"}, False),
    ],
)
def test_one_answer_on_anonymity_for_all_that_a_speaker_says(changes: dict[str, object], anonymous: bool) -> None:
    parsed = told(parsed_story(OFFICIALS), ("Two officials", "said", "talks failed"), ("They", (7, 8), "nobody cared"))
    record = known(parsed, {"officials": ["Two officials", "They"]})
    forms = ("nominal", "pronoun")
    mentions = tuple(m.model_copy(update={"form": f}) for m, f in zip(record.mentions, forms, strict=True))
    actors = tuple(a.model_copy(update=changes) for a in record.actors)
    rows = find(parsed, record.with_findings(mentions=mentions, actors=actors)).statements
    assert [row.anonymous for row in rows] == [anonymous, anonymous]


LOOKED = """
# body
Olena = PROPN 2 nsubj
looked look VERB 0 root
away = ADV 2 advmod
+. = PUNCT 2 punct

“ = PUNCT 5 punct
It = PRON 5 nsubj
all = DET 5 det
just = ADV 5 advmod
fell fall VERB 0 root
+. = PUNCT 5 punct
” = PUNCT 5 punct
"""


def test_a_quotation_right_after_a_sentence_about_one_person_is_hers() -> None:
    parsed = told(parsed_story(LOOKED))
    record = find(parsed, known(parsed, {"Olena": ["Olena"]}))
    (row,) = record.statements
    assert (row.speaker, row.source, row.confidence) == (record.actors[0].id, (), 0.5)
    assert row.found_by == "quotation right after a sentence about its speaker"
