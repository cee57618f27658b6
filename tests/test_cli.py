"""The command line: what it prints where, and its exit status."""

import json
import os
import re
import signal
import subprocess
import sys
from functools import partial
from typing import get_args

import pytest
from typer.testing import CliRunner

from dateline import batch, cli, parse
from dateline.export import EXPORTERS, PARSE_EXPORTERS
from dateline.export.codebook import TABLES
from dateline.export.codings import CODINGS
from dateline.parse import encoder
from dateline.record import Record, violations
from tests.builders import parsed_story
from tests.record.examples import DENIAL, good_record
from tests.stand_in import NoEncoder, StandIn

TEXT = "“We counted the boats,” Moor said."
GERMAN = (
    "Die Ministerin sagte am Donnerstag, die Gespräche mit dem Nachbarland könnten scheitern, wenn die Soldaten an der "
    "Grenze bleiben, und dass zuerst die Bauern dafür bezahlen würden."
)
# Imported by what reads and shows, and by nothing that only says how to use it.
HEAVY = {"numpy", "onnxruntime", "pydantic", "py3langid", "rich", "tokenizers", "yaml", "multiprocessing"}


@pytest.fixture(autouse=True)
def _reads_without_encoder(monkeypatch):
    monkeypatch.setattr(batch, "Reader", StandIn)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder; gives its exit status and output, stdout and stderr apart."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments, stdin=None: CliRunner().invoke(cli.app, list(arguments), input=stdin)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(good_record().to_json() + "\n", encoding="utf-8")
    return str(path)


def lines(*texts):
    return "".join(json.dumps({"text": text, "id": str(number)}) + "\n" for number, text in enumerate(texts))


def test_a_file_gives_a_table(run, story):
    done = run("read", story)
    assert done.exit_code == 0
    assert "Moor" in done.stdout
    assert "<said>" in done.stdout
    assert done.stderr == ""


def test_stdin_is_read_like_a_file(run, story):
    assert run("read", "-", stdin=TEXT).stdout == run("read", stdin=TEXT).stdout == run("read", story).stdout


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_records_for_programs_are_sound(run, story, name):
    done = run("read", story, "--format", name, "--published", "2031-03-14")
    assert list(violations(done.stdout)) == []
    assert Record.from_json(done.stdout).story.published == "2031-03-14"


def test_many_stories_give_a_line_each_in_order(run):
    done = run("read", "--stories", "-", "--workers", "1", stdin=lines(TEXT, "Rain fell.", TEXT))
    assert done.exit_code == 0
    assert [Record.from_json(line).story.id for line in done.stdout.splitlines()] == ["0", "1", "2"]
    assert done.stderr == "dateline: 3 stories in: 3 read, 0 failed\n"


def test_many_stories_as_json_are_a_list(run):
    given = lines(TEXT, TEXT)
    done = run("read", "--stories", "-", "--workers", "1", "--format", "json", stdin=given)
    assert [one["story"]["id"] for one in json.loads(done.stdout)] == ["0", "1"]
    assert run("verify", stdin=done.stdout).exit_code == 0


def test_a_failure_goes_to_stderr_and_makes_the_status_1(run):
    given = lines(TEXT) + "no JSON\n" + lines("fail", TEXT)
    done = run("read", "--stories", "-", "--workers", "1", stdin=given)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "line 2: BadLine" in done.stderr
    assert "story 0: ZeroDivisionError" in done.stderr
    assert "4 stories in: 2 read, 2 failed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["read", "missing.txt"], None),
        (["read", "--stories", "missing.jsonl"], None),
        (["read", "--stories", "-"], "\n\n"),
        (["read", "."], None),
        (["read"], ""),
        (["read"], " \n"),
        (["read", "--format", "json"], ""),
        (["read", "--stories", "-", "--workers", "1"], '{"text": ""}\n{"text": " "}\n'),
        (["parse"], " \n"),
        (["why", "s1", "-"], ""),
        (["parse", "missing.txt"], None),
        (["verify"], "\n"),
        (["verify", "missing.jsonl"], None),
        (["why", "s1", "missing.jsonl"], None),
    ],
)
def test_nothing_to_read_is_status_3(run, arguments, stdin):
    done = run(*arguments, stdin=stdin)
    assert done.exit_code == 3
    assert done.stderr.startswith("dateline: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "--format", "xml"],
        ["read", "story.txt", "--stories", "in.jsonl"],
        ["read", "--stories", "in.jsonl", "--published", "2031-03-14"],
        ["read", "--stories", "in.jsonl", "--workers", "0"],
        ["read", "--output", "missing/out.txt"],
        ["sing"],
        ["why"],
        ["why", "s1", "records.jsonl", "more.jsonl"],
        ["read", "story.txt", "--actors", "missing.csv"],
        ["read", "story.txt", "--gazetteer", "missing.tsv"],
    ],
)
def test_wrong_usage_is_status_2(run, arguments):
    done = run(*arguments, stdin=TEXT)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr


