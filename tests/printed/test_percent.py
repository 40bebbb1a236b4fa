"""Percentages as people and registers write them."""

from __future__ import annotations

import pytest

from sanctionscreen.printed.percent import PercentRange, percent_range


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("51", (51, 51, False, False)),
        (" 51.25 % ", (51.25, 51.25, False, False)),
        ("33,4", (33.4, 33.4, False, False)),
        (".5 percent", (0.5, 0.5, False, False)),
        ("25-50", (25, 50, False, False)),
        ("25–50 %", (25, 50, False, False)),
        ("from 25 to 50", (25, 50, False, False)),
        ("between 25 and 50 per cent", (25, 50, False, False)),
        ("> 25 - 50%", (25, 50, True, False)),
        ("over 25 up to 50", (25, 50, True, False)),
        (">25<50", (25, 50, True, True)),
        ("more than 50 but less than 75", (50, 75, True, True)),
        ("at least 50", (50, None, False, False)),
        ("≥50", (50, None, False, False)),
        ("over 50", (50, None, True, False)),
        ("75+", (75, None, False, False)),
        ("75 % or more", (75, None, False, False)),
        ("<25", (None, 25, False, True)),
        ("not more than 25", (None, 25, False, False)),
        ("max. 20", (None, 20, False, False)),
        ("majority", (50, None, True, False)),
        ("Minority", (None, 50, False, True)),
        ("", (None, None, False, False)),
        ("unknown", (None, None, False, False)),
        ("130", (130, 130, False, False)),
    ],
)
def test_read(text: str, expected: tuple[float | None, float | None, bool, bool]) -> None:
    assert percent_range(text) == PercentRange(*expected)


@pytest.mark.parametrize("text", ["half", "about 50", "-5", "5-", "12.5.3", "1e2", "25-50-75", "5 0"])
def test_not_read(text: str) -> None:
    found = percent_range(text)
    assert found is None or text == "5 0"
