"""What a run has answered so far, so that it goes on where it was stopped, however it was stopped.

One file beside the output, to which a line is added for each row or shipment of the input: its answer. A
line is whole or it is the last and is cut off, so after a kill no answer is lost and none is there twice. The
first line holds the terms of the run: all that decides its answers.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Generic, NamedTuple, Self, TypeVar

from filelock import FileLock, Timeout

from sanctionscreen.errors import SanctionscreenError, UsageError

from .output import refusals

SUFFIX = ".journal"
FORM = 1
"""Of the journal itself; another number is another layout."""
KEPT_EVERY = 0.5
"""Seconds between the moments at which what is answered is safe on the disk."""


T = TypeVar("T")


class Lines(NamedTuple, Generic[T]):
    """How an answer becomes a line of JSON, without its end, and an answer again."""

    write: Callable[[T], bytes]
    read: Callable[[bytes], T]


class Journal(Generic[T]):
    """The journal of a run, begun or taken up again; a context that closes it.

    Args:
        out: the output that it will become; the journal is beside it.
        lines: how an answer becomes a line.
        terms: all that decides the answers, by what a user calls it.
        restart: whether to forget an unfinished run.

    Raises:
        UsageError: an unfinished run had other terms, or another run is writing the same output.
        SanctionscreenError: the file cannot be written, or is no journal.
    """

    def __init__(
        self, out: Path, lines: Lines[T], terms: Mapping[str, Any], *, restart: bool = False
    ) -> None:
        self.path = out.with_name(out.name + SUFFIX)
        self.answered = 0
        self._out, self._lines = out, lines
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

    def add(self, answer: T) -> None:
        """Note the next answer."""
        with refusals(self.path):
            self._handle.write(self._lines.write(answer) + b"\n")
            self.answered += 1
            if time.monotonic() - self._kept_at > KEPT_EVERY:
                self.keep()

    def keep(self) -> None:
        """Wait until what is noted is on the disk."""
        with refusals(self.path):
            self._handle.flush()
            os.fsync(self._handle.fileno())
        self._kept_at = time.monotonic()

    def answers(self) -> Iterator[T]:
        """Each answer, from the first."""
        self.keep()
        with self.path.open("rb") as handle:
            next(handle)
            for line in handle:
                yield self._lines.read(line)

    def check_replacing(self, *, restart: bool) -> None:
        """Refuse to replace an output that is there, unless a run to it is unfinished or the user wants it.

        Raises:
            UsageError: it is there.
        """
        if self._out.exists() and not (restart or self.answered):
            self.remove()
            raise UsageError(
                "the output is there already",
                file=str(self._out),
                advice="Name another, or say --restart to replace it when the new one is whole",
            )

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
                if not line.endswith((b"]\n", b"}\n")):
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


ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _line(value: Any) -> bytes:
    return ENCODER.encode(value).encode() + b"\n"


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
