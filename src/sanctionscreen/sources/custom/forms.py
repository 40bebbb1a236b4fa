"""The forms that a list of one's own may have: CSV, JSON lines, XLSX."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from sanctionscreen.errors import ReadError
from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, Row, sheet, table
from sanctionscreen.reading.fields import count_unread
from sanctionscreen.reading.json import BOM
from sanctionscreen.reading.jsonl import lines
from sanctionscreen.reading.merged import merged

from .mapping import (
    Mapping,
    check_columns,
    check_header,
    data_path,
    looks_like_ours,
    mapping_path,
    read_mapping,
)
from .party import SHARED, Cells, read_party

ADVICE = (
    "Correct the file and add it again. Text is in UTF-8 (in Excel: 'CSV UTF-8'), and a value that holds "
    "the separator of the columns stands in quotation marks"
)

Rows = Callable[[Files, Path, Mapping], Iterator[Row]]


def read_csv(files: Files) -> Iterator[Entity]:
    """The parties of a CSV."""
    return read_parties(files, csv_rows)


def read_jsonl(files: Files) -> Iterator[Entity]:
    """The parties of JSON lines."""
    return read_parties(files, jsonl_rows)


def read_xlsx(files: Files) -> Iterator[Entity]:
    """The parties of a workbook."""
    return read_parties(files, xlsx_rows)


def read_parties(files: Files, rows: Rows) -> Iterator[Entity]:
    """Each party, put together from the rows of its id."""
    path = data_path(files)
    if path is None:
        raise files.error("this is a mapping without a list", advice="Give the list together with it")
    files.published_as_named(path)
    mapping = read_mapping(files)

    def read(files: Files) -> Iterator[Entity]:
        before: dict[str, dict[str, str]] = {}
        for row in taught(files, path, rows(files, path, mapping)):
            own_id = row.text("id")
            cells = Cells(files, path, row, mapping, before.get(own_id, {}))
            yield read_party(cells)
            if own_id:
                before.setdefault(own_id, {column: cells.text(column) for column in SHARED})
            check_columns(files, path, cells.place, row.unread())

    return merged(files, read)


def taught(files: Files, path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows; what is wrong with the file is said with what its author can do."""
    try:
        yield from rows
    except ReadError as error:
        if error.field or "Did you mean" in (error.advice or ""):
            raise
        raise files.error(error.problem, path=path, record=error.record, advice=ADVICE) from error


def csv_rows(files: Files, path: Path, mapping: Mapping) -> Iterator[Row]:
    """The rows of a CSV, under our names of its columns."""
    header = csv_header(files, path)
    check_header(files, path, header, mapping)
    delimiter = table.delimiter_of(head_text(files, path))
    yield from table.rows(files, ("name",), path=path, delimiter=delimiter, spellings=mapping.spellings)


def jsonl_rows(files: Files, path: Path, mapping: Mapping) -> Iterator[Row]:
    """The objects of JSON lines, under our names of their keys."""
    for row in lines(files, path=path):
        names = list(row.unread())
        ours = table.column_names(names, mapping.spellings)
        named = Row(dict(zip(ours, row.values(names), strict=True)), row.line)
        yield named
        count_unread(files.report.unread, named)


def xlsx_rows(files: Files, path: Path, mapping: Mapping) -> Iterator[Row]:
    """The rows of a workbook, under our names of its columns."""
    try:
        yield from sheet.rows(files, ("name",), path=path, spellings=mapping.spellings)
    except ReadError as error:
        if error.field == "name" and (first := next(sheet.rows(files, (), path=path), None)):
            check_header(files, path, list(first.unread()), mapping)
        raise


def head_text(files: Files, path: Path) -> str:
    """The beginning of a text file."""
    return files.head(path).removeprefix(BOM).decode("utf-8", errors="replace")


def csv_header(files: Files, path: Path) -> list[str]:
    """The columns that the first line of a CSV names."""
    text = head_text(files, path)
    try:
        header = next(csv.reader(text.splitlines(keepends=True), delimiter=table.delimiter_of(text)), [])
    except csv.Error:
        return []
    return [column.strip() for column in header]


def is_csv(files: Files) -> bool:
    """Whether the list is a table of text whose columns are ours, or a mapping says what they are."""
    path = data_path(files)
    if path is None or files.head(path).lstrip()[:1] in (b"{", b"[", b"<", b"%", b""):
        return False
    if b"\0" in files.head(path) or files.head(path).startswith(b"PK\x03\x04"):
        return False
    return bool(mapping_path(files)) or looks_like_ours(csv_header(files, path))


def is_jsonl(files: Files) -> bool:
    """Whether the first line is an object whose keys are ours, or a mapping says what they are."""
    path = data_path(files)
    if path is None:
        return False
    try:
        first = json.loads(head_text(files, path).lstrip().partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and (bool(mapping_path(files)) or looks_like_ours(first))


def is_xlsx(files: Files) -> bool:
    """Whether the list is a workbook with a column of names, or a mapping says what it has."""
    path = data_path(files)
    if path is None or not files.head(path).startswith(b"PK\x03\x04"):
        return False
    if mapping_path(files):
        return True
    try:
        row = next(sheet.rows(Files(files.list_key, [path]), ()), None)
    except ReadError:
        return False
    return row is not None and looks_like_ours(row.unread())
