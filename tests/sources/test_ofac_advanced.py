"""The forms of OFAC's lists say the same: the Advanced XML held against the XML of another year.

The only whole files at hand are five years apart, so that many facts have changed. A field that both
forms carry must be equal for all parties but those whose facts did, and the number of these is known: a fact
that either form put elsewhere would change it for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sanctionscreen.model import Entity
from sanctionscreen.reading import Files, load_source

Read = dict[str, Entity]

# What is compared of each field. The form that is named cannot carry what is left out: the XML has names
# in Latin letters alone, most of them in capitals; of an identifier it has no note, of the sanctions only
# those in words; it calls every relationship a link, and says neither since when nor by which authority.
FIELDS: dict[str, Callable[[Entity], Any]] = {
    "kind": lambda entity: entity.kind,
    "names": lambda entity: {
        (name.text.casefold(), name.kind, name.strength) for name in entity.names if name.script != "Cyrl"
    },
    "addresses": lambda entity: set(entity.addresses),
    "identifiers": lambda entity: {number.model_copy(update={"note": None}) for number in entity.identifiers},
    "births": lambda entity: set(entity.births),
    "nationalities": lambda entity: entity.nationalities,
    "countries": lambda entity: set(entity.countries),
    "gender": lambda entity: entity.gender,
    "titles": lambda entity: (entity.titles, entity.positions),
    "organization_type": lambda entity: entity.organization_type,
    "vessel": lambda entity: entity.vessel,
    "programmes": lambda entity: set(listing(entity).programmes),
    "component": lambda entity: (listing(entity).component, listing(entity).component_title),
    "measures": lambda entity: {
        text for text in listing(entity).measures if text.startswith("Executive Order 13662")
    },
    "urls": lambda entity: listing(entity).urls,
}
# How many of the 366 parties on the non-SDN list of 2020 and of 2025 differ, because facts changed.
CHANGED = {
    "names": 75, "addresses": 99, "identifiers": 56, "births": 1, "nationalities": 1, "gender": 1,
    "organization_type": 4, "programmes": 77, "component": 76,
}  # fmt: skip


def listing(entity: Entity) -> Any:
    """An entity's listing, which a list file always has."""
    return entity.listing


def read(published: Path, key: str, form: str, name: str) -> Read:
    """The entities of a whole file, by number."""
    files = Files(key, [published / "us_ofac" / name])
    chosen = next(known for known in load_source(key).formats if known.name == form)
    assert chosen.recognise(files)
    return {entity.id: entity for entity in chosen.read(files)}


@pytest.fixture(scope="module")
def non_sdn(published: Path) -> tuple[Read, Read]:
    """The non-SDN list in Advanced XML and in XML."""
    return (
        read(published, "us_ofac_cons", "advanced", "CONS_ADVANCED_2020-03-17.xml"),
        read(published, "us_ofac_cons", "xml", "consolidated_nonsdn_2025-03-28.xml"),
    )


@pytest.mark.real_lists
def test_the_forms_of_the_non_sdn_list_agree(non_sdn: tuple[Read, Read]) -> None:
    advanced, legacy = non_sdn
    shared = advanced.keys() & legacy.keys()
    assert len(shared) == 366
    changed = Counter(
        field
        for field, told in FIELDS.items()
        for number in shared
        if told(advanced[number]) != told(legacy[number])
    )
    assert dict(changed) == CHANGED
    for number in shared:
        old, new = listing(advanced[number]), listing(legacy[number])
        if (old.component, FIELDS["measures"](advanced[number])) == (new.component, set(new.measures)):
            assert (old.effect, old.legal_basis) == (new.effect, new.legal_basis)
    same = [
        number
        for number in shared
        if all(told(advanced[number]) == told(legacy[number]) for told in FIELDS.values())
    ]
    assert len(same) == 238


@pytest.mark.real_lists
def test_relationships_lead_to_the_party_that_the_xml_links_to(non_sdn: tuple[Read, Read]) -> None:
    advanced, legacy = non_sdn
    number_of = {entity.name: number for number, entity in legacy.items()}
    differ = {}
    for number in advanced.keys() & legacy.keys():
        stated = {relation.id for relation in advanced[number].relations if relation.id in legacy}
        linked = {number_of[link.name] for link in legacy[number].relations if link.name in number_of}
        if stated != linked:
            differ[number] = (stated, linked)
    assert differ == {"17017": (set(), {"17013"})}, "the Bank of Moscow, which VTB has taken over since"


@pytest.mark.real_lists
def test_the_forms_of_the_sdn_list_agree(published: Path) -> None:
    advanced = read(published, "us_ofac_sdn", "advanced", "SDN_ADVANCED_SAMPLE_2024-02.xml")
    legacy = read(published, "us_ofac_sdn", "xml", "sdn_2021-03-10.xml")
    shared = advanced.keys() & legacy.keys()
    assert shared == {"36", "23665"}
    # The extract lacks the sanctions entries of its parties, and most of their locations and documents.
    cut = {"programmes", "addresses", "identifiers"}
    for number in shared:
        for field in FIELDS.keys() - cut:
            assert FIELDS[field](advanced[number]) == FIELDS[field](legacy[number]), field
    assert advanced["36"].addresses == legacy["36"].addresses
