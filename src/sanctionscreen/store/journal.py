"""Which version of a list is current, and which was when: the file ``current`` in the list's folder.

A line for each change, ``<when, UTC> <version>``; the last line is what is current. The whole file is
replaced at once, so a reader sees the change before or the one after. Version 0.1.0 of this package
wrote the version alone, and when it was added stands in its manifest.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sanctionscreen.errors import StoreError

from .disk import refusals, write_synced
from .manifest import Manifest, add_command, read_manifest

CURRENT = "current"


class Change(NamedTuple):
    """A version became current; ``since`` is None where that was not written down."""

    since: datetime | None
    version: str


def read_journal(folder: Path) -> tuple[Change, ...]:
    """All changes of a list, the last of which says what is current.

    Raises:
        StoreError: no version of the list is current, or the journal is damaged.
    """
    path = folder / CURRENT
    key = folder.name
    with refusals(key, path):
        try:
            text = path.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            raise StoreError(
                "the list is not loaded", list_key=key, advice=f"Add it: {add_command(key)}"
            ) from None
    changes = tuple(change for line in text.splitlines() if (change := _change(line)))
    if not changes:
        raise StoreError(
            "it does not say which version is current",
            list_key=key,
            file=str(path),
            advice=f"Add the list again: {add_command(key)}",
        )
    return changes


def read_current(folder: Path) -> Manifest:
    """The manifest of a list's current version.

    Raises:
        StoreError: no version is current, or the journal or the version is damaged.
    """
    return read_manifest(folder / read_journal(folder)[-1].version)


def _change(line: str) -> Change | None:
    words = line.split()
    if not words:
        return None
    try:
        since = datetime.fromisoformat(words[0]) if len(words) == 2 else None
    except ValueError:
        since = None
    return Change(since, words[-1])


def point(folder: Path, temporary: Path, version: str, since: datetime) -> None:
    """Make a version the current one; nothing changes where it is.

    Args:
        folder: the list's folder.
        temporary: a folder beside its versions, to prepare the file in.
        version: the version's name.
        since: when.
    """
    try:
        before = read_journal(folder)
    except StoreError:
        before = ()
    if before and before[-1].version == version:
        return
    lines = [" ".join([*([f"{c.since.isoformat()}"] if c.since else []), c.version]) for c in before]
    lines.append(f"{since.astimezone(UTC).isoformat()} {version}")
    write_synced(temporary / CURRENT, "\n".join(lines) + "\n")
    (temporary / CURRENT).replace(folder / CURRENT)


def version_at(changes: tuple[Change, ...], moment: datetime) -> str | None:
    """The version that was current at a moment; None before the first."""
    found = None
    for change in changes:
        if change.since is None or change.since <= moment:
            found = change.version
    return found
