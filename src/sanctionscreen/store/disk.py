"""Writing so that a reader, or a process that comes after a crash, sees all of a change or none."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sanctionscreen.errors import StoreError
from sanctionscreen.model import SnapshotFile

TEMPORARY = ".adding-"
LOCK_SECONDS = 60.0
CHUNK = 1 << 20

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}
_ELSEWHERE = "or name another folder in SANCTIONSCREEN_HOME"


@contextmanager
def refusals(list_key: str | None, path: Path) -> Iterator[None]:
    """Turn what the system refuses inside the block into a StoreError that says the way out."""
    try:
        yield
    except OSError as error:
        raise _refusal(list_key, path, error) from error


def _refusal(list_key: str | None, path: Path, error: OSError) -> StoreError:
    place = str(error.filename or path)
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        problem, advice = f"the disk is full ({reason})", f"Free some space and try again, {_ELSEWHERE}"
    elif error.errno in _FORBIDDEN:
        problem = f"the store may not be used ({reason})"
        advice = f"Give this user the right to read and write there, {_ELSEWHERE}"
    elif error.errno in _NO_FOLDER:
        problem = f"the store's folder cannot be there ({reason})"
        advice = f"Move the file of that name away, {_ELSEWHERE}"
    else:
        problem, advice = f"the store cannot be used ({reason})", f"Check that disk, {_ELSEWHERE}"
    return StoreError(problem, list_key=list_key, file=place, advice=advice)


@contextmanager
def locked(folder: Path, list_key: str | None, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the one lock of a list, or of a sort of derived folders.

    The system gives it back when its holder dies, however it dies.

    Raises:
        StoreError: another process has held it for so many ``seconds``.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (only adding needs it)

    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=seconds)
    except Timeout as error:
        raise StoreError(
            f"{_holder(folder)} has been writing here for more than {seconds:.0f} seconds",
            list_key=list_key,
            file=str(folder),
            advice="Wait until it is done and try again, or end that process",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    for path in folder.glob(f"{TEMPORARY}*"):
        return f"process {path.name.removeprefix(TEMPORARY).split('-')[0]}"
    return "another process"


@contextmanager
def temporary_folder(parent: Path) -> Iterator[Path]:
    """A new folder in ``parent`` that is gone afterwards. What killed processes left goes first.

    The caller holds the lock of ``parent``, so every such folder found there is a leftover. Unlike
    ``tempfile``'s, the folder is as readable as the user's other folders: a store may be shared.
    """
    for leftover in parent.glob(f"{TEMPORARY}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = parent / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(4)}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def replace_folder(temporary: Path, final: Path) -> None:
    """Put a finished folder in its place in one step, on the disk before it is seen.

    The name of ``final`` stands for its content. Where it exists, another process was first with the
    same content, so ``temporary`` is removed.
    """
    for path in temporary.rglob("*"):
        sync(path)
    sync(temporary)
    try:
        temporary.replace(final)
    except OSError:
        if not final.is_dir():
            raise
        shutil.rmtree(temporary)
    sync(final.parent)


def write_synced(path: Path, text: str) -> None:
    """Write a small text file and wait until it is on the disk."""
    path.write_text(text, "utf-8")
    sync(path)


def written_at(path: Path) -> int:
    """When a file was last written, in nanoseconds; 0 where it is not there."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def sync(path: Path) -> None:
    """Wait until a file's content, or a folder's entries, are on the disk."""
    if path.is_dir() and os.name == "nt":  # Windows cannot open a folder
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_file(path: Path) -> SnapshotFile:
    """A file's name, SHA-256 and size, as it is now."""
    with path.open("rb") as handle:
        content = hashlib.file_digest(handle, "sha256")
        return SnapshotFile(name=path.name, sha256=content.hexdigest(), size=handle.tell())
