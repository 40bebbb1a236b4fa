"""A list brought up to date: fetched, read, checked, and only then made current.

Whatever goes wrong, the version that was current stays so. A version that could be read and is
doubtful is kept aside, in ``.refused``, until a person accepts it or the next refresh replaces it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sanctionscreen.errors import ReadError, SanctionscreenError, UsageError, unknown
from sanctionscreen.fetching import Options, Session, Validator, places
from sanctionscreen.model import Outcome, Refresh, Snapshot
from sanctionscreen.reading import Format, Source

from .add import Order, Prepared, chunks_of, current_manifest, prepare, put, writing
from .checks import REFUSED, forget_refused, read_checks, renew_checks, write_checks
from .disk import replace_folder
from .doubts import doubts_of_date
from .manifest import ORIGINAL, not_loaded
from .recognise import choose_format


@dataclass(frozen=True, slots=True)
class Step:
    """How far a refresh is: bytes of a download, or records of a reading; ``total`` where it is known."""

    list: str
    doing: Literal["download", "read"]
    what: str
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """The refresh of one list: what to fetch, from where, and who is told.

    Args:
        source: the list.
        options: the user's settings.
        form: the published form to fetch.
        origin: where from instead of the publisher: an address or a folder.
        session: connections; None where no socket may be opened.
        at: when.
        told: called as it goes on.
    """

    source: Source
    options: Options
    form: Format
    origin: str | None
    session: Session | None
    at: datetime
    told: Callable[[Step], None]


def chosen_form(source: Source, options: Options, named: str | None) -> Format | None:
    """The form to fetch: the one that is named, else the richest that has an address.

    Raises:
        UsageError: the list has no such form.
    """
    name = named or options.of(source.key).form
    if name:
        forms = {form.name: form for form in source.formats}
        if name not in forms:
            raise unknown(f"form of {source.key}", name, forms)
        return forms[name]
    return next((form for form in source.formats if form.urls), None)


def read_again(folder: Path, source: Source, at: datetime, told: Callable[[Step], None]) -> Refresh:
    """Read the kept files of a list with this version of the package, if another one read them.

    Nobody is asked, so the age of the list stays as it is.
    """
    key = source.key
    try:
        with writing(folder, key) as temporary:
            before = current_manifest(folder)
            if before is None:
                return Refresh(list=key, outcome="skipped", problems=(not_loaded(key),))
            held = before.snapshot
            paths = [folder / held.version / ORIGINAL / file.name for file in held.files]
            order = Order(
                source=source, form=choose_format(source, paths), paths=paths, added_at=at,
                progress=lambda count: told(Step(key, "read", held.format, count)),
                urls={file.name: file.url for file in held.files if file.url},
                accept_partial=before.accept_partial, accepted=before.accepted,
            )  # fmt: skip
            prepared = prepare(folder, temporary, order, before)
            put(folder, temporary, prepared, at, current=True)
            renew_checks(folder, temporary, held.version, prepared.snapshot.version)
            outcome: Outcome = "unchanged" if prepared.snapshot.version == held.version else "new"
            return Refresh(list=key, outcome=outcome, snapshot=prepared.snapshot, before=held.version)
    except SanctionscreenError as error:
        return Refresh(list=key, outcome="failed", snapshot=_current(folder), problems=(str(error),))


def refresh_list(folder: Path, errand: Errand) -> Refresh:
    """Bring one list up to date. What goes wrong is in the result; nothing is raised for it."""
    key = errand.source.key
    try:
        with writing(folder, key) as temporary:
            return _Refreshing(folder, temporary, errand).run()
    except SanctionscreenError as error:  # the lock, the disk
        return Refresh(list=key, outcome="failed", snapshot=_current(folder), problems=(str(error),))


def _current(folder: Path) -> Snapshot | None:
    manifest = current_manifest(folder)
    return manifest.snapshot if manifest else None


class _Refreshing:
    """One refresh under way: what was current when it began, and what is remembered of earlier ones."""

    def __init__(self, folder: Path, temporary: Path, errand: Errand) -> None:
        self.folder = folder
        self.temporary = temporary
        self.errand = errand
        self.key = errand.source.key
        self.before = current_manifest(folder)
        self.checks = read_checks(folder)
        self.validators: dict[str, Validator] = {}
        self.urls: dict[str, str] = {}

    def run(self) -> Refresh:
        """The whole refresh."""
        try:
            paths = self._fetch()
        except SanctionscreenError as error:
            return self._end("failed", problems=(str(error),))
        if paths is None:
            return self._not_changed()
        try:
            prepared = prepare(self.folder, self.temporary, self._order(paths), self.before)
        except ReadError as error:
            return self._end("refused", problems=(str(error),))
        return self._judge(prepared)

    def _fetch(self) -> list[Path] | None:
        """The files of the list; None where the server says that none has changed."""
        target = self.temporary / "fetched"
        target.mkdir()
        errand = self.errand
        changed, paths = False, []
        for place in places(self.key, errand.form.urls, errand.options, errand.origin):
            path = target / place.name
            paths.append(path)
            if isinstance(place.where, Path):
                _copy(self.key, place.where, path)
                changed = True
            else:
                self.urls[place.name] = place.where
                changed |= self._download(place.name, place.where, path)
        if not changed:
            return None
        for path in paths:
            kept = self._kept(path.name)
            if kept and not path.exists():  # this one has not changed, others have
                shutil.copyfile(kept, path)
        return paths

    def _download(self, name: str, url: str, path: Path) -> bool:
        errand = self.errand
        if errand.session is None:
            raise UsageError(
                f"{name} is at {url}, and nothing is to be fetched over the network",
                list_key=self.key,
                advice="Leave out --offline, or name a folder that holds the file with --from",
            )
        fetched = errand.session.fetch(
            self.key, url, path, self.checks.validators.get(url) if self._kept(name) else None,
            lambda done, total: errand.told(Step(self.key, "download", name, done, total)),
        )  # fmt: skip
        self.validators[url] = fetched.validator
        return fetched.changed

    def _kept(self, name: str) -> Path | None:
        """The file that the server spoke of last time, if it is still what is current or refused."""
        about = self.checks.validates
        parent = self.folder / REFUSED if about and about == self.checks.refused else self.folder
        if not about or (parent == self.folder and about != self._before_version()):
            return None
        path = parent / about / ORIGINAL / name
        return path if path.is_file() else None

    def _before_version(self) -> str | None:
        return self.before.snapshot.version if self.before else None

    def _order(self, paths: Sequence[Path]) -> Order:
        errand = self.errand
        return Order(
            source=errand.source,
            form=choose_format(errand.source, paths),
            paths=paths,
            added_at=errand.at,
            progress=lambda count: errand.told(Step(self.key, "read", errand.form.name, count)),
            urls=self.urls,
            max_loss=errand.options.of(self.key).max_loss,
        )

    def _not_changed(self) -> Refresh:
        """The publisher gives what we have, be it current or refused."""
        checks = self.checks
        if checks.refused and checks.validates == checks.refused:
            return self._end("refused", problems=checks.problems, refused=checks.refused)
        return self._end("unchanged", confirmed=self.before.snapshot if self.before else None)

    def _judge(self, prepared: Prepared) -> Refresh:
        new, before = prepared.snapshot, self.before.snapshot if self.before else None
        if before and new.version == before.version:
            return self._end("unchanged", confirmed=before)
        doubts = tuple(doubts_of_date(new.as_of, self.before, self.errand.at.date()))
        if not prepared.held:
            doubts = new.concerns + doubts
        if doubts:
            return self._refuse(prepared, doubts)
        put(self.folder, self.temporary, prepared, self.errand.at, current=True)
        return self._end("new", confirmed=new)

    def _refuse(self, prepared: Prepared, doubts: tuple[str, ...]) -> Refresh:
        """Keep a doubtful version aside, in the place of one that was refused before."""
        name = prepared.snapshot.version
        if not prepared.held:
            aside = self.folder / REFUSED
            if aside.exists():
                aside.replace(self.temporary / "refused-before")
            aside.mkdir()
            replace_folder(prepared.folder, aside / name)
        return self._end("refused", problems=doubts, refused=name)

    def _end(
        self,
        outcome: Outcome,
        *,
        confirmed: Snapshot | None = None,
        problems: tuple[str, ...] = (),
        refused: str | None = None,
    ) -> Refresh:
        """Remember how it went, and say so."""
        at = self.errand.at
        update: dict[str, object] = {"tried_at": at, "problems": problems}
        if confirmed or refused:
            update["refused"] = refused
        if confirmed:
            update["confirmed"] = {**self.checks.confirmed, confirmed.version: at}
            forget_refused(self.folder)
        about = confirmed.version if confirmed else refused
        if about and self.validators:
            update |= {"validators": self.validators, "validates": about}
        write_checks(self.folder, self.temporary, self.checks.model_copy(update=update))
        return Refresh(
            list=self.key,
            outcome=outcome,
            snapshot=confirmed or (self.before.snapshot if self.before else None),
            before=self._before_version(),
            problems=problems,
            refused=refused,
        )


def _copy(key: str, origin: Path, path: Path) -> None:
    with path.open("wb") as target:
        target.writelines(chunks_of(key, origin))
