"""Files to snapshot: copied, hashed, read, checked, and only then put in place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from sanctionscreen.errors import ReadError, SanctionscreenError, StoreError
from sanctionscreen.model import Entity, Snapshot, SnapshotFile
from sanctionscreen.reading import Files, Format, Source
from sanctionscreen.version import version

from . import doubts
from .checks import settle
from .disk import CHUNK, locked, refusals, replace_folder, temporary_folder
from .entities import EntityWriter
from .journal import point, read_current
from .manifest import (
    ORIGINAL,
    Manifest,
    OtherLayoutError,
    read_manifest,
    report_data,
    unsound_files,
    write_manifest,
)
from .tally import Tally

PROGRESS_EVERY = 250


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be added, and how.

    Args:
        source: the list.
        form: the published form that the files are in.
        paths: the files.
        added_at: when they are added.
        progress: called with the number of records read.
        urls: where the files were downloaded from, by name; empty where a person gave them.
        accept_partial: whether a person says that the files are an extract; None where nobody is asked.
        accepted: concerns about these files that a person looked at before.
        max_loss: the share of records or names that may be lost; the general one if None.
    """

    source: Source
    form: Format
    paths: Sequence[Path]
    added_at: datetime
    progress: Callable[[int], None] = lambda _: None
    urls: Mapping[str, str] = field(default_factory=dict)
    accept_partial: bool | None = None
    accepted: Sequence[str] = ()
    max_loss: float | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What some files became: a snapshot that is held already, or a folder ready to be put in place."""

    snapshot: Snapshot
    folder: Path
    held: bool
    broken: Sequence[Path] = ()


@contextmanager
def writing(folder: Path, key: str) -> Iterator[Path]:
    """Hold the lock of a list; a temporary folder beside its versions."""
    with refusals(key, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, key), temporary_folder(folder) as temporary:
            yield temporary


def add_files(folder: Path, order: Order) -> Snapshot:
    """Add files to the folder of their list; on any fault nothing changes.

    They become the current version, unless the publisher's date is before that of the current one:
    then they are kept as history.
    """
    with writing(folder, order.source.key) as temporary:
        before = current_manifest(folder)
        prepared = prepare(folder, temporary, order, before)
        older = doubts.goes_back(prepared.snapshot.as_of, before)
        put(folder, temporary, prepared, order.added_at, current=not older)
        if not older:
            settle(folder, temporary)
        return prepared.snapshot


def prepare(folder: Path, temporary: Path, order: Order, before: Manifest | None) -> Prepared:
    """Copy, hash and read files in a temporary folder. The caller holds the lock of the list.

    Args:
        folder: the list's folder.
        temporary: a folder beside its versions.
        order: what is to be added.
        before: the current version, to hold the new one against.

    Raises:
        ReadError: the files are damaged, or not of this list.
    """
    ready = temporary / "snapshot"
    originals = _copy(order, ready / ORIGINAL)
    sha256 = combined_digest(originals)
    usable, broken = _readings(folder, sha256, order.accept_partial)
    if usable:
        return Prepared(usable, folder / usable.version, held=True)
    manifest = _compile(order, ready, originals, sha256, before)
    name = _free(folder, manifest.snapshot.version, broken).name
    snapshot = manifest.snapshot.model_copy(update={"version": name})
    write_manifest(ready, manifest.model_copy(update={"snapshot": snapshot}))
    return Prepared(snapshot, ready, held=False, broken=broken)


def put(folder: Path, temporary: Path, prepared: Prepared, since: datetime, *, current: bool) -> None:
    """Put what was prepared in its place, and make it the current version if asked to."""
    final = folder / prepared.snapshot.version
    if not prepared.held:
        for place, path in enumerate(prepared.broken):
            path.replace(temporary / f"broken-{place}")
        replace_folder(prepared.folder, final)
    if not current:
        return
    try:
        point(folder, temporary, final.name, since)
    except BaseException:
        if not prepared.held:
            rmtree(final, ignore_errors=True)
        raise


def current_manifest(folder: Path) -> Manifest | None:
    """The manifest of a list's current version; None where there is none that can be read."""
    try:
        return read_current(folder)
    except StoreError:
        return None


