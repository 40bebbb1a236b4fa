"""The tree keeps its rules: sizes, names, what imports what at start, and an ARCHITECTURE that is true."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sanctionscreen

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "sanctionscreen"
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base"}
LONGEST_LIST, LONGEST_MODULE, LONGEST_FUNCTION = 350, 450, 60


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_keeps_size_and_name(module: Path) -> None:
    text = module.read_text("utf-8")
    limit = LONGEST_LIST if PACKAGE / "sources" in module.parents else LONGEST_MODULE
    assert text.count("\n") <= limit
    assert module.stem not in FORBIDDEN_NAMES
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module opens by saying what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno - (ast.get_docstring(node) or "").count("\n")
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_the_public_names() -> None:
    names = sanctionscreen.__all__
    assert names == sorted(names)
    assert len(names) <= 30
    for name in names:
        assert getattr(sanctionscreen, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'scren'"):
        _ = sanctionscreen.scren  # type: ignore[attr-defined]


def test_architecture_is_true() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    headings = re.findall(r"^## .*`(\w+)/`", text, re.MULTILINE)
    assert sorted(headings) == sorted(folder.name for folder in FOLDERS)
    for path in re.findall(r"`([\w./-]+/[\w./-]*)`", text):
        candidates = (ROOT / path, PACKAGE / path)
        assert any(candidate.exists() for candidate in candidates), f"{path} does not exist"


def test_ci_runs_the_tests_as_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^```sh\n(.+?)\n```", readme, re.MULTILINE | re.DOTALL)
    tests = next(command for command in commands if "pytest" in command)
    assert "\n" not in tests, "one line passes the tests"
    assert tests in (ROOT / ".ci" / "run").read_text("utf-8")
