"""Streaming JSON: the objects of one long array, each placed by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import ijson  # type: ignore[import-untyped]

from .fields import Row, count_unread
from .files import Files

BOM = b"\xef\xbb\xbf"
DEEPEST = 8


def objects(files: Files, array: str, *, path: Path | None = None) -> Iterator[Row]:
    """Each object of a JSON file that is an array, or that holds it under one key.

    When the caller comes back for the next object, the fields it did not ask for are counted in
    ``files.report.unread``.

    Args:
        files: the list's files.
        array: the key of the array, where the file is an object: ``results``.
        path: which file; the first if none is given.

    Raises:
        ReadError: the file is no JSON, was cut, holds no such array, or an item is not an object
            of at most ``DEEPEST`` levels.
    """
    seen = 0
    with files.open(path) as handle:
        prefix = "item" if _first_byte(handle) == b"[" else f"{array}.item"
        items = ijson.items(handle, prefix)
        while True:
            try:
                item = next(items)
            except StopIteration:
                break
            except ijson.JSONError as error:
                told = error.args[0] if error.args else ""
                words = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
                reason = words.partition("\n")[0].strip()
                raise files.error(
                    f"the JSON is damaged or cut short after {seen} complete records ({reason})",
                    path=path,
                    record=f"#{seen + 1}",
                    advice="Download the file again and compare its size with the publisher's",
                ) from error
            seen += 1
            if not isinstance(item, dict) or too_deep(item):
                raise files.error(
                    f"the record is not an object of at most {DEEPEST} levels",
                    path=path,
                    record=f"#{seen}",
                    advice="Check that the file belongs to this list",
                )
            row = Row(item, seen)
            yield row
            count_unread(files.report.unread, row)
    if not seen:
        raise files.error(
            f"the JSON holds no records: it is neither an array nor an object with '{array}'",
            path=path,
            field=array,
            advice="Check that the file belongs to this list and is not an error message of its server",
        )


def first_value(files: Files, key: str, *, path: Path | None = None) -> Any:
    """The first value at a key such as ``meta.date``; None where there is none or the JSON is damaged.

    Nothing is said of the damage: whoever reads the records will meet it.
    """
    with files.open(path) as handle:
        _first_byte(handle)
        try:
            return next(ijson.items(handle, key), None)
        except ijson.JSONError:
            return None


def first_array(files: Files, *, path: Path | None = None) -> str:
    """The key of the first array of objects, such as ``data.items``; empty where there is none.

    For what an interface wraps its records in; like ``first_value`` it says nothing of damage.
    """
    with files.open(path) as handle:
        _first_byte(handle)
        try:
            for prefix, event, _ in ijson.parse(handle):
                if event == "start_map" and prefix.endswith(".item"):
                    return str(prefix.removesuffix(".item"))
        except ijson.JSONError:
            pass
    return ""


def _first_byte(handle: IO[bytes]) -> bytes:
    """The first byte that says something; the handle stands at the start of the JSON afterwards."""
    start = len(BOM) if handle.read(len(BOM)) == BOM else 0
    handle.seek(start)
    head = handle.read(1024).lstrip()
    handle.seek(start)
    return head[:1]


def too_deep(item: object) -> bool:
    """Whether a value is nested beyond what lists do, as an attack on its reader would be."""
    level: list[Any] = [item]
    for _ in range(DEEPEST):
        level = [
            child
            for value in level
            if isinstance(value, dict | list)
            for child in (value.values() if isinstance(value, dict) else value)
        ]
        if not level:
            return False
    return True


def objects_with(*keys: str) -> Callable[[Files], bool]:
    """A recogniser: the first file is JSON, and these keys stand in its beginning."""

    def recognise(files: Files) -> bool:
        head = files.head().removeprefix(BOM).lstrip()
        return head[:1] in (b"{", b"[") and all(f'"{key}"'.encode() in head for key in keys)

    return recognise
