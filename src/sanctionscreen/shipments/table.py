"""A table of shipments: one row for each shipment, or one for each party of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sanctionscreen.batch.columns import kind_of_word
from sanctionscreen.batch.file import PartyFile, PartyRow, text_of

from .cells import day_of, number_of
from .columns import Columns, roles_of
from .record import Problem, Record, record_of

_CODES = re.compile(r"[;,|/\n]|\s{2,}")
_STOPS = re.compile(r"[;|>\n→]")
SCREENED_ALONE = (
    "these rows are not beside the others of their shipment, and were screened as one of their own"
)


def read_table(table: PartyFile, columns: Columns) -> Iterator[Record]:
    """The shipments of a table, in order.

    Args:
        table: the table, opened.
        columns: which of its columns says what.
    """
    wanted = [header for headers in columns.of.values() for header in headers]
    rows = table.read(wanted)
    if columns.layout == "shipments":
        for row in rows:
            yield _Reading([row], columns).record()
        return
    seen: set[str] = set()

    def reference(row: PartyRow) -> str:
        said = " ".join(
            text_of(row.cells.get(header)) or "" for header in columns.headers("reference")
        ).strip()
        return said or f"\0row {row.number}"  # a row that names no shipment is one

    for key, group in groupby(rows, reference):
        reading = _Reading(list(group), columns)
        if key in seen:
            reading.problems.append(Problem("reference", SCREENED_ALONE))
        seen.add(key)
        yield reading.record()


class _Reading:
    """Some rows as one shipment.

    Args:
        rows: one, or those of all its parties.
        columns: which column says what.
    """

    def __init__(self, rows: list[PartyRow], columns: Columns) -> None:
        self.problems = [Problem("", row.problem) for row in rows if row.problem]
        self._rows, self._columns = rows, columns

    def record(self) -> Record:
        """The shipment, and what of the rows could not be understood."""
        numbers = [row.number for row in self._rows]
        place = f"row {numbers[0]}" if len(numbers) == 1 else f"rows {numbers[0]} to {numbers[-1]}"
        if self._columns.layout == "parties":
            parties = [party for row in self._rows if (party := self._party(row, ""))]
        else:
            roles = roles_of(self._columns)
            parties = [party for role in roles if (party := self._party(self._rows[0], f"{role}_", role))]
        goods = [line for row in self._rows for line in self._goods(row)]
        values = {
            "parties": parties,
            "goods": [line for number, line in enumerate(goods) if line not in goods[:number]],
            "origin": self._first("origin"),
            "destination": self._first("destination"),
            "via": self._stops(),
            "vessel": self._vessel(),
            "date": self._date(),
            "reference": self._first("reference"),
        }
        return record_of(place, values, tuple(dict.fromkeys(self.problems)))

    def _texts(self, row: PartyRow, field: str) -> list[str]:
        """The filled cells of a field."""
        found = []
        for header in self._columns.headers(field):
            text = text_of(row.cells.get(header))
            if text is None:
                self.problems.append(Problem(header, "the cell does not hold one text"))
            found.append(text or "")
        return [text for text in found if text]

    def _all(self, field: str) -> list[str]:
        """What the rows say of a field, each once."""
        return list(
            dict.fromkeys(" ".join(texts) for row in self._rows if (texts := self._texts(row, field)))
        )

    def _first(self, field: str) -> str | None:
        """A field of the shipment: of its first row that says it; other rows that say otherwise are told."""
        said = list(
            dict.fromkeys(" ".join(texts) for row in self._rows if (texts := self._texts(row, field)))
        )
        if len(said) > 1:
            text = f"the rows of one shipment say {', '.join(map(repr, said[:4]))}; the first was taken"
            self.problems.append(Problem(field, text))
        return said[0] if said else None

    def _stops(self) -> list[str]:
        """The places on the way, and those that other rows of the shipment name for its ends."""
        ends = [place for field in ("origin", "destination") for place in self._all(field)[1:]]
        stops = [stop.strip() for text in self._all("via") for stop in _STOPS.split(text)]
        return list(dict.fromkeys(filter(None, (*stops, *ends))))

    def _party(self, row: PartyRow, before: str, role: str = "") -> dict[str, Any] | None:
        lines = [
            line for text in self._texts(row, f"{before}name") for line in text.splitlines() if line.strip()
        ]
        address = [*self._texts(row, f"{before}address"), self._town(row, before)]
        numbers = {
            header: text
            for header in self._columns.headers(f"{before}number")
            if (text := text_of(row.cells.get(header)))
        }
        if not (lines or any(address) or numbers):
            return None
        party: dict[str, Any] = {"name_lines": lines, "identifiers": numbers}
        if said := role or " ".join(self._texts(row, "role")):
            party["role"] = said
        if any(address):
            party["address"] = "\n".join(filter(None, address))
        if country := " ".join(self._texts(row, f"{before}country")):
            party["country"] = country
        if word := " ".join(self._texts(row, f"{before}kind")):
            party["kind"] = kind_of_word(word) or "unknown"
            if not kind_of_word(word):
                self.problems.append(
                    Problem("kind", f"unknown kind '{word}', screened as any kind", grave=False)
                )
        return party

    def _town(self, row: PartyRow, before: str) -> str:
        said = (" ".join(self._texts(row, before + field)) for field in ("postcode", "city", "region"))
        return " ".join(filter(None, said))

    def _goods(self, row: PartyRow) -> list[dict[str, Any]]:
        """The lines of a row: one, or one for each of several codes."""
        line: dict[str, Any] = {}
        for field in ("description", "unit", "currency"):
            if text := " ".join(self._texts(row, field)):
                line[field] = text
        for field, named in (("quantity", "unit"), ("value", "currency"), ("weight_kg", "")):
            if text := " ".join(self._texts(row, field)):
                line[field], unit = number_of(text)
                if unit and named:
                    line.setdefault(named, unit)
        if text := " ".join(self._texts(row, "goods_origin")):
            line["origin"] = text
        codes = [code for text in self._texts(row, "hs") for code in _CODES.split(text) if code.strip()]
        if not codes:
            return [line] if line else []
        return [{**(line if number == 0 else {}), "hs": code.strip()} for number, code in enumerate(codes)]

    def _vessel(self) -> dict[str, Any] | None:
        name, imo = self._first("vessel"), self._first("imo")
        if not (name or imo):
            return None
        return {"kind": "vessel", "name": name or "", "identifiers": {"imo": imo} if imo else {}}

    def _date(self) -> Any:
        for row in self._rows:
            for header in self._columns.headers("date"):
                found, told = day_of(row.cells.get(header))
                self.problems += told
                if found:
                    return found
        return None
