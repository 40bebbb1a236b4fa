"""The store: which version of which list is held, and where."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sanctionscreen.errors import StoreError, UsageError, unknown
from sanctionscreen.fetching import SETTINGS, Session, read_options
from sanctionscreen.model import ListDiff, ListStatus, Refresh, Skipped, Snapshot
from sanctionscreen.reading import Source, load_source, source_keys

from . import disk
from .add import Order, add_files, version_folders
from .checks import NAME as CHECKS
from .checks import REFUSED, read_checks
from .derived import derived_folder
from .diff import diff_lists
from .entities import EntityFile
from .history import KEPT_DAYS, By, Fault, accept_version, faults_of, manifests_of, prune_list, snapshot_at
from .home import home_of
from .journal import CURRENT, read_journal
from .manifest import Manifest, add_command, not_loaded, read_manifest
from .recognise import check_paths, choose_format
from .refresh import Errand, Step, chosen_form, read_again, refresh_list
from .status import fresh_until, status_of_list


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
        self.home: Path = home_of(path)
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
            added_at=self._moment(),
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
        return tuple(manifest.snapshot for manifest in manifests_of(self._folder(self._known(key))))

    def snapshot(self, key: str, version: str | None = None) -> Snapshot:
        """One version of a list.

        Args:
            key: the list's key.
            version: its name, or the beginning of it, such as its date; the current one if None.

        Raises:
            UsageError: no list has this key, or it has no such version, or several.
            StoreError: the list is not held, or the store is damaged.
        """
        folder = self._folder(self._known(key))
        return read_manifest(folder / self._resolved(key, version or self._version(key))).snapshot

    def as_of(
        self, moment: date | datetime, keys: Sequence[str] | None = None, by: By = "held"
    ) -> tuple[tuple[Snapshot, ...], tuple[Skipped, ...]]:
        """The versions of a past day.

        Args:
            moment: the day, to its end in UTC, or a moment with its time zone.
            keys: only these lists; all that the store holds if None.
            by: ``held``: what this store worked with then. ``published``: of the versions now kept
                the newest that the publisher had put out by then, for lists loaded afterwards.

        Returns:
            The snapshots, and the lists of which there was none, with the reason.

        Raises:
            UsageError: no list has such a key, or the day lies ahead.
            StoreError: the store is damaged.
        """
        exact = _moment(moment)
        if exact > self._now() and exact.date() > self.today():
            raise UsageError(f"{moment} lies ahead", field="as_of", advice="Name a day that has been")
        snapshots, skipped = [], []
        for key in dict.fromkeys(keys or self.held()):
            folder = self._folder(self._known(key))
            held = (folder / CURRENT).exists()
            found = snapshot_at(folder, exact, by) if held else not_loaded(key)
            if isinstance(found, str):
                skipped.append(Skipped(what=key, reason=found))
            else:
                snapshots.append(found)
        return tuple(snapshots), tuple(skipped)

    def diff(self, key: str, before: str | None = None, after: str | None = None) -> ListDiff:
        """What changed in a list between two versions, entity by entity and field by field.

        Args:
            key: the list's key.
            before: a version's name, or the beginning of it, such as its date; if None, the version
                that was added before ``after``.
            after: likewise; the current version if None.

        Raises:
            UsageError: no list has this key, or there is no such version.
            StoreError: the list is not held, or the store is damaged.
        """
        new = self.snapshot(key, after)
        old = self.snapshot(key, before) if before else self._earlier(new)
        return diff_lists((old, self.entities(old)), (new, self.entities(new)))

    def refresh(
        self,
        lists: Sequence[str] | str | None = None,
        *,
        origin: str | os.PathLike[str] | None = None,
        form: str | None = None,
        offline: bool = False,
        progress: Callable[[Step], None] | None = None,
    ) -> tuple[Refresh, ...]:
        """Bring lists up to date from their publishers, or from a mirror.

        Each is fetched if it has changed, read, and checked: against what a whole list looks like
        and against the version before. Only then it becomes current. Whatever goes wrong is in the
        result, and what was current stays so. ``settings.toml`` in the store's folder names mirrors,
        a proxy and the like.

        Args:
            lists: keys; if None, all lists held, or all that are published at an address where the
                store is empty.
            origin: an address or a folder to take the files from, instead of the publisher's.
            form: the published form to fetch; the richest if None.
            offline: open no socket. Without ``origin``, the kept files are read again if another
                version of this package read them.
            progress: called as bytes arrive and records are read.

        Raises:
            UsageError: no list has such a key or form, or ``settings.toml`` is wrong.
        """
        keys = [lists] if isinstance(lists, str) else lists
        options = read_options(self.home)
        chosen = keys if keys is not None else self.held() or source_keys()
        sources = [load_source(key) for key in dict.fromkeys(chosen)]
        forms = {source.key: chosen_form(source, options, form) for source in sources}
        told = progress or (lambda _: None)
        place = os.fspath(origin) if origin is not None else None
        results = []
        with nullcontext() if offline else Session(options.download) as session:
            for source in sources:
                folder, found = self._folder(source.key), forms[source.key]
                if offline and place is None:
                    results.append(read_again(folder, source, self._moment(), told))
                elif source.closed_on or not found or not (found.urls or place):
                    if keys is not None or (folder / CURRENT).exists():
                        results.append(_not_published(source))
                else:
                    errand = Errand(source, options, found, place, session, self._moment(), told)
                    results.append(refresh_list(folder, errand))
        return tuple(results)

    def accept(self, key: str, version: str) -> Snapshot:
        """Make a version current that a refresh refused, or that is kept as history.

        Args:
            key: the list's key.
            version: the version's name, or the beginning of it.

        Raises:
            UsageError: no list has this key, or there is no such version.
            StoreError: the store cannot be written.
        """
        folder = self._folder(self._known(key))
        return accept_version(folder, key, self._resolved(key, version), self._moment())

    def status(self, keys: Sequence[str] | None = None) -> tuple[ListStatus, ...]:
        """How lists stand today; a fault of one is in its status.

        Args:
            keys: only these, also where they are not loaded; all that the store knows of if None.

        Raises:
            UsageError: no list has such a key, or ``settings.toml`` is wrong.
        """
        options, today = read_options(self.home), self.today()
        lists = self.home / "lists"
        seen = sorted(path.name for path in lists.iterdir() if path.is_dir()) if lists.is_dir() else []
        wanted = seen if keys is None else [self._known(key) for key in keys]
        return tuple(status_of_list(self._folder(key), options, today) for key in wanted)

    def fresh_until(self, snapshots: Sequence[Snapshot], day: date) -> tuple[date, ...]:
        """For each version the last day on which it counts as the publisher's latest, seen from a day.

        Raises:
            UsageError: ``settings.toml`` is wrong.
        """
        options = read_options(self.home)
        return tuple(fresh_until(one, read_checks(self._folder(one.list)), options, day) for one in snapshots)

    def written(self, snapshots: Sequence[Snapshot]) -> Callable[[], tuple[int, ...]]:
        """Tells when the files were last written that the freshness of versions follows from, each time."""
        files = (self.home / SETTINGS, *(self._folder(one.list) / CHECKS for one in snapshots))
        return lambda: tuple(map(disk.written_at, files))

    def verify(self, keys: Sequence[str] | None = None) -> tuple[Fault, ...]:
        """Hash every file of every version again; what is not as it was written.

        Raises:
            UsageError: no list has such a key.
        """
        wanted = self.held() if keys is None else [self._known(key) for key in keys]
        return tuple(fault for key in wanted for fault in faults_of(self._folder(key)))

    def prune(
        self, keys: Sequence[str] | None = None, *, days: int = KEPT_DAYS, dry_run: bool = False
    ) -> tuple[Snapshot, ...]:
        """Remove versions that were added and last current more than so many days ago.

        Args:
            keys: only these lists.
            days: how long versions are kept. What is current is always kept.
            dry_run: remove nothing, and only say what would go.

        Returns:
            The versions removed.

        Raises:
            UsageError: no list has such a key.
            StoreError: the store cannot be written.
        """
        wanted = self.held() if keys is None else [self._known(key) for key in keys]
        return tuple(
            snapshot
            for key in wanted
            for snapshot in prune_list(self._folder(key), key, self.today(), days, dry_run=dry_run)
        )

    def today(self) -> date:
        """The day by the store's clock, in UTC."""
        return self._moment().date()

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

    def report(self, key: str, version: str | None = None) -> dict[str, Any]:
        """What the reader noticed in a version of a list, the current one if none is named.

        Returns:
            ``oddities`` (record, field, value, why), their ``counts`` by reason, the fields left
            ``unread`` with how often they were filled, the records of each of the ``components``
            that the publication joins, and the concerns that a person ``accepted``.

        Raises:
            UsageError: no list has this key, or it has no such version.
            StoreError: the list is not held, or the store is damaged.
        """
        manifest = read_manifest(self._folder(key) / self.snapshot(key, version).version)
        return {**manifest.report, "components": manifest.components, "accepted": manifest.accepted}

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

    def _moment(self) -> datetime:
        return self._now().astimezone(UTC)

    def _folder(self, key: str) -> Path:
        return self.home / "lists" / key

    def _resolved(self, key: str, version: str) -> str:
        """The name of a version, kept or refused, from the beginning of it."""
        folder = self._folder(key)
        names = {path.name for path in (*version_folders(folder), *version_folders(folder / REFUSED))}
        if version in names:
            return version
        near = sorted(name for name in names if name.startswith(version))
        if len(near) != 1:
            raise unknown(f"version of {key}", version, near or names)
        return near[0]

    def _earlier(self, snapshot: Snapshot) -> Snapshot:
        """The version that was added before another."""
        before = None
        for one in self.history(snapshot.list):
            if one.version == snapshot.version:
                break
            before = one
        if before is None:
            raise UsageError(
                f"no version was added before {snapshot.version}",
                list_key=snapshot.list,
                advice="Name two versions; 'sanctionscreen lists history' shows them",
            )
        return before

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
        version = read_journal(folder)[-1].version
        if version not in {path.name for path in version_folders(folder)}:
            raise StoreError(
                f"the current version '{version[:60]}' is not there",
                list_key=key,
                file=str(folder / CURRENT),
                advice=f"Add the list again: {add_command(key)}",
            )
        return version


def _not_published(source: Source) -> Refresh:
    reason = f"the list was closed on {source.closed_on}" if source.closed_on else "the list is at no address"
    problem = f"{reason}; see {source.page}, and: {add_command(source.key)}"
    return Refresh(list=source.key, outcome="skipped", problems=(problem,))


def _moment(moment: date | datetime) -> datetime:
    """A moment; of a day, its end in UTC."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.max, UTC)
    if moment.tzinfo is None:
        raise UsageError(f"{moment} has no time zone", field="as_of", advice="Give it one, or name a day")
    return moment.astimezone(UTC)
