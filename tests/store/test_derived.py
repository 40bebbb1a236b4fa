"""Folders that are computed from snapshots: filled once, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sanctionscreen import Store, StoreError
from sanctionscreen.store.derived import KEPT

DERIVE = """
import sys
from pathlib import Path
from sanctionscreen import Store

def fill(folder):
    (folder / "array").write_text("content", "utf-8")
    with Path(sys.argv[1], "filled").open("a", encoding="utf-8") as log:
        log.write("once\\n")

print((Store(sys.argv[1]).derived("index", "abc", fill) / "array").read_text("utf-8"))
"""


def test_whoever_comes_first_fills_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DERIVE, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate()[0] for process in processes] == ["content\n"] * 3
    assert (tmp_path / "filled").read_text("utf-8") == "once\n"


def test_a_folder_that_could_not_be_filled_is_not_there(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("half", "utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="the disk is full"):
        Store(tmp_path).derived("index", "abc", fail)
    assert [path.name for path in (tmp_path / "index").iterdir() if path.is_dir()] == []


def test_old_folders_are_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(KEPT + 3):
        store.derived("index", f"name{number}", lambda folder: (folder / "x").touch())
    kept = {path.name for path in (tmp_path / "index").iterdir() if path.is_dir()}
    assert len(kept) == KEPT
    assert f"name{KEPT + 2}" in kept


def test_a_home_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(StoreError, match="Move the file of that name away"):
        Store(tmp_path / "home").derived("index", "abc", lambda folder: None)
