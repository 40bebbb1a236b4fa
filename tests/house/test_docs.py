"""The docs are true: examples run, every command is described, the published schema is current."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from sanctionscreen.cli.main import COMMANDS, cli
from sanctionscreen.model import Screening, ShipmentScreening

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLE = re.compile(r"^```python\n(.+?)^```", re.MULTILINE | re.DOTALL)
WITH_EXAMPLES = [page for page in PAGES if EXAMPLE.search(page.read_text("utf-8"))]


@pytest.mark.parametrize(
    "page", [p for p in PAGES if EXAMPLE.search(p.read_text("utf-8"))], ids=lambda p: p.name
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANCTIONSCREEN_HOME", str(tmp_path))
    names: dict[str, object] = {}
    for example in EXAMPLE.findall(page.read_text("utf-8")):
        exec(compile(example, str(page), "exec"), names)


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command
        assert f"\n## {name}\n" in page
        for sub in getattr(command, "commands", {}):
            assert f"\n### {name} {sub}\n" in page
        for option in (o for p in command.params for o in p.opts if o.startswith("--")):
            assert f"{option}" in page, f"{name} {option} is not described"
        assert command.epilog, "help teaches by example"


@pytest.mark.parametrize(
    ("file", "model"), [("screening.json", Screening), ("shipment.json", ShipmentScreening)]
)
def test_the_published_schema_is_current(file: str, model: type[BaseModel]) -> None:
    published = json.loads((ROOT / "docs" / "schema" / file).read_text("utf-8"))
    assert published == model.model_json_schema()
