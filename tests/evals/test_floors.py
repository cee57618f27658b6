"""The gate: the floors file, what counts as a pass, and that no floor sinks silently. Needs no corpora and no model."""

import json

import pytest
from pydantic import ValidationError

from evals import __main__ as command
from evals.floors import FLOORS, Floors, load, lower, objections
from evals.gate import judged, key, picked, unknown
from evals.intervals import bootstrap, f1, wilson
from evals.places import VARIABLE, digest
from evals.report import results, table
from evals.session import ProgramFailed, Session
from evals.tasks import TASKS, Figure, Task
from training.held_out import SPEAKER_DEV

TEXT = FLOORS.read_text(encoding="utf-8")
DIGEST = "0" * 64
NAMES = Task("names", "made names", "names.jsonl", lambda *_: {}, (Figure("f1", "F1", "all/f1", "all/n", "all/ci"),))


def floors(value=80.0, **more):
    return Floors.model_validate({"floors": {"names.f1": value}, "corpora": {"names": DIGEST}, **more})


def found(value):
    return {"all": {"f1": value, "n": 12, "ci": [70.0, 90.0]}}


def test_the_file_pins_a_digest_for_each_task_and_only_floors_that_are_measured():
    pinned = load(TEXT)
    assert set(pinned.corpora) == {task.name for task in TASKS}
    assert unknown(pinned, TASKS) == []
    assert {"statements.hit50_f1", "names.exact_f1", "faithful.verbatim"} <= set(pinned.floors)


def test_names_of_tasks_and_figures_are_unique():
    names = [key(task, figure) for task in TASKS for figure in task.figures]
    assert len(names) == len(set(names))


def test_held_out_documents_are_named_once():
    assert len(set(SPEAKER_DEV)) == len(SPEAKER_DEV) == 12


@pytest.mark.parametrize("wrong", [{"floors": {"a": 0}}, {"floors": {"a": 101}}, {"corpora": {"a": "beef"}}, {"x": 1}])
def test_a_malformed_file_is_refused(wrong):
    with pytest.raises(ValidationError):
        Floors.model_validate({"floors": {"a": 50}, "corpora": {"a": DIGEST}, **wrong})


@pytest.mark.parametrize(("value", "passed"), [(80.0, True), (79.99, False), (None, False)])
def test_a_figure_passes_at_its_floor_and_not_below(value, passed):
    (row,) = judged(NAMES, found(value), floors())
    assert (row.passed, row.n, row.interval) == (passed, 12, (70.0, 90.0))


def test_a_figure_without_a_floor_neither_passes_nor_fails():
    (row,) = judged(NAMES, found(1.0), Floors(floors={}, corpora={}))
    assert row.passed is None


def test_what_the_scorer_does_not_give_is_not_known():
    assert picked({"a": {"b": 1}}, "a/b") == 1
    assert [picked({"a": {"b": 1}}, path) for path in ("a/c", "a/b/c", "")] == [None] * 3


def test_a_floor_that_sank_silently_is_refused():
    (said,) = objections(floors(79), floors(80))
    assert "names.f1 was 80 and is 79" in said


def test_a_floor_that_is_gone_is_refused():
    (said,) = objections(Floors(floors={}, corpora={"names": DIGEST}), floors(80))
    assert "names.f1 was 80 and is gone" in said


def test_a_floor_may_rise_and_a_first_file_has_nothing_to_sink_from():
    assert list(objections(floors(81), floors(80))) == []
    assert list(objections(floors(1), None)) == []


def test_a_floor_may_sink_with_a_reason_once():
    row = {"floor": "names.f1", "before": 80, "to": 79, "reason": "the gold was mended"}
    assert list(objections(floors(79, lowered=[row]), floors(80))) == []
    # The reason that stood there for the last time does not cover the next.
    before = floors(80, lowered=[row])
    assert len(list(objections(floors(79, lowered=[row]), before))) == 1


def test_history_cannot_be_rewritten():
    row = {"floor": "names.f1", "before": 81, "to": 80, "reason": "the gold was mended"}
    (said,) = objections(floors(80), floors(80, lowered=[row]))
    assert "history" in said


def test_gold_cannot_be_exchanged_under_a_floor():
    (said,) = objections(Floors(floors={"names.f1": 80}, corpora={"names": "1" * 64}), floors(80))
    assert "digest of names" in said


