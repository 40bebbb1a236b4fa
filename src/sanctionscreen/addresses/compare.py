"""How near two addresses are to each other: the same unit, building, street or city, or another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .designators import agreement
from .likeness import best, likeness
from .parsed import KINDS, AddressComparison, Level, ParsedAddress, PartKind
from .places import city_of_country, country_groups

ALIKE = 0.80
"""Likeness from which two names are one. At six letters one wrong letter leaves 0.83."""
ALIKE_BESIDE = 0.65
"""The same for a street or building where the number of the house, and the other of the two, agree."""
WEIGHT: Mapping[PartKind, float] = {
    "unit": 4, "floor": 2, "block": 1, "building": 4, "number": 3, "street": 4, "box": 3, "district": 1,
    "city": 2, "region": 0.5, "postcode": 1, "country": 0.5,
}  # fmt: skip
"""How much each part counts within a level; a part that one address leaves out counts half."""


class Band(NamedTuple):
    """The similarities of a level: where they begin, and how much its parts add."""

    least: float
    span: float


BANDS: Mapping[Level, Band] = {
    "same_unit": Band(0.9, 0.1),
    "same_building": Band(0.6, 0.2),
    "same_street": Band(0.35, 0.15),
    "same_city": Band(0.1, 0.15),
    "other": Band(0.0, 0.05),
    "unknown": Band(0.0, 0.0),
}
INSIDE_UNKNOWN = 0.08
"""What the same building gains in similarity where neither unit nor floor contradict."""

Degrees = dict[PartKind, float | None]
"""How closely each part agrees: above 0 if it agrees, 0 if it differs, None if it is unknown."""

_NAMED = frozenset(("building", "street", "district", "city", "region"))
_WHERE: frozenset[PartKind] = frozenset(("block", "building", "number", "street", "district", "box"))
_WHOLE = sum(WEIGHT.values())


def compare_addresses(a: ParsedAddress, b: ParsedAddress) -> AddressComparison:
    """How near two addresses are.

    Args:
        a: one address.
        b: the other; the order does not matter.

    Returns:
        The smallest place that both are in as far as their texts say, a similarity, and which parts agree,
        differ or are unknown. Another unit, floor, block or house number is never the same one, however
        alike the rest is; what one address leaves out is not held against it.
    """
    degrees = _degrees(a, b)
    level = _level(degrees, _Stated.of(a, b))
    agree: list[PartKind] = []
    differ: list[PartKind] = []
    unknown: list[PartKind] = []
    said = 0.0
    for kind, degree in degrees.items():
        if degree is None:
            unknown.append(kind)
            said += WEIGHT[kind] / 2
        elif degree:
            agree.append(kind)
            said += WEIGHT[kind] * degree
        else:
            differ.append(kind)
    least, span = BANDS[level]
    similarity = least + span * said / _WHOLE
    if level == "same_building" and degrees["unit"] != 0.0 and degrees["floor"] != 0.0:
        similarity += INSIDE_UNKNOWN
    return AddressComparison(level, round(similarity, 4), tuple(agree), tuple(differ), tuple(unknown))


def _degrees(a: ParsedAddress, b: ParsedAddress) -> Degrees:
    degrees: Degrees = {}
    for kind, one, other in zip(KINDS, a.parts(), b.parts(), strict=True):
        if one is None or other is None:
            degrees[kind] = None
        elif one.keys == other.keys:
            degrees[kind] = 1.0
        elif kind in _NAMED:
            degrees[kind] = best(one.keys, other.keys)
        elif kind == "country":
            degrees[kind] = float(other.keys[0] in country_groups().get(one.keys[0], ()))
        else:
            degrees[kind] = agreement(one.keys, other.keys)
    if degrees["city"] != 1.0:
        degrees["city"] = _city(a, b)
    _settle(degrees)
    return degrees


def _city(a: ParsedAddress, b: ParsedAddress) -> float | None:
    """A city may stand as district or region in the other address, and may be the country (Singapore)."""
    one, other = _city_keys(a), _city_keys(b)
    if not one or not other:
        return None
    alike = best(one, other)
    return alike if alike >= ALIKE else max(alike, _among(one, b), _among(other, a))


def _city_keys(address: ParsedAddress) -> tuple[str, ...]:
    if address.city:
        return address.city.keys
    states = city_of_country()
    return tuple(states[code] for code in address.keys("country") if code in states)


def _among(keys: tuple[str, ...], address: ParsedAddress) -> float:
    around = (*address.keys("district"), *address.keys("region"))
    return max(
        [1.0 if key == other else likeness(key, other) for key in keys for other in around], default=0.0
    )


def _settle(degrees: Degrees) -> None:
    """From likeness to agreement.

    A street or building that is only rather alike agrees where the number of the house and the other of the
    two do. Districts and regions never differ: their borders and names are stated too loosely.
    """
    street, building = degrees["street"], degrees["building"]
    beside = bool(degrees["number"]) and (street or 0.0) >= ALIKE_BESIDE <= (building or 0.0)
    least = ALIKE_BESIDE if beside else ALIKE
    sure: tuple[PartKind, ...] = ("street", "building")
    for kind in sure:
        if (degrees[kind] or 1.0) < least:
            degrees[kind] = 0.0
    if (degrees["city"] or 1.0) < ALIKE:
        degrees["city"] = 0.0
    loose: tuple[PartKind, ...] = ("district", "region")
    for kind in loose:
        if (degrees[kind] or 0.0) < ALIKE:
            degrees[kind] = None


class _Stated(NamedTuple):
    """Whether both addresses name the same kinds of places, and neither of them a street or building."""

    alike: bool
    nameless: bool

    @classmethod
    def of(cls, a: ParsedAddress, b: ParsedAddress) -> _Stated:
        sided = [
            kind
            for kind, one, other in zip(KINDS, a.parts(), b.parts(), strict=True)
            if (one is None) != (other is None)
        ]
        alike = _WHERE.isdisjoint(sided)
        return cls(alike, a.street is b.street is a.building is b.building is None)


def _level(degrees: Degrees, stated: _Stated) -> Level:
    if degrees["country"] == 0.0 or _elsewhere(degrees):
        return "other"
    inside = bool(degrees["unit"]) and degrees["floor"] != 0.0
    if _same_building(degrees, stated):
        return "same_unit" if inside else "same_building"
    if inside and stated.alike and _all_agree(degrees):
        return "same_unit"
    if degrees["street"] or (degrees["building"] and degrees["street"] is None):
        return "same_street"
    if degrees["city"] or (degrees["district"] and degrees["city"] is None):
        return "same_city"
    return "other" if 0.0 in degrees.values() else "unknown"


def _elsewhere(degrees: Degrees) -> bool:
    """Another city, unless street, number and building or postcode say otherwise."""
    if degrees["city"] != 0.0:
        return False
    return not (degrees["street"] and degrees["number"] and (degrees["building"] or degrees["postcode"]))


def _same_building(degrees: Degrees, stated: _Stated) -> bool:
    if degrees["number"] == 0.0 or degrees["block"] == 0.0:
        return False
    if degrees["building"] and (degrees["number"] or degrees["street"] != 0.0):
        return True
    if degrees["street"] and degrees["number"]:
        return True
    if degrees["box"] and degrees["street"] is None and degrees["building"] is None:
        return True
    return stated.nameless and bool(degrees["number"]) and bool(degrees["district"] or degrees["city"])


def _all_agree(degrees: Degrees) -> bool:
    """Where neither names a building nor a number: nothing differs, and the street or district is one."""
    stated = [degrees[kind] for kind in _WHERE]
    return 0.0 not in stated and (bool(degrees["street"]) or bool(degrees["district"]))
