"""Addresses become their parts: the cases of ``cases.toml``, fields of a list, and any text at all."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.addresses import KINDS, parse_address
from sanctionscreen.addresses.words import LONGEST
from sanctionscreen.model import Address

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["parse"], ids=lambda case: case["address"][:60])
def test_parts(case: dict[str, Any]) -> None:
    parsed = parse_address(case["address"], case.get("country"))
    assert set(case["parts"]) | set(case.get("keys", ())) <= set(KINDS)
    for kind, text in case["parts"].items():
        assert str(parsed.part(kind) or "") == text, f"{kind} of {parsed}"
    for kind, keys in case.get("keys", {}).items():
        assert list(parsed.keys(kind)) == keys


def test_fields_of_a_list_are_taken_as_they_are() -> None:
    address = Address(
        text="12 Long Lane, Springfield, Northshire, 12345",
        city="Springfield",
        region="Northshire",
        postcode="12345",
        country="US",
    )
    parsed = parse_address(address)
    found = {kind: str(parsed.part(kind)) for kind in KINDS if parsed.part(kind)}
    assert found == {
        "number": "12",
        "street": "Long Lane",
        "city": "Springfield",
        "region": "Northshire",
        "postcode": "12345",
        "country": "",
    }
    assert parsed.keys("country") == ("US",)


def test_the_country_decides_by_whose_rules_an_address_is_read() -> None:
    assert parse_address("Biniciler Apt. Savas Cad. No. 18/5", "TR").keys("unit") == ("5",)
    assert parse_address("Lenina 18/5", "RU").keys("block") == ("5",)
    assert parse_address("Main Street 18/5", "IE").keys("number") == ("18-5",)


@pytest.mark.parametrize(
    "text", ["", " ", ",,,", "\n\n", "\ud800", "💥", "#", "No.", "/F", "-", "()", "\u200b"]
)
def test_where_nothing_is_understood_nothing_is_found(text: str) -> None:
    parsed = parse_address(text)
    assert not any(parsed.parts())


def test_a_long_text_is_read_up_to_a_limit() -> None:
    text = "1 Long Lane, " * LONGEST
    assert parse_address(text) == parse_address(text[: LONGEST + 1])


MARKERS = (
    "room rm flat unit no. # , 16/F f ul. d. str. korp. kv. 2-16 a b block tower st road lu hao km box p.o. "
    "c/o near opposite 香港 号 楼 室 г. м. Mah. Cad. D: K: Kat: & and ( ) - / : . 119435 999077 first floor "
    "building house centre city district Hong Kong Moscow HK CN CA calle 8 Marta"
).split(" ")
words = st.one_of(st.text(max_size=8), st.sampled_from(MARKERS))
addresses = st.one_of(
    st.text(),
    st.lists(words, max_size=14).map(" ".join),
    st.lists(words, max_size=14).map(", ".join),
    st.lists(words, max_size=8).map("".join),
)
countries = st.sampled_from(
    [None, "HK", "CN", "RU", "UA", "TR", "IR", "AE", "US", "GB", "DE", "SG", "ZZ", ""]
)


@given(addresses, countries)
def test_any_text_is_read_and_every_part_comes_from_it(text: str, country: str | None) -> None:
    parsed = parse_address(text, country)
    assert parsed == parse_address(text, country)
    spaced = " ".join(parsed.text.split())
    for part in parsed.parts():
        assert part is None or part.keys
        assert part is None or all(piece in spaced for piece in " ".join(part.text.split()).split(", "))


@given(addresses, countries)
def test_reading_the_text_that_was_read_changes_nothing(text: str, country: str | None) -> None:
    parsed = parse_address(text, country)
    assert parse_address(parsed.text, country) == parsed
