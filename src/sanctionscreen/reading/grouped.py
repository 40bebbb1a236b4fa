"""Subjects that a table spreads over many rows: one row for each combination of their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from sanctionscreen.model import Address

from .fields import Row
from .files import Files
from .kept import unique


class Grouped:
    """What the rows of one subject state: the distinct values of its columns, in order.

    Args:
        key: the subject's id.
        line: the line of its first row.
        groups: columns that state one thing together, by a name for it; every other column is a
            group of its own.
    """

    __slots__ = ("_columns", "_seen", "_spans", "key", "line")

    def __init__(self, key: str, line: int, groups: Mapping[str, Sequence[str]]) -> None:
        self.key = key
        self.line = line
        self._columns = [column for columns in groups.values() for column in columns]
        ends = list(accumulate(map(len, groups.values()), initial=0))
        self._spans = list(zip(groups, map(slice, ends, ends[1:]), strict=True))
        self._seen: dict[str, dict[tuple[Any, ...], None]] = {name: {} for name in groups}

    def add(self, row: Row) -> None:
        """Take a row in: every column of every group is read here."""
        values = row.values(self._columns)
        for name, span in self._spans:
            self._seen[name][values[span]] = None

    def state(self, group: str, values: Sequence[str]) -> None:
        """Take the values of one group in, where the list is not a table."""
        self._seen[group][tuple(values)] = None

    def tuples(self, group: str) -> list[tuple[str, ...]]:
        """The filled values of a group, white space folded."""
        seen = self._seen[group]
        folded = (
            tuple(" ".join(str(value).split()) if value is not None else "" for value in values)
            for values in seen
        )
        return [values for values in dict.fromkeys(folded) if any(values)]

    def texts(self, column: str) -> tuple[str, ...]:
        """The values of a column that is a group of its own."""
        return tuple(text for (text,) in self.tuples(column))

    def items(self, column: str, separators: str) -> tuple[str, ...]:
        """Its values, where one field may hold several; ``separators`` is a regular expression."""
        return unique(item.strip() for text in self.texts(column) for item in re.split(separators, text))

    def lines(self, column: str) -> tuple[str, ...]:
        """Its values, where line breaks or semicolons part those of one field."""
        seen = (str(value) for (value,) in self._seen[column] if value is not None)
        return unique(" ".join(line.split()) for text in seen for line in re.split(r"[;\n]", text))

    def text(self, column: str) -> str | None:
        """Its values in one text, or None."""
        return "; ".join(self.texts(column)) or None


def grouped_rows(
    files: Files,
    read: Callable[[Files], Iterator[Row]],
    id_column: str | Sequence[str],
    groups: Mapping[str, Sequence[str]],
) -> Iterator[Grouped]:
    """The subjects of a table, each where its last row stands.

    Nothing promises that a subject's rows stand together. The table is read twice, first for the last
    row of each id, so that only the subjects that have begun and not ended are held.

    Args:
        files: the list's files.
        read: begins to read the rows anew each time.
        id_column: the column of the id; where that alone does not tell subjects apart, several
            columns, the id first.
        groups: columns that state one thing together, by a name for it.

    Raises:
        ReadError: the file is not the list's, or a row has no id.
    """
    last: dict[tuple[str, ...], int] = {}
    telling = [id_column] if isinstance(id_column, str) else list(id_column)
    for row in read(Files(files.list_key, files.paths)):
        if not row.text(telling[0]):
            raise files.error(
                f"the row has no {telling[0]}",
                record=f"line {row.line}",
                field=telling[0],
                advice="Download the list again; a row that belongs to no subject cannot be read",
            )
        last[tuple(map(row.text, telling))] = row.line
    begun: dict[tuple[str, ...], Grouped] = {}
    for row in read(files):
        key = tuple(map(row.text, telling))
        if key not in begun:
            begun[key] = Grouped(key[0], row.line, groups)
        begun[key].add(row)
        if last[key] == row.line:
            yield begun.pop(key)


def address_of(values: Sequence[str], country: str | None) -> Address:
    """An address printed in lines, which are not told apart as street and town.

    Args:
        values: the lines, the postcode, and the country as printed; each may be empty.
        country: the country's code.
    """
    *lines, postcode, country_text = values
    return Address(
        text=", ".join(value for value in values if value),
        street=", ".join(line for line in lines if line) or None,
        postcode=postcode or None,
        country=country,
        country_text=country_text or None,
    )
