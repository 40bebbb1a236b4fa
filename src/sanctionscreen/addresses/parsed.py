"""The parts of an address, and what two addresses have in common."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

PartKind = Literal[
    "unit", "floor", "block", "building", "number", "street", "box", "district", "city", "region", "postcode",
    "country",
]  # fmt: skip
KINDS: tuple[PartKind, ...] = get_args(PartKind)
"""The kinds of parts, from the smallest place to the largest."""
Level = Literal["same_unit", "same_building", "same_street", "same_city", "other", "unknown"]
"""How near two addresses are; ``unknown`` where they say nothing that can be compared."""


class Part(NamedTuple):
    """One part of an address.

    Args:
        text: the text it came from; with a comma between where it stands in several places.
        keys: what it is compared by, one for each thing named: ``2309``, ``1318-1320``, ``fa yuen|street``
            (a name, and behind the bar what kind of street or building and which side of it).
    """

    text: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        """The text it came from."""
        return self.text


class ParsedAddress(NamedTuple):
    """An address by its parts; a part that the text does not have is None.

    Args:
        text: the address as given, without invisible characters and with full-width letters made plain.
        unit: room, flat, suite, office, shop or warehouse.
        floor: the storey; ``g``, ``m``, ``b`` for ground floor, mezzanine and basement.
        block: tower, block or wing; the korpus and stroenie of a Russian house; 栋 and 座.
        building: the name of a building, an estate or a park.
        number: the number of the house in its street; a plot or lot; the kilometre of a road.
        street: the street, or the streets where the address names several.
        box: the number of a post-office box.
        district: a part of a city, a free zone, a county.
        city: a city, town or village.
        region: a province, oblast or state.
        postcode: the postcode, digits and letters only.
        country: the country; its key is the ISO 3166 alpha-2 code.
        rest: what no rule understood, landmarks and ``c/o`` lines.
    """

    text: str
    unit: Part | None = None
    floor: Part | None = None
    block: Part | None = None
    building: Part | None = None
    number: Part | None = None
    street: Part | None = None
    box: Part | None = None
    district: Part | None = None
    city: Part | None = None
    region: Part | None = None
    postcode: Part | None = None
    country: Part | None = None
    rest: tuple[str, ...] = ()

    def parts(self) -> tuple[Part | None, ...]:
        """The parts in the order of ``KINDS``."""
        return self[1:-1]

    def part(self, kind: PartKind) -> Part | None:
        """The part of a kind."""
        found: Part | None = getattr(self, kind)
        return found

    def keys(self, kind: PartKind) -> tuple[str, ...]:
        """What a kind of part is compared by; empty where the address does not have it."""
        found: Part | None = getattr(self, kind)
        return found.keys if found else ()


class AddressComparison(NamedTuple):
    """How two addresses stand to each other.

    Args:
        level: the smallest place that both are in, as far as their texts say.
        similarity: 0 to 1; higher for a nearer level, and within one for parts that agree more closely.
        agree: parts that both state alike.
        differ: parts that both state, otherwise.
        unknown: parts that one or both leave out. They count neither for nor against.
    """

    level: Level
    similarity: float
    agree: tuple[PartKind, ...] = ()
    differ: tuple[PartKind, ...] = ()
    unknown: tuple[PartKind, ...] = ()
