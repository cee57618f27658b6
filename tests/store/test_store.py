"""The store: what is written is read back, once each, whatever happened before."""

import pytest

from dateline.errors import BadQuery, BadStore, UnknownId
from dateline.record import ReaderVersion, Record, Story
from dateline.store import QUESTIONS, RecordStore, Store
from dateline.store.schema import LISTS, RECORD_TABLES, TABLES
from tests.record.examples import good_record
from tests.stand_in import statements

HOSTILE = [
    "a\x00b\x00",
    "'; DROP TABLE stories; --",
    '"quoted" $actor {x} %s \\',
    "😀👩‍🚀é\u0301",
    "\u202eright to left\u202c",
    "\ufffe\uffff\U0010ffff",
    "\r\n\t\x1b[31m",
    "",
    "NULL",
]


def told(number, text=None, **more):
    story = Story(id=f"story {number}", text=text or f"“We counted {number} boats,” Moor said.", **more)
    return Record.of(story, statements=tuple(statements(story)), reader=ReaderVersion(version="1", encoder="e"))


def as_json(store, ids=None):
    return [record.to_json() for record in store.records(ids)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "crisis.duckdb"


@pytest.fixture
def store(path):
    with Store(path, write=True) as store:
        yield store


def counts(store):
    return {name: store._con.execute(f'SELECT count(*) FROM "{name}"').fetchall() for name in TABLES}


def test_it_is_what_the_protocol_says(store):
    as_protocol: RecordStore = store
    assert not list(as_protocol.ids())


def test_a_record_comes_back_as_it_was(store):
    store.add(good_record(), told(1))
    assert as_json(store) == [good_record().to_json(), told(1).to_json()]
    assert store.record("harbour") == good_record()
    with pytest.raises(UnknownId):
        store.record("no such story")


def test_writing_again_replaces(store):
    store.add(good_record(), *map(told, range(5)))
    before, first = counts(store), as_json(store)
    store.add(*map(told, range(5)), good_record())
    assert counts(store) == before
    assert sorted(as_json(store)) == sorted(first)


def test_one_story_twice_in_one_batch_is_one_story(store):
    store.add(told(1), told(2), told(1))
    assert sorted(store.ids()) == ["story 1", "story 2"]
    assert not list(store.verify(whole=True))


def test_every_row_says_what_read_it(store):
    store.add(good_record())
    for name in RECORD_TABLES:
        found = store._con.execute(f'SELECT DISTINCT version, encoder FROM "{name}"').fetchall()
        assert found == [(good_record().reader.version, good_record().reader.encoder)], name


def test_ids_are_followed_by_what_they_stand_for(store):
    record = good_record()
    store.add(record)
    names = {actor.id: actor.name for actor in record.actors}
    rows = store._con.execute("SELECT speaker, speaker_name FROM statements ORDER BY nr").fetchall()
    assert rows == [(one.speaker, names.get(one.speaker or "")) for one in record.statements]
    ((actors, found),) = store._con.execute("SELECT actors, actors_name FROM events").fetchall()
    assert found == [names[one] for one in actors]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_column(store, text):
    fields = dict.fromkeys(("title", "url", "outlet", "byline", "language"), text)
    record = told(1, f"{text} “{text}x” Moor said.", **fields)
    extra = good_record().actors[0].model_copy(update={"name": text, "code": text, "aliases": (text,), "basis": text})
    record = record.with_findings(actors=(extra,))
    store.add(record, told(2))
    assert as_json(store, ["story 1"]) == [record.to_json()]
    assert not [one for one in store.verify() if one.code == "span"]
    for name, question in QUESTIONS.items():
        for given in question.filters.keys() - {"since", "until"}:
            store.ask(name, **{given: text})
    assert store.forget("story 1")
    assert list(store.ids()) == ["story 2"]


def test_a_corrected_story_supersedes_its_older_version(store):
    store.add(told(1))
    store.add(told(1, "“We counted no boats,” Moor said."))
    assert store.record("story 1").story.text.startswith("“We counted no")
    ((story, by, kept),) = store._con.execute("SELECT story, superseded_by, record FROM superseded").fetchall()
    assert (story, by) == ("story 1", "story 1")
    assert Record.from_json(kept) == told(1)
    assert store.known([told(1).story], "e")[0] is not None


def hashed(text, published):
    story = Story(text=text, url="https://example.org/boats", published=published)
    return Record.of(story, statements=tuple(statements(story)))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("together", [True, False])
def test_the_later_story_at_one_address_stands(store, order, together):
    versions = [hashed("“Two boats,” Moor said.", "2031-03-01"), hashed("“No boats,” Moor said.", "2031-03-02")]
    given = [versions[one] for one in order]
    if together:
        store.add(*given)
    else:
        for one in given:
            store.add(one)
    assert [record.story.text for record in store.records()] == ["“No boats,” Moor said."]
    if order == (0, 1):
        assert store._con.execute("SELECT count(*) FROM superseded").fetchall() == [(1,)]
    assert store.known([versions[0].story], None)[0] is not None


def test_what_is_known_depends_on_content_and_encoder(store):
    store.add(told(1))
    changed = told(1, "“None,” Moor said.").story
    found = store.known([told(1).story, told(2).story, changed], "e")
    assert [one is not None for one in found] == [True, False, False]
    assert store.known([told(1).story], "another") == [None]


def test_forgetting_leaves_nothing_of_the_story(store, path):
    store.add(told(1, "“Zanzibarland,” Moor said."))
    store.add(told(1, "“Kept,” Moor said."), told(2))
    store._con.execute("CREATE TABLE lineages (story VARCHAR, lineage BIGINT)")
    store._con.execute("INSERT INTO lineages VALUES ('story 1', 1), ('story 2', 1)")
    assert store.forget("story 1")
    assert not store.forget("story 1")
    assert list(store.ids()) == ["story 2"]
    assert store._con.execute("SELECT story FROM lineages").fetchall() == [("story 2",)]
    assert store._con.execute("SELECT count(*) FROM superseded").fetchall() == [(0,)]
    (known,) = store.known([told(1).story], "e", retry=True)
    assert known is not None
    assert known.skip == "Forgotten"
    store.readmit("story 1")
    assert store.known([told(1).story], "e") == [None]


def test_a_write_that_fails_leaves_the_store_as_it_was(store, monkeypatch):
    store.add(told(1))
    before = counts(store)
    monkeypatch.setattr("dateline.store.writing.write_missed", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.write([*map(_rows, (told(1, "“Changed,” Moor said."), told(2)))], [object()])
    assert counts(store) == before
    assert as_json(store) == [told(1).to_json()]


def _rows(record):
    from dateline.store import rows_of

    return rows_of(record)


def test_verify_finds_a_span_that_is_no_slice(store):
    store.add(good_record(), told(1))
    assert not list(store.verify(whole=True))
    store._con.execute("UPDATE stories SET text = upper(text) WHERE id = 'story 1'")
    assert {one.code for one in store.verify()} == {"span"}


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DELETE FROM stories", "dangling"),
        ("DELETE FROM actors", "dangling"),
        ("DELETE FROM mentions WHERE nr = 1", "order"),
        ("INSERT INTO statements SELECT * FROM statements", "duplicate"),
        ("INSERT INTO stories SELECT * FROM stories", "duplicate"),
        ('UPDATE sentences SET "end" = 100000', "span"),
    ],
)
def test_verify_finds_damage(store, damage, code):
    store.add(good_record())
    store._con.execute(damage)
    assert code in {one.code for one in store.verify()}


