"""A file of parties as rows: CSV, XLSX, JSON lines or Parquet, told apart by what is in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sanctionscreen.errors import ReadError
from sanctionscreen.names import printable
from sanctionscreen.reading import Files
from sanctionscreen.reading.archive import is_zip
from sanctionscreen.reading.jsonl import lines
from sanctionscreen.reading.sheet import HEADER_WITHIN, content, worksheets
from sanctionscreen.reading.table import delimiter_of, each_once, records

from .columns import Columns, has_name
from .encoding import Encoding, find_encoding

ADVICE = "Save it again as CSV in UTF-8, XLSX, JSON lines or Parquet, and run the command again"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
PARQUET = b"PAR1"
NOTHING_BETWEEN = "\x1f"
"""The separator of a table with one column, whose values may hold commas: ASCII's own, which none holds."""
HEADER_OF_OBJECTS = 1000
"""Objects whose keys are taken for the columns of JSON lines."""


class PartyRow(NamedTuple):
    """A row of the file: its number, the cells of the columns asked for, and what is wrong with it."""

    number: int
    cells: dict[str, Any]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PartyFile:
    """A file of parties, opened so far that its columns are known.

    Args:
        header: its columns.
        said: how it is read, in a line for the user.
        expected: about how many rows it has.
        read: the rows, each with the cells of the columns given, from the first again at each call. Rows of
            a table are numbered as a spreadsheet does, with the header; JSON lines by their line; rows of
            Parquet from 1. Rows without any content are passed over.
    """

    header: tuple[str, ...]
    said: str
    expected: int
    read: Callable[[Sequence[str]], Iterator[PartyRow]]


IsHeader = Callable[[Sequence[str]], bool]
"""Whether a row names the columns."""


def open_file(
    path: Path,
    given: Columns = Columns(),  # noqa: B008
    encoding: str | None = None,
    *,
    is_header: IsHeader | None = None,
) -> PartyFile:
    """A file of parties, or of anything else that has rows.

    Args:
        path: the file.
        given: the columns that the user named, by which the header of a workbook is found.
        encoding: of a text, where the user names it.
        is_header: tells the header of a workbook where the rows are not parties.

    Raises:
        ReadError: the file cannot be opened, or is in none of the forms or damaged. So may ``read``.
        UsageError: it is Parquet, and the package that reads it is not installed.
    """
    files = Files("", [path])
    with _own_advice():
        head = files.head()
        if head.startswith(PARQUET):
            from .parquet import open_parquet  # noqa: PLC0415  (an extra)

            return open_parquet(path)
        if is_zip(head) or head.startswith(OLD_WORKBOOK):
            return _open_workbook(files, is_header or partial(has_name, given=given))
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if start.startswith(b"{"):
            return _open_lines(files)
        for mark, what in ((b"<", "HTML or XML"), (b"[", "a JSON array"), (b"%PDF", "a PDF")):
            if start.startswith(mark):
                raise files.error(f"this is {what}, not a table of parties")
        return _open_csv(files, Encoding(encoding) if encoding else find_encoding(files))


@contextmanager
def _own_advice() -> Iterator[None]:
    """The readers know list files; who gives a file of parties can do something else about it."""
    try:
        yield
    except ReadError as error:
        raise ReadError(
            error.problem, file=error.file, record=error.record, field=error.field, advice=ADVICE
        ) from error


def _open_csv(files: Files, encoding: Encoding) -> PartyFile:
    with files.text(encoding=encoding.name) as handle:
        try:
            top = handle.readline(1 << 16)
        except UnicodeDecodeError:
            top = ""  # the records below will name the line
    delimiter = delimiter_of(top)
    if delimiter not in top:
        delimiter = NOTHING_BETWEEN
    every = partial(records, files, delimiter=delimiter, encoding=encoding.name)
    _, first = next(every(), (0, []))
    header = tuple(each_once([column.strip() for column in first]))

    def read(_: Sequence[str]) -> Iterator[PartyRow]:
        with _own_advice():
            for number, (_line, values) in enumerate(every(), start=1):
                if number == 1 or not any(value.strip() for value in values):
                    continue
                problem = ""
                if len(values) < len(header) or any(values[len(header) :]):
                    problem = f"the row has {len(values)} fields, where the header has {len(header)}"
                yield PartyRow(number, dict(zip(header, values, strict=False)), problem)

    return PartyFile(header, _said_of_csv(encoding, delimiter), max(0, encoding.lines - 1), read)


def _said_of_csv(encoding: Encoding, delimiter: str) -> str:
    said = f"CSV in {encoding.name}"
    if encoding.guessed:
        said += " (guessed, since it is not valid UTF-8; where names look wrong, say --encoding)"
    between = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}.get(delimiter)
    return f"{said}, columns separated by {between}" if between else f"{said}, one column"


def _open_workbook(files: Files, is_header: IsHeader) -> PartyFile:
    sheets = [(name, table) for name, table in worksheets(files) if table]
    if not sheets:
        raise files.error("the workbook has no filled sheet")
    name, table = next((one for one in sheets if _header_of(one[1], is_header)), sheets[0])
    line = _header_of(table, is_header) or 1
    header = tuple(each_once([" ".join(str(content(cell)).split()) for cell in table[line - 1]]))
    others = [other for other, _ in sheets if other != name]

    def read(_: Sequence[str]) -> Iterator[PartyRow]:
        for number, values in enumerate(table[line:], start=line + 1):
            cells = [content(value) for value in values]
            if any(cell not in (None, "") for cell in cells):
                yield PartyRow(number, dict(zip(header, cells, strict=True)))

    said = f"XLSX, sheet '{name}', header in row {line}"
    if others:
        shown = ", ".join(f"'{other}'" for other in others)
        said += f"; NOT read: sheet {shown} (save each as a file of its own)"
    return PartyFile(header, said, len(table) - line, read)


def _header_of(table: list[list[Any]], is_header: IsHeader) -> int:
    """The number of the row that names the columns; 0 where none does."""
    for number, values in enumerate(islice(table, HEADER_WITHIN), start=1):
        if is_header([str(content(value)) for value in values]):
            return number
    return 0


def _open_lines(files: Files) -> PartyFile:
    names: dict[str, None] = {}
    for row in islice(lines(files), HEADER_OF_OBJECTS):
        names |= dict.fromkeys(row.names)

    def read(columns: Sequence[str]) -> Iterator[PartyRow]:
        with _own_advice():
            for row in lines(files):
                yield PartyRow(row.line, dict(zip(columns, row.values(columns), strict=True)))

    return PartyFile(tuple(names), "JSON lines", _count_lines(files), read)


def _count_lines(files: Files) -> int:
    with files.open() as handle:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: handle.read(1 << 20), b""))


def text_of(value: Any) -> str | None:
    """A cell as text, as its sender would type it; None where it is no single value.

    >>> text_of(" Acme "), text_of(4711.0), text_of(date(1962, 11, 23)), text_of(None), text_of(["a"])
    ('Acme', '4711', '1962-11-23', '', None)
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        value = content(value)
        if isinstance(value, float) and math.isnan(value):
            return ""
        if hasattr(value, "__len__"):  # an array, an object, bytes
            return None
        return value.isoformat() if isinstance(value, date) else str(value)
    # A lone surrogate, which JSON can spell, could not be written to any output.
    return printable(value.strip())
