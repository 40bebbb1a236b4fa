"""XLSX worksheets: the header checked, cells as text, numbers and dates, and hostile workbooks refused.

python-calamine reads a worksheet at once and holds it whole, so a workbook is measured before it is
opened: what its members unpack to, and how far apart its cells stand. One cell in the last corner of a
sheet would otherwise make it ask for memory for all the cells before, and end the process.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sanctionscreen.errors import ReadError

from .archive import check_archive, is_zip
from .fields import Row, count_unread
from .files import Files
from .table import Columns, column_names, each_once

MOST_CELLS = 25_000_000  # of the rectangle that a sheet's cells span: all rows of Excel by 23 columns
HEADER_WITHIN = 30  # rows at the top of a sheet, banner included

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 20
# Where a cell or a row stands; the tag's end tells whether anything is in it.
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,7})(\d{1,10})[\"']([^<>]{0,200}/>)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def rows(
    files: Files,
    needed: Sequence[str],
    *,
    path: Path | None = None,
    sheet: str | None = None,
    spellings: Columns | None = None,
) -> Iterator[Row]:
    """Each filled row below the header of a worksheet; ``Row.line`` is its number in the sheet.

    Text comes without the escapes of the format, a whole number as ``int``, a day as ``date``.

    Args:
        files: the list's files.
        needed: columns without which the sheet is not this list.
        path: which file; the first if none is given.
        sheet: the sheet's name; without it the first sheet whose first rows hold the needed columns.
        spellings: per column the other headers it was printed under; capitals, spaces and punctuation
            do not count. Columns that are not in it keep their printed header.

    Raises:
        ReadError: the file is no XLSX, or is encrypted, damaged or too large; or a needed column is missing.
    """
    table = iter(_table(files, needed, path, sheet, spellings or {}))
    header = next(table)[1]
    for line, values in table:
        row = Row(dict(zip(header, values, strict=True)), line)
        yield row
        count_unread(files.report.unread, row)


def sheet_has(*needed: str, spellings: Columns | None = None) -> Callable[[Files], bool]:
    """A recogniser: a sheet of the first file has these columns.

    A workbook that cannot be opened, or was refused, ends in the ReadError that says why.
    """

    def recognise(files: Files) -> bool:
        head = files.head()
        if not (is_zip(head) or head.startswith(_OLD_WORKBOOK)):
            return False
        sheets = worksheets(files)
        return any(_find_header(table, needed, spellings or {}) for _, table in sheets)

    return recognise


def _table(
    files: Files, needed: Sequence[str], path: Path | None, sheet: str | None, spellings: Columns
) -> Iterator[tuple[int, list[Any]]]:
    """The header and the filled rows below it, each with its number in the sheet."""
    nearest: list[str] = list(needed)
    for _, table in worksheets(files, path=path, sheet=sheet):
        if found := _find_header(table, needed, spellings):
            line, header = found
            yield line, header
            for number, values in enumerate(table[line:], start=line + 1):
                cells = [content(value) for value in values]
                if any(cell not in (None, "") for cell in cells):
                    yield number, cells
            return
        top = {name for values in table[:HEADER_WITHIN] for name in _names(values, spellings)}
        nearest = min(nearest, [name for name in needed if name not in top] or nearest, key=len)
    where = f"no sheet '{sheet}'" if sheet else "no sheet"
    raise files.error(
        f"this is not the list's workbook: it has {where} with a column '{nearest[0]}'",
        path=path,
        field=nearest[0],
        advice="Check that the file belongs to this list and was not edited",
    )


def worksheets(
    files: Files, *, path: Path | None = None, sheet: str | None = None
) -> Iterator[tuple[str, list[list[Any]]]]:
    """The name of each worksheet, or of the one named, and its cells, which ``content`` understands.

    Raises:
        ReadError: the file is no XLSX, or is encrypted, damaged or too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum  # noqa: PLC0415  (slow to load)

    _measure(files, path or files.paths[0])
    with files.open(path) as handle:
        try:
            workbook = CalamineWorkbook.from_filelike(handle)
            for known in workbook.sheets_metadata:
                if known.typ == SheetTypeEnum.WorkSheet and sheet in (None, known.name):
                    yield known.name, list(workbook.get_sheet_by_name(known.name).iter_rows())
        except CalamineError as error:
            raise _damaged(files, path, error) from error


def _measure(files: Files, path: Path) -> None:
    """Refuse what is no workbook, and workbooks that would take more memory than any list does."""
    head = files.head(path)
    if head.startswith(_OLD_WORKBOOK):
        raise files.error(
            "this is an encrypted workbook, or one in the old form of Excel (.xls)",
            path=path,
            advice="Download the list as XLSX; if it asks for a password, save it without one",
        )
    if not is_zip(head):
        raise files.error(
            "this is no XLSX workbook", path=path, advice="Check that the file belongs to this list"
        )
    check_archive(files, path)
    with files.open(path) as handle, zipfile.ZipFile(handle) as archive:
        for member in archive.infolist():
            if problem := _harm(archive, member):
                raise files.error(
                    f"{problem}, which no published list does and an attack would",
                    path=path,
                    field=member.filename,
                    advice="Do not use this file; download it from the publisher",
                )


def _harm(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """What is wrong with a part of a workbook; it is unpacked and forgotten piece by piece."""
    row, column, tail = 1, 1, b""
    with archive.open(member) as handle:
        while chunk := handle.read(_CHUNK):
            if b"<!DOCTYPE" in chunk:
                return "a part declares a document type"
            for letters, digits, empty in _PLACE.findall(tail + chunk):
                if not empty:
                    row = max(row, int(digits))
                    column = max(column, _column_number(letters))
            if row * column > MOST_CELLS:
                return f"the cells of a sheet span {row} rows by {column} columns"
            tail = chunk[-300:]
    return ""


def _damaged(files: Files, path: Path | None, error: Exception) -> ReadError:
    return files.error(
        f"this is no XLSX workbook, or a damaged one ({error})",
        path=path,
        advice="Download the file again and compare its size with the publisher's",
    )


def _column_number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _find_header(
    table: list[list[Any]], needed: Sequence[str], spellings: Columns
) -> tuple[int, list[str]] | None:
    """The number of the header's row, and its columns."""
    for line, values in enumerate(islice(table, HEADER_WITHIN), start=1):
        names = _names(values, spellings)
        if set(needed) <= set(names):
            return line, names
    return None


def _names(values: list[Any], spellings: Columns) -> list[str]:
    """The columns that a row names, each once; one without a name, or named again, gets its number."""
    printed = [" ".join(str(content(value)).split()) for value in values]
    return each_once(column_names(printed, spellings))


def content(value: Any) -> Any:
    """A cell's content, as it was meant."""
    if isinstance(value, str):
        # A carriage return is written _x000D_, which older versions of the library leave as it is.
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return date(value.year, value.month, value.day)
    return value