def combined_digest(files: Sequence[SnapshotFile]) -> str:
    """One SHA-256 for a set of files: over their sorted lines of name, colon and SHA-256."""
    lines = sorted(f"{file.name}:{file.sha256}\n" for file in files)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def version_folders(folder: Path) -> list[Path]:
    """The folders of all versions of a list."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _copy(order: Order, original: Path) -> tuple[SnapshotFile, ...]:
    original.mkdir(parents=True)
    copied = []
    for path in order.paths:
        content, size = hashlib.sha256(), 0
        with (original / path.name).open("xb") as target:
            for chunk in chunks_of(order.source.key, path):
                content.update(chunk)
                size += target.write(chunk)
        url = order.urls.get(path.name)
        copied.append(SnapshotFile(name=path.name, sha256=content.hexdigest(), size=size, url=url))
    return tuple(copied)


def chunks_of(key: str, path: Path) -> Iterator[bytes]:
    """The bytes of a user's file, piece by piece.

    Raises:
        ReadError: the file cannot be read.
    """
    try:
        with path.open("rb") as handle:
            while chunk := handle.read(CHUNK):
                yield chunk
    except OSError as error:
        raise ReadError(
            f"cannot be read ({error.strerror or error})",
            list_key=key,
            file=str(path),
            advice="Check the file and its permissions",
        ) from error


def _readings(folder: Path, sha256: str, accept_partial: bool | None) -> tuple[Snapshot | None, list[Path]]:
    """What is held of the same content: the snapshot that serves as it is, and damaged folders."""
    broken = []
    for path in version_folders(folder):
        if f"-{sha256[:12]}" not in path.name:
            continue
        try:
            manifest = read_manifest(path)
        except OtherLayoutError:
            continue
        except StoreError:
            broken.append(path)
            continue
        snapshot = manifest.snapshot
        if snapshot.sha256 != sha256:
            continue
        if unsound_files(path, manifest):
            broken.append(path)
        elif snapshot.reader == version() and accept_partial in (None, manifest.accept_partial):
            return snapshot, broken
    return None, broken


def _compile(
    order: Order, ready: Path, originals: tuple[SnapshotFile, ...], sha256: str, before: Manifest | None
) -> Manifest:
    """Read the copied files into the compiled entities, checking all the way."""
    source = order.source
    files = Files(source.key, [ready / ORIGINAL / file.name for file in originals])
    tally = Tally(source, files)
    with EntityWriter(ready) as writer:
        for entity, line in _records(order.form, files):
            tally.add(entity)
            writer.add(line)
            if tally.records % PROGRESS_EVERY == 0:
                order.progress(tally.records)
        tally.check_whole()
        order.progress(tally.records)
        compiled = writer.finish()
    dated = files.as_of or order.added_at.date()
    snapshot = Snapshot(
        list=source.key, title=source.title, publisher=source.publisher,
        version=f"{dated}-{sha256[:12]}", sha256=sha256, format=order.form.name, files=originals,
        as_of=files.as_of, added_at=order.added_at, records=tally.records, names=tally.names,
        reader=version(), max_age_days=source.max_age_days,
    )  # fmt: skip
    concerns = _concerns(order, snapshot, tally, files, before)
    return Manifest(
        snapshot=snapshot.model_copy(update={"concerns": concerns}),
        accept_partial=bool(order.accept_partial),
        accepted=tuple(order.accepted),
        components=dict(sorted(tally.components.items())),
        compiled=compiled,
        report=report_data(files.report),
    )


def _concerns(
    order: Order, new: Snapshot, tally: Tally, files: Files, before: Manifest | None
) -> tuple[str, ...]:
    """What makes the snapshot doubtful; its size only where it is not said to be an extract."""
    found = [*doubts.doubts_of_filling(tally), *doubts.doubts_of_fields(tally, files.report.unread, before)]
    if not order.accept_partial:
        if before and not doubts.goes_back(new.as_of, before):
            found = [*doubts.doubts_of_loss(tally, before, order.max_loss), *found]
        found = [*doubts.doubts_of_size(tally), *found]
    return tuple(doubt for doubt in found if doubt not in order.accepted)


def _records(form: Format, files: Files) -> Iterator[tuple[Entity, bytes]]:
    """The entities of some files, with their JSON; what a reader did not foresee is placed too."""
    entities, read = form.read(files), 0
    while True:
        try:
            entity = next(entities, None)
            if entity is None:
                return
            line = entity.model_dump_json(exclude_defaults=True).encode()
        except (SanctionscreenError, OSError, MemoryError):
            raise
        except Exception as error:
            reason = " ".join(str(error).split())[:300]
            raise files.error(
                f"the record after {read:,} that were read cannot be understood "
                f"({type(error).__name__}: {reason})",
                record=f"#{read + 1}",
                advice="Download the file again; if that does not help, please report it",
            ) from error
        read += 1
        yield entity, line


def _free(folder: Path, name: str, broken: Sequence[Path]) -> Path:
    """Where a snapshot goes: a second reading of the same content has ``-r2`` behind its name.

    Snapshots never change. So a newer version of this package, or another word on whether the files
    are an extract, makes a new snapshot of the same files.
    """
    final, count = folder / name, 1
    while final.exists() and final not in broken:
        count += 1
        final = folder / f"{name}-r{count}"
    return final
