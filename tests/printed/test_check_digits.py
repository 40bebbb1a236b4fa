"""Check digits, on numbers that are right and on the same with a slip."""

from __future__ import annotations

import pytest

from sanctionscreen.model import Scheme
from sanctionscreen.printed import CHECKED, check_digits_hold

RIGHT: dict[Scheme, str] = {
    "imo": "9179842",
    "lei": "5493001KJTIIGC8Y1R12",
    "uscc": "91110000100001529B",
    "inn": "7731084175",
    "ogrn": "1027739001993",
}


def test_every_scheme_with_check_digits_is_shown() -> None:
    assert RIGHT.keys() == CHECKED


@pytest.mark.parametrize("scheme", sorted(CHECKED))
def test_one_other_digit_is_noticed(scheme: Scheme) -> None:
    number = RIGHT[scheme]
    assert check_digits_hold(scheme, number)
    place = next(place for place, sign in enumerate(number) if sign.isdigit() and place > 1)
    other = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    assert not check_digits_hold(scheme, other)
    assert not check_digits_hold(scheme, number[:-1])
    assert not check_digits_hold(scheme, "")


@pytest.mark.parametrize(("scheme", "length"), [("imo", 7), ("lei", 20), ("inn", 10), ("inn", 12)])
def test_a_blank_is_no_number(scheme: Scheme, length: int) -> None:
    assert not check_digits_hold(scheme, "0" * length)
