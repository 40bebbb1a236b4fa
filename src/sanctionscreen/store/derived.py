"""What is computed from snapshots and kept: filled once, by whichever process comes first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from .disk import locked, refusals, replace_folder, temporary_folder

KEPT = 4
"""Folders kept; older ones were computed from snapshots that have been replaced since."""
PATIENCE = 900.0
"""Seconds to wait while another process fills the folder."""


def derived_folder(parent: Path, name: str, fill: Callable[[Path], None]) -> Path:
    """The folder ``name`` in ``parent``, filled now if it is not there.

    Args:
        parent: where the folders of this sort are.
        name: stands for all that decides the content, so a folder never changes.
        fill: writes the content into the empty folder that it is given.

    Raises:
        StoreError: the system does not allow it.
    """
    final = parent / name
    if final.is_dir():
        return final
    with refusals(None, final):
        parent.mkdir(parents=True, exist_ok=True)
        with locked(parent, None, seconds=PATIENCE), temporary_folder(parent) as temporary:
            if not final.is_dir():
                filling = temporary / "filling"
                filling.mkdir()
                fill(filling)
                replace_folder(filling, final)
                _forget_old(final)
    return final


def _forget_old(newest: Path) -> None:
    others = [path for path in newest.parent.iterdir() if path != newest and not path.name.startswith(".")]
    for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        with suppress(OSError):
            shutil.rmtree(path)
