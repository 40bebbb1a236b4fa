"""JSON lines: one object a line, streamed, and found again by what it says."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import numpy as np

from .fields import Row, count_unread
from .files import Files
from .json import BOM, DEEPEST, too_deep

LONGEST = 16 << 20  # bytes of a line; the longest of published files have well under one million

Keys = Callable[[Row], Iterable[str]]


def lines(files: Files, *, path: Path | None = None) -> Iterator[Row]:
    """Each object of a file of JSON lines; ``Row.line`` is its line.

    When the caller comes back for the next object, the fields it did not ask for are counted in
    ``files.report.unread``.

    Raises:
        ReadError: a line is no JSON, was cut, is too long, or is not an object of at most ``DEEPEST``
            levels.
    """
    for _, row in _located(files, path):
        yield row
        count_unread(files.report.unread, row)


class LineIndex:
    """Where the objects of a file of JSON lines stand, by key: sixteen bytes of memory a key.

    Args:
        files: the list's files.
        keys: the keys that an object is to be found by.
        path: which file; the first if none is given.
    """

    def __init__(self, files: Files, keys: Keys, *, path: Path | None = None) -> None:
        self._files, self._keys, self._path = files, keys, path
        hashes, offsets = array("q"), array("q")
        for offset, row in _located(files, path):
            for key in keys(row):
                hashes.append(hash(key))
                offsets.append(offset)
        found = np.array(hashes, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        self._hashes, self._offsets = found[order], np.array(offsets, dtype=np.int64)[order]

    def find(self, handle: IO[bytes], key: str) -> Iterator[Row]:
        """The objects under a key, in the order of the file, which ``handle`` holds open."""
        sought = np.int64(hash(key))
        first, last = np.searchsorted(self._hashes, sought), np.searchsorted(self._hashes, sought, "right")
        for offset in self._offsets[first:last].tolist():
            handle.seek(offset)
            row = _row(self._files, self._path, handle.readline(LONGEST), 0)
            if row and key in self._keys(row):
                yield row


def _located(files: Files, path: Path | None) -> Iterator[tuple[int, Row]]:
    offset = 0
    with files.open(path) as handle:
        for number, line in enumerate(iter(lambda: handle.readline(LONGEST), b""), start=1):
            if row := _row(files, path, line, number):
                yield offset, row
            offset += len(line)


def _row(files: Files, path: Path | None, line: bytes, number: int) -> Row | None:
    """A line as an object; None for an empty line."""
    text, advice = line.removeprefix(BOM).strip(), "The file was cut or edited; download it again"
    if not text:
        return None
    problem = f"line {number} is not an object of at most {DEEPEST} levels"
    try:
        value = json.loads(text)
        if isinstance(value, dict) and not too_deep(value):
            return Row(value, number)
        advice = "Check that the file belongs to this list, with one record a line"
    except RecursionError:
        advice = "Do not use this file; no published list is nested so deeply, and an attack would be"
    except UnicodeDecodeError as error:
        problem = f"line {number} is not utf-8 (byte 0x{text[error.start]:02x}: {error.reason})"
        advice = "Download the file again without converting it"
    except ValueError as error:
        problem = f"line {number} is not valid JSON ({error})"
        if len(line) == LONGEST:
            problem = f"line {number} is longer than {LONGEST >> 20} MB"
    raise files.error(problem, path=path, record=f"line {number}", advice=advice)


def first_line_has(*keys: str) -> Callable[[Files], bool]:
    """A recogniser: the first line of the first file begins an object that names these keys."""

    def recognise(files: Files) -> bool:
        line = files.head().removeprefix(BOM).lstrip().partition(b"\n")[0]
        return line[:1] == b"{" and all(f'"{key}"'.encode() in line for key in keys)

    return recognise
