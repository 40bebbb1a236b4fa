"""The published list files beside the checkout, as the fixtures of each list name them."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LISTS = ROOT.parent / "shared" / "lists"
FIXTURES = ROOT / "tests" / "sources" / "fixtures"


def published() -> dict[str, list[list[Path]]]:
    """For each list, its published file sets, the newest last."""
    if not LISTS.is_dir():
        sys.exit(f"The published list files are not here: {LISTS} is absent.")
    found: dict[str, list[list[Path]]] = {}
    for path in sorted(FIXTURES.glob("*/published.toml")):
        entries = tomllib.loads(path.read_text("utf-8"))["file"]
        whole = [entry for entry in entries if entry["entities"] > 1]
        whole.sort(key=lambda entry: entry.get("as_of", ""))
        found[path.parent.name] = [[LISTS / name for name in entry["paths"]] for entry in whole]
    return found


def newest() -> dict[str, list[Path]]:
    """For each list, its newest file set."""
    return {key: sets[-1] for key, sets in published().items()}
