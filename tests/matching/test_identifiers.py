"""Numbers that are one, and numbers that tell two parties apart."""

from __future__ import annotations

import pytest

from sanctionscreen.matching.identifiers import bare_number, differing_scheme, numbers_of, same_identifier
from sanctionscreen.model import Identifier
from sanctionscreen.printed import CHECKED, scheme_of

POLY = "91110000100001529B"
HIKVISION = "91330000733796106P"


def listed(printed_type: str, number: str) -> Identifier:
    return Identifier(number=number, type=printed_type, scheme=scheme_of(printed_type))


@pytest.mark.parametrize(
    ("label", "number", "printed_type", "printed", "same"),
    [
        ("imo", "IMO 917-9842", "Vessel Registration Identification", "IMO 9179842", True),
        ("tax", "7731084175", "INN", "7731084175", True),
        ("INN", "7731084175", "Tax ID No.", "7731 084 175", True),
        ("registration", "1027739001993", "OGRN", "1027739001993", True),
        ("VAT", POLY, "Unified Social Credit Code (USCC)", POLY, True),
        ("company number", POLY, "Unified Social Credit Code (USCC)", POLY, True),
        ("their number", "7731084175", "INN", "7731084175", True),  # a label that tells nothing
        ("INN", "7731084175", "OGRN", "7731084175", False),
        ("passport", "7731084175", "INN", "7731084175", False),
        ("tax", "1234", "Tax ID No.", "1234", False),  # too short to be believed
    ],
)
def test_the_same_number(label: str, number: str, printed_type: str, printed: str, same: bool) -> None:
    assert same_identifier(label, number, listed(printed_type, printed)) is same
    if scheme_of(printed_type) != "other":
        asked = listed(label, number)
        assert same_identifier(printed_type, printed, asked) is same


@pytest.mark.parametrize(
    ("label", "number", "country", "printed_type", "printed", "listed_country", "scheme"),
    [
        ("imo", "9074729", None, "IMO number", "9179842", None, "imo"),
        ("lei", "5493001KJTIIGC8Y1R12", None, "LEI", "529900T8BM49AURSDO55", None, "lei"),
        ("lei", "5493001KJTIIGC8Y1R13", None, "LEI", "529900T8BM49AURSDO55", None, None),
        ("uscc", HIKVISION, None, "Unified Social Credit Code", POLY, None, "uscc"),
        ("registration", HIKVISION, "CN", "Unified Social Credit Code", POLY, None, "uscc"),
        ("inn", "7731084175", None, "INN", "7707083893", None, "inn"),
        ("inn", "0000000000", None, "INN", "7707083893", None, None),  # a blank
        ("tax", "7731084175", "RU", "INN", "7707083893", None, "inn"),
        ("tax", "7731084175", "RU", "Tax ID No.", "7707083893", "RU", "inn"),
        ("tax", "7731084176", "RU", "Tax ID No.", "7707083893", "RU", None),
        ("tax", "7731084175", None, "INN", "7707083893", None, None),  # of which country?
        ("tax", "7731084175", "DE", "INN", "7707083893", None, None),
        ("ogrn", "1027739001993", None, "OGRN", "1027700132195", None, "ogrn"),
        ("ogrn", "1027739001993", None, "INN", "7707083893", None, None),
        ("tax", "123456789", "AE", "Tax ID No.", "987654321", "AE", "tax"),
        ("tax", "123456789", "AE", "Tax ID No.", "987654321", None, None),
        ("tax", "123456789", "AE", "Tax ID No.", "98765432", "AE", None),
        ("passport", "AB1234567", "AE", "Passport", "AB7654321", "AE", None),  # a person has several
        ("email", "a@example.com", "AE", "Email Address", "b@example.com", "AE", None),
        ("imo", "9179842", None, "IMO number", "IMO 9179842", None, None),
    ],
)
def test_numbers_that_differ(
    label: str,
    number: str,
    country: str | None,
    printed_type: str,
    printed: str,
    listed_country: str | None,
    scheme: str | None,
) -> None:
    there = listed(printed_type, printed)
    assert differing_scheme(label, number, country, there, listed_country) == scheme
    here = listed(label, number)
    assert differing_scheme(printed_type, printed, listed_country, here, country) == scheme


def test_a_number_of_which_a_party_has_one_is_its_own() -> None:
    assert all(numbers_of(scheme).strong and numbers_of(scheme).single for scheme in CHECKED)
    assert not numbers_of("website").strong
    assert numbers_of("passport").strong
    assert not numbers_of("passport").single


def test_numbers_are_compared_by_letters_and_digits() -> None:
    assert bare_number(" imo 917-9842 ") == "9179842"
