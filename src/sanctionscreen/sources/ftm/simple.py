"""``targets.simple.csv``: one target a line, without what ties it to others."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from sanctionscreen.model import Address, Birth, Entity, Identifier, Listing, Name
from sanctionscreen.reading import Files, Row, kept_date, unique
from sanctionscreen.reading.table import rows

from .facts import KEY, KINDS, effect_of, name_of, read_countries

COLUMNS = (
    "id",
    "schema",
    "name",
    "aliases",
    "birth_date",
    "countries",
    "addresses",
    "identifiers",
    "dataset",
)


def read_csv(files: Files) -> Iterator[Entity]:
    """The targets, in the order of the file."""
    files.published_as_named()
    for row in rows(files, COLUMNS):
        yield read_row(files, row)


def values(row: Row, column: str) -> tuple[str, ...]:
    """The values in a cell: semicolons part them, and one that holds a semicolon is in quotation marks."""
    parts = next(csv.reader([row.text(column)], delimiter=";"), [])
    return unique(" ".join(part.split()) for part in parts)


def read_row(files: Files, row: Row) -> Entity:
    """One target."""
    key, schema = row.text("id"), row.text("schema")
    for column in ("id", "name"):
        if not row.text(column):
            raise files.error(
                f"the row has no {column}",
                record=key or f"line {row.line}",
                field=column,
                advice="Download the file again; without it the party cannot be screened",
            )
    if schema not in KINDS and schema != "Address":
        files.report.odd(key, "schema", schema, "a schema that is not known: kind unknown")
    names: dict[str, Name] = {row.text("name"): name_of(row.text("name"), "primary")}
    for text in values(row, "aliases"):
        names.setdefault(text, name_of(text, "alias"))
    dates = (kept_date(files, key, "birth_date", text) for text in values(row, "birth_date"))
    row.ignore("first_seen", "last_seen")  # days of the maker's copy
    return Entity(
        list=KEY,
        id=key,
        kind="address" if schema == "Address" else KINDS.get(schema, "unknown"),
        names=tuple(names.values()),
        births=tuple(Birth(on=date) for date in unique(dates)),
        countries=read_countries(files, key, "countries", values(row, "countries")),
        addresses=tuple(Address(text=text) for text in values(row, "addresses")),
        identifiers=(
            *(Identifier(number=text, type="identifiers") for text in values(row, "identifiers")),
            *(Identifier(number=text, type="phones", scheme="phone") for text in values(row, "phones")),
            *(Identifier(number=text, type="emails", scheme="email") for text in values(row, "emails")),
        ),
        listing=read_listing(files, row, key),
    )


def read_listing(files: Files, row: Row, key: str) -> Listing:
    """The data sets that a target stands in, and their sanctions in words."""
    datasets, sanctions = values(row, "dataset"), values(row, "sanctions")
    return Listing(
        list=KEY,
        authority=" / ".join(datasets) or "not stated",
        component=", ".join(datasets) or None,
        programmes=values(row, "program_ids"),
        effect=effect_of(files, key, (), bool(sanctions)),
        reasons=sanctions,
        amended_on=kept_date(files, key, "last_change", row.text("last_change")),
    )
