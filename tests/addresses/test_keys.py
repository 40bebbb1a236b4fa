"""Addresses of one building share a key, and keys are few."""

from __future__ import annotations

import pytest
from hypothesis import given

from sanctionscreen.addresses import address_keys, compare_addresses, parse_address
from sanctionscreen.addresses.keys import MOST

from .test_parse import CASES, addresses, countries

NEAR = [case for case in CASES["pair"] if case["level"] in ("same_unit", "same_building")]


@pytest.mark.parametrize("case", NEAR, ids=lambda case: f"{case['a'][:40]} = {case['b'][:40]}")
def test_addresses_of_one_building_share_a_key(case: dict[str, str]) -> None:
    assert address_keys(parse_address(case["a"])) & address_keys(parse_address(case["b"]))


def test_one_slip_in_every_name_is_found() -> None:
    listed = parse_address("Unit 3, Lockhart Centre, 301-307 Lockhart Road, Wan Chai, Hong Kong")
    for slip in ("Lockhert", "Lokchart", "Lokhart", "Lockharrt", "Lockheart", "Mockhart"):
        other = parse_address(f"Unit 3, {slip} Centre, 301-307 {slip} Road, Wan Chai, Hong Kong")
        assert address_keys(listed) & address_keys(other), slip


def test_a_city_alone_has_no_key() -> None:
    assert address_keys(parse_address("Tehran, Iran")) == frozenset()


@given(addresses, countries)
def test_keys_are_few_and_found_again(text: str, country: str | None) -> None:
    parsed = parse_address(text, country)
    keys = address_keys(parsed)
    assert len(keys) <= MOST
    if compare_addresses(parsed, parsed).level == "same_building":
        assert keys