def test_a_store_is_read_without_being_changed(store, path):
    store.add(good_record())
    store.close()
    before = path.read_bytes()
    with Store(path) as readable:
        assert as_json(readable) == [good_record().to_json()]
        assert not list(readable.verify())
    assert path.read_bytes() == before


REFUSED = [
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM '/etc/hostname'",
    "SELECT * FROM glob('/*')",
    "COPY stories TO '/tmp/never.csv'",
    "ATTACH '/tmp/never.duckdb'",
    "SET enable_external_access = true",
    "INSTALL httpfs",
    "DROP TABLE stories",
    "DELETE FROM stories",
    "SELECT 1; DROP TABLE stories",
    "EXPORT DATABASE '/tmp/never'",
    "SELECT * FROM record",
    "SELEC",
]


@pytest.mark.parametrize("query", REFUSED)
def test_sql_reads_the_store_and_nothing_else(store, path, query):
    record = good_record()
    store.add(record)
    store.close()
    with Store(path) as readable:
        with pytest.raises(BadQuery):
            readable.sql(query)
        assert list(readable.sql("SELECT id FROM stories")) == [{"id": "harbour"}]


def test_an_answer_is_a_table(store, path):
    store.add(good_record())
    store.close()
    with Store(path) as readable:
        answer = readable.sql("SELECT id, type FROM events")
        assert (len(answer), answer.columns) == (1, ("id", "type"))
        assert answer.arrow.num_rows == 1


@pytest.mark.parametrize(
    "make", [lambda path: path.write_text("no store\n" * 1000), lambda path: path.mkdir(), lambda _: None]
)
def test_what_is_no_store_is_said_to_be_none(path, make):
    make(path)
    with pytest.raises(BadStore, match=path.name):
        Store(path)


def test_a_file_of_something_else_is_left_alone(path):
    import duckdb

    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE theirs (a INTEGER)")
    for write in (True, False):
        with pytest.raises(BadStore, match="something else"):
            Store(path, write=write)


def test_lists_of_the_record_are_tables():
    fields = {name for name, field in Record.model_fields.items() if str(field.annotation).startswith("tuple")}
    assert set(LISTS) == fields


def test_two_actors_of_one_name_are_one_story(store):
    one, two = good_record().actors[0], good_record().actors[-1]
    store.add(told(1).with_findings(actors=(one, two.model_copy(update={"name": one.name, "code": one.code}))))
    assert store._con.execute("SELECT again FROM actors ORDER BY nr").fetchall() == [(False,), (True,)]
    assert [row["stories"] for row in store.who()] == [1]
