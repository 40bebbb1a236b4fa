"""OFAC's Enhanced XML states what the legacy XML states of the same entries, and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source

ENHANCED = "us_ofac/CONS_ENHANCED_2025-01-14.ZIP"
LEGACY = "us_ofac/consolidated_nonsdn_2025-03-28.xml"

# What became of entries between the two days: their number and the field.
CHANGED = {
    ("9659", "measures"),  # a secondary sanction was added
    ("17013", "identifiers"),  # a number lost its country
    ("18784", "identifiers"),  # three numbers got one
}


def latin(entity: Entity) -> set[Any]:
    """The legacy XML has no names in other scripts."""
    return {name for name in entity.names if name.script == "Latn"}


def latin_addresses(entity: Entity) -> set[Any]:
    """Nor addresses."""
    return {address for address in entity.addresses if address.text.isascii()}


def linked(entity: Entity) -> set[Any]:
    """It prints every relationship as a link to a name."""
    return {relation.name for relation in entity.relations}


def own_remarks(entity: Entity) -> set[Any]:
    """What it prints of a link, and since when an entry is on a list, it does not say in these words."""
    ties = tuple(f": {relation.name}" for relation in entity.relations)
    return {
        text
        for text in entity.remarks
        if " List since " not in text and not any(tie in text for tie in ties) and "(HKEX)" not in text
        and "(NYSE)" not in text and ": Reported" not in text and "website for the bank" not in text
    }  # fmt: skip


def bare_numbers(entity: Entity) -> set[Any]:
    """It has no notes on numbers."""
    return {number.model_copy(update={"note": None}) for number in entity.identifiers}


def typed_measures(entity: Entity) -> set[Any]:
    """It has no sanctions types, which are measures without a colon or date."""
    assert entity.listing
    return {text for text in entity.listing.measures if "irective Info" in text or ":" in text}


FIELDS: dict[str, Callable[[Entity], Any]] = {
    "kind": lambda entity: entity.kind,
    "names": latin,
    "addresses": latin_addresses,
    "identifiers": bare_numbers,
    "births": lambda entity: entity.births,
    "nationalities": lambda entity: set(entity.nationalities),
    "countries": lambda entity: set(entity.countries),
    "gender": lambda entity: entity.gender,
    "titles": lambda entity: entity.titles,
    "positions": lambda entity: entity.positions,
    "organization_type": lambda entity: entity.organization_type,
    "vessel": lambda entity: entity.vessel,
    "relations": linked,
    "scope": lambda entity: entity.scope,
    "remarks": own_remarks,
    "programmes": lambda entity: entity.listing and entity.listing.programmes,
    "measures": typed_measures,
    "component": lambda entity: entity.listing and entity.listing.component,
    "component_title": lambda entity: entity.listing and entity.listing.component_title,
    "effect": lambda entity: entity.listing and entity.listing.effect,
    "legal_basis": lambda entity: entity.listing and entity.listing.legal_basis,
    "authority": lambda entity: entity.listing and entity.listing.authority,
    "urls": lambda entity: entity.listing and entity.listing.urls,
}


def read(path: Path) -> dict[str, Entity]:
    source = load_source("us_ofac_cons")
    files = Files(source.key, [path])
    form = next(form for form in source.formats if form.recognise(files))
    return {entity.id: entity for entity in form.read(files)}


@pytest.mark.real_lists
def test_both_forms_state_the_same(published: Path) -> None:
    enhanced, legacy = read(published / ENHANCED), read(published / LEGACY)
    assert list(enhanced) == list(legacy)
    differing = Counter(
        (number, field)
        for number, entity in enhanced.items()
        for field, reduced in FIELDS.items()
        if reduced(entity) != reduced(legacy[number])
    )
    assert set(differing) == CHANGED


@pytest.mark.real_lists
def test_what_the_legacy_form_cannot_carry(published: Path) -> None:
    enhanced = read(published / ENHANCED).values()
    scripts = Counter(name.script for entity in enhanced for name in entity.names)
    assert scripts == {"Latn": 1579, "Cyrl": 39, "Hans": 5, "Hant": 1}
    ties = [relation for entity in enhanced for relation in entity.relations]
    assert Counter(tie.kind for tie in ties) == {"owner": 278, "subsidiary": 4, "linked_to": 1}
    assert all(tie.id and tie.name for tie in ties)
    listings = [entity.listing for entity in enhanced if entity.listing]
    assert sum(listing.listed_on is not None for listing in listings) == 443
    assert sum(len(listing.citations) for listing in listings) == 525
