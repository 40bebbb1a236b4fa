"""Two addresses are one unit, building, street or city, or others: the pairs of ``cases.toml``, and laws."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given

from sanctionscreen.addresses import KINDS, Level, compare_addresses, parse_address
from sanctionscreen.model import Address

from .test_parse import CASES, addresses, countries

HO_KING = "Room {unit}, {floor}/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Mong Kok, Hong Kong"


@pytest.mark.parametrize("case", CASES["pair"], ids=lambda case: f"{case['a'][:40]} = {case['b'][:40]}")
def test_levels(case: dict[str, Any]) -> None:
    a, b = parse_address(case["a"]), parse_address(case["b"])
    compared = compare_addresses(a, b)
    assert case["level"] in get_args(Level)
    assert compared.level == case["level"], (compared, a, b)
    assert compare_addresses(b, a) == compared


@given(addresses, addresses, countries)
def test_the_order_does_not_matter(a: str, b: str, country: str | None) -> None:
    one, other = parse_address(a, country), parse_address(b)
    assert compare_addresses(one, other) == compare_addresses(other, one)


@given(addresses, countries)
def test_an_address_agrees_with_itself(text: str, country: str | None) -> None:
    parsed = parse_address(text, country)
    compared = compare_addresses(parsed, parsed)
    assert not compared.differ
    assert set(compared.agree) | set(compared.unknown) == set(KINDS)
    assert {kind for kind in KINDS if parsed.part(kind)} <= set(compared.agree)
    if parsed.unit and (parsed.street or parsed.building or parsed.district or parsed.box):
        assert compared.level == "same_unit"
    elif parsed.building or parsed.box or (parsed.street and parsed.number):
        assert compared.level in ("same_unit", "same_building")
    elif parsed.street:
        assert compared.level in ("same_unit", "same_street")


@given(addresses, addresses)
def test_similarity_keeps_to_the_order_of_the_levels(a: str, b: str) -> None:
    compared = compare_addresses(parse_address(a), parse_address(b))
    bands = {
        "same_unit": 0.9,
        "same_building": 0.6,
        "same_street": 0.35,
        "same_city": 0.1,
        "other": 0,
        "unknown": 0,
    }
    assert 0 <= compared.similarity <= 1
    assert bands[compared.level] == max(least for least in bands.values() if least <= compared.similarity)


@pytest.mark.parametrize("unit", [("4", "5"), ("4", "4A"), ("1203", "1230"), ("B1", "B2"), ("12", "1203")])
def test_another_unit_is_never_the_same_unit(unit: tuple[str, str]) -> None:
    a, b = (parse_address(HO_KING.format(unit=number, floor=16)) for number in unit)
    compared = compare_addresses(a, b)
    assert compared.level == "same_building"
    assert compared.differ == ("unit",)


def test_what_is_left_out_is_unknown() -> None:
    whole = parse_address(HO_KING.format(unit=4, floor=16))
    part = parse_address("Ho King Commercial Centre, Mong Kok, Hong Kong")
    compared = compare_addresses(whole, part)
    assert compared.level == "same_building"
    assert compared.differ == ()
    assert {"unit", "floor", "number", "street"} <= set(compared.unknown)


def test_nearer_addresses_are_more_similar() -> None:
    listed = parse_address(HO_KING.format(unit=4, floor=16))
    others = [
        HO_KING.format(unit=4, floor=16),
        "Rm 4, Ho King Comm Ctr, Hong Kong",
        "Ho King Comm Ctr, Hong Kong",
        HO_KING.format(unit=7, floor=19),
        "30 Fa Yuen Street, Mong Kok, Hong Kong",
        "8 Hart Avenue, Tsim Sha Tsui, Hong Kong",
        "8 Hart Avenue, Dubai, UAE",
    ]
    found = [compare_addresses(listed, parse_address(other)).similarity for other in others]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_hong_kong_as_a_city_of_china_is_hong_kong() -> None:
    text = "KA WAH BANK CENTER BUILDING 19TH FLOOR, DES VOEUX ROAD, CENTRAL, HONG KONG, CN"
    listed = parse_address(Address(text=text, city="HONG KONG", country="CN"))
    asked = parse_address("19/F, Ka Wah Bank Centre, 232 Des Voeux Road Central, Hong Kong")
    assert compare_addresses(asked, listed).level == "same_building"
