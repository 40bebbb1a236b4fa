"""Which listed parties are at an address, whatever their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sanctionscreen.addresses import (
    AddressComparison,
    ParsedAddress,
    address_keys,
    compare_addresses,
    parse_address,
)
from sanctionscreen.index import Holdings, NameIndex
from sanctionscreen.matching import is_at
from sanctionscreen.model import Hit, ListedAddress
from sanctionscreen.model.shipment import AddressLevel

from .kept import Kept

MOST_NAMED = 20
"""Listed parties of a building that are named: some buildings hold sixty."""
KEPT = 20_000
"""Entities whose addresses are kept by their parts."""


class Near(NamedTuple):
    """An entity in the unit or the building of an address.

    Args:
        entity: its number among the holdings.
        nameless: whether the entry is an address without a name.
        at: whether the address is at the listed one: in its unit, or in a house listed as a whole.
        compared: how near it is.
        listed: its address, as printed.
    """

    entity: int
    nameless: bool
    at: bool
    compared: AddressComparison
    listed: str


class _Listed(NamedTuple):
    nameless: bool
    addresses: tuple[ParsedAddress, ...]


class Places:
    """The addresses of all entities, found by the keys of the index and compared by their parts.

    Args:
        holdings: the entities.
        index: their index.
    """

    def __init__(self, holdings: Holdings, index: NameIndex) -> None:
        self._holdings = holdings
        self._index = index
        self._known: Kept[int, _Listed] = Kept(KEPT)

    def near(self, address: ParsedAddress) -> tuple[Near, ...]:
        """The entities in the unit or the building of an address, the nearest first."""
        found = []
        for entity in self._index.with_address(address_keys(address)):
            listed = self._listed(entity)
            compared = ((compare_addresses(address, one), one) for one in listed.addresses)
            best, there = max(compared, key=lambda pair: pair[0].similarity)
            if best.level in ("same_unit", "same_building"):
                found.append(Near(entity, listed.nameless, is_at(best, there), best, there.text))
        return tuple(sorted(found, key=lambda near: (-near.compared.similarity, near.entity)))

    def _listed(self, entity: int) -> _Listed:
        return self._known.get(entity, lambda: self._read(entity))

    def _read(self, entity: int) -> _Listed:
        read, _ = self._holdings.read(entity)
        return _Listed(read.kind == "address", tuple(parse_address(one) for one in read.addresses))


def listed_addresses(
    near: Sequence[Near], hits: Sequence[Hit], holdings: Holdings, address: str
) -> tuple[ListedAddress, ...]:
    """The entities near an address that are no hits by themselves, the nearest first.

    All those in its unit are named; of those elsewhere in the building as many as make ``MOST_NAMED``.
    """
    known = {(hit.entity.list, hit.entity.id) for hit in hits}
    found: list[ListedAddress] = []
    for one in near:
        entity, _ = holdings.read(one.entity)
        level: AddressLevel = "same_unit" if one.compared.level == "same_unit" else "same_building"
        if (entity.list, entity.id) not in known and (level == "same_unit" or len(found) < MOST_NAMED):
            found.append(
                ListedAddress(
                    list=entity.list,
                    entity=entity.id,
                    name=one.listed if one.nameless else entity.name,
                    level=level,
                    similarity=one.compared.similarity,
                    address=address,
                    listed=one.listed,
                    agree=one.compared.agree,
                    differ=one.compared.differ,
                    nameless=one.nameless,
                )
            )
    return tuple(found)
