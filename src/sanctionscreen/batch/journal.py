"""What a run has answered so far, so that it goes on where it was stopped, however it was stopped.

One file beside the output, to which a line is added for each row of the input: the rows of its answer. A
line is whole or it is the last and is cut off, so after a kill no row is lost and none is there twice. The
first line holds the terms of the run: all that decides its answers.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from filelock import FileLock, Timeout

from sanctionscreen.errors import SanctionscreenError, UsageError
from sanctionscreen.reports.rows import HitRow

from .output import refusals

SUFFIX = ".journal"
FORM = 1
"""Of the journal itself; another number is another layout."""
KEPT_EVERY = 0.5
"""Seconds between the moments at which what is answered is safe on the disk."""


class Journal:
    """The journal of a run, begun or taken up again; a context that closes it.

    Args:
        out: the output that it will become; the journal is beside it.
        terms: all that decides the answers, by what a user calls it.
        restart: whether to forget an unfinished run.

    Raises:
        UsageError: an unfinished run had other terms, or another run is writing the same output.
        SanctionscreenError: the file cannot be written, or is no journal.
    """

    def __init__(self, out: Path, terms: Mapping[str, Any], *, restart: bool = False) -> None:
        self.path = out.with_name(out.name + SUFFIX)
        self.answered = 0
        self._out = out
        self._first = _line({"form": FORM, **terms})
        self._closing = ExitStack()
        try:
            with refusals(self.path):
                self._lock_output()
                if restart:
                    self.path.unlink(missing_ok=True)
                self._handle = self.path.open("a+b")
                self._closing.callback(_close, self._handle)
                self._take_up()
        except BaseException:
            self._closing.close()
            raise
        self._kept_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if not self._handle.closed:
                self.keep()
        finally:
            self._closing.close()

    def add(self, rows: list[HitRow]) -> None:
        """Note the answer to the next row of the input."""
        with refusals(self.path):
            self._handle.write(_line([list(row) for row in rows]))
            self.answered += 1
            if time.monotonic() - self._kept_at > KEPT_EVERY:
                self.keep()

    def keep(self) -> None:
        """Wait until what is noted is on the disk."""
        with refusals(self.path):
            self._handle.flush()
            os.fsync(self._handle.fileno())
        self._kept_at = time.monotonic()

    def answers(self) -> Iterator[list[HitRow]]:
        """The rows of each answer, from the first."""
        self.keep()
        with self.path.open("rb") as handle:
            next(handle)
            for line in handle:
                yield [HitRow(*values) for values in json.loads(line)]

    def remove(self) -> None:
        """The output is there: the journal has done its work."""
        with refusals(self.path):
            self._handle.close()
            self.path.unlink()

    def _take_up(self) -> None:
        """Count the answers that are there, and cut off what was being written when the run was stopped."""
        self._handle.seek(0)
        first = self._handle.readline()
        if first.endswith(b"\n"):
            self._check_terms(first)
            whole = len(first)
            for line in self._handle:
                if not line.endswith(b"]]\n"):
                    break
                whole += len(line)
                self.answered += 1
            self._handle.truncate(whole)
        else:
            self._handle.truncate(0)
            self._handle.write(self._first)
        self.keep()

    def _check_terms(self, first: bytes) -> None:
        try:
            before = dict(json.loads(first))
        except ValueError as error:
            raise SanctionscreenError(
                "this is no journal of a run", file=str(self.path), advice="Move it away and run again"
            ) from error
        now = json.loads(self._first)
        changed = [name for name in now | before if now.get(name) != before.get(name)]
        if changed:
            raise UsageError(
                f"an unfinished run had other terms: {'; '.join(_change(before, now, changed))}",
                file=str(self.path),
                advice="Begin anew with --restart, or run with the same terms to go on",
            )

    def _lock_output(self) -> None:
        lock = FileLock(self._out.with_name(self._out.name + ".lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise UsageError(
                "another run is writing this output",
                file=str(self._out),
                advice="Wait for it, or name another",
            ) from error
        self._closing.callback(lock.release)
        self._closing.callback(_forget, Path(lock.lock_file))


def _forget(lock: Path) -> None:
    with suppress(OSError):  # Windows keeps a file that is open
        lock.unlink()


def _close(handle: IO[bytes]) -> None:
    with suppress(OSError):  # what could not be written before cannot be now, and has been told
        handle.close()


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _line(value: Any) -> bytes:
    return _ENCODER.encode(value).encode() + b"\n"


def _change(before: Mapping[str, Any], now: Mapping[str, Any], changed: list[str]) -> Iterator[str]:
    for name in changed:
        if name == "lists":
            old, new = before.get(name, {}), now.get(name, {})
            keys = [key for key in old | new if old.get(key) != new.get(key)]
            yield "; ".join(f"list {key} was {old.get(key, 'not there')}" for key in keys)
        elif name == "input":
            yield "the content of the file"
        else:
            yield f"{name} was {before.get(name)!r}"
