"""What lies beside every snapshot: the snapshot itself, the report of its reading, and what was compiled."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from sanctionscreen.errors import StoreError
from sanctionscreen.model import Snapshot, SnapshotFile
from sanctionscreen.model.frozen import Frozen
from sanctionscreen.reading import Report

from .disk import digest_file, refusals, write_synced

NAME = "manifest.json"
ORIGINAL = "original"
LAYOUT = 1
"""Raised whenever a folder of this layout could no longer be read by an older version, or the reverse."""


class Manifest(Frozen):
    """The content of ``manifest.json``.

    Args:
        layout: the form of the folder; see ``LAYOUT``.
        snapshot: the snapshot.
        accept_partial: whether the user said that the files are an extract on purpose.
        accepted: the concerns that a person looked at and accepted.
        components: the number of records of each list that the publication joins.
        compiled: the files that hold the entities, beside the manifest.
        report: what the reader noticed: ``oddities``, ``counts`` of them by reason, ``unread`` fields.
    """

    layout: int = LAYOUT
    snapshot: Snapshot
    accept_partial: bool
    accepted: tuple[str, ...] = ()
    components: dict[str, int] = Field(default_factory=dict)
    compiled: tuple[SnapshotFile, ...]
    report: dict[str, Any]


class OtherLayoutError(StoreError):
    """The folder was written by a version of this package that lays it out in another way."""


def report_data(report: Report) -> dict[str, Any]:
    """A report as plain data, in a stable order."""
    return {
        "oddities": [asdict(oddity) for oddity in report.oddities],
        "counts": dict(sorted(report.counts.items())),
        "unread": dict(sorted(report.unread.items())),
    }


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a snapshot's folder, for programs and for people."""
    write_synced(folder / NAME, manifest.model_dump_json(indent=1) + "\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a snapshot's folder.

    Raises:
        OtherLayoutError: the folder is of a layout that this version does not know.
        StoreError: the manifest is missing or damaged.
    """
    path, key = folder / NAME, folder.parent.name
    if not path.exists():
        raise damaged(folder, NAME, "the file is missing")
    with refusals(key, path):
        content = path.read_bytes()
    try:
        found = json.loads(content)
        layout = found.get("layout") if isinstance(found, dict) else None
        if isinstance(layout, int) and layout != LAYOUT:
            raise OtherLayoutError(
                f"the snapshot has layout {layout}, and this version of sanctionscreen reads layout {LAYOUT}",
                list_key=key,
                file=str(path),
                advice=f"Use the version that wrote it, or add the list again: {add_command(key)}",
            )
        return Manifest.model_validate_json(content)
    except (ValidationError, ValueError) as error:
        raise damaged(folder, NAME, "it is not what was written") from error


def unsound_files(folder: Path, manifest: Manifest) -> list[str]:
    """The files of a snapshot that are gone, or have other bytes than its manifest says."""
    files = [(f"{ORIGINAL}/{file.name}", file) for file in manifest.snapshot.files]
    files += [(file.name, file) for file in manifest.compiled]
    return [name for name, file in files if not _is_as_written(folder / name, file)]


def _is_as_written(path: Path, file: SnapshotFile) -> bool:
    return path.is_file() and digest_file(path).sha256 == file.sha256


def damaged(folder: Path, name: str, why: str) -> StoreError:
    """The error for a file of a snapshot that is not as it was written."""
    return StoreError(
        f"the snapshot is damaged: {why}",
        list_key=folder.parent.name,
        file=str(folder / name),
        advice=f"Add the list again: {add_command(folder.parent.name)}",
    )


def add_command(key: str, files: str = "FILE") -> str:
    """The command that loads a list, or puts its snapshot right."""
    return f"sanctionscreen lists add {key} {files}"


def not_loaded(key: str) -> str:
    """Why a list was not looked at of which the store holds nothing, and what to do."""
    return f"the list is not loaded; add it with: {add_command(key)}"
