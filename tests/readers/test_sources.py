"""All that a user can name: files, folders, patterns, archives, pipes; the format of each is found."""

import gzip
import io
import json
import os
import zipfile

import pytest

from dateline.errors import BadFormat, BadMap, MissingLibrary, NothingToRead
from dateline.readers import archives, sources, table
from dateline.readers.given import Page
from dateline.record import Story
from tests.readers.pages import ATOM, NITF, RSS, SENTENCES, archive, page

FILES = {
    "a.txt": SENTENCES[0].encode(),
    "b.jsonl": json.dumps({"text": SENTENCES[1]}).encode() + b"\n{",
    "c/page.html": page(),
    "c/feed.xml": ATOM.encode(),
    "c/nitf.xml": NITF.encode(),
    "d.warc.gz": archive(2),
    "e.csv.gz": gzip.compress(f'text\n"{SENTENCES[2]}"\n'.encode()),
    "f.bin": bytes(range(256)),
    ".hidden.txt": b"hidden",
}


@pytest.fixture
def folder(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def stories(*arguments, **options):
    return sources.stories(*arguments, **options)


def shown(found):
    return [one.text[:11] if isinstance(one, Story) else f"{one.where}: {one.error}" for one in found]


IN_ORDER = [
    "The council",
    "“Nobody in ",
    "b.jsonl: line 2: BadLine",
    "The council",
    "LOWER MARRE",
    "The council",
    "This is nig",
    "This is nig",
    "The union o",
    "f.bin: the file: UnknownFormat",
]


def test_a_folder_is_read_file_by_file(folder):
    os.mkfifo(folder / "pipe")
    assert shown(stories(folder)) == IN_ORDER


def test_a_pattern_is_read_in_order(folder):
    assert shown(stories(f"{folder}/**/*.xml")) == ["The council", "LOWER MARRE"]
    assert len(shown(stories(str(folder / "[ab]*")))) == 3


def test_a_zip_is_read_in_place(folder, tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in FILES.items():
            packed.writestr(name if name != "a.txt" else "../../a.txt", data)
    found = shown(stories(io.BytesIO(out.getvalue())))
    assert sorted(found) == sorted(IN_ORDER)
    assert not (tmp_path.parent / "a.txt").exists()


class Pipe(io.RawIOBase):
    """Bytes that come piece by piece and cannot be read again."""

    name = ""

    def __init__(self, data):
        self.rest = data

    def readable(self):
        return True

    def readinto(self, buffer):
        piece, self.rest = self.rest[: min(len(buffer), 100)], self.rest[min(len(buffer), 100) :]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("name", [name for name in FILES if name != "f.bin"])
def test_a_pipe_gives_what_a_file_gives(folder, name):
    suffixless = [shown(stories(Pipe(FILES[name]))), shown(stories(io.BytesIO(FILES[name])))]
    if not name.startswith(("e", "b")):
        assert suffixless[0] == suffixless[1] == shown(stories(folder / name))
    with Pipe(FILES[name]) as pipe:
        pipe.name = name
        assert shown(stories(pipe)) == shown(stories(folder / name))


def test_a_format_can_be_said():
    (story,) = stories(io.BytesIO(b'{"text": "a"}'), "text")
    assert story.text == '{"text": "a"}'
    (story,) = stories(io.BytesIO(gzip.compress(b'{"text": "a"}')), "jsonl")
    assert story.text == "a"


def test_a_map_goes_to_what_takes_one():
    (story,) = stories(io.BytesIO(b'{"body": {"main": "a"}, "id": "7", "x": 1}'), "jsonl", {"text": "body.main"})
    assert (story.text, story.id) == ("a", "7")
    with pytest.raises(BadMap, match="takes no map"):
        stories(io.BytesIO(b""), "html", {"text": "body"})
    with pytest.raises(BadMap, match="a map names body"):
        stories(io.BytesIO(b""), "csv", {"body": "text"})


def test_what_is_not_there_stops_the_run(tmp_path):
    for name in (tmp_path / "none.txt", f"{tmp_path}/*.xml"):
        with pytest.raises(NothingToRead):
            stories(name)
    with pytest.raises(BadFormat, match="valid is one of: text, jsonl"):
        stories(tmp_path, "pdf")


def test_a_url_is_a_failure_unasked():
    (failure,) = stories("https://gull.example/1")
    assert failure.error == "NotFetched"
    assert "only when asked" in failure.message


class Shelf:
    def __init__(self, data, kind):
        self.data, self.kind = data, kind

    def get(self, url):
        return Page(url + "?found", self.data, self.kind, "utf-8")


@pytest.mark.parametrize(
    ("data", "kind", "count"),
    [(page(), "text/html", 1), (RSS.encode(), "text/xml", 2), (b"A text.", "text/plain", 1), (page(), "", 1)],
)
def test_a_url_is_read_as_what_it_is(data, kind, count):
    found = list(stories("https://gull.example/1", fetch=Shelf(data, kind)))
    assert len(found) == count
    if kind in {"text/html", "text/plain"}:
        assert found[0].url == "https://gull.example/1?found"


def test_bombs_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "LARGEST", 1000)
    bomb = gzip.compress(b'{"text": "a"}\n' * 100_000)
    found = list(stories(io.BytesIO(bomb), "jsonl"))
    assert found[-1].error == "TooLarge"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomb.txt", b" " * 1_000_000)
        packed.writestr("good.txt", b"A text.")
    assert [getattr(one, "error", "read") for one in stories(io.BytesIO(out.getvalue()))] == ["TooLarge", "read"]


def test_archives_in_archives_end():
    data = b"A text."
    for _ in range(6):
        data = gzip.compress(data)
    (failure,) = stories(io.BytesIO(data))
    assert failure.error == "BadArchive"


@pytest.mark.parametrize("cut", [5, 15, 30, -4])
def test_a_damaged_gzip_is_named(cut):
    data = gzip.compress(os.urandom(10) + b"A text. " * 20)
    found = list(stories(io.BytesIO(data[:cut]), "text"))
    assert found[-1].error == "BadArchive"


def test_a_damaged_zip_is_named():
    (failure,) = stories(io.BytesIO(b"PK\x03\x04" + b"x" * 100))
    assert failure.error == "BadArchive"


def test_a_library_that_is_missing_is_named(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'trafilatura'", name="trafilatura")

    monkeypatch.setattr(table, "import_module", missing)
    with pytest.raises(MissingLibrary, match=r"pip install 'dateline\[html\]'"):
        list(stories(io.BytesIO(page())))
    with pytest.raises(ModuleNotFoundError):
        list(stories(io.BytesIO(b"A text.")))


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    real = type(tmp_path).open

    def locked(self, *arguments, **options):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)

    monkeypatch.setattr(type(tmp_path), "open", locked)
    failure, story = stories(tmp_path)
    assert (failure.error, failure.where, story.text) == ("Unreadable", "a.txt: the file", "b")


def test_every_format_is_in_the_table():
    assert {one.name for one in table.FORMATS} == set(table.BY_NAME)
    assert all(one.about and one.fills and one.suffixes and callable(one.reader()) for one in table.FORMATS)
    assert table.listed().count("\n") == len(table.FORMATS) + 1