def test_a_date_that_is_none_is_wrong_usage(run, story):
    done = run("read", story, "--published", "yesterday")
    assert done.exit_code == 2
    assert "2015-09-24" in done.stderr
    assert done.stdout == ""


def test_a_missing_encoder_is_one_message(run, story, monkeypatch):
    monkeypatch.setattr(batch, "Reader", NoEncoder)
    done = run("read", story)
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "dateline: the encoder is missing\n")


def test_output_goes_to_a_file_but_not_over_the_input(run, story, tmp_path):
    assert run("read", story, "--format", "jsonl", "-o", str(tmp_path / "out.jsonl")).stdout == ""
    assert run("verify", str(tmp_path / "out.jsonl")).exit_code == 0
    assert run("read", story, "-o", story).exit_code == 2
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == TEXT


def test_verify_counts_sound_records(run, records):
    assert run("verify", records).stdout == "1 sound record\n"


def test_verify_says_what_is_broken_and_where(run):
    sound = good_record().to_json()
    broken = sound.replace('"text":"Two officials"', '"text":"Two OFFICIALS"')
    done = run("verify", stdin=f"{sound}\n{broken}\nno JSON\n")
    assert done.exit_code == 1
    assert re.fullmatch(r"-:2: span at .*Two OFFICIALS.*\n", done.stdout)


def test_why_explains_a_finding(run, records):
    done = run("why", DENIAL.id[:8], records)
    assert done.exit_code == 0
    assert DENIAL.id in done.stdout
    assert "union leader" in done.stdout


def test_why_of_an_unknown_id_or_a_bad_record_is_status_1(run, records):
    assert run("why", "s000", records).exit_code == 1
    assert run("why", "s", records).exit_code == 1
    assert run("why", "s1", stdin="no JSON").exit_code == 1


def test_parse_prints_conllu(run, monkeypatch):
    parsed = parsed_story("Rain rain NOUN 2 nsubj\nfell fall VERB 0 root")
    monkeypatch.setattr(encoder, "Encoder", lambda: None)
    monkeypatch.setattr(parse, "parse", lambda story, _: parsed)
    done = run("parse", stdin="Rain fell")
    assert done.exit_code == 0
    assert "1\tRain\train\tNOUN" in done.stdout


def test_formats_lists_every_format(run):
    text = run("formats").stdout
    assert all(name in text for name in [*EXPORTERS, *PARSE_EXPORTERS, "text"])


def test_schema_is_that_of_the_record(run):
    assert "causal_claims" in json.loads(run("schema").stdout)["properties"]


def test_formats_named_in_the_help_are_those_of_the_tables():
    assert get_args(cli.Format) == tuple(EXPORTERS)
    assert get_args(cli.ParseFormat) == tuple(PARSE_EXPORTERS)
    assert get_args(cli.CodingFormat) == tuple(CODINGS)
    assert get_args(cli.CodeTable) == tuple(TABLES)


def test_messages_cannot_command_the_terminal(run):
    given = json.dumps({"text": "fail", "id": "\x1b[2J\x9b"}) + "\n"
    done = run("read", "--stories", "-", "--workers", "1", stdin=given)
    assert "␛[2J\ufffd" in done.stderr
    assert "\x1b" not in done.stderr


MAIN = "from dateline.cli import main; main()"


@pytest.mark.parametrize(
    "code", ["import dateline", "from dateline.cli import app; from typer.testing import CliRunner; import sys"]
)
def test_importing_costs_nothing_heavy(code):
    loaded = "; import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code + loaded], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()


