"""Streaming CSV, with the header checked and every defect placed on its line."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from .fields import Row, count_unread
from .files import HEAD, Files

csv.field_size_limit(1 << 20)

Columns = Mapping[str, Sequence[str]]


def rows(
    files: Files,
    needed: Sequence[str],
    *,
    path: Path | None = None,
    delimiter: str = ",",
    skip: int = 0,
    encoding: str = "utf-8-sig",
    spellings: Columns | None = None,
) -> Iterator[Row]:
    """Each row of a CSV file with a header line.

    Args:
        files: the list's files.
        needed: columns without which the file is not this list.
        path: which file; the first if none is given.
        delimiter: what separates the fields.
        skip: lines before the header (a banner).
        encoding: how the bytes are decoded.
        spellings: per column the other headers it was printed under; capitals, spaces and punctuation
            do not count. Columns that are not in it keep their printed header.

    Raises:
        ReadError: a needed column is missing, a row is ragged, or the bytes are not text.
    """
    lines = records(files, path=path, delimiter=delimiter, encoding=encoding)
    for _ in range(skip):
        next(lines, None)
    header = column_names(next(lines, (0, []))[1], spellings or {})
    missing = [column for column in needed if column not in header]
    if missing:
        raise files.error(
            f"this is not the list's CSV: of its {len(header)} columns none is '{missing[0]}'",
            path=path,
            field=missing[0],
            advice="Check that the file belongs to this list and is not a web page saved as CSV",
        )
    for line, values in lines:
        if not any(values):
            continue
        if len(values) != len(header):
            raise files.error(
                f"line {line} has {len(values)} fields, where the header has {len(header)}",
                path=path,
                record=f"line {line}",
                advice="The file was cut or edited; download it again",
            )
        row = Row(dict(zip(header, values, strict=True)), line)
        yield row
        count_unread(files.report.unread, row)


def headerless(
    files: Files, columns: Sequence[str], *, path: Path | None = None, encoding: str = "utf-8-sig"
) -> Iterator[Row]:
    """Each row of a CSV file without a header, under the documented column names.

    OFAC's files end with a control-Z left from DOS; such a line is not a row.
    """
    for line, values in records(files, path=path, encoding=encoding):
        if not any(value.strip(" \x1a") for value in values):
            continue
        if len(values) != len(columns):
            raise files.error(
                f"line {line} has {len(values)} fields, where the format has {len(columns)}",
                path=path,
                record=f"line {line}",
                field=columns[min(len(values), len(columns) - 1)],
                advice="Check that the file belongs to this list and was not cut",
            )
        row = Row(dict(zip(columns, values, strict=True)), line)
        yield row
        count_unread(files.report.unread, row)


def records(
    files: Files, *, path: Path | None = None, delimiter: str = ",", encoding: str = "utf-8-sig"
) -> Iterator[tuple[int, list[str]]]:
    """Each record of a CSV as it stands, with the line that it ends in.

    Args:
        files: the list's files.
        path: which file; the first if none is given.
        delimiter: what separates the fields.
        encoding: how the bytes are decoded.

    Raises:
        ReadError: a record is no CSV, or the bytes are not text.
    """
    handle = files.text(path, encoding)
    reader = csv.reader(handle, delimiter=delimiter, strict=True)
    with handle:
        while True:
            try:
                values = next(reader)
            except StopIteration:
                return
            except UnicodeDecodeError as error:
                line = _undecodable_line(files, path, encoding)
                raise files.error(
                    f"line {line} is not {encoding.removesuffix('-sig')} "
                    f"(byte 0x{error.object[error.start]:02x}: {error.reason})",
                    path=path,
                    record=f"line {line}",
                    advice="Download the file again without converting it",
                ) from error
            except csv.Error as error:
                raise files.error(
                    f"line {reader.line_num} is not valid CSV ({error})",
                    path=path,
                    record=f"line {reader.line_num}",
                    advice="The file was cut or edited; download it again",
                ) from error
            yield reader.line_num, values


def delimiter_of(head: str) -> str:
    """What separates the columns of a CSV's header: a comma, a semicolon, a tab or a bar.

    >>> delimiter_of("name;country\\n"), delimiter_of("name\\n")
    (';', ',')
    """
    header = re.sub(r'"[^"]*"', "", head).partition("\n")[0]
    return max(",;\t|", key=header.count)


def column_names(printed: Sequence[str], spellings: Columns) -> list[str]:
    """The columns that a header names, each in the spelling that it is read by.

    >>> column_names(["國家代碼 Country Code", "Note "], {"country": ["國家代碼country code"]})
    ['country', 'Note']
    """
    known = {_letters(text): name for name, others in spellings.items() for text in (name, *others)}
    return [known.get(_letters(column), column.strip()) for column in printed]


def each_once(columns: Sequence[str]) -> list[str]:
    """Columns each once; one without a name, or named again, gets its number.

    >>> each_once(["name", "", "name"])
    ['name', 'column 2', 'name (3)']
    """
    names: list[str] = []
    for number, column in enumerate(columns, start=1):
        name = column or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _undecodable_line(files: Files, path: Path | None, encoding: str) -> int:
    """The first line that is not in an encoding; the reader decodes ahead of the records and cannot tell."""
    decoder, line = codecs.getincrementaldecoder(encoding)(), 1
    with files.open(path) as handle:
        for chunk in iter(lambda: handle.read(HEAD), b""):
            try:
                line += decoder.decode(chunk).count("\n")
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].decode(encoding, "replace").count("\n")
    return line


def header_has(
    *needed: str,
    delimiter: str = ",",
    skip: int = 0,
    encoding: str = "utf-8-sig",
    spellings: Columns | None = None,
) -> Callable[[Files], bool]:
    """A recogniser: the header of the first file holds these columns."""

    def recognise(files: Files) -> bool:
        text = files.head().decode(encoding, errors="replace").splitlines(keepends=True)[skip:]
        try:
            header = next(csv.reader(text, delimiter=delimiter), [])
        except csv.Error:
            return False
        return set(needed) <= set(column_names(header, spellings or {}))

    return recognise


def named(*stems: str) -> Callable[[Files], bool]:
    """A recogniser for sets without headers: a file's name contains each of these stems."""
    return lambda files: all(files.find(stem) for stem in stems)
