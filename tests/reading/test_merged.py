"""Parties that a list spreads over rows, put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctionscreen.model import Entity, Listing, Name
from sanctionscreen.printed import partial_date
from sanctionscreen.reading import Files
from sanctionscreen.reading.merged import digest, merged


def part(key: str, name: str, listed: str = "", expires: str = "", **fields: object) -> Entity:
    listing = Listing(
        list="zz", authority="A", listed_on=partial_date(listed), expires_on=partial_date(expires)
    )
    return Entity.model_validate(
        {"list": "zz", "id": key, "names": (Name(text=name),), "listing": listing, **fields}
    )


def put_together(*parts: Entity) -> tuple[list[Entity], Files]:
    files = Files("zz", [Path("zz.csv")])

    def read(_: Files) -> Iterator[Entity]:
        yield from parts

    return list(merged(files, read)), files


def test_parts_stand_where_the_last_one_does() -> None:
    entities, files = put_together(part("1", "A"), part("2", "B"), part("1", "A", remarks=("late",)))
    assert [(entity.id, entity.remarks) for entity in entities] == [("2", ()), ("1", ("late",))]
    assert files.report.oddities == []


def test_only_the_first_name_is_primary() -> None:
    (entity,), _ = put_together(part("1", "A"), part("1", "B"), part("1", "A"))
    assert [(name.text, name.kind) for name in entity.names] == [("A", "primary"), ("B", "alias")]


def test_the_earlier_listing_and_the_later_expiry_stand_and_are_reported() -> None:
    (entity,), files = put_together(
        part("1", "A", "2024-01-01", "2025-01-01"), part("1", "A", "2023-01-01", "2026-01-01"), part("1", "A")
    )
    assert entity.listing
    assert str(entity.listing.listed_on) == "2023-01-01"
    assert str(entity.listing.expires_on) == "2026-01-01"
    assert {oddity.field for oddity in files.report.oddities} == {"listed_on", "expires_on"}


def test_a_date_that_can_be_read_stands_before_one_that_cannot() -> None:
    (entity,), _ = put_together(part("1", "A", "3035-01-01"), part("1", "A", "2023-01-01"))
    assert entity.listing
    assert str(entity.listing.listed_on) == "2023-01-01"


def test_a_value_fills_a_gap_and_a_second_value_is_reported() -> None:
    (entity,), files = put_together(
        part("1", "A"), part("1", "A", kind="person", gender="male"), part("1", "A", gender="female")
    )
    assert (entity.kind, entity.gender) == ("person", "male")
    assert [(oddity.field, oddity.value) for oddity in files.report.oddities] == [("gender", "male / female")]


def test_an_id_of_ours_depends_on_each_part() -> None:
    assert digest("a", "b") != digest("b", "a")
    assert digest("a", "") != digest("a")
