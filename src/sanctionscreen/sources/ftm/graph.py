"""The records of ``entities.ftm.json``, and which of them belong to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from sanctionscreen.model import PartialDate
from sanctionscreen.reading import Files, Row, kept_date, unique
from sanctionscreen.reading.jsonl import LineIndex

from .facts import BELONGING, TIES


@dataclass(slots=True)
class Record:
    """One line: its id, schema and caption, and its properties, which remember what was asked for."""

    files: Files
    row: Row
    id: str
    schema: str
    caption: str
    properties: Row
    remarks: list[str] = field(default_factory=list)

    def texts(self, *names: str) -> tuple[str, ...]:
        """The values of properties, white space folded, without repetitions."""
        given = [value for value in self.properties.values(names) if value is not None]
        if not given:  # as most of the many properties are
            return ()
        items = (item for value in given for item in (value if isinstance(value, list) else [value]))
        return unique(" ".join(str(item).split()) for item in items)

    def date(self, *names: str, latest: bool = False) -> PartialDate | None:
        """The earliest, or the latest, of dates."""
        dates = [kept_date(self.files, self.id, names[0], text) for text in sorted(self.texts(*names))]
        known = [date for date in dates if date and date.earliest] or [date for date in dates if date]
        return known[-1 if latest else 0] if known else None


@dataclass(slots=True)
class Graph:
    """The file: where its records stand, and the handle to find them with."""

    files: Files
    index: LineIndex
    handle: IO[bytes]

    def records(self, key: str) -> Iterator[Record]:
        """The records under an id, or under ``@`` and the id of the party that they belong to."""
        return (read_record(self.files, row) for row in self.index.find(self.handle, key))


def keys_of(files: Files, row: Row) -> tuple[str, ...]:
    """What a line is found by: its id, and ``@`` with the ids of the parties that it belongs to."""
    record = read_record(files, row)
    return unique((record.id, *(f"@{party}" for party in record.texts(*ends_of(record.schema)))))


def ends_of(schema: str) -> tuple[str, ...]:
    """The properties of a record that name the parties it belongs to."""
    return TIES[schema][:2] if schema in TIES else BELONGING.get(schema, ())


def read_record(files: Files, row: Row) -> Record:
    """A line as a record; one that is none is refused."""
    properties = row.value("properties")
    missing = [name for name in ("id", "schema") if not row.text(name)]
    if missing or not isinstance(properties, dict):
        name = (*missing, "properties")[0]
        raise files.error(
            f"the line has no {name}",
            record=row.text("id") or f"line {row.line}",
            field=name,
            advice="Check that this is an export of FollowTheMoney entities, and download it again",
        )
    return Record(
        files, row, row.text("id"), row.text("schema"), row.text("caption"), Row(properties, row.line)
    )
