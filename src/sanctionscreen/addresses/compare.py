"""How near two addresses are to each other: the same unit, building, street or city, or another."""

from __future__ import annotations

from typing import NamedTuple

from .designators import agreement
from .names import best
from .parsed import KINDS, AddressComparison, Level, ParsedAddress, PartKind
from .places import city_of_country, country_groups

ALIKE = {"street": 0.80, "building": 0.80, "district": 0.80, "city": 0.80, "region": 0.80}
"""Likeness from which two names are one. At six letters one wrong letter leaves 0.83."""
ALIKE_BESIDE = 0.65
"""The same for a building or street where the number of the house, and the other of the two, agree."""
FLOOR_OF_LEVEL: dict[Level, float] = {
    "same_unit": 0.9, "same_building": 0.6, "same_street": 0.35, "same_city": 0.1, "other": 0.0, "unknown": 0.0,
}  # fmt: skip
"""Similarity where a level begins. What the parts say within it adds up to ``SPAN``."""
SPAN: dict[Level, float] = {
    "same_unit": 0.1, "same_building": 0.2, "same_street": 0.15, "same_city": 0.15, "other": 0.05, "unknown": 0.0,
}  # fmt: skip
INSIDE_UNKNOWN = 0.08
"""Similarity that is added to the same building if neither unit nor floor contradict."""
WEIGHT: dict[PartKind, float] = {
    "unit": 4, "floor": 2, "block": 1, "building": 4, "number": 3, "street": 4, "box": 3, "district": 1, "city": 2,
    "region": 0.5, "postcode": 1, "country": 0.5,
}  # fmt: skip
"""How much each part counts within a level; a part that one address leaves out counts half."""


class _Parts(NamedTuple):
    """How closely each part agrees: above 0 if it agrees, 0 if it differs, None if it is not said."""

    degrees: dict[PartKind, float | None]

    def agrees(self, kind: PartKind) -> bool:
        return bool(self.degrees[kind])

    def differs(self, kind: PartKind) -> bool:
        return self.degrees[kind] == 0.0


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
    parts = _Parts(_degrees(a, b))
    level = _level(parts)
    agree: list[PartKind] = []
    differ: list[PartKind] = []
    unknown: list[PartKind] = []
    for kind, degree in parts.degrees.items():
        (unknown if degree is None else agree if degree else differ).append(kind)
    return AddressComparison(level, _similarity(level, parts), tuple(agree), tuple(differ), tuple(unknown))


def _degrees(a: ParsedAddress, b: ParsedAddress) -> dict[PartKind, float | None]:
    degrees: dict[PartKind, float | None] = {}
    for kind in KINDS:
        one, other = a.keys(kind), b.keys(kind)
        if not one or not other:
            degrees[kind] = None
        elif kind in ALIKE:
            likeness = best(one, other)
            degrees[kind] = likeness if likeness >= ALIKE_BESIDE else 0.0
        else:
            degrees[kind] = agreement(one, other)
    _country(degrees, a.keys("country"), b.keys("country"))
    _city(degrees, a, b)
    _settle_names(degrees)
    return degrees


def _country(degrees: dict[PartKind, float | None], a: tuple[str, ...], b: tuple[str, ...]) -> None:
    """Countries of one group agree; districts and regions of two lists that differ say nothing."""
    if a and b and a != b:
        degrees["country"] = 1.0 if b[0] in country_groups().get(a[0], ()) else 0.0


def _city(degrees: dict[PartKind, float | None], a: ParsedAddress, b: ParsedAddress) -> None:
    """A city may stand as district or region in the other address, and may be the country (Singapore)."""
    states = city_of_country()
    one = a.keys("city") or tuple(states[code] for code in a.keys("country") if code in states)
    other = b.keys("city") or tuple(states[code] for code in b.keys("country") if code in states)
    if not one or not other:
        return
    likeness = max(best(one, other), _within(one, b), _within(other, a))
    degrees["city"] = likeness if likeness >= ALIKE["city"] else 0.0


def _within(keys: tuple[str, ...], address: ParsedAddress) -> float:
    around = (*address.keys("district"), *address.keys("region"))
    return max((best((key,), (other,)) for key in keys for other in around), default=0.0)


def _settle_names(degrees: dict[PartKind, float | None]) -> None:
    """A name that is only rather alike agrees where the number and the other name do; a district never differs."""
    number = bool(degrees["number"])
    for kind, other in (("street", "building"), ("building", "street")):
        degree = degrees[kind]  # type: ignore[index]
        beside = number and bool(degrees[other])  # type: ignore[index]
        if degree and degree < ALIKE[kind] and not beside:
            degrees[kind] = 0.0  # type: ignore[index]
    for kind in ("city", "district", "region"):
        degree = degrees[kind]  # type: ignore[index]
        if degree is not None and degree < ALIKE[kind]:
            degrees[kind] = 0.0 if kind == "city" else None  # type: ignore[index]


def _level(parts: _Parts) -> Level:
    if parts.differs("country") or _elsewhere(parts):
        return "other"
    if _same_building(parts):
        inside = parts.agrees("unit") and not parts.differs("floor")
        return "same_unit" if inside else "same_building"
    if parts.agrees("street") or (parts.agrees("building") and not parts.differs("street")):
        return "same_street"
    if parts.agrees("city") or (parts.agrees("district") and not parts.differs("city")):
        return "same_city"
    return "other" if any(map(parts.differs, ("city", "street", "building", "box", "postcode"))) else "unknown"


def _elsewhere(parts: _Parts) -> bool:
    """Another city, unless street, number and building say otherwise."""
    return parts.differs("city") and not (
        parts.agrees("street") and parts.agrees("number") and (parts.agrees("building") or parts.agrees("postcode"))
    )


def _same_building(parts: _Parts) -> bool:
    if parts.differs("number") or parts.differs("block"):
        return False
    street, number, building = parts.agrees("street"), parts.agrees("number"), parts.agrees("building")
    if building and (number or not parts.differs("street")):
        return True
    if street and number:
        return True
    nameless = parts.degrees["street"] is None and parts.degrees["building"] is None
    return nameless and parts.agrees("box") and not parts.differs("city")


def _similarity(level: Level, parts: _Parts) -> float:
    if level == "unknown":
        return 0.0
    whole = sum(WEIGHT.values())
    said = sum(
        WEIGHT[kind] * (0.5 if degree is None else degree) for kind, degree in parts.degrees.items()
    )
    similarity = FLOOR_OF_LEVEL[level] + SPAN[level] * said / whole
    if level == "same_building" and not parts.differs("unit") and not parts.differs("floor"):
        similarity += INSIDE_UNKNOWN
    return round(similarity, 4)
