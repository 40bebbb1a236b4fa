"""The starter list: a few dozen real parties, so that the tool answers before a list is loaded.

``parties.csv`` has one row a name. ``source`` says where a row was checked, and ``file`` which
published file it was checked against by that list's own reader; a row without one was taken from a
later edition that is not among those files. A field that the list does not state is empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources
from itertools import groupby

from sanctionscreen.model import Entity, Listing, Name, PartialDate

COVERS = (
    "It holds 57 entries of six lists, from editions of 2021 to August 2026: five companies that joined the "
    "US Entity List in June 2022, Poly Technologies and Almaz-Antey, and parties listed beside them. It is "
    "for trying the tool only, not for screening a shipment."
)


def starter_rows() -> Iterator[dict[str, str]]:
    """The rows of ``parties.csv``, one a name, by column."""
    text = resources.files(__package__).joinpath("parties.csv").read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def read_starter() -> tuple[Entity, ...]:
    """The parties of the starter list, each under the key of the list that it is on."""
    entries = groupby(starter_rows(), key=lambda row: (row["list"], row["id"]))
    return tuple(read_entity(list(rows)) for _, rows in entries)


def read_entity(rows: list[dict[str, str]]) -> Entity:
    """One party from the rows of its names; what they share stands in the first."""
    first = rows[0]
    return Entity.model_validate(
        {
            "list": first["list"],
            "id": first["id"],
            "kind": first["kind"] or "unknown",
            "names": tuple(read_name(row) for row in rows),
            "countries": tuple(first["country"].split(";")) if first["country"] else (),
            "scope": (first["scope"],) if first["scope"] else (),
            "remarks": tuple(dict.fromkeys(f"Starter list; checked in {row['source']}" for row in rows)),
            "listing": read_listing(first),
        }
    )


def read_name(row: dict[str, str]) -> Name:
    """A name with its kind and, where the list states one, its strength."""
    strength = row["strength"] or "unknown"
    return Name.model_validate({"text": row["name"], "kind": row["name_kind"], "strength": strength})


def read_listing(row: dict[str, str]) -> Listing:
    """Who listed the party, since when, and what that means for an exporter."""
    day = date.fromisoformat(row["listed_on"]) if row["listed_on"] else None
    return Listing.model_validate(
        {
            "list": row["list"],
            "authority": row["authority"],
            "component": row["component"] or None,
            "component_title": row["component_title"] or None,
            "effect": row["effect"],
            "listed_on": PartialDate(text=row["listed_on"], earliest=day, latest=day) if day else None,
            "citations": (row["citation"],) if row["citation"] else (),
        }
    )
