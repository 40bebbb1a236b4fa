"""Files to snapshot: copied, hashed, read, checked, and only then put in place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from sanctionscreen.errors import ReadError, SanctionscreenError, StoreError
from sanctionscreen.model import Entity, Snapshot, SnapshotFile
from sanctionscreen.reading import Files, Format, Source
from sanctionscreen.version import version

from .disk import CHUNK, locked, refusals, replace_folder, temporary_folder, write_synced
from .entities import EntityWriter
from .manifest import (
    ORIGINAL,
    Manifest,
    OtherLayoutError,
    is_sound,
    read_manifest,
    report_data,
    write_manifest,
)
from .tally import Tally

CURRENT = "current"
PROGRESS_EVERY = 250


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be added, and how."""

    source: Source
    form: Format
    paths: Sequence[Path]
    accept_partial: bool
    progress: Callable[[int], None]
    added_at: datetime


def add_files(folder: Path, order: Order) -> Snapshot:
    """Add files to the folder of their list and make them current; on any fault nothing changes.

    Everything is prepared in a temporary folder: ``snapshot/``, which becomes the version's folder,
    and ``current``, which becomes the pointer to it.
    """
    key = order.source.key
    with refusals(key, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, key), temporary_folder(folder) as temporary:
            prepared = temporary / "snapshot"
            originals = _copy(order, prepared / ORIGINAL)
            sha256 = combined_digest(originals)
            usable, broken = _readings(folder, sha256, order.accept_partial)
            if usable:
                _point(folder, temporary, usable.version)
                return usable
            manifest = _compile(order, prepared, originals, sha256)
            final = _free(folder, manifest.snapshot.version, broken)
            snapshot = manifest.snapshot.model_copy(update={"version": final.name})
            write_manifest(prepared, manifest.model_copy(update={"snapshot": snapshot}))
            for place, path in enumerate(broken):
                path.replace(temporary / f"broken-{place}")
            _put(prepared, final, temporary)
            return snapshot


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
            for chunk in _chunks(order.source.key, path):
                content.update(chunk)
                size += target.write(chunk)
        copied.append(SnapshotFile(name=path.name, sha256=content.hexdigest(), size=size))
    return tuple(copied)


def _chunks(key: str, path: Path) -> Iterator[bytes]:
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


def _readings(folder: Path, sha256: str, accept_partial: bool) -> tuple[Snapshot | None, list[Path]]:
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
        if not is_sound(path, manifest):
            broken.append(path)
        elif snapshot.reader == version() and manifest.accept_partial == accept_partial:
            return snapshot, broken
    return None, broken


def _compile(order: Order, prepared: Path, originals: tuple[SnapshotFile, ...], sha256: str) -> Manifest:
    """Read the copied files into the compiled entities, checking all the way."""
    source = order.source
    files = Files(source.key, [prepared / ORIGINAL / file.name for file in originals])
    tally = Tally(source, files)
    with EntityWriter(prepared) as writer:
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
        reader=version(), concerns=tally.concerns(accept_partial=order.accept_partial),
    )  # fmt: skip
    return Manifest(
        snapshot=snapshot,
        accept_partial=order.accept_partial,
        compiled=compiled,
        report=report_data(files.report),
    )


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


def _put(prepared: Path, final: Path, temporary: Path) -> None:
    replace_folder(prepared, final)
    try:
        _point(final.parent, temporary, final.name)
    except BaseException:
        rmtree(final, ignore_errors=True)
        raise


def _point(folder: Path, temporary: Path, name: str) -> None:
    """Make a version the current one."""
    with suppress(FileNotFoundError):
        if (folder / CURRENT).read_text("utf-8").strip() == name:
            return
    write_synced(temporary / CURRENT, name + "\n")
    (temporary / CURRENT).replace(folder / CURRENT)
