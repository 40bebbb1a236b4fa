"""The index on disk: built once for a set of snapshots, then mapped by every process."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np

from sanctionscreen.store import Store

from .holding import Holdings, build_index
from .search import NameIndex

KEPT = 4
"""Compiled indexes that are kept; older ones belong to lists that have been replaced."""

_SHAPED_BY = ("model", "printed", "names", "matching", "index")


def open_index(store: Store, holdings: Holdings) -> NameIndex:
    """The index of a set of snapshots, compiled now if no process has done so before.

    Its folder is named after the content of the snapshots and of the code that shapes the index, so
    it can never be out of step with either.
    """
    folder = store.index_home(_address(holdings))
    if not folder.is_dir():
        _compile(store, holdings, folder)
    return NameIndex({path.stem: np.load(path, mmap_mode="r") for path in folder.glob("*.npy")})


def _compile(store: Store, holdings: Holdings, folder: Path) -> None:
    arrays = build_index(holdings).arrays
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".building-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(temporary / f"{name}.npy", array)
        store.replace_folder(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _forget_old(folder)


def _forget_old(newest: Path) -> None:
    others = [path for path in newest.parent.iterdir() if path != newest and not path.name.startswith(".")]
    for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        with contextlib.suppress(OSError):
            shutil.rmtree(path)


def _address(holdings: Holdings) -> str:
    content = hashlib.sha256(_code_digest().encode())
    for snapshot in holdings.snapshots:
        content.update(f"{snapshot.list} {snapshot.sha256} {snapshot.reader}\n".encode())
    return content.hexdigest()[:24]


@cache
def _code_digest() -> str:
    """Over everything that decides what an index holds: the code and the word lists."""
    content = hashlib.sha256()
    package = resources.files("sanctionscreen")
    for name in _SHAPED_BY:
        for file in _files(package.joinpath(name)):
            content.update(file.name.encode() + b"\0" + file.read_bytes())
    return content.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found.extend(_files(entry))
        elif entry.name.endswith((".py", ".toml", ".tsv")):
            found.append(entry)
    return found
