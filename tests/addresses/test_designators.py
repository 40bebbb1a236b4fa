"""Designators of units, floors, blocks and houses: their keys, and which of them agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctionscreen.addresses.designators import SAME, WITHIN, agreement, designator


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("04", "4"),
        ("0", "0"),
        ("1318-20", "1318-1320"),
        ("2501-2508", "2501-2508"),
        ("2-16", "2-16"),
        ("b1-b3", "b1-b3"),
        ("b-01", "b1"),
        ("69-n", "69n"),
        ("17-403", "17-403"),
        ("iii", "3"),
        ("07-07", "7-7"),
    ],
)
def test_keys(written: str, key: str) -> None:
    assert designator(written) == key
    assert designator(key) == key


@pytest.mark.parametrize(
    ("a", "b", "degree"),
    [
        (["4"], ["4"], SAME),
        (["4"], ["5"], 0),
        (["4"], ["4a"], 0),
        (["1318-1320"], ["1319"], WITHIN),
        (["1318-1320"], ["1320-1325"], WITHIN),
        (["1318-1320"], ["1321"], 0),
        (["b1-b3"], ["b2"], WITHIN),
        (["b1-b3"], ["2"], 0),
        (["17-403"], ["100"], 0),
        (["9"], ["a", "9"], WITHIN),
        (["9"], ["a", "8"], 0),
        (["a", "9"], ["9", "a"], SAME),
        (["a", "9"], ["a", "8"], 0),
    ],
)
def test_agreement(a: list[str], b: list[str], degree: float) -> None:
    assert agreement(tuple(a), tuple(b)) == degree
    assert agreement(tuple(b), tuple(a)) == degree


codes = st.from_regex(r"[a-z]{0,2}[0-9]{1,9}[a-z]{0,2}([-/][a-z]{0,2}[0-9]{1,9})?", fullmatch=True)


@given(codes)
def test_a_key_is_its_own_key(code: str) -> None:
    assert designator(designator(code)) == designator(code)
    assert agreement((designator(code),), (designator(code),)) == SAME
