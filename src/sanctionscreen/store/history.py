"""The versions of a list: which to go back to, which are as they were written, which may go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal

from sanctionscreen.errors import StoreError
from sanctionscreen.model import Snapshot
from sanctionscreen.model.frozen import Frozen

from .add import version_folders, writing
from .checks import REFUSED, read_checks, write_checks
from .disk import refusals, replace_folder
from .journal import Change, point, read_journal, version_at
from .manifest import Manifest, read_manifest, unsound_files, write_manifest

By = Literal["held", "published"]
"""Which version of a past day is meant: the one that this store worked with, or the newest of those now
kept that the publisher had put out by then."""
KEPT_DAYS = 3653
"""Ten years: for as long must records of transactions be kept under 31 CFR 501.601 (since 12 March 2025).
Part 762 of the EAR (15 CFR 762.6) asks for five."""


class Fault(Frozen):
    """A version that is not as it was written, and what is wrong with it."""

    list: str
    version: str
    problem: str


def manifests_of(folder: Path) -> list[Manifest]:
    """The manifests of all versions of a list, the one added first first.

    Raises:
        StoreError: one of them is damaged.
    """
    with refusals(folder.name, folder):
        folders = version_folders(folder)
    found = [read_manifest(path) for path in folders]
    return sorted(found, key=lambda manifest: (str(manifest.snapshot.added_at), manifest.snapshot.version))


def snapshot_at(folder: Path, moment: datetime, by: By) -> Snapshot | str:
    """The version of a list that was held, or had been published, at a moment; or why there is none.

    Raises:
        StoreError: the list or one of its versions is damaged.
    """
    if by == "published":
        return _published_at(folder, moment.date())
    changes = read_journal(folder)
    if changes[0].since is None:  # written by version 0.1.0, where adding a version made it current
        added = [Change(one.snapshot.added_at, one.snapshot.version) for one in manifests_of(folder)]
        changes = (*added, *(change for change in changes if change.since))
    version = version_at(changes, moment)
    if version is None:
        return f"no version was held then; the first became current on {changes[0].since:%Y-%m-%d}"
    if not (folder / version).is_dir():
        return f"the version held then, {version}, has been removed"
    return read_manifest(folder / version).snapshot


def _published_at(folder: Path, day: date) -> Snapshot | str:
    dated = [(_published_on(one.snapshot), one.snapshot) for one in manifests_of(folder)]
    until = [pair for pair in dated if pair[0] <= day]
    if until:
        return max(until, key=lambda pair: pair[0])[1]
    return f"no version of that day or before is kept; the first is of {min(pair[0] for pair in dated)}"


def _published_on(snapshot: Snapshot) -> date:
    if snapshot.as_of:
        return snapshot.as_of
    return snapshot.added_at.date() if snapshot.added_at else date.max


def accept_version(folder: Path, key: str, version: str, at: datetime) -> Snapshot:
    """Make a version current that a refresh refused, or that is kept as history.

    The concerns about a refused version are settled by that: they are kept in its manifest, and
    answers are no longer incomplete for them.

    Raises:
        StoreError: the store cannot be written, or the version is damaged.
    """
    with writing(folder, key) as temporary:
        aside = folder / REFUSED / version
        if aside.is_dir():
            manifest = read_manifest(aside)
            snapshot = manifest.snapshot.model_copy(update={"concerns": ()})
            settled = {"snapshot": snapshot, "accepted": manifest.accepted + manifest.snapshot.concerns}
            write_manifest(aside, manifest.model_copy(update=settled))
            replace_folder(aside, folder / version)
        snapshot = read_manifest(folder / version).snapshot
        point(folder, temporary, version, at)
        checks = read_checks(folder)
        if checks.refused == version:
            update = {"refused": None, "problems": (), "confirmed": {**checks.confirmed, version: at}}
            write_checks(folder, temporary, checks.model_copy(update=update))
        with suppress(OSError):
            (folder / REFUSED).rmdir()
        return snapshot


def prune_list(folder: Path, key: str, today: date, days: int, *, dry_run: bool) -> list[Snapshot]:
    """Remove the versions that were added and last current more than so many days ago.

    Args:
        folder: the list's folder.
        key: its key.
        today: the day.
        days: how long versions are kept. What is current is kept whatever its age.
        dry_run: remove nothing.

    Returns:
        The versions that are removed, or would be.

    Raises:
        StoreError: the store cannot be written, or a version is damaged.
    """
    with writing(folder, key) as temporary:
        limit = today - timedelta(days=days)
        changes = read_journal(folder)
        left = {before.version: after.since for before, after in pairwise(changes)}
        old = []
        for manifest in manifests_of(folder):
            snapshot = manifest.snapshot
            used = [moment.date() for moment in (snapshot.added_at, left.get(snapshot.version)) if moment]
            if snapshot.version != changes[-1].version and max(used, default=today) < limit:
                old.append(snapshot)
        for snapshot in [] if dry_run else old:
            (folder / snapshot.version).replace(temporary / snapshot.version)
        return old


def faults_of(folder: Path) -> Iterator[Fault]:
    """Read every byte of every version of a list again, and say what is not as it was written."""
    key = folder.name
    try:
        current = read_journal(folder)[-1].version
        if not (folder / current).is_dir():
            yield Fault(list=key, version=current, problem="is current, and is not there")
    except StoreError as error:
        yield Fault(list=key, version="current", problem=error.problem)
    for path in version_folders(folder):
        try:
            bad = unsound_files(path, read_manifest(path))
        except StoreError as error:
            yield Fault(list=key, version=path.name, problem=error.problem)
            continue
        for name in bad:
            yield Fault(list=key, version=path.name, problem=f"{name} is not as it was written")
