"""The shape that the code keeps: sizes, docstrings, and a mirror of src in tests."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dateline"
MODULES = sorted(
    chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("src", "training", "evals", "benchmarks"))
)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_has_at_most_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_has_at_most_60_lines(path):
    functions = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, FUNCTIONS)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 60] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_makes_what_it_takes_and_what_it_gives(path):
    docstring = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    assert re.search(r"Takes? .*\bgives? ", docstring, re.DOTALL), f"no 'Takes X, gives Y' in {docstring!r}"


def test_every_folder_of_modules_is_a_package():
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_tests_mirror_the_package():
    tests = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("*/test_*.py")]
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()} | {"training", "evals", "benchmarks", "golden"}
    assert [str(path) for path in tests if path.parts[0] not in rooms] == []
