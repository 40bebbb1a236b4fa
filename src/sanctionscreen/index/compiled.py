"""The index on disk: built once for a set of snapshots, then mapped by every process."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np

from sanctionscreen.model import Snapshot
from sanctionscreen.store import Store

from .build import put_together
from .holding import Holding, Holdings, listed_names
from .search import NameIndex
from .words import Array

_SHAPED_BY = ("model", "printed", "names", "addresses", "matching", "index")


def open_index(store: Store, holdings: Holdings) -> NameIndex:
    """The index of a set of snapshots, compiled now if no process has done so before.

    It is put together from the analysed names of each snapshot, which are kept too: where one list has
    changed, only that one is analysed. Folders are named after the content of the snapshots and of the code
    that shapes them, so they can never be out of step with either.
    """

    def compile_into(folder: Path) -> None:
        _save(put_together([_analysed(store, part) for part in holdings.parts]), folder)

    return NameIndex(
        _arrays(store.derived("index", content_name(holdings.snapshots, _SHAPED_BY), compile_into))
    )


def _analysed(store: Store, part: Holding) -> dict[str, Array]:
    """The names of one snapshot, analysed now if no process has done so before."""

    def analyse_into(folder: Path) -> None:
        _save(listed_names(part.entities), folder)

    kind = f"names/{part.snapshot.list}"
    return _arrays(store.derived(kind, content_name([part.snapshot], _SHAPED_BY), analyse_into))


def _save(arrays: dict[str, Array], folder: Path) -> None:
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)


def _arrays(folder: Path) -> dict[str, Array]:
    return {path.stem: _mapped(path) for path in folder.glob("*.npy")}


def _mapped(path: Path) -> Array:
    """An array on disk, mapped; as a plain array, whose elements are read faster than a memmap's."""
    array: Array = np.load(path, mmap_mode="r")
    return array.view(np.ndarray)


def content_name(snapshots: Sequence[Snapshot], packages: tuple[str, ...]) -> str:
    """A name for what is computed from snapshots: another one for other snapshots, and for other code.

    Args:
        snapshots: the snapshots.
        packages: the subpackages of this package that decide what is computed.
    """
    content = hashlib.sha256(_code_digest(packages).encode())
    for snapshot in snapshots:
        content.update(f"{snapshot.list} {snapshot.version} {snapshot.sha256}\n".encode())
    return content.hexdigest()[:24]


@cache
def _code_digest(packages: tuple[str, ...]) -> str:
    """Over everything that decides what is computed: the code and the word lists."""
    content = hashlib.sha256()
    package = resources.files("sanctionscreen")
    for name in packages:
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