def test_lowering_writes_the_number_and_appends_the_reason():
    text = lower(TEXT, "names.exact_f1", 80.5, 'the gold had "names" twice')
    text = lower(text, "names.exact_f1", 80, "and then once more")
    changed = load(text)
    assert changed.floors == load(TEXT).floors | {"names.exact_f1": 80}
    assert [row.to for row in changed.lowered] == [*(row.to for row in load(TEXT).lowered), 80.5, 80]
    assert list(objections(changed, changed)) == []
    assert text.startswith(TEXT.partition("floors:")[0])


@pytest.mark.parametrize(
    ("name", "to", "reason"),
    [("names.exact_f1", 99.9, "it is a rise"), ("names.none", 1, "no such floor"), ("names.exact_f1", 1, "short")],
)
def test_lowering_needs_a_floor_a_lower_number_and_a_reason(name, to, reason):
    with pytest.raises(ValueError, match=r"edit the file|no floor|at least 10"):
        lower(TEXT, name, to, reason)


@pytest.fixture
def gate(tmp_path, monkeypatch):
    """Runs the gate over one made task whose scorer gives a chosen figure; gives the exit status."""
    gold = tmp_path / "shared" / "corpora" / "names.jsonl"
    gold.parent.mkdir(parents=True)
    gold.write_text("{}\n", encoding="utf-8")
    (tmp_path / "shared" / "eval").mkdir()
    pinned = tmp_path / "floors.yaml"

    def run(value, before=None, pin=None, arguments=()):
        task = Task("names", "made", "names.jsonl", lambda session, path: found(value), NAMES.figures)
        pinned.write_text(
            json.dumps({"floors": {"names.f1": 80}, "corpora": {"names": pin or digest(gold)}}), encoding="utf-8"
        )
        monkeypatch.setattr(command, "TASKS", (task,))
        monkeypatch.setattr(command, "FLOORS", pinned)
        monkeypatch.setattr(command, "RESULTS", tmp_path / "results.json")
        monkeypatch.setattr("evals.floors.committed", lambda: before)
        return command.main(list(arguments))

    monkeypatch.setenv(VARIABLE, str(gold.parent))
    return run


def test_the_gate_passes_at_the_floor_and_fails_below(gate, capsys):
    assert gate(80.0) == 0
    assert gate(79.0) == 1
    assert "names.f1" in capsys.readouterr().err


def test_the_gate_fails_when_a_floor_sank_though_the_figure_is_above_it(gate, capsys):
    before = Floors(floors={"names.f1": 90}, corpora={})
    assert gate(85.0, before) == 1
    assert "was 90 and is 80" in capsys.readouterr().err


def test_the_gate_measures_nothing_on_other_gold(gate, capsys):
    assert gate(99.0, pin=DIGEST) == 2
    assert "not the gold" in capsys.readouterr().err


def test_the_gate_writes_the_same_results_for_the_same_figures(gate, tmp_path):
    written = []
    for _ in range(2):
        gate(81.0, arguments=["--write"])
        written.append((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert json.loads(written[0])["figures"]["names"]["f1"]["measured"] == 81.0


def test_without_corpora_the_gate_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr("evals.floors.committed", lambda: None)
    assert command.main([]) == 0
    assert "Nothing was measured" in capsys.readouterr().err
    assert command.main(["--require"]) == 2


def test_a_scorer_that_fails_stops_the_run_with_its_words(tmp_path):
    (tmp_path / "score_x.py").write_text("import sys; sys.exit('error: no gold')", encoding="utf-8")
    with pytest.raises(ProgramFailed, match="error: no gold"):
        Session(tmp_path, tmp_path).script("score_x.py")


def test_the_table_and_the_results_hold_every_figure():
    rows = list(judged(NAMES, found(70.0), floors()))
    assert table(rows).row_count == 1
    assert json.loads(results(rows, None, {"names": DIGEST}))["figures"]["names"]["f1"]["ci95"] == [70.0, 90.0]


def test_f1_of_documents_and_its_interval():
    rows = [(8, 10, 10), (0, 0, 0), (2, 10, 10)]
    assert f1(rows) == 50
    interval = bootstrap(rows)
    assert interval is not None
    assert interval[0] < 50 < interval[1]
    assert bootstrap([]) is None
    assert f1([(0, 0, 0)]) is None


def test_the_binomial_interval_stays_within_bounds():
    assert wilson(100, 40) == [91.24, 100.0]
    assert wilson(50, 0) is None
