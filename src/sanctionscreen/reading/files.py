"""The files of one version of one list: their handles, their decoding, and where trouble is said."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import IO

from sanctionscreen.errors import ReadError
from sanctionscreen.printed.dates import day

from .archive import is_zip, open_member
from .report import Report

HEAD = 65536


class Files:
    """What a reader gets: one or more files of one list.

    A reader takes its input from ``open`` or ``text`` and reports through ``report``,
    ``published`` and ``announced``. Errors are raised with ``error``, which knows the list.

    Args:
        list_key: the list's key, for messages.
        paths: the files, in the order given.
    """

    def __init__(self, list_key: str, paths: Sequence[Path]) -> None:
        self.list_key = list_key
        self.paths = tuple(Path(path) for path in paths)
        self.report = Report()
        self.as_of: date | None = None
        self.announced_records: int | None = None

    def published(self, as_of: date | None) -> None:
        """Say the publisher's own date, where the file carries it."""
        self.as_of = as_of

    def published_as_named(self, path: Path | None = None) -> None:
        """Take the day in a file's name (the first's), ``list_2022-05-16.csv``, for the publisher's.

        For lists whose files carry no date.
        """
        dated = re.search(r"\d{4}-\d\d-\d\d", (path or self.paths[0]).name)
        self.published(day(dated.group()) if dated else None)

    def announced(self, records: int) -> None:
        """Say how many records the file claims to hold; the store refuses the file if they differ."""
        self.announced_records = records

    def find(self, stem: str) -> Path | None:
        """The file whose name contains ``stem``, whatever its case; the shortest such name."""
        found = [path for path in self.paths if stem.lower() in path.name.lower()]
        return min(found, key=lambda path: len(path.name), default=None)

    def head(self, path: Path | None = None) -> bytes:
        """The first 64 KiB of a file, to recognise it by."""
        with self.open(path) as handle:
            return handle.read(HEAD)

    def open(self, path: Path | None = None) -> IO[bytes]:
        """A file's bytes; the first file if none is named. Empty files are refused here.

        Of a ZIP, the bytes of the one file in it; an Office document, though a ZIP too, as it is.
        """
        chosen = path or self.paths[0]
        try:
            if chosen.stat().st_size == 0:
                raise self.error("the file is empty", path=chosen, advice="Download it again")
            handle = chosen.open("rb")
            if not is_zip(handle.peek(4)):
                return handle
            handle.close()
            return open_member(self, chosen) or chosen.open("rb")
        except OSError as error:
            reason = error.strerror or str(error)
            raise self.error(
                f"cannot be opened ({reason})", path=chosen, advice="Check the path and its permissions"
            ) from error

    def text(self, path: Path | None = None, encoding: str = "utf-8-sig") -> IO[str]:
        """A file's text. Bytes that are not in ``encoding`` end in a ReadError naming the line."""
        return io.TextIOWrapper(self.open(path), encoding=encoding, newline="")

    def error(
        self,
        problem: str,
        *,
        path: Path | None = None,
        record: str | None = None,
        field: str | None = None,
        advice: str | None = None,
    ) -> ReadError:
        """A ReadError that names this list and the file (the first, if none is named)."""
        name = (path or self.paths[0]).name if self.paths else None
        return ReadError(
            problem, list_key=self.list_key, file=name, record=record, field=field, advice=advice
        )
