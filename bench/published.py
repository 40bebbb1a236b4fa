"""The published list files beside the checkout, as the fixtures of each list name them."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LISTS = ROOT.parent / "shared" / "lists"
FIXTURES = ROOT / "tests" / "sources" / "fixtures"


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """What each list's ``published.toml`` says of a whole file; of an excerpt where a list has no other."""
    if not LISTS.is_dir():
        sys.exit(f"The published list files are not here: {LISTS} is absent.")
    for path in sorted(FIXTURES.glob("*/published.toml")):
        stated = tomllib.loads(path.read_text("utf-8"))["file"]
        whole = [entry for entry in stated if not entry.get("sample")]
        for entry in sorted(whole or stated, key=lambda entry: str(entry.get("as_of") or entry.get("dated"))):
            yield path.parent.name, entry


def published() -> dict[str, list[list[Path]]]:
    """For each list, its published file sets, the newest last."""
    found: dict[str, list[list[Path]]] = {}
    for key, entry in entries():
        found.setdefault(key, []).append([LISTS / name for name in entry["paths"]])
    return found


def newest() -> dict[str, list[Path]]:
    """For each list, its newest file set."""
    return {key: sets[-1] for key, sets in published().items()}


def rounds() -> list[dict[str, list[Path]]]:
    """Rounds that together hold the newest file set of every form; the first has every list's newest."""
    forms: dict[str, dict[str, list[Path]]] = {}
    for key, entry in entries():
        of_list = forms.setdefault(key, {})
        of_list.pop(entry["format"], None)
        of_list[entry["format"]] = [LISTS / name for name in entry["paths"]]
    queues = {key: list(sets.values()) for key, sets in forms.items()}
    found = []
    while any(queues.values()):
        found.append({key: sets.pop() for key, sets in queues.items() if sets})
    return found