def test_help_imports_nothing_heavy():
    code = (
        "import atexit, sys; from dateline.cli import main; sys.argv = ['dateline', '--help'];"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "verify" in done.stdout
    assert HEAVY & {name.partition(".")[0] for name in done.stderr.split()} == set()


def test_a_closed_pipe_is_no_error_message():
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", MAIN, "schema"]
    with os.fdopen(writer, "wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_the_run_without_a_word(tmp_path, workers):
    (tmp_path / "in.jsonl").write_text(lines(TEXT, "sleep"), encoding="utf-8")
    code = "from dateline import batch, cli; from tests.stand_in import StandIn; batch.Reader = StandIn; cli.main()"
    command = [sys.executable, "-c", code, "read", "--stories", str(tmp_path / "in.jsonl"), "--workers", workers]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    started = partial(subprocess.Popen[bytes], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    with started(command, env=environment) as running:
        assert running.stdout
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, messages = running.communicate(timeout=60)
    assert running.returncode == 130
    assert not messages


def test_output_is_utf_8_in_any_locale(records):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", MAIN, "why", DENIAL.id, records]
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True)
    assert "Found by" in done.stdout.decode("utf-8")


def noting(given, **tables):
    given.append(tables)
    return StandIn()


@pytest.mark.parametrize("many", [False, True])
def test_tables_of_ones_own_reach_the_reader(run, story, tmp_path, monkeypatch, many):
    given: list[dict[str, object]] = []
    monkeypatch.setattr(batch, "Reader", partial(noting, given))
    actors, gazetteer = tmp_path / "mine.csv", tmp_path / "mine.tsv"
    actors.write_text("name\nMoor\n", encoding="utf-8")
    gazetteer.write_text("name\tlat\tlon\tcountry\n", encoding="utf-8")
    (tmp_path / "in.jsonl").write_text(lines(TEXT), encoding="utf-8")
    source = ["--stories", "in.jsonl", "--workers", "1"] if many else [story]
    assert run("read", *source, "--actors", str(actors), "--gazetteer", str(gazetteer)).exit_code == 0
    assert given == [{"actors": actors, "gazetteer": gazetteer}]


def test_a_bad_table_is_wrong_usage_and_leaves_the_output_alone(run, story, tmp_path):
    (tmp_path / "mine.csv").write_text("name,sectors\nMoor,GOVT\n", encoding="utf-8")
    (tmp_path / "out.json").write_text("before", encoding="utf-8")
    done = run("read", story, "--actors", "mine.csv", "-o", "out.json")
    assert done.exit_code == 2
    assert "mine.csv, line 2: `sectors` has 'GOVT'" in done.stderr
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "before"


def test_two_records_of_one_story_id_are_refused(run):
    line = good_record().to_json() + "\n"
    done = run("verify", stdin=line * 2)
    assert done.exit_code == 1
    assert re.fullmatch(r"-:2: duplicate at story\.id: -:1 .*\n", done.stdout)


def test_why_goes_on_after_lines_that_are_no_record(run):
    sound = good_record().to_json()
    done = run("why", DENIAL.id, stdin=f"no JSON\n{sound}\n{sound[:90]}\n")
    assert done.exit_code == 1
    assert DENIAL.id in done.stdout
    assert re.findall(r"^dateline: -:(\d): no record", done.stderr, re.MULTILINE) == ["1", "3"]


def test_lines_of_another_kind_are_not_named_one_by_one(run):
    done = run("why", "s1", stdin="Talks failed.\n" * 50)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 13
    assert "records are what `dateline read --format json`" in done.stderr
    assert "40 more lines hold no record" in done.stderr


def test_an_id_that_several_begin_with_asks_for_more(run, records):
    done = run("why", "s", records)
    assert done.exit_code == 1
    assert re.search(r"has \d ids that begin with 's'; give more", done.stderr)


@pytest.mark.parametrize("text", ['{"text": "Rain fell."}\n', '[{"text": "Rain fell."}]', '{\n "schema": 1}'])
def test_json_that_is_read_as_plain_text_is_told(run, text):
    assert "looks like JSON" in run("read", stdin=text).stderr


def test_a_text_in_brackets_is_no_json(run):
    assert run("read", stdin='["We won"] {Berg} said: {sic}').stderr == ""


def test_why_knows_stories_and_sentences(run, records):
    record = good_record()
    assert "Story" in run("why", record.story.id, records).stdout
    assert "Sentence" in run("why", record.sentences[0].id, records).stdout


def test_an_empty_story_among_others_is_told_and_counted(run):
    done = run("read", "--stories", "-", "--workers", "1", stdin=lines(TEXT, "", GERMAN))
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3
    assert "story 1: the text is empty" in done.stderr
    assert "story 2: the text is in another language (de)" in done.stderr
    assert "3 stories in: 3 read (1 empty, 1 not in English), 0 failed" in done.stderr


def test_of_many_stories_that_hold_nothing_the_first_are_told(run):
    done = run("read", "--stories", "-", "--workers", "1", stdin=lines(*[GERMAN] * 30))
    assert done.exit_code == 0
    assert len(done.stderr.splitlines()) == 11


def test_a_story_in_another_language_says_so_beside_its_record(run):
    done = run("read", "--format", "json", stdin=GERMAN)
    assert done.exit_code == 0
    assert "another language (de)" in done.stderr
    assert "not-english" in done.stdout


def test_what_happened_on_the_way_in_stands_in_the_record(run, tmp_path):
    (tmp_path / "old.txt").write_bytes(TEXT.encode("cp1252"))
    warnings = json.loads(run("read", "old.txt", "--format", "json").stdout)["warnings"]
    assert "not-utf-8" in [warning["code"] for warning in warnings]
    given = json.dumps({"text": TEXT, "publisher": "The Gull", "date": "2031-03-14"})
    (warning, _) = json.loads(run("read", "--stories", "-", "--workers", "1", stdin=given).stdout)["warnings"]
    assert warning["code"] == "unknown-keys"
    assert "'date', 'publisher'" in warning["message"]


def test_an_id_that_is_not_found_says_what_ids_depend_on(run):
    result = run("why", "s0000", "-", stdin=good_record().to_json())
    assert result.exit_code == 1
    assert "published" in result.stderr


def test_one_story_is_no_stories(run):
    result = run("read", "--stories", "-", stdin=json.dumps({"text": TEXT}))
    assert "1 story in: 1 read" in result.stderr


PAIRS = "id,text,actor,recipient\na,Ostra met Karsk.,Ostra,Karsk\nb,Ostra met Ostra.,Ostra,\nc,Ostra fell.,Ostra,\n"


@pytest.fixture
def coder(monkeypatch):
    """Codes everything as the same event, but for sentences in which something fell."""
    from dateline import pairs

    def code(sentence, actor, recipient=None, published=None):
        if "fell" in sentence:
            raise ZeroDivisionError("what no one foresaw")
        return good_record().events[0].model_copy(update={"cameo": "0871"})

    monkeypatch.setattr(pairs, "code", code)


def test_pairs_are_coded_and_rows_that_fail_are_named(run, coder):
    done = run("code", "-", stdin=PAIRS)
    assert done.exit_code == 1
    head, row = done.stdout.splitlines()
    assert head.split(",")[:4] == ["id", "type", "mode", "cameo"]
    assert row.startswith("a,RETREAT,,0871,")
    assert "line 3: BadPair" in done.stderr
    assert "line 4: ZeroDivisionError" in done.stderr
    assert "3 pairs in: 1 coded, 2 failed" in done.stderr


def test_pairs_that_are_all_coded_are_status_0_in_any_format(run, coder, tmp_path):
    given = tmp_path / "pairs.jsonl"
    given.write_text(json.dumps({"text": "Ostra met Karsk.", "actor": "Ostra", "id": 7}) + "\n", encoding="utf-8")
    done = run("code", str(given), "--format", "jsonl", "--output", "out.jsonl")
    assert done.exit_code == 0
    assert done.stdout == ""
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (row["id"], row["type"], row["quad"]) == ("7", "RETREAT", "material-cooperation")


def test_no_pair_is_status_3_and_a_table_without_text_wrong_usage(run, coder):
    assert run("code", "-", stdin="text,actor\n").exit_code == 3
    assert run("code", "-", stdin="a,b\n1,2\n").exit_code == 2
    assert run("code", "missing.csv").exit_code == 3


def test_codes_are_listed(run):
    done = run("codes", "types")
    assert done.exit_code == 0
    assert any(line.startswith("ASSAULT.aerial\t-9.5\tmaterial-conflict\t195\t") for line in done.stdout.splitlines())
    assert "0871\t" in run("codes").stdout
    assert run("codes", "songs").exit_code == 2


@pytest.mark.parametrize("many", [False, True])
def test_events_are_folded_on_demand(run, story, monkeypatch, many):
    def read(self, text, **metadata):
        event = good_record().events[0].model_copy(update={"type": "AID", "status": "planned", "countable": False})
        return good_record().with_findings(events=(event,))

    monkeypatch.setattr(StandIn, "read", read)
    given = ["--stories", "-", "--workers", "1"] if many else [story, "--format", "jsonl"]
    for folding, kind in (([], "AID"), (["--fold"], "AGREE")):
        done = run("read", *given, *folding, stdin=lines(TEXT) if many else None)
        assert done.exit_code == 0
        assert json.loads(done.stdout)["events"][0]["type"] == kind
