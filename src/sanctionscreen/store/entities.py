"""The compiled entities of a snapshot: one JSON text per line, and where each line begins."""

from __future__ import annotations

import mmap
import operator
from array import array
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from pydantic import ValidationError
from pydantic_core import from_json

from sanctionscreen.model import Entity, SnapshotFile

from .disk import digest_file, refusals
from .manifest import Manifest, damaged

LINES = "entities.jsonl"
OFFSETS = "offsets.npy"


class EntityWriter:
    """Writes entities one after the other; memory grows by eight bytes for each.

    Args:
        folder: where the files go.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._offsets = array("Q", [0])

    def __enter__(self) -> Self:
        self._lines = (self._folder / LINES).open("xb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.close()

    def add(self, line: bytes) -> None:
        """Write one entity, given as JSON without a line break."""
        self._lines.write(line + b"\n")
        self._offsets.append(self._offsets[-1] + len(line) + 1)

    def finish(self) -> tuple[SnapshotFile, ...]:
        """Close the lines and write where they begin; the files, to be named in the manifest."""
        self._lines.close()
        np.save(self._folder / OFFSETS, np.array(self._offsets, np.uint64))
        return tuple(digest_file(self._folder / name) for name in (LINES, OFFSETS))


class EntityFile:
    """The entities of a snapshot, mapped into memory and read when asked for.

    ``entities[i]`` is the entity at position ``i`` of the published file, from 0. May be used from
    several threads, and stays as it is when the list is added anew.

    Args:
        folder: the snapshot's folder.
        manifest: its manifest.

    Raises:
        StoreError: the files are not those that the manifest describes.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder = folder
        with refusals(folder.parent.name, folder):
            for file in manifest.compiled:
                path = folder / file.name
                if not path.is_file():
                    raise damaged(folder, file.name, "the file is missing")
                size = path.stat().st_size
                if size != file.size:
                    why = f"it has {size:,} bytes, and {file.size:,} were written"
                    raise damaged(folder, file.name, why)
            with (folder / LINES).open("rb") as handle:
                self._bytes = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
            try:
                self._offsets = np.load(folder / OFFSETS, mmap_mode="r", allow_pickle=False)
            except (ValueError, EOFError) as error:
                raise damaged(folder, OFFSETS, "it is no array") from error
        lines = len(self._offsets) - 1
        if lines != manifest.snapshot.records or int(self._offsets[-1]) != len(self._bytes):
            raise damaged(folder, OFFSETS, f"it finds {lines:,} of {manifest.snapshot.records:,} entities")

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __iter__(self) -> Iterator[Entity]:
        return (self[place] for place in range(len(self)))

    def __getitem__(self, place: int) -> Entity:
        line, number = self._line(place)
        try:
            return Entity.model_validate_json(line)
        except ValidationError as error:
            raise damaged(self._folder, LINES, f"line {number + 1} is no entity") from error

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each entity, in order."""
        return tuple(self._id(place) for place in range(len(self)))

    def _id(self, place: int) -> str:
        line, number = self._line(place)
        try:
            return str(from_json(line)["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(self._folder, LINES, f"line {number + 1} is no entity") from error

    def line(self, place: int) -> bytes:
        """An entity as the JSON that is kept of it, with a line break."""
        return self._line(place)[0]

    def _line(self, place: int) -> tuple[bytes, int]:
        number = operator.index(place)
        if number < 0:
            number += len(self)
        if not 0 <= number < len(self):
            raise IndexError(f"there is no entity {place}: the list has {len(self):,}")
        return self._bytes[int(self._offsets[number]) : int(self._offsets[number + 1])], number
