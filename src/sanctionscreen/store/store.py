"""The store: which version of which list is held, and where."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sanctionscreen.errors import StoreError, UsageError, unknown
from sanctionscreen.model import Snapshot
from sanctionscreen.reading import load_source, source_keys

from . import disk
from .add import CURRENT, Order, add_files, version_folders
from .derived import derived_folder
from .entities import EntityFile
from .manifest import Manifest, add_command, read_manifest
from .recognise import check_paths, choose_format

HOME_VARIABLE = "SANCTIONSCREEN_HOME"


class Store:
    """Snapshots of lists in a folder on the local disk.

    Many processes may read while one adds: they see the version before or the one after, whole.
    Nothing is written before the first ``add``.

    Args:
        path: the store's folder. If none is given, the environment variable
            ``SANCTIONSCREEN_HOME`` names it, or else it is where the system keeps a user's data.
        now: the clock that dates what is added, with a time zone.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.home: Path = _home(path)
        self._now = now

    def __repr__(self) -> str:
        return f"Store({str(self.home)!r})"

    def add(
        self,
        key: str,
        files: Sequence[str | os.PathLike[str]] | str | os.PathLike[str],
        *,
        accept_partial: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> Snapshot:
        """Add a local copy of a list, and make it the current version of that list.

        The files are copied and hashed, read, and checked; on any fault the store stays as it was.
        Adding the same content again gives the snapshot that is there.

        Args:
            key: the list's key.
            files: the list's files, all in one published form.
            accept_partial: the files are an extract on purpose, so their size is no concern.
            progress: called with the number of records read so far.

        Returns:
            The snapshot. Its ``concerns`` say what makes it doubtful, such as too few records.

        Raises:
            UsageError: no list has this key, or no file is given.
            ReadError: the files are damaged, or not of this list.
            StoreError: the store cannot be written, or another process is adding this list.
        """
        source = load_source(key)
        if isinstance(files, str | os.PathLike):
            files = [files]
        paths = tuple(Path(file) for file in files)
        if not paths:
            raise UsageError("no file is given", list_key=key, advice="Name the files of the list")
        check_paths(key, paths)
        order = Order(
            source=source,
            form=choose_format(source, paths),
            paths=paths,
            accept_partial=accept_partial,
            progress=progress or (lambda _: None),
            added_at=self._now().astimezone(UTC),
        )
        return add_files(self._folder(key), order)

    def held(self) -> tuple[str, ...]:
        """The keys of the lists of which a version is current, sorted."""
        lists = self.home / "lists"
        with disk.refusals(None, lists):
            try:
                keys = sorted(entry.name for entry in os.scandir(lists) if entry.is_dir())
            except FileNotFoundError:
                return ()
            return tuple(key for key in keys if (lists / key / CURRENT).exists())

    def snapshots(self, keys: Sequence[str] | None = None) -> tuple[Snapshot, ...]:
        """The current snapshot of each list held, sorted by key.

        Args:
            keys: only these lists; those of them that are not held are left out.

        Raises:
            UsageError: no list has such a key.
            StoreError: the store is damaged.
        """
        held = self.held()
        wanted = held if keys is None else {self._known(key) for key in keys}
        return tuple(self._current(key).snapshot for key in held if key in wanted)

    def versions(self) -> dict[str, str]:
        """The name of the current version of each list held, by the list's key.

        Quicker than ``snapshots``: enough to see whether anything has changed.

        Raises:
            StoreError: the store is damaged.
        """
        return {key: self._version(key) for key in self.held()}

    def history(self, key: str) -> tuple[Snapshot, ...]:
        """All snapshots of a list, the one added first first.

        Raises:
            UsageError: no list has this key.
            StoreError: the store is damaged.
        """
        folder = self._folder(self._known(key))
        with disk.refusals(key, folder):
            folders = version_folders(folder)
        found = [read_manifest(path).snapshot for path in folders]
        return tuple(sorted(found, key=lambda snapshot: (str(snapshot.added_at), snapshot.version)))

    def entities(self, snapshot: Snapshot) -> EntityFile:
        """The entities of a snapshot of this store.

        Raises:
            StoreError: the store does not hold it, or it is damaged.
        """
        folder = self._folder(snapshot.list) / snapshot.version
        manifest = read_manifest(folder) if folder.is_dir() else None
        if not manifest or manifest.snapshot.sha256 != snapshot.sha256:
            raise StoreError(
                f"the store does not hold version '{snapshot.version}' with this content",
                list_key=snapshot.list,
                file=str(folder),
                advice=f"Take the snapshot from this store, or add the list: {add_command(snapshot.list)}",
            )
        return EntityFile(folder, manifest)

    def report(self, key: str) -> dict[str, Any]:
        """What the reader noticed in the current version of a list.

        Returns:
            ``oddities`` (record, field, value, why), their ``counts`` by reason, and the fields
            left ``unread`` with how often they were filled.

        Raises:
            UsageError: no list has this key.
            StoreError: the list is not held, or the store is damaged.
        """
        return self._current(self._known(key)).report

    def derived(self, sort: str, name: str, fill: Callable[[Path], None]) -> Path:
        """A folder computed from snapshots, such as an index; filled now if no process has done so.

        Args:
            sort: what it is; the folders of one sort are kept together.
            name: stands for all that decides the content, so a folder never changes.
            fill: writes the content into the empty folder that it is given.

        Raises:
            StoreError: the system does not allow it.
        """
        return derived_folder(self.home / sort, name, fill)

    def _folder(self, key: str) -> Path:
        return self.home / "lists" / key

    def _known(self, key: str) -> str:
        """A key, if it is that of a list that this version reads or that the store holds."""
        known = {*source_keys(), *self.held()}
        if key not in known:
            raise unknown("list", key, known)
        return key

    def _current(self, key: str) -> Manifest:
        return read_manifest(self._folder(key) / self._version(key))

    def _version(self, key: str) -> str:
        folder = self._folder(key)
        pointer = folder / CURRENT
        if not pointer.exists():
            raise StoreError(
                "the list is not loaded",
                list_key=key,
                advice=f"Add it: {add_command(key)}",
            )
        with disk.refusals(key, pointer):
            version = pointer.read_text("utf-8", errors="replace").strip()
        if version not in {path.name for path in version_folders(folder)}:
            raise StoreError(
                f"the current version '{version[:60]}' is not there",
                list_key=key,
                file=str(pointer),
                advice=f"Add the list again: {add_command(key)}",
            )
        return version


def _home(path: str | os.PathLike[str] | None) -> Path:
    named = path or os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415  (only needed where no folder is named)

    return Path(platformdirs.user_data_path("sanctionscreen", appauthor=False))
