"""A new list is one module and one fixture folder: shown by adding one to a copy of the tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

MODULE = '''"""A list that was added a moment ago."""

from collections.abc import Iterator

from sanctionscreen.model import Entity, Listing, Name
from sanctionscreen.reading import Files, Format, Source
from sanctionscreen.reading.table import header_has, rows


def read_csv(files: Files) -> Iterator[Entity]:
    """One row, one entity."""
    listing = Listing(list="zz_new", authority="Ministry of Novelty")
    for row in rows(files, ["number", "name"]):
        yield Entity(
            list="zz_new", id=row.text("number"), names=[Name(text=row.text("name"))], listing=listing
        )


SOURCE = Source(
    key="zz_new", title="New list", publisher="Ministry of Novelty", page="https://example.org/",
    formats=(Format("csv", {"new.csv": "https://example.org/"}, header_has("number", "name"), read_csv),),
    expect_entities=(1, 10),
)
'''


def test_one_module_and_one_fixture_folder_are_enough(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for part in ("src", "tests"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "src" / "sanctionscreen" / "sources" / "zz_new.py").write_text(MODULE, "utf-8")
    case = copy / "tests" / "sources" / "fixtures" / "zz_new" / "two_rows"
    case.mkdir(parents=True)
    (case / "new.csv").write_text("number,name\n1,Zyxel Novelty Works\n", "utf-8")
    entity = {
        "list": "zz_new",
        "id": "1",
        "names": [{"text": "Zyxel Novelty Works"}],
        "listing": {"list": "zz_new", "authority": "Ministry of Novelty"},
    }
    expected = {"about": "one row", "format": "csv", "as_of": None, "announced": None, "entities": [entity]}
    expected |= {"oddities": [], "unread": {}}
    (case / "expected.json").write_text(json.dumps(expected), "utf-8")

    environment = {
        **os.environ,
        "PYTHONPATH": str(copy / "src"),
        "SANCTIONSCREEN_HOME": str(tmp_path / "home"),
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            cwd=copy,
            env=environment,
            check=False,
        )

    cases = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/sources", "-k", "zz_new")
    assert cases.returncode == 0, cases.stdout
    start = "from sanctionscreen.cli.main import main; main()"
    available = run("-c", start, "lists", "available", "--json")
    assert '"zz_new"' in available.stdout
    added = run("-c", start, "lists", "add", "zz_new", str(case / "new.csv"))
    assert added.returncode == 0, added.stderr
    screened = run("-c", start, "screen", "Zyxel Novelty Works", "--json")
    assert screened.returncode == 1, screened.stderr
    assert json.loads(screened.stdout)["hits"][0]["entity"]["list"] == "zz_new"
