"""A file of shipments, opened as what it is: the form is told by the content, not by the name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sanctionscreen.batch.file import open_file
from sanctionscreen.errors import ReadError
from sanctionscreen.reading import Files
from sanctionscreen.reading.archive import is_zip

from . import edifact
from .columns import choose_columns, has_party
from .json import is_model, read_json
from .record import Record, unreadable
from .table import read_table
from .ubl import read_ubl

ADVICE = (
    "Ask the sender for the file again, or save it as CSV in UTF-8, XLSX, Parquet, JSON, UN/EDIFACT or UBL 2"
)


@dataclass(frozen=True, slots=True)
class ShipmentFile:
    """A file of shipments, opened so far that it is known how it is read.

    Args:
        path: the file.
        said: how it is read, a line each for the user.
        expected: about how many shipments it has; 0 where that is not known.
        read: the records in order, from the first again at each call. What is damaged comes as a record
            without a shipment, and where the damage hides what follows it is the last one. A file of which
            nothing can be read raises a ReadError.
    """

    path: Path
    said: tuple[str, ...]
    expected: int
    read: Callable[[], Iterator[Record]]


def open_shipments(
    path: Path, columns: Mapping[str, Sequence[str]] | None = None, encoding: str | None = None
) -> ShipmentFile:
    """A file of shipments: CSV, XLSX, Parquet, JSON, JSON lines, UN/EDIFACT or UBL.

    Args:
        path: the file.
        columns: of a table, the columns that the user named, by field.
        encoding: of a text, where the user names it.

    Raises:
        ReadError: the file cannot be opened, or is in none of the forms.
        UsageError: a column that was named does not exist, or none is known to hold parties.
    """
    with _own_advice(path):
        return _recognised(path, columns, encoding)


def _recognised(
    path: Path, columns: Mapping[str, Sequence[str]] | None, encoding: str | None
) -> ShipmentFile:
    files = Files("", [path])
    head = files.head()
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if edifact.is_edifact(head):
        said = f"UN/EDIFACT{f' in {encoding}' if encoding else ''}"
        return _opened(path, [said], edifact.count(files), lambda: edifact.read_edifact(files, encoding))
    if start.startswith(b"<"):
        return _opened(path, ["XML: documents of UBL"], 0, lambda: read_ubl(files))
    if not is_zip(head) and start[:1] in (b"[", b"{") and is_model(head):
        return _opened(path, ["JSON: shipments with their fields"], 0, lambda: read_json(files))
    table = open_file(path, encoding=encoding, is_header=lambda header: has_party(header, columns))
    chosen = choose_columns(table.header, columns)
    return _opened(path, [table.said, chosen.said()], table.expected, lambda: read_table(table, chosen))


def _opened(path: Path, said: list[str], expected: int, read: Callable[[], Iterator[Record]]) -> ShipmentFile:
    def whole() -> Iterator[Record]:
        begun = False
        try:
            for record in read():
                begun = True
                yield record
        except ReadError as error:
            known = _with_own_advice(error, path)
            if not begun:
                raise known from error
            yield unreadable(known)

    return ShipmentFile(path, tuple(said), expected, whole)


@contextmanager
def _own_advice(path: Path) -> Iterator[None]:
    try:
        yield
    except ReadError as error:
        raise _with_own_advice(error, path) from error


def _with_own_advice(error: ReadError, path: Path) -> ReadError:
    """The readers know list files; who gives a file of shipments can do something else about it."""
    return ReadError(error.problem, file=path.name, record=error.record, field=error.field, advice=ADVICE)
